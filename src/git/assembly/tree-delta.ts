// What a tree adds to the tree that it is a delta of, without parsing the entries that it shares, in AssemblyScript. A tree is a run of
// `<mode> SP <name> NUL <id>`. Format: git Documentation/gitformat-pack.adoc, git-mktree.adoc

import { numberAt } from './find-object';

const OP_BYTES: usize = 12;
const SPACE: u8 = 0x20;
const FRESH_BYTES: usize = 16; // of an entry: u32 start, u32 start of the name, its end, u32 kind
const FILE: u32 = 0;
const FOLDER: u32 = 1;
const SUBMODULE: u32 = 2; // its id is a commit of another repository

/** Nothing but the base's starts: the entries begin where those of the base do. */
const SAME: i32 = -1;
/** The bytes are no tree: see `failedAt`. */
const NO_TREE: i32 = -2;

/** Where the areas of the last record end; they begin where `setRecords` says. */
export let recordEnd: usize = 0;
export let namesEnd: usize = 0;
export let openEnd: usize = 0;
export let failedAt: u32 = 0;

// The work area has five parts of one size, each large enough for any tree of that size.
let work: usize = 0;
let part: usize = 0;

/** Says where a record may be written: five parts of `bytes` each; the record, its names, starts, open refs, and scratch. */
export function setRecords(at: usize, bytes: usize): void {
  work = at;
  part = bytes;
}

let bytes: usize = 0;
let size: u32 = 0;
let idBytes: u32 = 0;
let base: usize = 0; // starts of the base's entries
let baseCount: u32 = 0;
let baseSize: u32 = 0;
let hasBase: bool = false;
let kept: u32 = 0; // entries from the first one on that begin where those of the base do, while `isKept`
let isKept: bool = false;
let start: usize = 0; // behind the last start
let record: usize = 0;
let fresh: usize = 0;

/**
 * Records a tree: numbers for [base or -1, blocks that it shares, 3 numbers each, fresh entries, 4 numbers each]; see ../tree-records.ts.
 *
 * @param baseAt where the starts of the base's entries stand, and how many; baseNumber -1: there is no base
 * @param names bytes of names that stand in the list before
 * @returns how many entries begin where (starts stand in the third part); SAME or NO_TREE. A ref that no number was found for is where
 *   its id stands, and its place in the record is among the open ones
 */
export function recordTree(
  at: usize,
  length: u32,
  hashBytes: u32,
  baseAt: usize,
  baseStarts: u32,
  baseLength: u32,
  baseNumber: i32,
  ops: usize,
  opsEnd: usize,
  names: u32,
): i32 {
  bytes = at;
  size = length;
  idBytes = hashBytes;
  base = baseAt;
  baseCount = baseStarts;
  baseSize = baseLength;
  hasBase = baseNumber >= 0;
  isKept = hasBase;
  kept = 0;
  start = work + 2 * part;
  record = work + 8;
  fresh = work + 4 * part;
  if (!compare(ops, opsEnd)) return NO_TREE;
  store<i32>(work, baseNumber);
  store<u32>(work, <u32>(record - work - 8) / 12, 4);
  writeFresh(names);
  if (isKept && kept === baseCount) return SAME;
  writeKept();
  return <i32>((start - work - 2 * part) >> 2);
}

function compare(ops: usize, opsEnd: usize): bool {
  let op = ops;
  for (let at: u32 = 0; at < size; ) {
    if (hasBase && opsEnd > ops) {
      while (op + OP_BYTES < opsEnd && at >= load<u32>(op) + load<u32>(op, 8)) op += OP_BYTES;
      const shared = share(op, at);
      if (shared > 0) {
        at += shared;
        continue;
      }
    }
    const end = parse(at);
    if (end === 0) {
      failedAt = at;
      return false;
    }
    at = end;
  }
  return true;
}

