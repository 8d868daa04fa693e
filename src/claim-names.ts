// Names and texts that a report prints → the secrets in them. Thousands of names hold no keyword: all are searched at once for those that do.

import type { Engine } from './engine/compile-rules.js';
import { beginsWithMagic } from './engine/match-magic.js';
import { scanBytes } from './engine/scan-bytes.js';
import { findKeywords } from './kernel/keywords.js';
import type { Secret } from './secret.js';
import type { Hit } from './types.js';

/**
 * A report prints names, too: a token in one of them is known from here on, although no content that was scanned holds it.
 *
 * @returns whether there was none
 */
export function claimNames(engine: Engine, texts: readonly string[], claimed: Set<Secret>): boolean {
  let isQuiet = true;
  const all = texts.map(text => Buffer.from(text));
  for (const [at, hits] of hitsInEach(engine, all).entries()) {
    const bytes = all[at];
    if (!bytes || hits?.length === 0) continue;
    const { matches, encoded } = scanBytes(engine, bytes, { isBinary: true, ...(hits && { hits }) });
    for (const match of matches) claimed.add(match.secret);
    for (const { span } of encoded) claimed.add(engine.pool.intern(bytes.toString('latin1', span.start, span.end)));
    isQuiet &&= matches.length === 0;
  }
  return isQuiet;
}

/**
 * Searches many short texts for keywords.
 *
 * @returns of each text its hits, as a search of it alone gives them; null where its beginning decides as well
 */
export function hitsInEach(engine: Engine, texts: readonly Uint8Array[]): (Hit[] | null)[] {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1; // a NUL behind each: it stands in no keyword
  }
  const joined = new Uint8Array(length);
  for (const [at, text] of texts.entries()) joined.set(text, starts[at]);
  const hits = texts.map((text): Hit[] | null => (beginsWithMagic(engine, text) ? null : []));
  let at = 0;
  findKeywords(engine.keywords, joined, { from: 0, to: length }, (keyword, start) => {
    while (start >= (starts[at + 1] ?? length)) at++;
    hits[at]?.push([start - (starts[at] ?? 0), keyword]);
  });
  return hits;
}
