// How far a secret got, and how urgent that makes it: each reason moves the priority as the table in priority.ts says.

import { describe, expect, it } from 'vitest';
import { findSiblings, measureExposure, type Scope } from '../../src/findings/exposure.js';
import type { Group } from '../../src/findings/group.js';
import { type Confidence, defineRule, type RuleInput, type Severity } from '../../src/rule.js';
import { Secret } from '../../src/secret.js';
import type { Claims, CommitInfo, Life, Occurrence, ScanMode } from '../../src/types.js';
import { NO_CLAIMS } from '../helpers/no-claims.js';

const NOW = new Date('2024-03-01T12:00:00Z');
const REGION = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 };

const commit = (oid: string, authorDate: string, committerDate = authorDate): CommitInfo => ({
  oid,
  author: { name: 'Ann', email: 'ann@acme.dev' },
  authorDate,
  committerDate,
});
const first = commit('c1', '2024-02-10T12:00:00Z', '2024-02-01T12:00:00Z');

const rule = (changes: Partial<RuleInput> = {}) =>
  defineRule({
    id: 'acme-key',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'critical',
    keywords: ['acme'],
    pattern: /acme/,
    references: [],
    match: [],
    noMatch: [],
    ...changes,
  });

const place = (changes: Partial<Occurrence> = {}) => ({
  path: 'src/a.ts',
  commit: first,
  kind: 'file' as const,
  state: 'history' as const,
  blob: 'b1',
  region: REGION,
  atHead: true,
  marker: null,
  ...changes,
});

const PUSHED: Partial<Life> = { refs: ['refs/heads/main', 'refs/remotes/origin/main'], pushed: true };
const LOCAL: Partial<Life> = { refs: ['refs/heads/main'], pushed: false };

type Options = {
  life?: Partial<Life>;
  claims?: Partial<Claims>;
  places?: ReturnType<typeof place>[];
  pushedAt?: string | null;
  severity?: Severity;
  secrecy?: 'secret' | 'publishable';
  title?: string;
  confidence?: Confidence;
  mode?: ScanMode;
  isComplete?: boolean;
  clean?: (text: string) => string;
};

function group({ life = {}, claims = {}, places = [place()], pushedAt = null }: Options): Group {
  const secret = new Secret('acme');
  const match = {
    ruleId: 'acme-key',
    secret,
    span: { start: 0, end: 4 },
    confidence: 'high',
    reasons: [],
    rank: 1,
  } as const;
  return {
    ruleId: 'acme-key',
    secret,
    best: { match, region: REGION, marker: null, parts: [], claims: NO_CLAIMS },
    parts: [],
    occurrences: places,
    life: { introduced: first, removed: null, atHead: true, refs: [], pushed: null, reachable: true, ...life },
    claims: { ...NO_CLAIMS, ...claims },
    pushedAt,
  };
}

function measure(options: Options) {
  const { severity = 'critical', secrecy = 'secret', title = 'Acme key', confidence = 'high' } = options;
  const scope: Scope = {
    mode: options.mode ?? 'history',
    now: NOW,
    isComplete: options.isComplete ?? true,
    siblings: { byCommit: new Map(), byValue: new Map() },
  };
  const weighed = { rule: rule({ severity, secrecy, title }), confidence, name: 'f1' };
  return measureExposure(group(options), weighed, scope, options.clean ?? (text => text));
}