// At an entry boundary inside a copy: as many whole entries of the base as the copy holds, if the base has a boundary there too.
function share(op: usize, at: u32): u32 {
  const to = load<u32>(op);
  const from = load<u32>(op, 4);
  const count = load<u32>(op, 8);
  if (<i32>from < 0 || at < to || at >= to + count) return 0;
  const begin = from + (at - to);
  const first = indexOfStart(begin);
  if (first < 0 || startOf(first) !== begin) return 0;
  const limit = from + count;
  const last = limit >= baseSize ? <i32>baseCount : indexOfStart(limit);
  const end = last >= <i32>baseCount ? baseSize : startOf(last);
  if (end <= begin) return 0;
  store<u32>(record, at);
  store<u32>(record, begin, 4);
  store<u32>(record, end - begin, 8);
  record += 12;
  if (isKept && kept === <u32>first && at === begin) kept = <u32>last;
  else {
    writeKept();
    for (let i = first; i < last; i++, start += 4) store<u32>(start, startOf(i) + at - begin);
  }
  return end - begin;
}

function startOf(entry: i32): u32 {
  return load<u32>(base + ((<usize>entry) << 2));
}

// Index of the last start that is not past the offset; -1: none.
function indexOfStart(offset: u32): i32 {
  let low: i32 = 0;
  let high: i32 = <i32>baseCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

// Returns where the entry ends, or 0.
function parse(at: u32): u32 {
  let space = at;
  while (space < size && load<u8>(bytes + space) !== SPACE) space++;
  let nameEnd = space + 1;
  while (nameEnd < size && load<u8>(bytes + nameEnd) !== 0) nameEnd++;
  const end = nameEnd + 1 + idBytes;
  if (end > size) return 0;
  // Modes are written without leading zeros by git, with one by some other writers.
  const mode = bytes + at + (load<u8>(bytes + at) === 0x30 ? 1 : 0);
  const isSubmodule = load<u8>(mode) === 0x31 && load<u8>(mode, 1) === 0x36; // 160000
  store<u32>(fresh, at);
  store<u32>(fresh, space + 1, 4);
  store<u32>(fresh, nameEnd, 8);
  store<u32>(fresh, isSubmodule ? SUBMODULE : load<u8>(mode) === 0x34 ? FOLDER : FILE, 12);
  fresh += FRESH_BYTES;
  if (isKept && kept < baseCount && startOf(kept) === at) kept++;
  else {
    writeKept();
    store<u32>(start, at);
    start += 4;
  }
  return end;
}

// From here on not all entries begin where those of the base do.
function writeKept(): void {
  if (!isKept) return;
  memory.copy(start, base, kept << 2);
  start += kept << 2;
  isKept = false;
}

function writeFresh(names: u32): void {
  const countAt = record;
  record += 4;
  let name = work + part;
  let open = work + 3 * part;
  let count: u32 = 0;
  for (let entry = work + 4 * part; entry < fresh; entry += FRESH_BYTES) {
    const kind = load<u32>(entry, 12);
    if (kind === SUBMODULE) continue;
    const nameAt = load<u32>(entry, 4);
    const nameEnd = load<u32>(entry, 8);
    const id = bytes + nameEnd + 1;
    const number = numberAt(id, idBytes);
    store<u32>(record, load<u32>(entry));
    store<u32>(record, names + <u32>(name - work - part), 4);
    store<u32>(record, nameEnd - nameAt, 8);
    if (number >= 0) store<i32>(record, 2 * number + (kind === FOLDER ? 1 : 0), 12);
    else {
      store<u32>(open, <u32>(record - work + 12) >> 2);
      store<u32>(open, kind === FOLDER ? 1 : 0, 4);
      open += 8;
      store<u32>(record, <u32>id, 12);
    }
    record += 16;
    memory.copy(name, bytes + nameAt, nameEnd - nameAt);
    name += nameEnd - nameAt;
    count++;
  }
  store<u32>(countAt, count);
  recordEnd = record;
  namesEnd = name;
  openEnd = open;
}
