// One zlib stream of known size → bytes, in AssemblyScript (scripts/build-wasm.mjs makes ../unpack-wasm.ts of it).
// node:zlib takes longer to start than a small stream takes to read. Reads at most 40 bytes behind its input and
// writes at most 16 behind its output: the caller leaves room. Formats: RFC 1950 (zlib), RFC 1951 (deflate)

const LITERAL_BITS: i32 = 10; // of the first table; longer codes go through a second one
const DISTANCE_BITS: i32 = 8;
const MAX_CODE_BITS: i32 = 15;
const LITERAL_CODES: i32 = 288;
const DISTANCE_CODES: i32 = 32;
const LENGTH_CODES: i32 = 19;

// An entry of a table: length of its code in bits 0-3, extra bits or bits of the second table in 4-7, kind in 8-9,
// value above. A literal is of kind 0.
const COPY: u32 = 1 << 8; // value: least length, or least distance
const LINK: u32 = 2 << 8; // value: where the second table begins
const STOP: u32 = 3 << 8; // value 1: end of block; 0: there is no such code
const KIND: u32 = 3 << 8;
const VALUE: i32 = 10; // bits below the value

// Memory below 64 KB is ours. zlib proves 1334 entries for 10 bits and 402 for 8; both tables have more room.
const LITERALS: usize = 1024;
const DISTANCES: usize = LITERALS + 4 * 2048;
const CODES: usize = DISTANCES + 4 * 1024; // of the lengths of the codes
const FIXED_LITERALS: usize = CODES + 4 * 128;
const FIXED_DISTANCES: usize = FIXED_LITERALS + 4 * 512;
const LITERAL_ENTRIES: usize = FIXED_DISTANCES + 4 * 32; // symbol → entry without the length of its code
const DISTANCE_ENTRIES: usize = LITERAL_ENTRIES + 4 * 288;
const CODE_ENTRIES: usize = DISTANCE_ENTRIES + 4 * 32;
const ORDER: usize = CODE_ENTRIES + 4 * 32; // in which the lengths of the codes of lengths stand
const LENGTHS: usize = ORDER + 32;
const COUNTS: usize = LENGTHS + 512;
const PLACES: usize = COUNTS + 4 * 16;
const SORTED: usize = PLACES + 4 * 32;

// The next bits of the input, `bits` of them known to be good; above them stand the bits that follow, or zeros.
let hold: u64 = 0;
let bits: i32 = 0;
let next: usize = 0; // first byte that is not in `hold`
let written: usize = 0;

// Tables of the block that is being read.
let literals: usize = 0;
let distances: usize = 0;

