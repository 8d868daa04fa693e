// Scan results built by hand. Nothing here is a credential: findings hold masks only.

import type { ReportInput, RuleInfo } from '../../src/report/report-input.js';
import { defineResponse, type Response, type ResponseInput } from '../../src/response.js';
import type { CommitInfo, Exposure, Finding, Life, Occurrence, ScanResult } from '../../src/types.js';

/** An id of 40 digits that begins with `digits`. */
export const oid = (digits: string): string => digits.padEnd(40, '0');

/** Text as git has it: one character per byte. */
export const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

export const ada: CommitInfo = {
  oid: oid('ada1'),
  author: { name: 'Ada Lovelace', email: 'ada@example.org' },
  authorDate: '2024-03-01T10:00:00+01:00',
  committerDate: '2024-03-01T10:05:00+01:00',
};

export const bob: CommitInfo = {
  oid: oid('b0b2'),
  author: { name: 'Bob', email: 'bob@example.org' },
  authorDate: '2024-04-02T08:00:00Z',
  committerDate: '2024-04-02T08:00:00Z',
};

export const unknownLife: Life = {
  introduced: null,
  removed: null,
  atHead: null,
  refs: [],
  pushed: null,
  reachable: null,
};

export const liveLife: Life = {
  introduced: ada,
  removed: null,
  atHead: true,
  refs: ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tags/v1', 'refs/tags/v2'],
  pushed: true,
  reachable: true,
};

export const goneLife: Life = { ...liveLife, removed: bob, atHead: false, refs: ['refs/heads/main'], pushed: false };

export const place = (changes: Partial<Occurrence> = {}): Occurrence => ({
  path: 'src/config.ts',
  commit: ada,
  kind: 'file',
  state: 'history',
  blob: oid('f11e'),
  region: { startLine: 12, startColumn: 8, endLine: 12, endColumn: 48 },
  atHead: true,
  ...changes,
});

export const stagedPlace = (changes: Partial<Occurrence> = {}): Occurrence =>
  place({ commit: null, state: 'index', blob: `${oid('5ed')}:src/config.ts`, atHead: false, ...changes });

const UNSEEN = [
  'forks',
  'other clones',
  'pull request refs',
  'cached views',
  'CI logs and artifacts',
  'images and packages',
];

export const liveExposure: Exposure = {
  since: '2024-03-01T09:00:00.000Z',
  pushedAt: null,
  until: null,
  days: 996,
  files: 1,
  branches: ['main'],
  tags: ['v1', 'v2'],
  remotes: ['origin/main'],
  sameCommit: ['89abcdef0123456789abcdef'],
  sameValue: [],
  account: null,
  expiresAt: null,
  expired: null,
  variable: 'GITLAB_TOKEN',
  isComplete: true,
  unknown: ['when it was pushed', ...UNSEEN],
  priority: 'P2',
  reasons: [
    'pushed to origin/main',
    'in 2 tags (v1, v2), so in what was released from there',
    'who can read there is not known and counts as everybody',
    'still at HEAD',
    'high: GitLab personal access token',
    'for at least 996 days',
  ],
};

export const goneExposure: Exposure = {
  ...liveExposure,
  until: '2024-04-02T08:00:00.000Z',
  tags: [],
  remotes: [],
  sameCommit: ['0123456789abcdef01234567'],
  account: 'AWS account 123456789012',
  variable: 'AWS_ACCESS_KEY_ID',
  unknown: UNSEEN,
  priority: 'P3',
  reasons: [
    'not pushed, as far as this clone knows',
    'critical: AWS access key',
    'for at least 996 days',
    'no longer at HEAD, which ends nothing: it stays in the history',
  ],
};

/** Of a secret that was never committed, such as a staged one. */
export const noExposure: Exposure = {
  ...liveExposure,
  since: null,
  days: null,
  branches: [],
  tags: [],
  remotes: [],
  sameCommit: [],
  isComplete: false,
  unknown: [],
  priority: 'P4',
  reasons: ['not committed yet', 'high: GitLab personal access token'],
};

