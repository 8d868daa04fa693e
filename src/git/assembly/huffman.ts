// Lengths of Huffman codes → tables that are indexed by the next bits of a stream. Format: RFC 1951 §3.2.2
//
// An entry of a table: in bits 0-5 what it takes of the stream, code and extra bits; in 8-13 the length of its code
// alone, plus SPARE_BITS; from 16 on its value, to which extra bits are added. What an entry is, is said by LITERAL and
// SPECIAL; with neither it is a copy, its value being the least length or the least distance.

/** A literal: the value is its byte. The sign, so that one comparison tells it. */
export const LITERAL: u32 = 1 << 31;
/** Neither literal nor copy: END, LINK, or there is no such code. */
export const SPECIAL: u32 = 1 << 15;
/** The end of a block. */
export const END: u32 = SPECIAL | (1 << 14);
/** The code is longer than the table: the second one begins at the value, and bits 8-13 say how many bits index it. */
export const LINK: u32 = SPECIAL | (1 << 6);
/** Bits below the value. */
export const VALUE: i32 = 16;
/** Bits that stand below those of the stream: they make of the next bits, masked, the place of an entry of 4 bytes. */
export const SPARE_BITS: i32 = 2;

const CODE_BIT: u32 = 0x101; // of a code, as an entry counts it

const MAX_ROOT_BITS: i32 = 10;
const REVERSED: usize = 1024; // every number of MAX_ROOT_BITS from its last bit to its first, as the offset of an entry
const SORTED: usize = REVERSED + (2 << MAX_ROOT_BITS); // symbols by the length of their codes
const PLACES: usize = SORTED + 2 * 320; // of each length: where the next symbol of it goes
/** How many symbols have a code of each length, 0 to 15, in 16 bits each. */
export const COUNTS: usize = PLACES + 2 * 16;
/** First byte behind the memory that is used here. */
export const HUFFMAN_END: usize = COUNTS + 2 * 16;

/** Fills what never changes. To be called once, before anything else. */
export function prepareHuffman(): void {
  for (let i = 0; i < 1 << MAX_ROOT_BITS; i++) {
    let reversed = 0;
    for (let bit = 0; bit < MAX_ROOT_BITS; bit++) reversed |= ((i >> bit) & 1) << (MAX_ROOT_BITS - 1 - bit);
    store<u16>(REVERSED + 2 * i, 4 * reversed);
  }
}

/** Sets COUNTS from the lengths. */
export function countLengths(lengths: usize, count: i32): void {
  v128.store(COUNTS, i32x4.splat(0));
  v128.store(COUNTS, i32x4.splat(0), 16);
  for (let i = 0; i < count; i++) {
    const place = COUNTS + 2 * <usize>load<u8>(lengths + i);
    store<u16>(place, load<u16>(place) + 1);
  }
}

/**
 * Fills a table from the lengths of a code and their COUNTS.
 *
 * @param table up to 16 bytes behind it are written, too
 * @param lengths of each symbol, 0: it has no code; up to the next multiple of 16, 0 must follow
 * @param entries of each symbol, without the length of its code
 * @param rootBits that index the table, unless no code is as long; codes that are longer go through a second table
 * @param needsAll whether a code of one symbol or none is refused: its tree has empty places
 * @returns bits that index the table; -1: there is no such code
 */
export function fillTable(
  table: usize,
  lengths: usize,
  count: i32,
  entries: usize,
  rootBits: i32,
  needsAll: bool,
): i32 {
  const used =
    i16x8.bitmask(i16x8.ne(v128.load(COUNTS), i16x8.splat(0))) |
    (i16x8.bitmask(i16x8.ne(v128.load(COUNTS, 16), i16x8.splat(0))) << 8);
  const longest = 31 - clz(used | 1);
  if (longest === 0) {
    store<u64>(table, ((<u64>(SPECIAL | 1)) << 32) | (SPECIAL | 1));
    return needsAll ? -1 : 1;
  }
  let left = 1;
  let place = 0;
  for (let length = 1; length <= longest; length++) {
    const codes = countOf(length);
    store<u16>(PLACES + 2 * length, <u16>place);
    place += codes;
    left = 2 * left - codes;
    if (left < 0) return -1;
  }
  // Only a code with a single symbol may leave a part of the tree empty.
  if (left > 0 && (longest !== 1 || needsAll)) return -1;
  sortSymbols(lengths, count);
  spreadCodes(table, longest, entries, min(rootBits, longest));
  return min(rootBits, longest);
}

function countOf(length: i32): i32 {
  return load<u16>(COUNTS + 2 * length);
}

// By length, then by symbol. Most symbols have no code: these are passed over by sixteens.
function sortSymbols(lengths: usize, count: i32): void {
  for (let start = 0; start < count; start += 16) {
    const present = i8x16.ne(v128.load(lengths + start), i8x16.splat(0));
    for (let rest = i8x16.bitmask(present); rest !== 0; rest &= rest - 1) {
      const symbol = start + ctz(rest);
      const at = PLACES + 2 * <usize>load<u8>(lengths + symbol);
      const place = <usize>load<u16>(at);
      store<u16>(SORTED + 2 * place, <u16>symbol);
      store<u16>(at, <u16>(place + 1));
    }
  }
}

// The table is indexed by the bits of a code from the last to the first: with one bit more, it is the table before
// and the same again, but for the codes of that length.
function spreadCodes(table: usize, longest: i32, entries: usize, rootBits: i32): void {
  let code = 0;
  let at = SORTED;
  store<u32>(table, SPECIAL | 1); // overwritten when the code is complete
  for (let length = 1; length <= rootBits; length++) {
    const half = 2 << length; // bytes
    for (let i = 0; i < half; i += 16) v128.store(table + half + i, v128.load(table + i));
    code <<= 1;
    const shift = MAX_ROOT_BITS - length + 1;
    for (const stop = at + 2 * countOf(length); at < stop; at += 2) {
      const entry = load<u32>(entries + 4 * <usize>load<u16>(at)) + CODE_BIT * length;
      store<u32>(table + <usize>load<u16>(REVERSED + (code << shift)), entry);
      code++;
    }
  }
  if (longest > rootBits) spreadLongCodes(table, at, code << 1, longest, entries, rootBits);
}

function spreadLongCodes(table: usize, at: usize, code: i32, longest: i32, entries: usize, rootBits: i32): void {
  let free = 1 << rootBits; // first place behind the tables so far
  let prefix = -1;
  let start: usize = 0;
  let subBits = 0;
  for (let length = rootBits + 1; length <= longest; length++) {
    const bits = length - rootBits;
    for (let count = countOf(length); count > 0; count--) {
      if (code >> bits !== prefix) {
        prefix = code >> bits;
        start = table + 4 * free;
        subBits = subTableBits(length, count, longest, rootBits);
        store<u32>(table + reversedOffset(prefix, rootBits), LINK | (free << VALUE) | (subBits << 8) | rootBits);
        free += 1 << subBits;
      }
      const entry = load<u32>(entries + 4 * <usize>load<u16>(at)) + CODE_BIT * bits;
      const first = reversedOffset(code & ((1 << bits) - 1), bits);
      for (let i = first; i < 4 << subBits; i += 4 << bits) store<u32>(start + i, entry);
      at += 2;
      code++;
    }
    code <<= 1;
  }
}

function reversedOffset(code: i32, bits: i32): usize {
  return load<u16>(REVERSED + (code << (MAX_ROOT_BITS - bits + 1)));
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
