// Several rules may claim the same bytes; one secret at one place is one match, of the most specific rule. Pure.

import type { Match } from '../types.js';

/** Keeps, of all matches whose secrets overlap, the one of highest rank; equal ranks: the longer, then the rule id. */
export function resolveOverlaps(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const byRank = [...matches].sort(compareRank);
  const byStart = byRank
    .map((match, rank) => ({ match, rank }))
    .sort((a, b) => a.match.span.start - b.match.span.start);
  const kept: Match[] = [];
  let cluster: typeof byStart = [];
  let clusterEnd = -1;
  for (const entry of byStart) {
    if (entry.match.span.start >= clusterEnd) {
      kept.push(...bestOf(cluster));
      cluster = [];
    }
    cluster.push(entry);
    clusterEnd = Math.max(clusterEnd, entry.match.span.end);
  }
  return [...kept, ...bestOf(cluster)];
}

function compareRank(a: Match, b: Match): number {
  const longer = b.span.end - b.span.start - (a.span.end - a.span.start);
  return b.rank - a.rank || longer || (a.ruleId < b.ruleId ? -1 : 1);
}

// Within one cluster of touching claims: best first, then everything that does not overlap what is already kept.
function bestOf(cluster: readonly { match: Match; rank: number }[]): Match[] {
  const kept: Match[] = [];
  for (const { match } of [...cluster].sort((a, b) => a.rank - b.rank)) {
    if (kept.every(other => match.span.end <= other.span.start || match.span.start >= other.span.end)) kept.push(match);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}
