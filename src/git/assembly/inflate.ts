// One zlib stream of known size → bytes, in AssemblyScript (scripts/build-wasm.mjs makes ../unpack-wasm.ts of it).
// node:zlib takes longer to start than a small stream takes to read. Reads at most 40 bytes behind its input and
// writes at most 16 behind its output: the caller leaves room. Formats: RFC 1950 (zlib), RFC 1951 (deflate)

import { adler32 } from './adler32';
import { COUNTS, countLengths, END, fillTable, LINK, SPARE_BITS, SPECIAL, VALUE } from './huffman';
import {
  CODE_ENTRIES,
  CODES,
  DISTANCE_BITS,
  DISTANCE_ENTRIES,
  DISTANCE_LENGTHS,
  DISTANCES,
  FIXED_DISTANCE_BITS,
  FIXED_DISTANCES,
  FIXED_LITERAL_BITS,
  FIXED_LITERALS,
  IS_PREVIOUS,
  LENGTH_BITS,
  LENGTH_CODES,
  LENGTH_MASK,
  LENGTHS,
  LITERAL_BITS,
  LITERAL_ENTRIES,
  LITERALS,
  ORDER,
  PATTERNS,
  REPEATED,
  STEPS,
  TIMES_MASK,
} from './symbols';

const MARGIN: usize = 8; // how far reading may be behind the input between two steps

// The next bits of the input; the low six bits of `bits` say how many of them are known to be good, above them stand
// the bits that follow, or zeros.
let hold: u64 = 0;
let bits: i32 = 0;
let next: usize = 0; // first byte that is not in `hold`
let written: usize = 0;

// Of the next bits above SPARE_BITS these index the tables of the block that is being read.
let literalMask: u32 = 0;
let distanceMask: u32 = 0;
let isFixed = false; // its tables are those of the fixed codes

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
    if (next > to + MARGIN) return -1;
    refill();
    isLast = (hold & 1) === 1;
    const kind = <i32>(hold >> 1) & 3;
    skip(3);
    if (kind === 3) return -1;
    if (kind === 0) {
      if (!copyStored(to, end)) return -1;
      continue;
    }
    if (kind === 1) useFixed();
    else if (!readTables(to)) return -1;
    if (!decode(to + MARGIN, out, end)) return -1;
  }
  next -= (bits & 63) >> 3;
  if (written !== end || next + 4 > to) return -1;
  return bswap<u32>(load<u32>(next)) === adler32(out, size) ? <i32>(next + 4) : -1;
}

// 56 bits or more are good afterwards. What is read twice is the same both times.
function refill(): void {
  hold |= load<u64>(next) << bits;
  next += (~bits >> 3) & 7;
  bits |= 56;
}

function skip(count: i32): void {
  hold >>= count;
  bits -= count;
}

function copyStored(to: usize, end: usize): bool {
  next -= (bits & 63) >> 3;
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

// Copied to where those of other blocks are: the decoder is faster with tables in one place that is known beforehand.
function useFixed(): void {
  if (isFixed) return;
  copyBytes(LITERALS, FIXED_LITERALS, 4 << FIXED_LITERAL_BITS);
  copyBytes(DISTANCES, FIXED_DISTANCES, 4 << FIXED_DISTANCE_BITS);
  literalMask = maskOf(FIXED_LITERAL_BITS);
  distanceMask = maskOf(FIXED_DISTANCE_BITS);
  isFixed = true;
}

// memory.copy and memory.fill leave the module: for a few bytes that takes longer than the work.
function copyBytes(to: usize, from: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 16) v128.store(to + i, v128.load(from + i));
}

function clear32(at: usize): void {
  v128.store(at, i32x4.splat(0));
  v128.store(at, i32x4.splat(0), 16);
}

function maskOf(tableBits: i32): u32 {
  return ((1 << tableBits) - 1) << SPARE_BITS;
}

