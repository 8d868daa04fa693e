// A version of a file as a delta of another one, in AssemblyScript (scripts/build-wasm.mjs makes ../delta-wasm.ts of it): only what is new
// is searched, hits inside what was copied are inherited, and what no rule can match is rejected here. Works in the memory that objects
// are unpacked into, where the kernel has its tables, too.

import { next, scan } from '../../kernel/assembly/scan';
import { INPUT_AT, LONGEST_AT, RESULTS_AT } from '../../kernel/layout';
import { FOUND, NOTE_BYTES, ROW_BYTES } from '../delta-layout';
import { prepareMemo, recall, recalledAhead, recalledBack } from './memo';
import { lookedAhead, lookedBack, rejects } from './reject';
import { lengthOf, setTables } from './sets';

export { remember } from './memo';

const OP_BYTES: u32 = 12; // of a delta: u32 start, u32 start in the base or -1, u32 length
const HIT_BYTES: u32 = 8;
const JOINED_GAP: u32 = 64; // bytes between two ranges: searching them as well takes less time than another call
const NOWHERE: u32 = 0xffffffff;

/** What the last scan left to TypeScript, and the matches that are inherited: where they end. */
export let pendingEnd: usize = 0;
export let carriedEnd: usize = 0;

// The work area has four parts: rows, fresh hits, pending ones, carried matches.
let rowsAt: usize = 0;
let freshAt: usize = 0;
let pendingAt: usize = 0;
let carriedAt: usize = 0;
let workEnd: usize = 0;
let row: usize = 0;
let fresh: usize = 0; // behind the last one
let taken: usize = 0; // the next fresh one to be looked at
let full: i32 = 0; // minus the number of a part that was too small, from 1

let bytes: usize = 0;
let size: u32 = 0;
let isBinary: bool = false;
let isLeaf: bool = false;

/** Says where tables and memory of evaluations have their place. */
export function prepare(tablesAt: usize, memoAt: usize): void {
  setTables(tablesAt);
  prepareMemo(memoAt);
}

/** Says where the scan may write: where each part begins, and where the last one ends. */
export function setWork(rows: usize, fresh: usize, pending: usize, carried: usize, end: usize): void {
  rowsAt = rows;
  freshAt = fresh;
  pendingAt = pending;
  carriedAt = carried;
  workEnd = end;
}

/**
 * Scans an object.
 *
 * @param binary only distinctive rules apply @param leaf nothing is a delta of it: rows are not wanted
 * @param parent rows of the delta base, and behind the last one
 * @param ops how the object is made of it; opsEnd 0: all of it is new
 * @returns bytes of rows; -1 to -4: the first to fourth part of the work area was too small
 */
export function scanObject(
  at: usize,
  length: u32,
  binary: bool,
  leaf: bool,
  parent: usize,
  parentEnd: usize,
  parentSize: u32,
  ops: usize,
  opsEnd: usize,
): i32 {
  bytes = at;
  size = length;
  isBinary = binary;
  isLeaf = leaf;
  full = 0;
  row = rowsAt;
  fresh = freshAt;
  taken = fresh;
  pendingEnd = pendingAt;
  carriedEnd = carriedAt;
  store<u32>(INPUT_AT, <u32>bytes);
  if (opsEnd === 0) find(0, size, 0);
  else {
    searchFresh(ops, opsEnd);
    inherit(parent, parentEnd, parentSize, ops, opsEnd);
  }
  judgeFresh(NOWHERE);
  return full < 0 ? full : <i32>(row - rowsAt);
}

/** Whether one of the bytes is NUL. The memory goes on behind them. */
export function hasNul(at: usize, length: u32): bool {
  const end = at + length;
  for (; at + 16 <= end; at += 16) if (!i8x16.all_true(v128.load(at))) return true;
  for (; at < end; at++) if (load<u8>(at) === 0) return true;
  return false;
}

let cursor: usize = 0; // the op that holds the last hit

// Keywords that touch new bytes or the seam between two copies; those inside one copy are inherited instead.
function searchFresh(ops: usize, opsEnd: usize): void {
  const longest = load<u32>(LONGEST_AT);
  cursor = ops;
  let from: u32 = 0; // of the range to be searched
  let to: u32 = 0; // hits that begin in front of it are known
  for (let op = ops; op < opsEnd; op += OP_BYTES) {
    const start = load<u32>(op);
    const end = start + load<u32>(op, 8);
    // Of new bytes all; of a copy only its last bytes, where a keyword may reach over the seam behind it.
    const isCopy = <i32>load<u32>(op, 4) >= 0;
    if (isCopy && end === size) break;
    const begin = isCopy ? max<i32>(<i32>start, <i32>(end - longest + 1)) : start;
    if (<u32>begin > to + JOINED_GAP) {
      if (from < to) find(from, to, opsEnd);
      from = begin;
    }
    to = end;
  }
  if (from < to) find(from, to, opsEnd);
}

