// Whether none of the rules of a keyword can match, told from the bytes around it: most keywords stand in text that their patterns
// cannot read. What was looked at is noted, so that a copy of these bytes need not be looked at again.

import {
  ESCAPE_BYTES,
  KIND_ASSIGNMENT,
  LOOK_BACK_BYTES,
  NAME_BYTES,
  RULE_BANNED,
  RULE_BEFORE,
  RULE_BYTES,
  RULE_DISTINCTIVE,
  RULE_ENCODED,
  RULE_ENOUGH,
  RULE_FOLLOWS,
  RULE_FOLLOWS_AT,
  RULE_KIND,
  RULE_MOST_AHEAD,
  RULE_MOST_BACK,
  RULE_READ,
  RULE_WORD,
  SET_BYTES,
  UNKNOWN_RULES,
} from '../delta-layout';
import { endsWord, has, isInName, keywordAt, mayAssign } from './sets';

const NOWHERE: u32 = 0xffffffff;

/** How far the last call looked, in bytes from where the keyword begins. */
export let lookedBack: u32 = 0;
export let lookedAhead: u32 = 0;

/** @param size of the object at `bytes` @returns false: the rules have to be tried */
export function rejects(bytes: usize, size: u32, isBinary: bool, start: u32, keyword: u32): bool {
  const entry = keywordAt(keyword);
  const count: u32 = load<u16>(entry, 2);
  if (count === UNKNOWN_RULES) return false;
  const length: u32 = load<u16>(entry);
  lookedBack = 1;
  lookedAhead = length;
  let rule: usize = load<u32>(entry, 4);
  for (const end = rule + count * RULE_BYTES; rule < end; rule += RULE_BYTES) {
    if (isBinary && load<u8>(rule, RULE_DISTINCTIVE) === 0) continue;
    const isRejected =
      load<u8>(rule, RULE_KIND) === KIND_ASSIGNMENT
        ? assignsNothing(rule, bytes, size, start, length)
        : cannotRead(rule, bytes, size, start, length);
    if (!isRejected) return false;
  }
  return true;
}

function note(back: u32, ahead: u32): void {
  if (back > lookedBack) lookedBack = back;
  if (ahead > lookedAhead) lookedAhead = ahead;
}

// The pattern stops too early, whatever it begins with.
function cannotRead(rule: usize, bytes: usize, size: u32, start: u32, length: u32): bool {
  const isEncoded = load<u8>(rule, RULE_ENCODED) !== 0;
  const banned = load<u32>(rule, RULE_BANNED);
  if (banned !== 0 && start > 0 && has(banned, load<u8>(bytes + start - 1))) {
    if (isEncoded && mayEndEscape(bytes, start)) return false;
    if (isEncoded) note(ESCAPE_BYTES, length);
    return true;
  }
  const wrong = wrongPlace(rule, bytes, size, start + length);
  if (wrong !== NOWHERE) return isPlain(rule, isEncoded, bytes, size, start, length, 1, wrong);
  const read: usize = load<u32>(rule, RULE_READ);
  const enough = start + load<u32>(rule, RULE_ENOUGH);
  const stop = min(enough, size);
  let end = start;
  while (end < stop && has(read, load<u8>(bytes + end))) end++;
  if (end === enough) return false;
  const before = load<u32>(rule, RULE_BEFORE);
  let back: u32 = 1;
  if (before > 0) {
    // In front of where a match may begin, the pattern may look at what it can read.
    let first = <i32>start - <i32>before;
    const last = max<i32>(0, first - LOOK_BACK_BYTES);
    while (first > last && has(read, load<u8>(bytes + first - 1))) first--;
    back = <u32>(<i32>start - first + 1);
  }
  return isPlain(rule, isEncoded, bytes, size, start, length, back, end);
}

// Whether what the pattern cannot read is no escape either, when it is looked for in such texts, too. Notes how far was looked.
function isPlain(
  rule: usize,
  isEncoded: bool,
  bytes: usize,
  size: u32,
  start: u32,
  length: u32,
  back: u32,
  end: u32,
): bool {
  if (!isEncoded) {
    note(back, end + 1 - start);
    return true;
  }
  const wordEnd = plainWordEnd(bytes, size, start, length, load<u32>(rule, RULE_WORD));
  if (wordEnd < 0) return false;
  note(max<u32>(back, ESCAPE_BYTES), max<u32>(end + 1, <u32>wordEnd + ESCAPE_BYTES) - start);
  return true;
}

// The first place behind a keyword that has what cannot follow it there.
function wrongPlace(rule: usize, bytes: usize, size: u32, from: u32): u32 {
  let set: usize = load<u32>(rule, RULE_FOLLOWS_AT);
  for (let at = from, to = from + load<u8>(rule, RULE_FOLLOWS); at < to; at++, set += SET_BYTES) {
    if (at >= size || !has(set, load<u8>(bytes + at))) return at;
  }
  return NOWHERE;
}

// The end of the word that goes on behind a keyword, or -1 when there may be escapes in it or right in front.
function plainWordEnd(bytes: usize, size: u32, start: u32, length: u32, word: u32): i32 {
  if (mayEndEscape(bytes, start)) return -1;
  const limit = min(size, start + length + word + 1);
  let end = start + length;
  while (end < limit && !endsWord(load<u8>(bytes + end))) end++;
  if (end < size) {
    const byte = load<u8>(bytes + end);
    if (byte === 0x25 || byte === 0x5c || byte === 0x26) return -1; // % \ &
  }
  return <i32>end;
}

function mayEndEscape(bytes: usize, place: u32): bool {
  if (place >= 2 && load<u8>(bytes + place - 2) === 0x5c) return true;
  if (place >= 3 && load<u8>(bytes + place - 3) === 0x25) return true;
  return place >= 6 && load<u8>(bytes + place - 6) === 0x5c;
}

// What stands behind the name can begin no operator. The name is read as nameAround of ../find-operator.ts does it.
function assignsNothing(rule: usize, bytes: usize, size: u32, start: u32, length: u32): bool {
  let from = start;
  let end = start + length;
  while (end > from && !isInName(load<u8>(bytes + end - 1))) end--;
  while (from < end && !isInName(load<u8>(bytes + from))) from++;
  const least = end;
  while (from > 0 && (from >= start || start - from < <u32>NAME_BYTES) && isInName(load<u8>(bytes + from - 1))) from--;
  while (end < size && end - start < <u32>NAME_BYTES && isInName(load<u8>(bytes + end))) end++;
  const readEnd = end;
  while (end > least && isTrailing(load<u8>(bytes + end - 1))) end--;
  if (end < size && mayAssign(load<u8>(bytes + end))) return false;
  const back = from > start ? 0 : start - from + 1;
  note(
    min(load<u32>(rule, RULE_MOST_BACK), back),
    min(load<u32>(rule, RULE_MOST_AHEAD), max(readEnd, start + length) + 1 - start),
  );
  return true;
}

function isTrailing(byte: u8): bool {
  return byte === 0x2e || byte === 0x24 || byte === 0x2d; // . $ -
}
