// Groups become findings: weighed, named, masked, the worst first. Nothing behind this step holds a secret.

import { describe, expect, it } from 'vitest';
import { type BuildInput, buildFindings } from '../../src/findings/build-findings.js';
import { fingerprint } from '../../src/findings/fingerprint.js';
import type { Group } from '../../src/findings/group.js';
import { defineRule, type RuleInput } from '../../src/rule.js';
import { sample } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';
import { NO_CLAIMS } from '../helpers/no-claims.js';

const TOKEN = sample('base62', 30, 9);
const PERSON = { name: 'Ann', email: 'ann@acme.dev' };
const COMMIT = { oid: 'c1', author: PERSON, authorDate: '2024-01-01T00:00:00Z', committerDate: '2024-01-01T00:00:00Z' };
const REGION = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 };

const rule = (id: string, changes: Partial<RuleInput> = {}) =>
  defineRule({
    id,
    title: `Title of ${id}`,
    provider: 'Acme',
    severity: 'high',
    keywords: ['acme'],
    pattern: /acme/,
    distinctive: true,
    references: [],
    match: [],
    noMatch: [],
    ...changes,
  });
const RULES = new Map(
  [
    rule('acme-key'),
    rule('acme-root', { severity: 'critical' }),
    rule('acme-id', { severity: 'low' }),
    rule('acme-word', { distinctive: false }),
  ].map(entry => [entry.id, entry]),
);

type Options = {
  ruleId?: string;
  value?: string;
  paths?: readonly (string | null)[];
  confidence?: 'high' | 'medium' | 'low';
  line?: number;
};

function group({
  ruleId = 'acme-key',
  value = TOKEN,
  paths = ['src/a.ts'],
  confidence = 'high',
  line = 1,
}: Options = {}): Group {
  const secret = new Secret(value);
  const region = { ...REGION, startLine: line };
  const match = { ruleId, secret, span: { start: 0, end: 8 }, confidence, reasons: ['distinctive shape'], rank: 1 };
  return {
    ruleId,
    secret,
    best: { match, region, marker: null, parts: [], claims: NO_CLAIMS },
    parts: [],
    claims: NO_CLAIMS,
    pushedAt: null,
    occurrences: paths.map(path => ({
      path,
      commit: COMMIT,
      kind: 'file',
      state: 'history',
      blob: 'b1',
      region,
      atHead: true,
      marker: null,
    })),
    life: {
      introduced: COMMIT,
      removed: null,
      atHead: true,
      refs: ['refs/heads/main'],
      pushed: false,
      reachable: true,
    },
  };
}

function build(groups: readonly Group[], changes: Partial<BuildInput> = {}) {
  const suppress = {
    ignore: new Map(),
    ignoreFile: '',
    baseline: new Set<string>(),
    baselineFile: '',
    isAllowedPath: () => false,
    today: '2026-03-10',
    strict: false,
  };
  return buildFindings(groups, {
    ruleOf: id => RULES.get(id),
    fingerprint,
    suppress,
    showSecrets: false,
    refs: groups.flatMap(({ life }) => life.refs),
    extraSecrets: [],
    mode: 'history',
    now: new Date('2026-03-10T12:00:00Z'),
    isComplete: true,
    ...changes,
  });
}

