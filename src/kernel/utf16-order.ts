// Are bytes UTF-16, and in which order? Asked of a whole blob by the engine and of the first bytes of a stream by the sources.
// Pure.

export type ByteOrder = 'le' | 'be';

export const PATTERN_BYTES = 512; // enough to see every second byte NUL

/** The byte order by the mark at the start, else by the pattern of NULs; null for what is not UTF-16. */
export function utf16Order(bytes: Uint8Array): ByteOrder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be';
  return hasNul(bytes, PATTERN_BYTES) ? orderByNuls(bytes.subarray(0, PATTERN_BYTES)) : null;
}

/** Whether one of the first bytes is NUL. */
export function hasNul(bytes: Uint8Array, among: number): boolean {
  return bufferIndexOf.call(bytes.subarray(0, among), 0) >= 0;
}

const bufferIndexOf = Buffer.prototype.indexOf; // forty times as fast as that of Uint8Array, in 8,000 bytes

// Latin text in UTF-16 has a NUL in nearly every second byte and none in the others.
function orderByNuls(head: Uint8Array): ByteOrder | null {
  const pairs = head.length >> 1;
  if (pairs < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'le';
  return even > pairs * 0.7 && odd < pairs * 0.05 ? 'be' : null;
}
