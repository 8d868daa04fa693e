// Does an old value still stand? What came back, what moved under another rule, and what could not be looked for.

import { describe, expect, it } from 'vitest';
import {
  exitCodeOfVerdicts,
  type Rescanned,
  type Verdict,
  verifyRotation,
  type Wanted,
} from '../../src/incident/verify.js';

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  id: 'SEC-000000000001',
  title: 'Acme key',
  fingerprint: 'f1',
  ruleId: 'acme-key',
  masked: 'acme… (20 characters)',
  wasAtHead: true,
  ...changes,
});

type Place = Rescanned['occurrences'][number];
const at = (path: string, changes: Partial<Place> = {}): Place => ({
  path,
  region: { startLine: 3 },
  atHead: false,
  state: 'history',
  ...changes,
});
const found = (
  fingerprint: string,
  occurrences: Place[],
  sameValue: string[] = [],
  ruleId = 'acme-key',
): Rescanned => ({
  fingerprint,
  ruleId,
  exposure: { sameValue },
  occurrences,
});

const verify = (leak: Wanted, findings: Rescanned[]) =>
  verifyRotation([leak], findings, ruleId => ruleId !== 'disabled-rule')[0];

describe('verifyRotation', () => {
  it.each([
    { name: 'at HEAD', places: [at('a', { atHead: true })], kind: 'standing', where: ['a:3 HEAD'] },
    { name: 'in the index', places: [at('a', { state: 'index' })], kind: 'standing', where: ['a:3 index'] },
    {
      name: 'in the work tree',
      places: [at('.env', { state: 'worktree' })],
      kind: 'standing',
      where: ['.env:3 work tree'],
    },
    {
      name: 'at HEAD and in the work tree',
      places: [at('a', { atHead: true }), at('a', { state: 'worktree' })],
      kind: 'standing',
      where: ['a:3 HEAD,work tree'],
    },
    { name: 'in the history alone', places: [at('a')], kind: 'history', where: [] },
    { name: 'nowhere', places: null, kind: 'gone', where: [] },
  ])('of a value that stands $name is $kind', ({ places, kind, where }) => {
    const verdict = verify(wanted(), places === null ? [] : [found('f1', places)]);
    expect(verdict?.kind).toBe(kind);
    expect(verdict?.places.map(place => `${place.path}:${place.line} ${place.where.join(',')}`)).toEqual(where);
  });

  it('knows what had been gone from HEAD and came back', () => {
    const findings = [found('f1', [at('a', { atHead: true })])];
    expect(verify(wanted({ wasAtHead: false }), findings)?.kind).toBe('returned');
    expect(verify(wanted({ wasAtHead: null }), findings)?.kind).toBe('standing');
  });

  it('follows the value to where another rule claims it', () => {
    const findings = [
      found('f1', [at('a')], ['f2']),
      found('f2', [at('b', { atHead: true })], ['f1'], 'generic-secret'),
    ];
    expect(verify(wanted(), findings)).toMatchObject({
      kind: 'standing',
      places: [{ path: 'b', ruleId: 'generic-secret' }],
    });
  });

  it.each([
    { name: 'a report named no value', leak: wanted({ fingerprint: null }), why: /place only/ },
    { name: 'its rule is not enabled', leak: wanted({ ruleId: 'disabled-rule' }), why: /disabled-rule is not enabled/ },
  ])('says that it could not look when $name', ({ leak, why }) => {
    expect(verify(leak, [])).toMatchObject({ kind: 'unknown', why: expect.stringMatching(why) });
  });

  it('lists fifty places and counts all', () => {
    const places = Array.from({ length: 60 }, (_, line) => at('a', { atHead: true, region: { startLine: line + 1 } }));
    const verdict = verify(wanted(), [found('f1', places)]);
    expect([verdict?.places.length, verdict?.count]).toEqual([50, 60]);
  });
});

describe('the exit code', () => {
  const verdict = (kind: Verdict['kind']): Verdict => ({
    id: 'x',
    title: '',
    masked: '',
    kind,
    places: [],
    count: 0,
    why: null,
  });
  it.each([
    { kinds: ['history', 'gone'] as const, complete: true, code: 0 },
    { kinds: ['history', 'standing'] as const, complete: true, code: 1 },
    { kinds: ['returned'] as const, complete: true, code: 1 },
    { kinds: ['standing', 'unknown'] as const, complete: true, code: 2 },
    { kinds: ['gone'] as const, complete: false, code: 2 },
    { kinds: [] as const, complete: true, code: 2 },
  ])('of $kinds, complete $complete, is $code', ({ kinds, complete, code }) => {
    expect(exitCodeOfVerdicts(kinds.map(verdict), complete)).toBe(code);
  });
});