describe('buildFindings', () => {
  it('says what a rule knows, and names and masks the secret', () => {
    expect(build([group()])[0]).toMatchObject({
      fingerprint: fingerprint('acme-key', new Secret(TOKEN)),
      ruleId: 'acme-key',
      title: 'Title of acme-key',
      provider: 'Acme',
      severity: 'high',
      confidence: 'high',
      reasons: ['distinctive shape'],
      masked: `${TOKEN.slice(0, 4)}… (30 characters)`,
      occurrenceCount: 1,
      suppression: null,
    });
  });

  it('shows parts masked, as the secret itself', () => {
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 };
    const parts = [{ ruleId: 'acme-id', secret: new Secret(`ID${TOKEN}`), region }];
    const [finding] = build([{ ...group(), parts }]);
    expect(finding?.parts).toEqual([{ ruleId: 'acme-id', masked: `ID${TOKEN.slice(0, 2)}… (32 characters)`, region }]);
  });

  it('takes the secret out of paths, names, addresses, refs, blob names and reasons', () => {
    const leaky = group({ paths: [`backup/${TOKEN}.txt`] });
    const author = { name: `Ann ${TOKEN}`, email: `${TOKEN}@acme.dev` };
    const commit = { ...COMMIT, author };
    leaky.occurrences = leaky.occurrences.map(occurrence => ({ ...occurrence, commit, blob: `backup/${TOKEN}.txt` }));
    leaky.life = { ...leaky.life, introduced: commit, removed: commit, refs: [`refs/heads/${TOKEN}`] };
    const ignore = { fingerprint: '', reason: `was ${TOKEN}`, owner: null, expires: null, line: 1 };
    const suppress = {
      ignore: new Map([[fingerprint('acme-key', leaky.secret), ignore]]),
      ignoreFile: 'i',
      baseline: new Set<string>(),
      baselineFile: '',
      isAllowedPath: () => false,
      today: '2026-03-10',
      strict: false,
    };
    const [finding] = build([leaky], { suppress });
    expect(JSON.stringify(finding)).not.toContain(TOKEN.slice(5, 11));
    expect([finding?.occurrences[0]?.path, finding?.life.refs[0], finding?.suppression?.reason]).toEqual([
      'backup/[REDACTED].txt',
      'refs/heads/[REDACTED]',
      'was [REDACTED]',
    ]);
  });

  it('takes secrets of other findings out as well, and those that are not reported', () => {
    const other = sample('base62', 20, 3);
    const hidden = sample('hex', 32, 4);
    const findings = build([group({ paths: [`${other}/${hidden}`] }), group({ value: other })], {
      extraSecrets: [new Secret(hidden)],
    });
    expect(findings.flatMap(finding => finding.occurrences.map(({ path }) => path))).toContain('[REDACTED]/[REDACTED]');
  });

  it('shows secrets when that was asked for', () => {
    const [finding] = build([group({ paths: [`${TOKEN}.txt`] })], { showSecrets: true });
    expect([finding?.masked, finding?.occurrences[0]?.path]).toEqual([TOKEN, `${TOKEN}.txt`]);
  });

  it('puts the unsuppressed first, then by severity, confidence, path and line', () => {
    const allowed = new Set([fingerprint('acme-root', new Secret('allowed-1'))]);
    const suppress = {
      ignore: new Map(),
      ignoreFile: '',
      baseline: allowed,
      baselineFile: 'old',
      isAllowedPath: () => false,
      today: '2026-03-10',
      strict: false,
    };
    const groups = [
      group({ ruleId: 'acme-root', value: 'allowed-1' }),
      group({ ruleId: 'acme-id', value: 'id-1' }),
      group({ value: 'b-2', paths: ['b.ts'], line: 2 }),
      group({ value: 'b-1', paths: ['b.ts'], line: 1 }),
      group({ value: 'a-9', paths: ['a.ts'], line: 9 }),
      group({ value: 'low-1', paths: ['a.ts'], confidence: 'low' }),
      group({ ruleId: 'acme-root', value: 'root-1' }),
    ];
    const named = new Map(groups.map(entry => [fingerprint(entry.ruleId, entry.secret), entry.secret.reveal()]));
    expect(build(groups, { suppress }).map(finding => named.get(finding.fingerprint))).toEqual([
      'root-1',
      'a-9',
      'b-1',
      'b-2',
      'low-1',
      'id-1',
      'allowed-1',
    ]);
  });

  it('weighs the paths of a rule without a shape of its own, and says so', () => {
    const [finding] = build([group({ ruleId: 'acme-word', paths: ['test/a.ts'] })]);
    expect([finding?.confidence, finding?.reasons]).toEqual([
      'medium',
      ['distinctive shape', 'only in tests, examples or documentation'],
    ]);
  });

  it('lists 1,000 places at most and counts all', () => {
    const [finding] = build([group({ paths: Array.from({ length: 1500 }, (_, i) => `src/${i}.ts`) })]);
    expect([finding?.occurrences.length, finding?.occurrenceCount]).toEqual([1000, 1500]);
  });

  it('carries nothing along that the report does not know', () => {
    const [finding] = build([group()]);
    expect(Object.keys(finding?.occurrences[0] ?? {}).sort()).toEqual([
      'atHead',
      'blob',
      'commit',
      'kind',
      'path',
      'region',
      'state',
    ]);
  });
});