function readTables(to: usize): bool {
  const literalCount = <i32>(hold & 31) + 257;
  const distanceCount = <i32>((hold >> 5) & 31) + 1;
  const codeCount = <i32>((hold >> 10) & 15) + 4;
  skip(14);
  isFixed = false;
  if (literalCount > 286 || distanceCount > 30) return false;
  const codeBits = readCodes(codeCount);
  if (codeBits < 0 || !readLengths(to, literalCount + distanceCount, maskOf(codeBits))) return false;
  if (load<u8>(LENGTHS + 256) === 0) return false; // the block could not end
  const counts = v128.load(COUNTS); // of both codes
  const moreCounts = v128.load(COUNTS, 16);
  const lengths = LENGTHS + literalCount;
  clear32(lengths + distanceCount);
  copyBytes(DISTANCE_LENGTHS, lengths, 32);
  v128.store(lengths, i32x4.splat(0));
  countLengths(DISTANCE_LENGTHS, distanceCount);
  const distanceBits = fillTable(DISTANCES, DISTANCE_LENGTHS, distanceCount, DISTANCE_ENTRIES, DISTANCE_BITS, false);
  if (distanceBits < 0) return false;
  v128.store(COUNTS, i16x8.sub(counts, v128.load(COUNTS)));
  v128.store(COUNTS, i16x8.sub(moreCounts, v128.load(COUNTS, 16)), 16);
  const literalBits = fillTable(LITERALS, LENGTHS, literalCount, LITERAL_ENTRIES, LITERAL_BITS, false);
  distanceMask = maskOf(distanceBits);
  literalMask = maskOf(literalBits);
  return literalBits >= 0;
}

// The code of the lengths of the other codes: at most 57 bits, one more than are good after a refill.
function readCodes(count: i32): i32 {
  clear32(LENGTHS);
  refill();
  const atOnce = min(count, LENGTH_CODES - 1);
  let word = hold;
  for (let i = 0; i < atOnce; i++, word >>= 3) store<u8>(LENGTHS + load<u8>(ORDER + i), <u8>(word & 7));
  skip(3 * atOnce);
  if (count === LENGTH_CODES) {
    refill();
    store<u8>(LENGTHS + load<u8>(ORDER + atOnce), <u8>(hold & 7));
    skip(3);
  }
  countLengths(LENGTHS, LENGTH_CODES);
  return fillTable(CODES, LENGTHS, LENGTH_CODES, CODE_ENTRIES, LENGTH_BITS, true);
}

// Fills LENGTHS and, for all of them, COUNTS. Each step writes sixteen lengths or more: what is too many is overwritten
// by the next one. Without a branch for each kind of symbol: which one comes cannot be foreseen.
function readLengths(to: usize, count: i32, mask: u32): bool {
  clear32(COUNTS);
  let from = next - ((bits & 63) >> 3);
  let good: u64 = (bits & 7) + SPARE_BITS;
  let word = (hold << SPARE_BITS) & ((1 << good) - 1);
  word |= load<u64>(from) << good;
  from += (~(<u32>good) >> 3) & 7;
  good |= 56;
  if ((load<u32>(<u32>word & mask, CODES) & IS_PREVIOUS) !== 0) return false; // there is none before it
  let previous: u32 = 0;
  let i = 0;
  while (i < count) {
    if (from > to + MARGIN) return false;
    const entry = load<u32>(<u32>word & mask, CODES);
    word |= load<u64>(from) << good;
    from += (~(<u32>good) >> 3) & 7;
    good |= 56;
    const times = ((entry >> VALUE) & 15) + (<u32>(word >> (entry >> 8)) & (entry >> TIMES_MASK) & 127);
    previous = (entry & IS_PREVIOUS) !== 0 ? previous : (entry >> REPEATED) & 15;
    const place = COUNTS + 2 * previous;
    store<u16>(place, <u16>(load<u16>(place) + times));
    const lengths = i8x16.splat(<u8>previous);
    v128.store(LENGTHS + i, lengths);
    if (times > 16) for (let more: u32 = 16; more < times; more += 16) v128.store(LENGTHS + i + more, lengths);
    i += times;
    word >>= entry;
    good -= entry;
  }
  hold = word >> SPARE_BITS;
  bits = <i32>(good - SPARE_BITS);
  next = from;
  return i === count;
}

