// Slow and plain searches that the fast ones are compared with. Nothing clever may enter here.

export type OracleHit = { keyword: number; start: number };

/**
 * Finds keywords by comparing every keyword at every place.
 *
 * @param keywords ASCII
 * @returns hits that begin in bytes[from, to), by place and keyword
 */
export function findKeywordsSlowly(
  keywords: readonly string[],
  bytes: Uint8Array,
  range: { from: number; to: number },
): OracleHit[] {
  const hits: OracleHit[] = [];
  for (let start = range.from; start < Math.min(range.to, bytes.length); start++) {
    for (const [keyword, text] of keywords.entries()) {
      if (standsAt(bytes, start, text)) hits.push({ keyword, start });
    }
  }
  return hits;
}

function standsAt(bytes: Uint8Array, start: number, keyword: string): boolean {
  return [...keyword].every((char, i) => lowerCase(bytes[start + i] ?? 0) === lowerCase(char.charCodeAt(0)));
}

function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/**
 * Counts lines by reading byte after byte.
 *
 * @returns the line of an offset, from 1, and the bytes between the line's start and the offset
 */
export function placeOf(bytes: Uint8Array, offset: number): { line: number; bytesBefore: number } {
  const place = { line: 1, bytesBefore: 0 };
  for (let at = 0; at < Math.min(offset, bytes.length); at++) {
    place.bytesBefore++;
    if (bytes[at] !== 0x0a) continue;
    place.line++;
    place.bytesBefore = 0;
  }
  return place;
}
