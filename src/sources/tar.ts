// A tar archive → its members that are files, with their long names. Nothing is written anywhere.
// Format: POSIX pax, "ustar Interchange Format" and "pax Header Block"; GNU tar manual, "Basic Tar Format"

export type TarEntry = { name: string; bytes: Buffer }; // of the name, one character per byte

const BLOCK = 512;
const MAX_HEADER = 64 * 1024; // of a long name or a pax header

/**
 * Lists the members.
 *
 * @throws {RangeError} a header that is none, or a member that is cut off; the members in front of it have been given
 */
export function* listTar(bytes: Buffer): Generator<TarEntry> {
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every(byte => byte === 0)) return;
    if (!hasChecksum(header)) throw new RangeError('a header in it is damaged');
    const size = sizeOf(header);
    const start = at + BLOCK;
    if (start + size > bytes.length) throw new RangeError('it is cut off');
    const content = bytes.subarray(start, start + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L' || type === 'x') longName = nameIn(type, content) ?? longName;
    else {
      if (type === '0' || type === '\0' || type === '7') yield { name: longName ?? nameOf(header), bytes: content };
      longName = null;
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

// The sum of all bytes, with its own eight counted as spaces.
function hasChecksum(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return octal(header.subarray(148, 156)) === sum;
}

function sizeOf(header: Buffer): number {
  // GNU: a set top bit says that the number is binary.
  const first = header[124] ?? 0;
  const size = first & 0x80 ? Number(header.readBigUInt64BE(128)) : octal(header.subarray(124, 136));
  if (!Number.isSafeInteger(size)) throw new RangeError('a header in it is damaged');
  return size;
}

function octal(field: Buffer): number {
  const digits = /^[ \0]*([0-7]*)/.exec(field.toString('latin1'))?.[1] ?? '';
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

function nameOf(header: Buffer): string {
  const prefix =
    header.toString('latin1', 257, 262) === 'ustar' && header[262] === 0 ? untilNul(header.subarray(345, 500)) : '';
  const name = untilNul(header.subarray(0, 100));
  return prefix === '' ? name : `${prefix}/${name}`;
}

function untilNul(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? field.length : end);
}

function nameIn(type: string, content: Buffer): string | null {
  const text = content.toString('latin1', 0, MAX_HEADER);
  return type === 'L'
    ? untilNul(content.subarray(0, MAX_HEADER))
    : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? null);
}