// The bits are kept in locals here: twice as fast. Below them stand SPARE_BITS, which count as good. After a refill 54
// bits are: three codes from the first table, or two and then a length with its extra bits. An entry is looked up
// before the refill, with bits that are good already, so that both happen at once.
// Tried and no faster: entries of two literals (a tenth less time for large blocks, spent on making the table), masks
// that are constant, a fourth literal, refilling before a distance only when bits are short.
function decode(limit: usize, out: usize, end: usize): bool {
  const literals = literalMask;
  const distances = distanceMask;
  let from = next - ((bits & 63) >> 3);
  let good: u64 = (bits & 7) + SPARE_BITS;
  let word = (hold << SPARE_BITS) & ((1 << good) - 1);
  word |= load<u64>(from) << good;
  from += (~(<u32>good) >> 3) & 7;
  good |= 56;
  let at = written;
  while (at <= end) {
    if (from > limit) return false;
    let entry = load<u32>(<u32>word & literals, LITERALS);
    word |= load<u64>(from) << good;
    from += (~(<u32>good) >> 3) & 7;
    good |= 56;
    if (<i32>entry < 0) {
      store<u8>(at++, <u8>(entry >> VALUE));
      word >>= entry;
      good -= entry;
      entry = load<u32>(<u32>word & literals, LITERALS);
      if (<i32>entry < 0) {
        store<u8>(at++, <u8>(entry >> VALUE));
        word >>= entry;
        good -= entry;
        entry = load<u32>(<u32>word & literals, LITERALS);
        if (<i32>entry < 0) {
          store<u8>(at++, <u8>(entry >> VALUE));
          word >>= entry;
          good -= entry;
          continue;
        }
      }
    }
    if ((entry & SPECIAL) !== 0) {
      if ((entry & LINK) === LINK) {
        word >>= entry;
        good -= entry;
        entry = load<u32>(linked(entry, word), LITERALS);
        if (<i32>entry < 0) {
          store<u8>(at++, <u8>(entry >> VALUE));
          word >>= entry;
          good -= entry;
          continue;
        }
      }
      if ((entry & SPECIAL) !== 0) {
        hold = (word >> entry) >> SPARE_BITS;
        bits = <i32>(good - entry - SPARE_BITS);
        next = from;
        written = at;
        return (entry & END) === END && at <= end;
      }
    }
    const length = ((entry >> VALUE) & 511) + (<u32>(word >> (entry >> 8)) & (entry >> LENGTH_MASK));
    word >>= entry;
    good -= entry;
    word |= load<u64>(from) << good;
    from += (~(<u32>good) >> 3) & 7;
    good |= 56;
    entry = load<u32>(<u32>word & distances, DISTANCES);
    if ((entry & SPECIAL) !== 0) {
      if ((entry & LINK) !== LINK) return false;
      word >>= entry;
      good -= entry;
      entry = load<u32>(linked(entry, word), DISTANCES);
      if ((entry & SPECIAL) !== 0) return false;
    }
    const distance = (entry >> VALUE) + <u32>((word & ((((<u64>1) << entry) << SPARE_BITS) - 1)) >> (entry >> 8));
    word >>= entry;
    good -= entry;
    if (distance > <u32>(at - out)) return false;
    if (at + length > end) return false;
    copyMatch(at, distance, length);
    at += length;
  }
  return false;
}

// Where the entry stands in the second table.
function linked(entry: u32, word: u64): usize {
  return ((entry >> VALUE) << SPARE_BITS) + (<u32>word & (((1 << (entry >> 8)) - 1) << SPARE_BITS));
}

// By sixteen bytes: nine of ten copies are not longer, and one of thirty comes from nearer.
function copyMatch(at: usize, distance: usize, length: usize): void {
  if (distance >= 16) {
    v128.store(at, v128.load(at - distance));
    if (length > 16) {
      for (let i: usize = 16; i < length; i += 16) v128.store(at + i, v128.load(at + i - distance));
    }
    return;
  }
  const repeated = i8x16.swizzle(v128.load(at - distance), v128.load(PATTERNS + 16 * distance));
  const step = <usize>load<u8>(STEPS + distance);
  for (let i: usize = 0; i < length; i += step) v128.store(at + i, repeated);
}