function find(from: u32, to: u32, opsEnd: usize): void {
  for (let at = from; at < to; at = next) {
    const count = scan(at, to, size);
    let hit: usize = load<u32>(RESULTS_AT);
    if (fresh + count * HIT_BYTES > pendingAt) {
      full = -2;
      return;
    }
    for (const end = hit + count * HIT_BYTES; hit < end; hit += HIT_BYTES) {
      const start = load<u32>(hit, 4);
      // The ops have no gaps: one of them holds it.
      while (opsEnd !== 0 && start >= load<u32>(cursor) + load<u32>(cursor, 8)) cursor += OP_BYTES;
      if (opsEnd !== 0 && isInside(start, load<u32>(hit))) continue;
      store<u64>(fresh, load<u64>(hit));
      fresh += HIT_BYTES;
    }
    if (opsEnd !== 0) continue;
    // Nothing is inherited in between: they need not be kept.
    judgeFresh(NOWHERE);
    fresh = taken = freshAt;
  }
}

function isInside(start: u32, keyword: u32): bool {
  const end = load<u32>(cursor) + load<u32>(cursor, 8);
  return <i32>load<u32>(cursor, 4) >= 0 && start + lengthOf(keyword) <= end;
}

// Takes over what the copies carry, in between the fresh hits.
function inherit(parent: usize, parentEnd: usize, parentSize: u32, ops: usize, opsEnd: usize): void {
  let known = parent;
  for (let op = ops; op < opsEnd; op += OP_BYTES) {
    const from = load<u32>(op, 4);
    if (<i32>from < 0) continue;
    const to = load<u32>(op);
    const length = load<u32>(op, 8);
    const end = from + length;
    // What lies before the first byte and behind the last one is the same in both, when both begin or end there.
    const low = from === 0 && to === 0 ? i32.MIN_VALUE : <i32>from;
    const high = end === parentSize && to + length === size ? i32.MAX_VALUE : <i32>end;
    const shift = to - from;
    known = firstFrom(from, parent, parentEnd, known);
    for (; known < parentEnd; known += ROW_BYTES) {
      const start = load<u32>(known);
      if (start >= end) break;
      if (taken < fresh) judgeFresh(start + shift);
      const marked = load<u32>(known, 4);
      const back = load<u32>(known, 8);
      const ahead = load<u32>(known, 12);
      if (<i32>(start - back) >= low && <i32>(start + ahead) <= high) {
        if (marked & FOUND) carry(start + shift, marked & ~FOUND, shift);
        if (!isLeaf) addRow(start + shift, marked, back, ahead);
      } else {
        const keyword = marked & ~FOUND;
        if (start + lengthOf(keyword) <= end) judge(start + shift, keyword);
      }
    }
  }
}

// The first row that begins at or behind a place. Copies mostly follow each other in the base, too, so it mostly is one of the next.
function firstFrom(place: u32, rows: usize, rowsEnd: usize, near: usize): usize {
  let low = (near - rows) / ROW_BYTES;
  let high = (rowsEnd - rows) / ROW_BYTES;
  if (low > 0 && load<u32>(near - ROW_BYTES) >= place) {
    high = low - 1;
    low = 0;
  } else {
    for (let step: usize = 1; low + step <= high; step <<= 1) {
      if (load<u32>(rows + (low + step - 1) * ROW_BYTES) >= place) {
        high = low + step - 1;
        break;
      }
      low += step;
    }
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(rows + middle * ROW_BYTES) < place) low = middle + 1;
    else high = middle;
  }
  return rows + low * ROW_BYTES;
}

// The fresh hits that begin in front of a place.
function judgeFresh(place: u32): void {
  for (; taken < fresh; taken += HIT_BYTES) {
    const start = load<u32>(taken, 4);
    if (start >= place) return;
    judge(start, load<u32>(taken));
  }
}

function judge(start: u32, keyword: u32): void {
  if (rejects(bytes, size, isBinary, start, keyword)) {
    if (!isLeaf) addRow(start, keyword, lookedBack, lookedAhead);
  } else if (recall(bytes, size, start, keyword, isBinary)) {
    if (!isLeaf) addRow(start, keyword, recalledBack, recalledAhead);
  } else {
    if (pendingEnd + NOTE_BYTES > carriedAt) {
      full = -3;
      return;
    }
    pendingEnd = writeNote(pendingEnd, start, keyword, isLeaf ? 0 : <u32>row);
    if (!isLeaf) addRow(start, keyword, 0, 0);
  }
}

function addRow(start: u32, marked: u32, back: u32, ahead: u32): void {
  if (row + ROW_BYTES > freshAt) {
    full = -1;
    return;
  }
  store<u32>(row, start);
  store<u32>(row, marked, 4);
  store<u32>(row, back, 8);
  store<u32>(row, ahead, 12);
  row += ROW_BYTES;
}

function carry(start: u32, keyword: u32, shift: u32): void {
  if (carriedEnd + NOTE_BYTES > workEnd) {
    full = -4;
    return;
  }
  carriedEnd = writeNote(carriedEnd, start, keyword, shift);
}

// Returns where it ends.
function writeNote(at: usize, start: u32, keyword: u32, more: u32): usize {
  store<u32>(at, start);
  store<u32>(at, keyword, 4);
  store<u32>(at, more, 8);
  return at + NOTE_BYTES;
}
