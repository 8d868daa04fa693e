// A secret and the id that stands beside it are one finding: the id becomes a part of the secret's match. Pure.

import type { LocatedMatch } from '../types.js';

const WINDOW_BYTES = 500; // between the two: lines of one block of settings, not of the next
const MAX_ID = 512; // bytes of an id, encoded forms included

/**
 * Pairs the matches of one blob.
 *
 * @param pairsWith the rules that find the other half of what a rule finds
 * @returns the matches in their order, without those that became parts; a secret has one part at most, a part one secret
 */
export function pairParts(
  matches: readonly LocatedMatch[],
  pairsWith: (ruleId: string) => readonly string[],
): readonly LocatedMatch[] {
  const pairs = nearestFirst(matches, pairsWith);
  if (pairs.length === 0) return matches;
  const partOf = new Map<LocatedMatch, LocatedMatch>();
  const taken = new Set<LocatedMatch>();
  for (const { secret, id } of pairs) {
    if (partOf.has(secret) || taken.has(id)) continue;
    partOf.set(secret, id);
    taken.add(id);
  }
  return matches.flatMap(located => {
    const id = partOf.get(located);
    if (taken.has(located)) return [];
    return [id ? withPart(located, id) : located];
  });
}

type Pair = { secret: LocatedMatch; id: LocatedMatch; distance: number };

function nearestFirst(matches: readonly LocatedMatch[], pairsWith: (ruleId: string) => readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  if (matches.length < 2 || !matches.some(({ match }) => pairsWith(match.ruleId).length > 0)) return pairs; // most blobs
  const sorted = [...matches].sort((a, b) => a.match.span.start - b.match.span.start);
  for (const secret of matches) {
    const wanted = pairsWith(secret.match.ruleId);
    if (wanted.length === 0) continue;
    const { start, end } = secret.match.span;
    for (let at = firstFrom(sorted, start - WINDOW_BYTES - MAX_ID); at < sorted.length; at++) {
      const id = sorted[at];
      if (!id || id.match.span.start > end + WINDOW_BYTES) break;
      const distance = distanceOf(secret, id);
      if (wanted.includes(id.match.ruleId) && distance <= WINDOW_BYTES) pairs.push({ secret, id, distance });
    }
  }
  // An id stands in front of its secret more often than behind it.
  const isBehind = ({ secret, id }: Pair) => Number(id.match.span.start > secret.match.span.start);
  return pairs.sort((a, b) => a.distance - b.distance || isBehind(a) - isBehind(b));
}

// Index of the first match that begins at or behind a place.
function firstFrom(sorted: readonly LocatedMatch[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.match.span.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distanceOf({ match: a }: LocatedMatch, { match: b }: LocatedMatch): number {
  return Math.max(0, b.span.start - a.span.end, a.span.start - b.span.end);
}

// Both halves in one place leave little doubt about what they are.
function withPart(located: LocatedMatch, { match, region, claims }: LocatedMatch): LocatedMatch {
  const reasons = [...located.match.reasons, 'its other half stands beside it'];
  return {
    ...located,
    match: { ...located.match, confidence: 'high', reasons },
    parts: [{ ruleId: match.ruleId, secret: match.secret, region }],
    claims: { ...located.claims, account: claims.account ?? located.claims.account },
  };
}