export const finding = (changes: Partial<Finding> = {}): Finding => ({
  fingerprint: '0123456789abcdef01234567',
  ruleId: 'gitlab-personal-access-token',
  title: 'GitLab personal access token',
  provider: 'GitLab',
  severity: 'high',
  confidence: 'high',
  reasons: ['distinctive shape'],
  masked: 'glpa… (26 characters)',
  parts: [],
  occurrences: [place()],
  occurrenceCount: changes.occurrences?.length ?? 1,
  life: liveLife,
  exposure: liveExposure,
  suppression: null,
  ...changes,
});

export const goneFinding = (changes: Partial<Finding> = {}): Finding =>
  finding({
    fingerprint: '89abcdef0123456789abcdef',
    ruleId: 'aws-access-key',
    title: 'AWS access key',
    provider: 'AWS',
    severity: 'critical',
    masked: 'AKIA… (20 characters)',
    occurrences: [place({ path: 'deploy/old.env', atHead: false })],
    life: goneLife,
    exposure: goneExposure,
    ...changes,
  });

export const messageFinding = (changes: Partial<Finding> = {}): Finding =>
  goneFinding({
    fingerprint: '456789abcdef0123456789ab',
    ruleId: 'generic-password',
    title: 'Password',
    provider: 'generic',
    severity: 'medium',
    confidence: 'medium',
    reasons: ['the name says password', 'mixed characters'],
    masked: '… (12 characters)',
    occurrences: [place({ path: null, kind: 'commit', blob: ada.oid, atHead: false })],
    life: { ...goneLife, removed: null },
    exposure: {
      ...goneExposure,
      until: null,
      files: 0,
      account: null,
      variable: 'password',
      priority: 'P4',
      reasons: ['not pushed, as far as this clone knows', 'medium severity and confidence'],
    },
    ...changes,
  });

export const weakFinding = (changes: Partial<Finding> = {}): Finding =>
  finding({
    fingerprint: 'cdef0123456789abcdef0123',
    ruleId: 'generic-password',
    title: 'Password',
    provider: 'generic',
    severity: 'medium',
    confidence: 'low',
    reasons: ['a short or plain password'],
    masked: '… (8 characters)',
    occurrences: [
      place({ path: 'docker-compose.yml', region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 13 } }),
    ],
    ...changes,
  });

export const suppressedFinding = (changes: Partial<Finding> = {}): Finding =>
  finding({
    fingerprint: 'fedcba9876543210fedcba98',
    occurrences: [place({ path: 'docs/example.md' })],
    suppression: { kind: 'ignore-file', reason: 'a sample of the docs', source: '.leakgateignore:3' },
    ...changes,
  });

const NOT_SHOWN = {
  keywords: [],
  pattern: /unused/,
  before: 0,
  after: 0,
  shortest: 0,
  matcher: 'pattern',
  distinctive: false,
  generic: false,
  check: null,
  enforceCheck: false,
  minEntropy: 0,
  near: null,
  publicValues: [],
  pairsWith: [],
  secrecy: 'secret',
} as const;

export const rule = (changes: Partial<RuleInfo> = {}): RuleInfo => ({
  ...NOT_SHOWN,
  id: 'gitlab-personal-access-token',
  title: 'GitLab personal access token',
  provider: 'GitLab',
  severity: 'high',
  confidence: 'high',
  references: ['https://docs.gitlab.com/ee/security/tokens/index.html#token-prefixes'],
  ...changes,
});

export const rules: ReadonlyMap<string, RuleInfo> = new Map(
  [
    rule(),
    rule({ id: 'aws-access-key', title: 'AWS access key', provider: 'AWS', severity: 'critical', references: [] }),
    rule({
      id: 'generic-password',
      title: 'Password',
      provider: 'generic',
      severity: 'medium',
      confidence: 'medium',
      references: [],
    }),
  ].map(entry => [entry.id, entry]),
);

