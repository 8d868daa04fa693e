// Evaluations that found nothing, remembered with all the bytes that they looked at: the versions of a file, and files that are
// alike, have the same lines. Exact: the bytes are compared.

import {
  HASHED_AHEAD,
  HASHED_BACK,
  MEMO_BYTES,
  MEMO_GROUPS_BITS,
  MEMO_HEAD,
  MEMO_LONGEST,
  MEMO_SLOTS,
  MEMO_WAYS,
} from '../delta-layout';

const FACTOR: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15; // odd, with no pattern in its bits

/** How far the evaluation that was recalled had looked. */
export let recalledBack: u32 = 0;
export let recalledAhead: u32 = 0;

let slots: usize = 0;
let entries: usize = 0;
let free: usize = 0; // behind the last entry

/** @param at where MEMO_SLOTS and MEMO_BYTES have their place */
export function prepareMemo(at: usize): void {
  slots = at;
  entries = at + 4 * MEMO_SLOTS;
  forget();
}

function forget(): void {
  memory.fill(slots, 0, 4 * MEMO_SLOTS);
  free = entries;
}

/** Whether the same keyword stood in the same bytes before, as far as its evaluation looked, and gave nothing. */
export function recall(bytes: usize, size: u32, start: u32, keyword: u32, isBinary: bool): bool {
  if (start < <u32>HASHED_BACK || start + HASHED_AHEAD > size) return false;
  const hash = hashOf(bytes + start, keyword);
  const kind = kindOf(keyword, isBinary);
  let slot = slotsOf(hash);
  for (const end = slot + 4 * MEMO_WAYS; slot < end; slot += 4) {
    const entry: usize = load<u32>(slot);
    if (entry === 0) return false;
    if (load<u32>(entry) !== hash || load<u32>(entry, 4) !== kind) continue;
    const back: u32 = load<u16>(entry, 8);
    const ahead: u32 = load<u16>(entry, 10);
    if (back > start || start + ahead > size) continue;
    if (!isEqual(bytes + start - back, entry + MEMO_HEAD, back + ahead)) continue;
    recalledBack = back;
    recalledAhead = ahead;
    return true;
  }
  return false;
}

/** Remembers an evaluation that gave nothing, and how far it looked. */
export function remember(
  bytes: usize,
  size: u32,
  start: u32,
  keyword: u32,
  isBinary: bool,
  back: u32,
  ahead: u32,
): void {
  if (start < <u32>HASHED_BACK || start + HASHED_AHEAD > size) return;
  // What looked at a border of the object depends on where that is.
  if (back > start || start + ahead > size || back + ahead > <u32>MEMO_LONGEST) return;
  if (free + MEMO_HEAD + MEMO_LONGEST > entries + MEMO_BYTES) forget();
  const hash = hashOf(bytes + start, keyword);
  // The oldest of those with the same slots goes.
  const slot = slotsOf(hash);
  memory.copy(slot + 4, slot, 4 * (MEMO_WAYS - 1));
  store<u32>(slot, <u32>free);
  store<u32>(free, hash);
  store<u32>(free, kindOf(keyword, isBinary), 4);
  store<u16>(free, back, 8);
  store<u16>(free, ahead, 10);
  memory.copy(free + MEMO_HEAD, bytes + start - back, back + ahead);
  free = (free + MEMO_HEAD + back + ahead + 15) & ~15;
}

function kindOf(keyword: u32, isBinary: bool): u32 {
  return (keyword << 1) | (isBinary ? 1 : 0);
}

function slotsOf(hash: u32): usize {
  return slots + <usize>(hash >> (32 - MEMO_GROUPS_BITS)) * 4 * MEMO_WAYS;
}

function hashOf(at: usize, keyword: u32): u32 {
  let hash: u64 = keyword;
  for (let word: usize = 0; word < <usize>(HASHED_BACK + HASHED_AHEAD); word += 8) {
    hash = (hash ^ load<u64>(at - HASHED_BACK + word)) * FACTOR;
    hash ^= hash >> 29;
  }
  return <u32>(hash >> 32);
}

function isEqual(a: usize, b: usize, length: u32): bool {
  let at: u32 = 0;
  for (; at + 16 <= length; at += 16) {
    if (v128.any_true(v128.xor(v128.load(a + at), v128.load(b + at)))) return false;
  }
  for (; at < length; at++) if (load<u8>(a + at) !== load<u8>(b + at)) return false;
  return true;
}