/** Fills the tables that never change. To be called once, before anything else. */
export function prepare(): void {
  for (let symbol = 0; symbol < LITERAL_CODES; symbol++) store<u32>(LITERAL_ENTRIES + 4 * symbol, literalEntry(symbol));
  for (let symbol = 0; symbol < DISTANCE_CODES; symbol++)
    store<u32>(DISTANCE_ENTRIES + 4 * symbol, distanceEntry(symbol));
  for (let symbol = 0; symbol < LENGTH_CODES; symbol++) store<u32>(CODE_ENTRIES + 4 * symbol, symbol << VALUE);
  store<u32>(ORDER, 0x00_12_11_10); // 16 17 18 0, and so on
  store<u32>(ORDER, 0x06_09_07_08, 4);
  store<u32>(ORDER, 0x04_0b_05_0a, 8);
  store<u32>(ORDER, 0x02_0d_03_0c, 12);
  store<u32>(ORDER, 0x0f_01_0e, 16);
  for (let symbol = 0; symbol < LITERAL_CODES; symbol++) {
    store<u8>(LENGTHS + symbol, symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  }
  fillTable(FIXED_LITERALS, LENGTHS, LITERAL_CODES, LITERAL_ENTRIES, LITERAL_BITS);
  memory.fill(LENGTHS, 5, DISTANCE_CODES);
  fillTable(FIXED_DISTANCES, LENGTHS, DISTANCE_CODES, DISTANCE_ENTRIES, DISTANCE_BITS);
}

function literalEntry(symbol: i32): u32 {
  if (symbol < 256) return symbol << VALUE;
  if (symbol === 256) return STOP | (1 << VALUE);
  const code = symbol - 257;
  if (code === 28) return COPY | (258 << VALUE);
  if (code > 28) return STOP;
  const extra = max(0, (code >> 2) - 1);
  return COPY | (extra << 4) | ((3 + (code < 4 ? code : (4 + (code & 3)) << extra)) << VALUE);
}

function distanceEntry(symbol: i32): u32 {
  if (symbol >= 30) return STOP;
  const extra = max(0, (symbol >> 1) - 1);
  return COPY | (extra << 4) | ((1 + (symbol < 2 ? symbol : (2 + (symbol & 1)) << extra)) << VALUE);
}

/**
 * Inflates the stream in [from, to) to [out, out + size).
 *
 * @returns where the stream ends, or -1: it is damaged, or holds more or less than `size` bytes
 */
export function inflate(from: usize, to: usize, out: usize, size: i32): i32 {
  if (to - from < 8) return -1;
  const flags = ((<i32>load<u8>(from)) << 8) | load<u8>(from, 1);
  // Deflate with a window of up to 32 KB, no preset dictionary.
  if ((flags & 0x0f00) !== 0x0800 || flags > 0x7fff || (flags & 0x20) !== 0 || flags % 31 !== 0) return -1;
  next = from + 2;
  hold = 0;
  bits = 0;
  written = out;
  const end = out + size;
  let isLast = false;
  while (!isLast) {
    if (next > to + 8) return -1;
    refill();
    isLast = (hold & 1) === 1;
    const kind = <i32>(hold >> 1) & 3;
    skip(3);
    if (kind === 3) return -1;
    if (kind === 0 && !copyStored(to, end)) return -1;
    if (kind === 1 && !decodeFixed(to, out, end)) return -1;
    if (kind === 2 && !decodeDynamic(to, out, end)) return -1;
  }
  next -= bits >> 3;
  if (written !== end || next + 4 > to) return -1;
  return bswap<u32>(load<u32>(next)) === adler32(out, size) ? <i32>(next + 4) : -1;
}

// 56 bits or more are good afterwards. What is read twice is the same both times.
function refill(): void {
  hold |= load<u64>(next) << bits;
  next += (63 - bits) >> 3;
  bits |= 56;
}

function skip(count: i32): void {
  hold >>= count;
  bits -= count;
}

function copyStored(to: usize, end: usize): bool {
  next -= bits >> 3;
  hold = 0;
  bits = 0;
  const length = load<u16>(next);
  const inverse = load<u16>(next, 2);
  next += 4;
  if ((length ^ inverse) !== 0xffff || next + length > to || written + length > end) return false;
  memory.copy(written, next, length);
  written += length;
  next += length;
  return true;
}

function decodeFixed(to: usize, out: usize, end: usize): bool {
  literals = FIXED_LITERALS;
  distances = FIXED_DISTANCES;
  return decode(to, out, end, 9, 5);
}

function decodeDynamic(to: usize, out: usize, end: usize): bool {
  const literalCount = <i32>(hold & 31) + 257;
  const distanceCount = <i32>((hold >> 5) & 31) + 1;
  const codeCount = <i32>((hold >> 10) & 15) + 4;
  skip(14);
  if (literalCount > 286 || distanceCount > 30 || !readLengths(to, literalCount + distanceCount, codeCount))
    return false;
  if (load<u8>(LENGTHS + 256) === 0) return false; // the block could not end
  const literalBits = fillTable(LITERALS, LENGTHS, literalCount, LITERAL_ENTRIES, LITERAL_BITS);
  if (literalBits < 0) return false;
  const distanceBits = fillTable(DISTANCES, LENGTHS + literalCount, distanceCount, DISTANCE_ENTRIES, DISTANCE_BITS);
  literals = LITERALS;
  distances = DISTANCES;
  return distanceBits >= 0 && decode(to, out, end, literalBits, distanceBits);
}

function readLengths(to: usize, count: i32, codeCount: i32): bool {
  memory.fill(LENGTHS, 0, LENGTH_CODES);
  for (let i = 0; i < codeCount; i++) {
    refill();
    store<u8>(LENGTHS + load<u8>(ORDER + i), <u8>(hold & 7));
    skip(3);
  }
  const codeBits = fillTable(CODES, LENGTHS, LENGTH_CODES, CODE_ENTRIES, 7);
  if (codeBits < 0) return false;
  for (let i = 0; i < count; ) {
    if (next > to + 8) return false;
    refill();
    const entry = load<u32>(CODES + ((<usize>(hold & ((1 << codeBits) - 1))) << 2));
    const symbol = entry >> VALUE;
    if ((entry & KIND) !== 0) return false;
    skip(entry & 15);
    if (symbol < 16) {
      store<u8>(LENGTHS + i++, <u8>symbol);
      continue;
    }
    if (symbol === 16 && i === 0) return false;
    const extra = symbol === 16 ? 2 : symbol === 17 ? 3 : 7;
    const times = <i32>(hold & ((1 << extra) - 1)) + (symbol === 18 ? 11 : 3);
    if (i + times > count) return false;
    memory.fill(LENGTHS + i, symbol === 16 ? load<u8>(LENGTHS + i - 1) : 0, times);
    skip(extra);
    i += times;
  }
  return true;
}

/**
 * Fills a table from the lengths of a Huffman code.
 *
 * @returns bits that index the first table; -1: there is no such code
 */
function fillTable(table: usize, lengths: usize, count: i32, entries: usize, rootBits: i32): i32 {
  memory.fill(COUNTS, 0, 4 * (MAX_CODE_BITS + 1));
  for (let i = 0; i < count; i++) {
    const place = COUNTS + 4 * <usize>load<u8>(lengths + i);
    store<i32>(place, load<i32>(place) + 1);
  }
  let longest = MAX_CODE_BITS;
  while (longest > 0 && countOf(longest) === 0) longest--;
  if (longest === 0) {
    store<u64>(table, ((<u64>(STOP | 1)) << 32) | (STOP | 1));
    return 1;
  }
  let left = 1;
  store<i32>(PLACES, 0, 4);
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    left = 2 * left - countOf(length);
    if (left < 0) return -1;
    store<i32>(PLACES + 4 * length, load<i32>(PLACES + 4 * length) + countOf(length), 4);
  }
  // Only a code with a single symbol may leave a part of the tree empty.
  if (left > 0 && (longest !== 1 || count === LENGTH_CODES)) return -1;
  for (let i = 0; i < count; i++) {
    const length = <usize>load<u8>(lengths + i);
    if (length === 0) continue;
    const place = load<i32>(PLACES + 4 * length);
    store<i32>(SORTED + 4 * place, i);
    store<i32>(PLACES + 4 * length, place + 1);
  }
  return spreadCodes(table, longest, entries, min(rootBits, longest));
}

