// Which findings are allowed, by whom, and in which order the four ways count.

import { describe, expect, it } from 'vitest';
import type { Group } from '../../src/findings/group.js';
import { isExpired, type SuppressInput, suppress } from '../../src/findings/suppress.js';
import { Secret } from '../../src/secret.js';
import type { IgnoreEntry, InlineMarker } from '../../src/types.js';
import { NO_CLAIMS } from '../helpers/no-claims.js';

const NAME = '0123456789abcdef01234567';
const MARKER: InlineMarker = { marker: 'leakgate:allow', reason: 'a test value', line: 3 };
const entry: IgnoreEntry = { fingerprint: NAME, reason: 'rotated', owner: null, expires: null, line: 4 };

type Place = { path?: string | null; marker?: InlineMarker | null; atHead?: boolean };

function group(places: readonly Place[]): Group {
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 };
  const match = {
    ruleId: 'acme-key',
    secret: new Secret('x'),
    span: { start: 0, end: 4 },
    confidence: 'high',
    reasons: [],
    rank: 1,
  } as const;
  return {
    ruleId: 'acme-key',
    secret: match.secret,
    best: { match, region, marker: null, parts: [], claims: NO_CLAIMS },
    parts: [],
    claims: NO_CLAIMS,
    pushedAt: null,
    life: { introduced: null, removed: null, atHead: null, refs: [], pushed: null, reachable: null },
    occurrences: places.map(({ path = 'src/a.ts', marker = null, atHead = false }) => ({
      path,
      marker,
      atHead,
      region,
      commit: null,
      kind: 'file',
      state: 'history',
      blob: 'b1',
    })),
  };
}

function input(changes: Partial<SuppressInput> = {}): SuppressInput {
  return {
    ignore: new Map(),
    ignoreFile: '.leakgateignore',
    baseline: new Set(),
    baselineFile: 'old.json',
    isAllowedPath: () => false,
    today: '2026-03-10',
    strict: false,
    ...changes,
  };
}

const inTests = (path: string) => path.startsWith('test/');

describe('suppress', () => {
  it('allows nothing by itself', () => {
    expect(suppress(group([{}]), NAME, input())).toBeNull();
  });

  it.each([
    {
      name: 'the config, when every place is allowed',
      places: [{ path: 'test/a' }, { path: 'test/b' }],
      changes: { isAllowedPath: inTests },
      expected: { kind: 'config', reason: null, source: 'allow.paths' },
    },
    {
      name: 'the config, when the archive that a file stands in is allowed',
      places: [{ path: 'test/a.zip!src/b.zip!c' }],
      changes: { isAllowedPath: (path: string) => path === 'test/a.zip' },
      expected: { kind: 'config', reason: null, source: 'allow.paths' },
    },
    {
      name: 'the ignore file',
      places: [{}],
      changes: { ignore: new Map([[NAME, entry]]) },
      expected: { kind: 'ignore-file', reason: 'rotated', source: '.leakgateignore:4' },
    },
    {
      name: 'the baseline',
      places: [{}],
      changes: { baseline: new Set([NAME]) },
      expected: { kind: 'baseline', reason: null, source: 'old.json' },
    },
    {
      name: 'an inline comment',
      places: [{ marker: MARKER }],
      changes: {},
      expected: { kind: 'inline', reason: 'a test value', source: 'leakgate:allow' },
    },
  ])('takes the word of $name', ({ places, changes, expected }) => {
    expect(suppress(group(places), NAME, input(changes))).toEqual(expected);
  });

  it('asks the config first, then the ignore file, the baseline, and the comment last', () => {
    const all = { isAllowedPath: () => true, ignore: new Map([[NAME, entry]]), baseline: new Set([NAME]) };
    const kindWith = (changes: Partial<SuppressInput>) =>
      suppress(group([{ marker: MARKER }]), NAME, input(changes))?.kind;
    expect([
      kindWith(all),
      kindWith({ ...all, isAllowedPath: () => false }),
      kindWith({ baseline: all.baseline }),
      kindWith({}),
    ]).toEqual(['config', 'ignore-file', 'baseline', 'inline']);
  });

  it.each([
    {
      name: 'one place outside the allowed paths',
      places: [{ path: 'test/a' }, { path: 'src/a' }],
      changes: { isAllowedPath: inTests },
    },
    {
      name: 'a place without a path, such as a commit message',
      places: [{ path: 'test/a' }, { path: null }],
      changes: { isAllowedPath: () => true },
    },
    { name: 'a secret that no place is known for', places: [], changes: {} },
    {
      name: 'an ignored fingerprint of another secret',
      places: [{}],
      changes: { ignore: new Map([['f'.repeat(24), entry]]) },
    },
    {
      name: 'an entry that expired yesterday',
      places: [{}],
      changes: { ignore: new Map([[NAME, { ...entry, expires: '2026-03-09' }]]) },
    },
    { name: 'a comment in strict mode', places: [{ marker: MARKER }], changes: { strict: true } },
    { name: 'a comment at one of two places', places: [{ marker: MARKER }, {}], changes: {} },
    { name: 'a comment in an old version only', places: [{ marker: MARKER }, { atHead: true }], changes: {} },
  ])('does not let $name pass', ({ places, changes }) => {
    expect(suppress(group(places), NAME, input(changes))).toBeNull();
  });

  it('lets a comment at HEAD speak for the versions before it', () => {
    expect(suppress(group([{}, { marker: MARKER, atHead: true }]), NAME, input())?.kind).toBe('inline');
  });
});

describe('isExpired', () => {
  it.each([
    { expires: null, expected: false },
    { expires: '2026-03-11', expected: false },
    { expires: '2026-03-10', expected: false },
    { expires: '2026-03-09', expected: true },
    { expires: '2025-12-31', expected: true },
  ])('of an entry until $expires on 2026-03-10 is $expected', ({ expires, expected }) => {
    expect(isExpired({ ...entry, expires }, '2026-03-10')).toBe(expected);
  });
});