describe('measureExposure', () => {
  it('counts from the earlier of the two dates, in whole days, whatever their order', () => {
    expect(measure({})).toMatchObject({ since: '2024-02-01T12:00:00.000Z', days: 29 });
  });

  it.each([
    { name: 'a date that cannot be read', introduced: commit('c1', 'never', '2024-02-01T12:00:00Z'), days: 29 },
    { name: 'two of them', introduced: commit('c1', 'never'), days: null },
    { name: 'a date in the future', introduced: commit('c1', '2030-01-01T00:00:00Z'), days: 0 },
    { name: 'no commit', introduced: null, days: null },
  ])('bears $name', ({ introduced, days }) => {
    expect(measure({ life: { introduced } }).days).toBe(days);
  });

  it('tells branches, tags and remote branches apart, and knows origin/HEAD for a name of another', () => {
    const refs = ['refs/heads/a/b', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/x', 'refs/stash', 'refs/tags/v1'];
    expect(measure({ life: { refs } })).toMatchObject({ branches: ['a/b'], tags: ['v1'], remotes: ['origin/x'] });
  });

  it('ends with the removal only when it is gone from HEAD', () => {
    const removed = commit('c2', '2024-02-20T00:00:00Z');
    expect(measure({ life: { removed, atHead: true } }).until).toBeNull();
    expect(measure({ life: { removed, atHead: false } }).until).toBe('2024-02-20T00:00:00.000Z');
  });

  it('counts paths, not places', () => {
    expect(
      measure({ places: [place(), place({ blob: 'b2' }), place({ path: 'b' }), place({ path: null })] }).files,
    ).toBe(2);
  });

  it('compares the expiry with now', () => {
    const expired = (expiresAt: string | null) => measure({ claims: { expiresAt } }).expired;
    expect([expired(null), expired('2024-03-01T12:00:00.000Z'), expired('2024-03-01T12:00:01.000Z')]).toEqual([
      null,
      true,
      false,
    ]);
  });

  it('masks what the repository wrote', () => {
    const refs = ['refs/heads/hush', 'refs/tags/hush', 'refs/remotes/hush'];
    const measured = measure({
      life: { refs },
      claims: { account: 'hush', variable: 'hush' },
      clean: text => text.replaceAll('hush', '#'),
    });
    expect(JSON.stringify(measured)).not.toContain('hush');
  });

  it.each([
    { name: 'a history without gaps', mode: 'history' as const, isComplete: true, whole: true },
    { name: 'a history with gaps', mode: 'history' as const, isComplete: false, whole: false },
    { name: 'a range', mode: 'range' as const, isComplete: true, whole: false },
  ])('of $name is whole: $whole', ({ mode, isComplete, whole }) => {
    const measured = measure({ mode, isComplete, life: LOCAL });
    expect(measured.isComplete).toBe(whole);
    expect(measured.reasons.includes('the history is not complete: dates and counts are bounds')).toBe(
      mode === 'history' && !whole,
    );
  });
});

describe('findSiblings', () => {
  it('knows what came in together and what is the same value, each without itself', () => {
    const [a, b, c] = [group({}), group({}), group({ life: { introduced: commit('c2', '2024-01-01T00:00:00Z') } })];
    const named = [
      { group: a, name: 'a' },
      { group: b, name: 'b' },
      { group: { ...c, secret: a.secret }, name: 'c' },
    ];
    const { byCommit, byValue } = findSiblings(named);
    expect([byCommit.get('c1'), byCommit.get('c2'), byValue.get(a.secret)]).toEqual([['a', 'b'], ['c'], ['a', 'c']]);
  });
});

it('lists a hundred siblings at most', () => {
  const named = Array.from({ length: 300 }, (_, at) => ({ group: group({}), name: String(at + 1000) }));
  const scope: Scope = { mode: 'history', now: NOW, isComplete: true, siblings: findSiblings(named) };
  const { sameCommit } = measureExposure(
    group({}),
    { rule: rule(), confidence: 'high', name: '1002' },
    scope,
    text => text,
  );
  expect([sameCommit.length, sameCommit[0], sameCommit.includes('1002')]).toEqual([100, '1000', false]);
});

describe('priority', () => {
  it.each<{ name: string; priority: string; first: string } & Options>([
    { name: 'critical, at HEAD and pushed', life: PUSHED, priority: 'P1', first: 'pushed to origin/main' },
    {
      name: 'critical and pushed, but not at HEAD',
      life: { ...PUSHED, atHead: false },
      priority: 'P2',
      first: 'pushed to origin/main',
    },
    {
      name: 'high, at HEAD and pushed',
      life: PUSHED,
      severity: 'high',
      priority: 'P2',
      first: 'pushed to origin/main',
    },
    {
      name: 'critical, pushed, of medium confidence',
      life: PUSHED,
      confidence: 'medium',
      priority: 'P2',
      first: 'pushed to origin/main',
    },
    {
      name: 'critical, pushed, of low confidence',
      life: PUSHED,
      confidence: 'low',
      priority: 'P3',
      first: 'pushed to origin/main',
    },
    {
      name: 'medium in severity and confidence, pushed',
      life: PUSHED,
      severity: 'medium',
      confidence: 'medium',
      priority: 'P3',
      first: 'pushed to origin/main',
    },
    {
      name: 'in a tag alone',
      life: { refs: ['refs/tags/v1'], atHead: false },
      priority: 'P2',
      first: 'in tag v1, so in what was released from there',
    },
    {
      name: 'pushed by what a reflog says',
      life: { ...LOCAL, atHead: false },
      pushedAt: '2024-02-02T00:00:00.000Z',
      priority: 'P2',
      first: 'pushed since 2024-02-02',
    },
    {
      name: 'in a bare repository',
      life: { refs: ['refs/heads/main'], pushed: true, atHead: false },
      priority: 'P2',
      first: 'in a bare repository, to which it was pushed or copied',
    },
    { name: 'not pushed', life: LOCAL, priority: 'P3', first: 'not pushed, as far as this clone knows' },
    {
      name: 'perhaps pushed',
      life: { refs: ['refs/heads/main'] },
      priority: 'P3',
      first: 'on branch main; whether it was pushed is not known here',
    },
    {
      name: 'on no branch any more',
      life: { reachable: false, pushed: false, atHead: false },
      priority: 'P3',
      first: 'on no branch or tag any more; whether it was pushed before is not known',
    },
    {
      name: 'not pushed and of low confidence',
      life: LOCAL,
      confidence: 'low',
      priority: 'P4',
      first: 'not pushed, as far as this clone knows',
    },
    {
      name: 'expired',
      life: PUSHED,
      claims: { expiresAt: '2024-01-01T00:00:00.000Z' },
      priority: 'P4',
      first: 'expired on 2024-01-01, as the token says',
    },
    {
      name: 'for tests by its prefix',
      life: PUSHED,
      claims: { environment: 'test' },
      priority: 'P4',
      first: 'a key for tests',
    },
    {
      name: 'for tests by its rule',
      life: PUSHED,
      title: 'Acme sandbox key',
      priority: 'P4',
      first: 'a key for tests',
    },
    { name: 'made to be public', life: PUSHED, secrecy: 'publishable', priority: 'P4', first: 'made to be public' },
    {
      name: 'staged',
      mode: 'staged',
      places: [place({ state: 'index', commit: null })],
      priority: 'P4',
      first: 'not committed yet',
    },
    {
      name: 'in the index of a history scan',
      places: [place({ state: 'index', commit: null })],
      life: { introduced: null, refs: [] },
      priority: 'P4',
      first: 'not committed',
    },
    {
      name: 'in a range',
      mode: 'range',
      priority: 'P2',
      first: 'whether it was pushed is not known in a scan of a range, which counts as pushed',
    },
    {
      name: 'in files alone',
      mode: 'files',
      places: [place({ state: 'worktree', commit: null })],
      priority: 'P3',
      first: 'where it went is not known: no history was looked at',
    },
  ])('of a secret that is $name is $priority', ({ priority, first: reason, ...options }) => {
    const measured = measure(options);
    expect([measured.priority, measured.reasons[0]]).toEqual([priority, reason]);
  });

  it('counts whoever can read as everybody, and says so', () => {
    expect(measure({ life: PUSHED }).reasons).toContain('who can read there is not known and counts as everybody');
    expect(measure({ life: LOCAL }).reasons).not.toContain('who can read there is not known and counts as everybody');
  });

  it('names three refs and counts the rest', () => {
    const refs = ['a', 'b', 'c', 'd', 'e'].map(name => `refs/tags/${name}`);
    expect(measure({ life: { refs } }).reasons[0]).toBe(
      'in 5 tags (a, b, c and 2 more), so in what was released from there',
    );
  });
});
