// zlib streams with codes and blocks of our choice: what zlib would never write, or only by chance. Slow and plain.
// Format: RFC 1950, RFC 1951

/** A literal, or length and distance. */
export type Token = number | readonly [length: number, distance: number];

/** One block. */
export type DeflateBlock =
  | { kind: 'stored'; bytes: Uint8Array }
  | { kind: 'fixed'; tokens: readonly Token[] }
  | ({ kind: 'dynamic'; tokens: readonly Token[] } & Codes);

/** Lengths of codes by symbol, 0: it has none. Nothing checks that they make a code. */
export type Codes = {
  literals: readonly number[];
  distances: readonly number[];
  surplus?: number; // distances beyond what the block says it has
};

/** Length of the code of each literal and length, and of each distance, in a fixed block. */
export const FIXED_LITERALS = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
export const FIXED_DISTANCES = Array.from({ length: 30 }, () => 5);

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const CODE_LENGTHS = Array.from({ length: 19 }, (_, i) => (i < 13 ? 4 : 5)); // of the lengths of codes: a full tree
const END = 256;

/** Symbol of a length from 3 to 258, its extra bits and their value. */
export function lengthSymbol(length: number): { symbol: number; extra: number; value: number } {
  if (length === 258) return { symbol: 285, extra: 0, value: 0 };
  const { symbol, extra, value } = logarithmic(length - 3, 4);
  return { symbol: 257 + symbol, extra, value };
}

/** Symbol of a distance from 1 to 32768, its extra bits and their value. */
export function distanceSymbol(distance: number): { symbol: number; extra: number; value: number } {
  return logarithmic(distance - 1, 2);
}

// After the first two groups each has one extra bit more.
function logarithmic(rest: number, group: number): { symbol: number; extra: number; value: number } {
  if (rest < 2 * group) return { symbol: rest, extra: 0, value: 0 };
  const extra = Math.floor(Math.log2(rest / group));
  return { symbol: group * extra + (rest >> extra), extra, value: rest & ((1 << extra) - 1) };
}

/** A stream of these blocks that inflates to `bytes`, if they say so. */
export function writeStream(blocks: readonly DeflateBlock[], bytes: Uint8Array): Buffer {
  const bits: number[] = [];
  for (const [i, block] of blocks.entries()) {
    push(bits, i === blocks.length - 1 ? 1 : 0, 1);
    push(bits, { stored: 0, fixed: 1, dynamic: 2 }[block.kind], 2);
    if (block.kind === 'stored') pushStored(bits, block.bytes);
    else if (block.kind === 'fixed') pushTokens(bits, block.tokens, FIXED_LITERALS, FIXED_DISTANCES);
    else {
      pushLengths(bits, block);
      pushTokens(bits, block.tokens, block.literals, block.distances);
    }
  }
  const body = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries()) body[i >> 3] = (body[i >> 3] ?? 0) | (bit << (i & 7));
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(bytes));
  return Buffer.concat([Buffer.from([0x78, 0x9c]), body, checksum]);
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

function push(bits: number[], value: number, count: number): void {
  for (let i = 0; i < count; i++) bits.push((value >> i) & 1);
}

function pushStored(bits: number[], bytes: Uint8Array): void {
  while (bits.length % 8 !== 0) bits.push(0);
  push(bits, bytes.length, 16);
  push(bits, ~bytes.length, 16);
  for (const byte of bytes) push(bits, byte, 8);
}

function pushLengths(bits: number[], { literals, distances, surplus = 0 }: Codes): void {
  push(bits, literals.length - 257, 5);
  push(bits, distances.length - surplus - 1, 5);
  push(bits, ORDER.length - 4, 4);
  for (const symbol of ORDER) push(bits, CODE_LENGTHS[symbol] ?? 0, 3);
  const codes = codesOf(CODE_LENGTHS);
  const all = [...literals, ...distances];
  for (let i = 0; i < all.length; ) {
    let run = 1;
    while (run < 138 && all[i + run] === all[i]) run++;
    const isZero = all[i] === 0;
    const repeats = i > 0 && all[i - 1] === all[i];
    if (isZero && run >= 11) pushRun(bits, codes, { symbol: 18, value: run - 11, extra: 7 });
    else if (isZero && run >= 3) pushRun(bits, codes, { symbol: 17, value: run - 3, extra: 3 });
    else if (!isZero && repeats && run >= 3) {
      run = Math.min(run, 6);
      pushRun(bits, codes, { symbol: 16, value: run - 3, extra: 2 });
    } else {
      run = 1;
      pushRun(bits, codes, { symbol: all[i] ?? 0, value: 0, extra: 0 });
    }
    i += run;
  }
}

type Run = { symbol: number; value: number; extra: number };

function pushRun(bits: number[], codes: readonly number[][], { symbol, value, extra }: Run): void {
  bits.push(...(codes[symbol] ?? []));
  push(bits, value, extra);
}

function pushTokens(
  bits: number[],
  tokens: readonly Token[],
  literals: readonly number[],
  distances: readonly number[],
): void {
  const literalCodes = codesOf(literals);
  const distanceCodes = codesOf(distances);
  for (const token of tokens) {
    if (typeof token === 'number') bits.push(...(literalCodes[token] ?? []));
    else {
      pushRun(bits, literalCodes, lengthSymbol(token[0]));
      pushRun(bits, distanceCodes, distanceSymbol(token[1]));
    }
  }
  bits.push(...(literalCodes[END] ?? []));
}

// The bits of each symbol in the order in which they stand in the stream.
function codesOf(lengths: readonly number[]): number[][] {
  const codes: number[][] = lengths.map(() => []);
  let code = 0;
  for (let length = 1; length <= 15; length++, code *= 2) {
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue;
      codes[symbol] = Array.from({ length }, (_, i) => Math.floor(code / 2 ** (length - 1 - i)) & 1);
      code++;
    }
  }
  return codes;
}

/** What tokens inflate to, behind `before`. */
export function bytesOf(tokens: readonly Token[], before: readonly number[] = []): number[] {
  const bytes = [...before];
  for (const token of tokens) {
    if (typeof token === 'number') bytes.push(token);
    else for (let i = 0; i < token[0]; i++) bytes.push(bytes[bytes.length - token[1]] ?? 0);
  }
  return bytes.slice(before.length);
}