export const dueHours: ReportInput['dueHours'] = { contain: 1, audit: 24, rca: 168, followUp: 720 };

export const response = (changes: Partial<ResponseInput> = {}): Response =>
  defineResponse({
    id: 'gitlab-token',
    title: 'GitLab token',
    rules: ['gitlab-personal-access-token'],
    revoke: {
      page: 'https://gitlab.com/-/user_settings/personal_access_tokens',
      command: null,
      api: 'DELETE /api/v4/personal_access_tokens/self',
    },
    rotate: ['Create a new token with the scopes it needs.', 'Deploy it, then revoke the old one.'],
    invalidation: 'Deploy tokens live on.',
    audit: 'Audit events of the group.',
    detectUse: 'Users, tokens and pipelines that nobody made.',
    reach: 'Every project of its owner.',
    breaks: 'Pipelines that use it.',
    vendorRevokes: true,
    vendorNote: 'In public projects on the Ultimate tier.',
    rotationDays: { days: 90, source: 'a policy' },
    docs: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
    sources: ['https://docs.gitlab.com/security/responding_to_security_incidents/'],
    ...changes,
  });

/** Responses of two of the rules; for the third nobody knows one. */
export const responses: ReadonlyMap<string, Response> = new Map([
  ['gitlab-personal-access-token', response()],
  [
    'aws-access-key',
    response({
      id: 'aws-access-key',
      title: 'AWS access key',
      rules: ['aws-access-key'],
      revoke: {
        page: 'https://console.aws.amazon.com/iam/',
        command: 'aws iam update-access-key --user-name USER --access-key-id KEY_ID --status Inactive',
        api: null,
      },
      generate: null,
      vendorRevokes: false,
      vendorNote: null,
      docs: null,
    }),
  ],
]);

export const result = (changes: Partial<ScanResult> = {}): ScanResult => ({
  mode: 'history',
  target: '/home/ann/project',
  head: oid('4ead'),
  branch: 'main',
  findings: [],
  gaps: [],
  notices: [],
  counts: { commits: 12, blobs: 340, bytes: 1_234_567, skipped: new Map([['submodule', 2]]) },
  startedAt: '2026-11-22T10:00:00.000Z',
  finishedAt: '2026-11-22T10:00:01.500Z',
  config: '.leakgate.json',
  ...changes,
});

/** A report with the parts of the result that a test is about. */
export const report = (
  parts: Partial<ScanResult> = {},
  changes: Partial<Omit<ReportInput, 'result'>> = {},
): ReportInput => ({
  result: result(parts),
  rules,
  responses,
  version: '0.1.0',
  color: false,
  showSuppressed: false,
  exitCode: 1,
  sarif: { category: null, history: 'include' },
  dueHours,
  remoteUrl: null,
  ...changes,
});

/** A history with everything in it that a report can show. */
export const wholeHistory = (changes: Partial<Omit<ReportInput, 'result'>> = {}): ReportInput =>
  report(
    {
      findings: [
        goneFinding(),
        finding({
          occurrences: [
            place(),
            place({ path: bytes('src/ключ.ts') }),
            place({ path: 'old.ts', commit: bob, atHead: false }),
          ],
          occurrenceCount: 5,
        }),
        messageFinding(),
        weakFinding(),
        suppressedFinding(),
      ],
      gaps: [{ kind: 'object-missing', what: oid('dead'), reason: 'the history names it, but it is not here' }],
      notices: [{ kind: 'merge', text: '3 files come unchanged from the commit that is merged' }],
    },
    { exitCode: 2, remoteUrl: 'https://ann:token@github.com/acme/project.git', ...changes },
  );

/** A commit that would add one secret. */
export const wholeStaged = (): ReportInput =>
  report({
    mode: 'staged',
    findings: [finding({ occurrences: [stagedPlace()], life: unknownLife, exposure: noExposure })],
    counts: { commits: 0, blobs: 2, bytes: 345, skipped: new Map() },
    config: null,
  });
