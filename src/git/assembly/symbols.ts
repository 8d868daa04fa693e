// Where the tables of inflate stand in memory, and those that never change: what the symbols of a stream mean, and the
// fixed codes. Format: RFC 1951 §3.2.5 to §3.2.7

import {
  countLengths,
  END,
  fillTable,
  HUFFMAN_END,
  LITERAL,
  prepareHuffman,
  SPARE_BITS,
  SPECIAL,
  VALUE,
} from './huffman';

/** Bits that index the first table of a code; longer codes go through a second one. */
export const LITERAL_BITS: i32 = 10;
export const DISTANCE_BITS: i32 = 8;
export const LENGTH_BITS: i32 = 7; // the longest code of a length of a code: these need no second one
export const FIXED_LITERAL_BITS: i32 = 9;
export const FIXED_DISTANCE_BITS: i32 = 5;

const LITERAL_CODES: i32 = 288;
const DISTANCE_CODES: i32 = 32;
/** How many symbols say the lengths of the other codes. */
export const LENGTH_CODES: i32 = 19;

/** Bit of the entry of a length at which the mask of its extra bits stands, up to 31. */
export const LENGTH_MASK: i32 = 25;

// The entry of a length of a code is beside what huffman.ts says: at VALUE the least number of times that it stands
// there; at TIMES_MASK the mask of the extra bits, up to 127; at REPEATED the length, unless IS_PREVIOUS.
export const TIMES_MASK: i32 = 20;
export const REPEATED: i32 = 27;
/** It is the length before it. */
export const IS_PREVIOUS: u32 = 1 << 31;

// Memory below 64 KB is ours. zlib proves 1334 entries for 10 bits and 402 for 8; both tables have more room.
export const LITERALS: usize = (HUFFMAN_END + 15) & ~15;
export const DISTANCES: usize = LITERALS + 4 * 2048;
export const CODES: usize = DISTANCES + 4 * 1024; // of the lengths of the codes
export const FIXED_LITERALS: usize = CODES + 4 * 256;
export const FIXED_DISTANCES: usize = FIXED_LITERALS + 4 * 1024;
export const LITERAL_ENTRIES: usize = FIXED_DISTANCES + 4 * 64; // symbol → entry without the length of its code
export const DISTANCE_ENTRIES: usize = LITERAL_ENTRIES + 4 * LITERAL_CODES;
export const CODE_ENTRIES: usize = DISTANCE_ENTRIES + 4 * DISTANCE_CODES;
export const ORDER: usize = CODE_ENTRIES + 4 * 32; // in which the lengths of the codes of lengths stand
export const LENGTHS: usize = ORDER + 32; // 316 of them, and what is written behind them
export const DISTANCE_LENGTHS: usize = LENGTHS + 512;
export const PATTERNS: usize = DISTANCE_LENGTHS + 32; // distance → which bytes make sixteen of those that it repeats
export const STEPS: usize = PATTERNS + 16 * 16; // distance → the largest multiple of it up to 16

// An entry without extra bits, code and value.
const COPY: u32 = SPARE_BITS << 8;

/** Fills the tables that never change. To be called once, before anything else. */
export function prepare(): void {
  prepareHuffman();
  for (let symbol = 0; symbol < LITERAL_CODES; symbol++) store<u32>(LITERAL_ENTRIES + 4 * symbol, literalEntry(symbol));
  for (let symbol = 0; symbol < DISTANCE_CODES; symbol++)
    store<u32>(DISTANCE_ENTRIES + 4 * symbol, distanceEntry(symbol));
  for (let symbol = 0; symbol < LENGTH_CODES; symbol++) store<u32>(CODE_ENTRIES + 4 * symbol, codeEntry(symbol));
  store<u32>(ORDER, 0x00_12_11_10); // 16 17 18 0, and so on
  store<u32>(ORDER, 0x06_09_07_08, 4);
  store<u32>(ORDER, 0x04_0b_05_0a, 8);
  store<u32>(ORDER, 0x02_0d_03_0c, 12);
  store<u32>(ORDER, 0x0f_01_0e, 16);
  for (let symbol = 0; symbol < LITERAL_CODES; symbol++) {
    store<u8>(LENGTHS + symbol, symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  }
  countLengths(LENGTHS, LITERAL_CODES);
  fillTable(FIXED_LITERALS, LENGTHS, LITERAL_CODES, LITERAL_ENTRIES, FIXED_LITERAL_BITS, true);
  memory.fill(LENGTHS, 5, DISTANCE_CODES);
  countLengths(LENGTHS, DISTANCE_CODES);
  fillTable(FIXED_DISTANCES, LENGTHS, DISTANCE_CODES, DISTANCE_ENTRIES, FIXED_DISTANCE_BITS, true);
  for (let distance = 1; distance < 16; distance++) {
    for (let i = 0; i < 16; i++) store<u8>(PATTERNS + 16 * distance + i, <u8>(i % distance));
    store<u8>(STEPS + distance, <u8>(16 - (16 % distance)));
  }
}

function literalEntry(symbol: i32): u32 {
  if (symbol < 256) return LITERAL | (symbol << VALUE);
  if (symbol === 256) return END;
  const code = symbol - 257;
  if (code === 28) return COPY | (258 << VALUE);
  if (code > 28) return SPECIAL;
  const extra = max(0, (code >> 2) - 1);
  const least = 3 + (code < 4 ? code : (4 + (code & 3)) << extra);
  return COPY | extra | (least << VALUE) | (((1 << extra) - 1) << LENGTH_MASK);
}

function distanceEntry(symbol: i32): u32 {
  if (symbol >= 30) return SPECIAL;
  const extra = max(0, (symbol >> 1) - 1);
  return COPY | extra | ((1 + (symbol < 2 ? symbol : (2 + (symbol & 1)) << extra)) << VALUE);
}

function codeEntry(symbol: i32): u32 {
  if (symbol < 16) return COPY | (symbol << REPEATED) | (1 << VALUE);
  if (symbol === 16) return COPY | IS_PREVIOUS | (3 << TIMES_MASK) | (3 << VALUE) | 2;
  return COPY | (symbol === 17 ? (7 << TIMES_MASK) | (3 << VALUE) | 3 : (127 << TIMES_MASK) | (11 << VALUE) | 7);
}