function countOf(length: i32): i32 {
  return load<i32>(COUNTS + 4 * length);
}

// Codes come in the order of their lengths; a table is indexed by the bits of a code from the last to the first.
function spreadCodes(table: usize, longest: i32, entries: usize, rootBits: i32): i32 {
  if (longest === 1) store<u32>(table, STOP | 1, 4); // overwritten when there are two codes
  const rootMask = (1 << rootBits) - 1;
  let code = 0;
  let free = 1 << rootBits; // first place behind the tables so far
  let at = 0;
  let prefix = -1;
  let start = 0;
  let subBits = 0;
  for (let length = 1; length <= longest; length++) {
    for (let count = countOf(length); count > 0; count--) {
      const entry = load<u32>(entries + 4 * load<i32>(SORTED + 4 * at++));
      if (length <= rootBits) {
        for (let i = code; i <= rootMask; i += 1 << length) store<u32>(table + 4 * i, entry | length);
      } else {
        if ((code & rootMask) !== prefix) {
          prefix = code & rootMask;
          start = free;
          subBits = subTableBits(length, count, longest, rootBits);
          free += 1 << subBits;
          store<u32>(table + 4 * prefix, LINK | (start << VALUE) | (subBits << 4) | rootBits);
        }
        const step = 1 << (length - rootBits);
        for (let i = code >> rootBits; i < 1 << subBits; i += step) {
          store<u32>(table + 4 * (start + i), entry | (length - rootBits));
        }
      }
      code = nextCode(code, length);
    }
  }
  return rootBits;
}

