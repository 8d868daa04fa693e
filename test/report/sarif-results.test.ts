import { describe, expect, it } from 'vitest';
import { toResult } from '../../src/report/sarif-results.js';
import type { Finding } from '../../src/types.js';
import {
  bob,
  finding,
  goneFinding,
  goneLife,
  liveLife,
  messageFinding,
  noExposure,
  oid,
  place,
  stagedPlace,
  suppressedFinding,
  unknownLife,
} from './sample-result.js';

const root = { mode: 'history', target: '/home/ann/project' } as const;
const context = {
  root,
  repository: 'https://github.com/acme/project.git',
  ruleIndex: 0,
  maxRelated: 100,
  showSuppressed: false,
  clocks: { contain: 'in 1 h', audit: 'in 24 h', rca: 'in 7 d', followUp: 'in 30 d' },
  isBrief: false,
};
const of = (input: Finding) => toResult(input, context);

describe('message', () => {
  const tag = goneFinding({
    occurrences: [place({ path: null, kind: 'tag', commit: null, blob: oid('7a9'), atHead: false })],
    life: { ...goneLife, pushed: null },
  });
  const blob = goneFinding({
    occurrences: [place({ path: null, commit: null, blob: oid('b10b'), atHead: false })],
    life: { ...goneLife, pushed: null },
  });
  it.each([
    {
      name: 'at HEAD',
      input: finding(),
      expected:
        "GitLab personal access token 'glpa… (26 characters)' in 'src/config.ts'. It was pushed: revoke it now.",
    },
    {
      name: 'gone from HEAD',
      input: goneFinding(),
      expected:
        "AWS access key 'AKIA… (20 characters)' in 'deploy/old.env' in commit 'ada1000000' (2024-03-01), no longer at HEAD. It is only local so far.",
    },
    {
      name: 'in a commit message',
      input: messageFinding(),
      expected: "Password '… (12 characters)' in the message of commit 'ada1000000'. It is only local so far.",
    },
    { name: 'in a tag', input: tag, expected: "AWS access key 'AKIA… (20 characters)' in tag '7a90000000'." },
    {
      name: 'in a blob that nothing names',
      input: blob,
      expected: "AWS access key 'AKIA… (20 characters)' in unreachable blob 'b10b000000'.",
    },
    {
      name: 'staged',
      input: finding({ occurrences: [stagedPlace()], life: unknownLife }),
      expected: "GitLab personal access token 'glpa… (26 characters)' in 'src/config.ts'.",
    },
    {
      name: 'in several places',
      input: finding({ occurrenceCount: 3, life: { ...liveLife, pushed: null } }),
      expected: "GitLab personal access token 'glpa… (26 characters)' in 'src/config.ts'. 2 further places have it.",
    },
  ])('tells where it is: $name', ({ input, expected }) => {
    expect(of(input).message.text.replace(/ P\d: exposed since [^.]*\.$/, '')).toBe(expected);
  });

  it.each([
    { name: 'in tags', input: finding(), expected: 'P2: exposed since 2024-03-01, in 2 tags.' },
    { name: 'in no tag', input: goneFinding(), expected: 'P3: exposed since 2024-03-01.' },
    {
      name: 'expired, in one tag',
      input: finding({ exposure: { ...finding().exposure, tags: ['v1'], expired: true, priority: 'P4' } }),
      expected: 'P4: exposed since 2024-03-01, in 1 tag, expired by what the token says.',
    },
    {
      name: 'never committed',
      input: finding({ exposure: noExposure, occurrences: [stagedPlace()], life: unknownLife }),
      expected: "in 'src/config.ts'.",
    },
  ])('ends with how far it got: $name', ({ input, expected }) => {
    expect(of(input).message.text.endsWith(` ${expected}`)).toBe(true);
  });
});

