// One secret at one place is one match, of the most specific rule.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveOverlaps } from '../../src/engine/overlap.js';
import { Secret } from '../../src/secret.js';
import type { Match } from '../../src/types.js';

const secret = new Secret('x');

function claim(ruleId: string, start: number, end: number, rank: number): Match {
  return { ruleId, secret, span: { start, end }, confidence: 'high', reasons: [], rank };
}

const kept = (...claims: Match[]) => resolveOverlaps(claims).map(match => match.ruleId);

describe('resolveOverlaps', () => {
  it.each([
    { name: 'nothing gives nothing', claims: [], expected: [] },
    { name: 'the higher rank wins', claims: [claim('low', 0, 9, 1), claim('high', 2, 5, 2)], expected: ['high'] },
    { name: 'of equal ranks the longer wins', claims: [claim('a', 0, 5, 1), claim('b', 0, 6, 1)], expected: ['b'] },
    {
      name: 'of equal ranks and lengths the rule id decides',
      claims: [claim('b', 0, 5, 1), claim('a', 2, 7, 1)],
      expected: ['a'],
    },
    { name: 'neighbours do not overlap', claims: [claim('b', 5, 9, 1), claim('a', 0, 5, 9)], expected: ['a', 'b'] },
    { name: 'one common byte is an overlap', claims: [claim('b', 4, 9, 1), claim('a', 0, 5, 9)], expected: ['a'] },
    {
      name: 'what only the loser touched is kept',
      claims: [claim('left', 0, 4, 3), claim('bridge', 3, 8, 1), claim('right', 7, 12, 2)],
      expected: ['left', 'right'],
    },
    {
      name: 'a winner in the middle removes both sides',
      claims: [claim('left', 0, 4, 1), claim('bridge', 3, 8, 3), claim('right', 7, 12, 2)],
      expected: ['bridge'],
    },
    {
      name: 'the result is in the order of places',
      claims: [claim('c', 20, 30, 9), claim('a', 0, 5, 1), claim('b', 10, 15, 5)],
      expected: ['a', 'b', 'c'],
    },
  ])('$name', ({ claims, expected }) => {
    expect(kept(...claims)).toEqual(expected);
  });

  it('keeps no two that overlap, drops none without a better one on it, and does not depend on the order', () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }), fc.nat(3));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.nat(11), (spans, turn) => {
        const claims = spans.map(([start, length, rank], i) =>
          claim(`r${String(i).padStart(2, '0')}`, start, start + length, rank),
        );
        const result = resolveOverlaps(claims);
        const touches = (a: Match, b: Match) => a.span.start < b.span.end && b.span.start < a.span.end;
        for (const match of result) expect(result.filter(other => touches(match, other))).toEqual([match]);
        for (const match of claims.filter(lost => !result.includes(lost)))
          expect(result.some(winner => touches(match, winner) && winner.rank >= match.rank)).toBe(true);
        expect(resolveOverlaps([...claims.slice(turn), ...claims.slice(0, turn)])).toEqual(result);
      }),
      { numRuns: 1000 },
    );
  });
});
