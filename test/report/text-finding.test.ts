import { expect, it } from 'vitest';
import { findingLines } from '../../src/report/text-finding.js';
import { styleOf } from '../../src/report/text-style.js';
import { finding, goneFinding, liveLife, place, stagedPlace, unknownLife } from './sample-result.js';

const lines = (input: ReturnType<typeof finding>, mode: 'history' | 'staged' | 'range' = 'history') =>
  findingLines(input, mode, styleOf(false)).join('\n');

it.each([
  { name: 'a pushed secret is to be revoked now', input: finding(), expected: 'exposure     pushed: revoke it now' },
  { name: 'a secret that no remote has is only local', input: goneFinding(), expected: 'exposure     only local' },
  {
    name: 'the first three refs are named, the rest counted',
    input: finding(),
    expected: 'refs/heads/main, refs/remotes/origin/main, refs/tags/v1 and 1 more',
  },
  {
    name: 'what no ref reaches is said to be so',
    input: finding({ life: { ...liveLife, refs: [], reachable: false } }),
    expected: 'none: no ref reaches it',
  },
  {
    name: 'who brought it in and when is told',
    input: finding(),
    expected: 'introduced   ada1000000 by Ada Lovelace, 2024-03-01T10:00:00+01:00',
  },
  { name: 'who took it away is told', input: goneFinding(), expected: 'removed      b0b2000000 by Bob' },
  {
    name: 'being gone from HEAD is not being gone',
    input: goneFinding(),
    expected: 'no, but the repository still holds it',
  },
  {
    name: 'further places are counted beyond those listed',
    input: finding({ occurrenceCount: 8 }),
    expected: 'also in      7 further places: , …',
  },
  {
    name: 'the other half of a key pair is shown with it',
    input: finding({
      parts: [
        {
          ruleId: 'aws-access-key-id',
          masked: 'AKIA… (20 characters)',
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 },
        },
      ],
    }),
    expected: 'with         AKIA… (20 characters) on line 3 (aws-access-key-id)',
  },
  {
    name: 'a place in the index says so',
    input: finding({ occurrences: [place({ state: 'index', commit: null })] }),
    expected: 'src/config.ts:12:8 (in the index, not committed)',
  },
  {
    name: 'medium confidence gives its reasons',
    input: finding({ confidence: 'medium', reasons: ['a', 'b'] }),
    expected: 'confidence   medium (a; b)',
  },
])('$name', ({ input, expected }) => {
  expect(lines(input)).toContain(expected);
});

it('says nothing of confidence when it is high', () => {
  expect(lines(finding())).not.toContain('confidence');
});

it('tells no life of what is not committed yet', () => {
  expect(lines(finding({ occurrences: [stagedPlace()], life: unknownLife }), 'staged')).not.toMatch(
    /introduced|exposure|at HEAD|index/,
  );
});

it('says nothing about pushing when that is not known', () => {
  expect(lines(finding({ life: { ...liveLife, pushed: null } }), 'range')).not.toContain('exposure');
});
