// Where things stand in the kernel's memory, and the numbers of its gate: read by TypeScript (tables.ts, kernel.ts) and
// by AssemblyScript (assembly/scan.ts), so plain constants only. All numbers in memory are little-endian.

export const CHUNK = 1024; // bytes hashed at once: their scratch stays in the first-level cache
export const SLACK = 128; // bytes behind the input that may be read: the rest of a round of 64, and 16 behind that

// The first 64 KB are left to the tables of the unpacker, with which the kernel can share a memory.
export const SLOT_AT = 0x10000; // scratch: u16 for each byte of a chunk, its slot of the gate
export const PLACES_AT = SLOT_AT; // scratch: u16 places that passed; they never overtake the slots to be read

export const IMAGE_AT = SLOT_AT + 2 * CHUNK; // the tables of a keyword set begin here
export const REACH_AT = IMAGE_AT; // u32: the furthest anchor
export const LONGEST_AT = IMAGE_AT + 4; // u32: bytes of the longest keyword
export const CROWD_AT = IMAGE_AT + 8; // u32: hits that can begin at one place
export const RESULTS_AT = IMAGE_AT + 12; // u32: where results are put; written by kernel.ts, as the next two
export const CAPACITY_AT = IMAGE_AT + 16; // u32: hits that fit there
export const INPUT_AT = IMAGE_AT + 20; // u32: where the input begins
export const VECTORS_AT = IMAGE_AT + 32; // five vectors: V8 makes a constant anew at every use, a loaded one it keeps
export const GATE_AT = VECTORS_AT + 5 * 16;

export const GATE_BITS = 15; // 32 KB; with 16 bits a quarter less passes, and the cache is missed more often
export const CHECK_AT = GATE_AT + (1 << GATE_BITS); // one bit for each check of an anchor
export const CHECK_BITS = 17; // 16 KB
export const BUCKET_BITS = 13; // a bucket is the top bits of a check
export const BUCKETS_AT = CHECK_AT + (1 << (CHECK_BITS - 3)); // u16 each, and one more: the first entry of a bucket
export const ENTRIES_AT = BUCKETS_AT + 2 * (1 << BUCKET_BITS) + 16;
export const ENTRY_BYTES = 8; // u16 keyword; u16 length, with the anchor in the top bits; u32 where its text stands
export const LENGTH_BITS = 11;

// slot = top bits of (b0 b1) * FACTOR_A + (b1 b2) * FACTOR_B, modulo 65536; (b0 b1) little-endian, bit FOLD set in
// every byte. The best of 200 random pairs by what the gate lets through of git's sources and of JavaScript packages;
// the median lets a seventh more through.
export const FACTOR_A = 7911;
export const FACTOR_B = 53715;
export const FOLD = 0x20; // upper and lower case differ in this bit
export const FOLD_WORD = FOLD * 0x01010101;

// check = top bits of (b0 b1 b2 b3) * CHECK_FACTOR, modulo 2^32; of a keyword of three bytes, b3 is zero.
export const CHECK_FACTOR = 0x9e3779b1;