it('makes no link and no placeholder of a path in a message', () => {
  expect(of(finding({ occurrences: [place({ path: '[click](1)/{0}.ts' })] })).message.text).toContain(
    "in '[click] (1)/{{0}}.ts'.",
  );
});

describe('location', () => {
  it.each([
    { name: 'a commit message', input: messageFinding(), uri: `COMMIT_MSG/${oid('ada1')}`, kind: 'commit' },
    {
      name: 'a tag',
      input: goneFinding({ occurrences: [place({ path: null, kind: 'tag', commit: null, blob: oid('7a9') })] }),
      uri: `TAG_MSG/${oid('7a9')}`,
      kind: 'tag',
    },
    {
      name: 'a blob without a name',
      input: goneFinding({ occurrences: [place({ path: null, commit: null, blob: oid('b10b') })] }),
      uri: `OBJECT/${oid('b10b')}`,
      kind: 'object',
    },
  ])('is made up for $name', ({ input, uri, kind }) => {
    const [location] = of(input).locations;
    expect([location?.physicalLocation.artifactLocation.uri, location?.logicalLocations?.[0]?.kind]).toEqual([
      uri,
      kind,
    ]);
  });

  it('names the commit and its path for a file of the history', () => {
    expect(of(goneFinding()).locations[0]?.logicalLocations).toEqual([
      { kind: 'commit', name: oid('ada1'), fullyQualifiedName: `${oid('ada1')}:deploy/old.env` },
    ]);
  });

  it('names no commit for what is staged', () => {
    expect(of(finding({ occurrences: [stagedPlace()] })).locations[0]).not.toHaveProperty('logicalLocations');
  });

  it.each([
    {
      name: 'an empty region gets one column',
      region: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 5 },
      expected: [1, 5, 1, 6],
    },
    {
      name: 'zeros become ones',
      region: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 },
      expected: [1, 1, 1, 2],
    },
    {
      name: 'a region over lines may end left of its start',
      region: { startLine: 1, startColumn: 9, endLine: 3, endColumn: 2 },
      expected: [1, 9, 3, 2],
    },
  ])('$name', ({ region, expected }) => {
    const { startLine, startColumn, endLine, endColumn } =
      of(finding({ occurrences: [place({ region })] })).locations[0]?.physicalLocation.region ?? {};
    expect([startLine, startColumn, endLine, endColumn]).toEqual(expected);
  });

  it('has the mask for a snippet', () => {
    expect(of(finding()).locations[0]?.physicalLocation.region?.snippet).toEqual({ text: 'glpa… (26 characters)' });
  });

  it('survives a finding without occurrences', () => {
    expect(of(finding({ occurrences: [], occurrenceCount: 0 })).locations).toHaveLength(1);
  });
});

describe('partialFingerprints', () => {
  it('leave the line hash of files that are at HEAD to the upload', () => {
    expect(of(finding()).partialFingerprints).toEqual({ 'leakgateSecret/v1': '0123456789abcdef01234567' });
    expect(Object.keys(of(finding({ occurrences: [stagedPlace()] })).partialFingerprints)).toEqual([
      'leakgateSecret/v1',
    ]);
  });

  it('bring their own line hash for what is only in history, whatever its commit and line', () => {
    const hash = (changes: object) =>
      of(goneFinding({ occurrences: [place({ path: 'a', atHead: false, ...changes })] })).partialFingerprints
        .primaryLocationLineHash;
    expect(hash({})).toMatch(/^[0-9a-f]{16}:1$/);
    expect(hash({ commit: bob, region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 } })).toBe(hash({}));
    expect(hash({ path: 'b' })).not.toBe(hash({}));
  });
});

