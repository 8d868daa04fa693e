// Keywords → the tables of the search, as one image of memory: made when the program is built, read by both searches.
// Format: layout.ts.

import { ANCHOR_BYTES, anchorChooser } from './anchors.js';
import {
  BUCKET_BITS,
  BUCKETS_AT,
  CHECK_AT,
  CHECK_BITS,
  CHECK_FACTOR,
  CROWD_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  FACTOR_A,
  FACTOR_B,
  FOLD,
  FOLD_WORD,
  GATE_AT,
  GATE_BITS,
  IMAGE_AT,
  LENGTH_BITS,
  LONGEST_AT,
  REACH_AT,
  VECTORS_AT,
} from './layout.js';

const MAX_KEYWORDS = 0xffff;
const MAX_LENGTH = (1 << LENGTH_BITS) - 1;

type Entry = { keyword: number; text: string; anchor: number; check: number };

/**
 * Lays out the tables.
 *
 * @param keywords lower case, ASCII, 3 bytes or more; of a very long one, its first MAX_LENGTH bytes are looked for
 * @returns what stands in memory from IMAGE_AT on
 * @throws {RangeError} more keywords than the tables can number
 */
export function buildTables(keywords: readonly string[]): Uint8Array {
  if (keywords.length > MAX_KEYWORDS) throw new RangeError(`${keywords.length} keywords are too many`);
  const anchorOf = anchorChooser();
  const entries = keywords
    .map(keyword => keyword.slice(0, MAX_LENGTH))
    .map((text, keyword) => toEntry(text, keyword, anchorOf(text)))
    .sort((a, b) => a.check - b.check);
  const textsAt = ENTRIES_AT + entries.length * ENTRY_BYTES;
  const total = entries.reduce((sum, { text }) => sum + text.length, 0);
  const image = new Uint8Array((textsAt + total - IMAGE_AT + 15) & ~15);
  const view = new DataView(image.buffer);
  fillHeader(view, entries, keywords);
  fillVectors(view);
  fillGate(image, entries);
  fillCheck(image, entries);
  fillBuckets(view, entries);
  fillEntries(view, entries, textsAt);
  return image;
}

function fillHeader(view: DataView, entries: readonly Entry[], keywords: readonly string[]): void {
  const largest = (numbers: readonly number[]) => numbers.reduce((most, number) => Math.max(most, number), 0);
  const lengths = keywords.map(keyword => keyword.length);
  const longest = largest(lengths);
  view.setUint32(REACH_AT - IMAGE_AT, largest(entries.map(entry => entry.anchor)), true);
  view.setUint32(LONGEST_AT - IMAGE_AT, longest, true);
  // At one place there is one keyword of each length, unless some are cut and may be the same then.
  view.setUint32(CROWD_AT - IMAGE_AT, longest > MAX_LENGTH ? keywords.length : new Set(lengths).size, true);
}

function toEntry(text: string, keyword: number, anchor: number): Entry {
  let word = 0;
  for (let i = 0; i < Math.min(text.length, ANCHOR_BYTES); i++) word |= text.charCodeAt(anchor + i) << (8 * i);
  return { keyword, text, anchor, check: text.length < ANCHOR_BYTES ? checkOfThree(word) : checkOf(word) };
}

/** The slot of the gate for the first three bytes of a word. */
export function slotOf(word: number): number {
  const folded = word | FOLD_WORD;
  return (((folded & 0xffff) * FACTOR_A + ((folded >>> 8) & 0xffff) * FACTOR_B) & 0xffff) >> (16 - GATE_BITS);
}

/** The check of a word of four bytes, little-endian. */
export function checkOf(word: number): number {
  return Math.imul(word | FOLD_WORD, CHECK_FACTOR) >>> (32 - CHECK_BITS);
}

/** The check of its first three bytes. */
export function checkOfThree(word: number): number {
  return Math.imul((word | FOLD_WORD) & 0xffffff, CHECK_FACTOR) >>> (32 - CHECK_BITS);
}

function fillVectors(view: DataView): void {
  for (let lane = 0; lane < 16; lane++) {
    const half = 8 * (lane % 2);
    const fields = [FOLD, FACTOR_A >> half, FACTOR_B >> half, 1 << (lane % 8), 15];
    for (const [vector, field] of fields.entries()) view.setUint8(VECTORS_AT - IMAGE_AT + 16 * vector + lane, field);
  }
}

// A slot has one bit for each value of the fourth byte's low bits; behind a keyword of three bytes anything may stand.
function fillGate(image: Uint8Array, entries: readonly Entry[]): void {
  const gate = image.subarray(GATE_AT - IMAGE_AT);
  for (const { text, anchor } of entries) {
    const [b0, b1, b2, b3] = [0, 1, 2, 3].map(i => text.charCodeAt(anchor + i)) as [number, number, number, number];
    const slot = slotOf(b0 | (b1 << 8) | (b2 << 16));
    gate[slot] = (gate[slot] ?? 0) | (text.length < ANCHOR_BYTES ? 0xff : 1 << (b3 & 7));
  }
}

function fillCheck(image: Uint8Array, entries: readonly Entry[]): void {
  const bits = image.subarray(CHECK_AT - IMAGE_AT);
  for (const { check } of entries) bits[check >> 3] = (bits[check >> 3] ?? 0) | (1 << (check & 7));
}

// Entries are sorted by check: bucket n is those from its number up to that of bucket n + 1.
function fillBuckets(view: DataView, entries: readonly Entry[]): void {
  let at = 0;
  for (let bucket = 0; bucket <= 1 << BUCKET_BITS; bucket++) {
    while (at < entries.length && bucketOf(entries[at]?.check ?? 0) < bucket) at++;
    view.setUint16(BUCKETS_AT - IMAGE_AT + 2 * bucket, at, true);
  }
}

/** The bucket of a check. */
export function bucketOf(check: number): number {
  return check >> (CHECK_BITS - BUCKET_BITS);
}

function fillEntries(view: DataView, entries: readonly Entry[], textsAt: number): void {
  let textAt = textsAt;
  entries.forEach(({ keyword, text, anchor }, i) => {
    const fields = ENTRIES_AT - IMAGE_AT + i * ENTRY_BYTES;
    view.setUint16(fields, keyword, true);
    view.setUint16(fields + 2, text.length | (anchor << LENGTH_BITS), true);
    view.setUint32(fields + 4, textAt, true);
    for (let at = 0; at < text.length; at++) view.setUint8(textAt - IMAGE_AT + at, text.charCodeAt(at));
    textAt += text.length;
  });
}
