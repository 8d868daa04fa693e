// Bytes + rules → matches: the one door of the engine. Every decision is local to a hit (engine/evaluate.ts). Pure.

import { findKeywords } from '../kernel/keywords.js';
import type { Hit, Match, Piece } from '../types.js';
import type { Engine } from './compile-rules.js';
import { type Dropped, type EvaluatorOptions, HitEvaluator } from './evaluate-hit.js';
import { matchMagic } from './match-magic.js';
import { resolveOverlaps } from './overlap.js';

export type { Dropped } from './evaluate-hit.js';

export type BytesOutcome = {
  matches: Match[]; // by position; no two overlap
  encoded: Match[]; // those of `matches` whose bytes are an encoding of the secret
  matching: Hit[]; // hits that gave a match, or one that another took the place of
  exhausted: string[]; // ids of rules whose step budget ran out, or DECODING: the blob was not fully looked at
};

export type ScanOptions = EvaluatorOptions & {
  piece?: Piece | null;
  hits?: readonly Hit[] | undefined; // the only ones that give matches, by start; bytes are searched without
};

/**
 * Finds all matches of the engine's rules in bytes.
 *
 * @param options of a piece, only matches that begin in [from, to) are given; with the engine's overlap on either side they are
 *   those of the whole blob
 */
export function scanBytes(engine: Engine, bytes: Uint8Array, options: ScanOptions = {}): BytesOutcome {
  const evaluator = new HitEvaluator(engine, options.onDrop ? { ...options, onDrop: once(options.onDrop) } : options);
  // Most blobs have no hit; those that have pay once for a text of the same bytes.
  let text: string | null = null;
  const matching: Hit[] = [];
  const found = new Map<string, Match>(); // the first of two that are alike
  // The context of a piece is searched as well: a rule whose keyword stands there may win the overlap with one of ours.
  const onHit = (keyword: number, start: number) => {
    if (evaluator.rejects(keyword, bytes, start)) return;
    text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const own = evaluator.run(keyword, text, start);
    if (own.length > 0) matching.push([start, keyword]);
    for (const match of own) keep(found, match);
  };
  if (options.hits) for (const [start, keyword] of options.hits) onHit(keyword, start);
  else findKeywords(engine.keywords, bytes, { from: 0, to: bytes.length }, onHit);
  const { from, to } = options.piece ?? { from: 0, to: bytes.length };
  if (from === 0) for (const match of matchMagic(engine, bytes)) keep(found, match);
  const matches = resolveOverlaps([...found.values()]).filter(({ span }) => span.start >= from && span.start < to);
  // Of a key file, the match is its beginning and the secret the whole.
  const encoded = matches.filter(
    ({ secret, span }) => text !== null && !secret.reveal().startsWith(text.slice(span.start, span.end)),
  );
  return { matches, encoded, matching, exhausted: evaluator.exhausted() };
}

function keep(found: Map<string, Match>, match: Match): void {
  const key = keyOf(match.ruleId, match.span);
  if (!found.has(key)) found.set(key, match);
}

function keyOf(ruleId: string, { start, end }: Match['span']): string {
  return `${ruleId} ${start} ${end}`;
}

// Two keywords may lead to one text.
function once(onDrop: (dropped: Dropped) => void): (dropped: Dropped) => void {
  const seen = new Set<string>();
  return dropped => {
    const key = keyOf(dropped.ruleId, dropped.span);
    if (!seen.has(key)) onDrop(dropped);
    seen.add(key);
  };
}