describe('properties', () => {
  it('tell the life of the secret', () => {
    expect(of(goneFinding()).properties).toEqual({
      severity: 'critical',
      confidence: 'high',
      provider: 'AWS',
      presentAtHead: false,
      commit: oid('ada1'),
      committedAt: '2024-03-01T10:05:00+01:00',
      removedIn: oid('b0b2'),
      removedAt: '2024-04-02T08:00:00Z',
      blob: oid('f11e'),
      occurrences: 1,
      pushed: false,
      reachable: true,
      refs: 1,
      tags: ['priority-p3', 'local', 'history-only'],
      priority: 'P3',
      priorityReasons:
        'not pushed, as far as this clone knows; critical: AWS access key; for at least 996 days; no longer at HEAD, which ends nothing: it stays in the history',
      exposedSince: '2024-03-01T09:00:00.000Z',
      exposedUntil: '2024-04-02T08:00:00.000Z',
      exposureComplete: true,
      files: 1,
      sameCommit: '0123456789abcdef01234567',
      exposedDaysAtLeast: 996,
      account: 'AWS account 123456789012',
      variable: 'AWS_ACCESS_KEY_ID',
      dueContain: 'in 1 h',
      dueAudit: 'in 24 h',
      dueRca: 'in 7 d',
      dueFollowUp: 'in 30 d',
    });
  });

  it('say what the token carries, and in which releases and on which remote branches it is', () => {
    const exposure = { ...finding().exposure, expiresAt: '2023-11-14T22:13:20.000Z', expired: true };
    expect(of(finding({ exposure })).properties).toMatchObject({
      expiresAt: '2023-11-14T22:13:20.000Z',
      expired: true,
      releases: 'v1; v2',
      remoteBranches: 'origin/main',
      tags: ['priority-p2', 'pushed', 'at-head', 'released', 'expired'],
    });
  });

  it('are fewer where a file has very many results', () => {
    const { properties } = toResult(goneFinding(), { ...context, isBrief: true });
    expect(properties).toMatchObject({ priority: 'P3', exposedDaysAtLeast: 996, dueContain: 'in 1 h' });
    expect(properties).not.toHaveProperty('priorityReasons');
  });

  it('start no clock for what somebody has allowed', () => {
    expect(Object.keys(of(suppressedFinding()).properties).filter(name => name.startsWith('due'))).toEqual([]);
  });

  it('leave out what is not known', () => {
    expect(of(finding({ occurrences: [stagedPlace()], life: unknownLife, exposure: noExposure })).properties).toEqual({
      severity: 'high',
      confidence: 'high',
      provider: 'GitLab',
      blob: oid('5ed'),
      occurrences: 1,
      refs: 0,
      tags: ['priority-p4'],
      priority: 'P4',
      priorityReasons: 'not committed yet; high: GitLab personal access token',
      exposureComplete: false,
      files: 1,
      variable: 'GITLAB_TOKEN',
      dueContain: 'in 1 h',
      dueAudit: 'in 24 h',
      dueRca: 'in 7 d',
      dueFollowUp: 'in 30 d',
    });
  });
});

describe('hostedViewerUri', () => {
  it('leads to the commit of what is only in history, when it was pushed', () => {
    const uri = (pushed: boolean) => of(goneFinding({ life: { ...goneLife, pushed } })).hostedViewerUri;
    expect([uri(true), uri(false), of(finding()).hostedViewerUri]).toEqual([
      `https://github.com/acme/project/blob/${oid('ada1')}/deploy/old.env#L12`,
      undefined,
      undefined,
    ]);
  });
});

describe('parts', () => {
  const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 };

  it('stand in the properties, masked', () => {
    const parts = [{ ruleId: 'aws-access-key-id', masked: 'AKIA… (20 characters)', region }];
    expect(of(finding({ parts })).properties.parts).toBe('aws-access-key-id AKIA… (20 characters) on line 3');
    expect(of(finding()).properties.parts).toBeUndefined();
  });

  it('are never shown unmasked, whatever the run was asked for', () => {
    const parts = [{ ruleId: 'aws-access-key-id', masked: 'the id itself', region }];
    expect(of(finding({ parts })).properties.parts).toBe('aws-access-key-id … on line 3');
  });
});
