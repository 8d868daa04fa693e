// Sets of bytes, and where the tables stand.

import { ASSIGNS_AT, ENDS_WORD_AT, IN_NAME_AT, KEYWORD_BYTES, KEYWORDS_AT } from '../delta-layout';

/** Where the tables stand: ../delta-layout.ts. */
export let tables: usize = 0;

export function setTables(at: usize): void {
  tables = at;
}

// @ts-expect-error: a decorator of AssemblyScript
export function has(set: usize, byte: u32): bool {
  return ((<u32>load<u8>(set + (byte >> 3)) >> (byte & 7)) & 1) !== 0;
}

// @ts-expect-error: a decorator of AssemblyScript
export function endsWord(byte: u32): bool {
  return has(tables + ENDS_WORD_AT, byte);
}

// @ts-expect-error: a decorator of AssemblyScript
export function isInName(byte: u32): bool {
  return has(tables + IN_NAME_AT, byte);
}

// @ts-expect-error: a decorator of AssemblyScript
export function mayAssign(byte: u32): bool {
  return has(tables + ASSIGNS_AT, byte);
}

// @ts-expect-error: a decorator of AssemblyScript
export function keywordAt(keyword: u32): usize {
  return tables + KEYWORDS_AT + keyword * KEYWORD_BYTES;
}

// @ts-expect-error: a decorator of AssemblyScript
export function lengthOf(keyword: u32): u32 {
  return load<u16>(keywordAt(keyword));
}