// As many bits as the codes need that are left and share the prefix: enough that they fill it.
function subTableBits(length: i32, count: i32, longest: i32, rootBits: i32): i32 {
  let subBits = length - rootBits;
  let left = (1 << subBits) - count;
  while (left > 0 && subBits + rootBits < longest) {
    subBits++;
    left = 2 * left - countOf(subBits + rootBits);
  }
  return subBits;
}

function nextCode(code: i32, length: i32): i32 {
  let bit = 1 << (length - 1);
  while ((code & bit) !== 0) bit >>= 1;
  return bit === 0 ? 0 : (code & (bit - 1)) | bit;
}

// The bits are kept in locals here: twice as fast. 56 bits are three short codes, or a long one with its extra bits.
function decode(to: usize, out: usize, end: usize, literalBits: i32, distanceBits: i32): bool {
  const literalMask: u64 = (1 << literalBits) - 1;
  const distanceMask: u64 = (1 << distanceBits) - 1;
  let word = hold;
  let good = bits;
  let from = next;
  let at = written;
  while (at <= end && from <= to + 8) {
    word |= load<u64>(from) << good;
    from += (63 - good) >> 3;
    good |= 56;
    let entry = load<u32>(literals + ((<usize>(word & literalMask)) << 2));
    for (let i = 0; i < 2 && (entry & KIND) === 0; i++) {
      store<u8>(at++, <u8>(entry >> VALUE));
      word >>= entry & 15;
      good -= entry & 15;
      entry = load<u32>(literals + ((<usize>(word & literalMask)) << 2));
    }
    if ((entry & KIND) === LINK) {
      word >>= literalBits;
      good -= literalBits;
      entry = load<u32>(literals + (extendedValue(entry, word) << 2));
    }
    word >>= entry & 15;
    good -= entry & 15;
    if ((entry & KIND) === 0) {
      store<u8>(at++, <u8>(entry >> VALUE));
      continue;
    }
    if ((entry & KIND) === STOP) {
      hold = word;
      bits = good;
      next = from;
      written = at;
      return entry >> VALUE === 1 && at <= end;
    }
    const length = extendedValue(entry, word);
    word >>= (entry >> 4) & 15;
    good -= (entry >> 4) & 15;
    word |= load<u64>(from) << good;
    from += (63 - good) >> 3;
    good |= 56;
    entry = load<u32>(distances + ((<usize>(word & distanceMask)) << 2));
    if ((entry & KIND) === LINK) {
      word >>= distanceBits;
      good -= distanceBits;
      entry = load<u32>(distances + (extendedValue(entry, word) << 2));
    }
    word >>= entry & 15;
    const distance = extendedValue(entry, word);
    word >>= (entry >> 4) & 15;
    good -= (entry & 15) + ((entry >> 4) & 15);
    if ((entry & KIND) !== COPY || distance > at - out || at + length > end) return false;
    copyMatch(at, distance, length);
    at += length;
  }
  return false;
}

// The value of an entry with the extra bits that follow its code.
function extendedValue(entry: u32, word: u64): usize {
  return <usize>(entry >> VALUE) + <usize>(word & ((1 << ((entry >> 4) & 15)) - 1));
}

function copyMatch(at: usize, distance: usize, length: usize): void {
  const stop = at + length;
  if (distance >= 8) {
    for (; at < stop; at += 8) store<u64>(at, load<u64>(at - distance));
  } else {
    for (; at < stop; at++) store<u8>(at, load<u8>(at - distance));
  }
}

const ADLER_STEP: i32 = 5552; // sums stay below 2^32: zlib's NMAX

function adler32(from: usize, size: i32): u32 {
  let low: u32 = 1;
  let high: u32 = 0;
  let left = size;
  while (left > 0) {
    let count = min(left, ADLER_STEP);
    left -= count;
    for (; count >= 16; count -= 16, from += 16) {
      const bytes = v128.load(from);
      high += low * 16 + sumOf(weigh(bytes));
      low += sumOf(i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
    }
    for (; count > 0; count--) {
      low += load<u8>(from++);
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return (high << 16) | low;
}

// The first of sixteen bytes is added sixteen times to the second sum, the last one once.
function weigh(bytes: v128): v128 {
  const front = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), i16x8(16, 15, 14, 13, 12, 11, 10, 9));
  return i32x4.add(front, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), i16x8(8, 7, 6, 5, 4, 3, 2, 1)));
}

function sumOf(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
