import { describe, expect, it } from 'vitest';
import { gitlab } from '../../src/report/gitlab.js';
import type { Finding } from '../../src/types.js';
import { hasControls, hostileReport } from './hostile-result.js';
import {
  ada,
  finding,
  goneFinding,
  messageFinding,
  oid,
  place,
  report,
  stagedPlace,
  suppressedFinding,
  unknownLife,
  wholeHistory,
} from './sample-result.js';
import { checkGitLab } from './validate-gitlab.js';

const check = (findings: Finding[], changes: Parameters<typeof report>[1] = {}) => {
  const { report: parsed, problems } = checkGitLab(gitlab(report({ findings }, changes)));
  expect(problems).toEqual([]);
  return parsed;
};

it('is history.gitlab.json as a whole, and valid', async () => {
  expect(checkGitLab(gitlab(wholeHistory())).problems).toEqual([]);
  await expect(gitlab(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.gitlab.json');
});

it.each([
  { name: 'nothing found', input: report() },
  { name: 'hostile names', input: hostileReport() },
])('is valid: $name', ({ input }) => {
  expect(checkGitLab(gitlab(input)).problems).toEqual([]);
});

it('has the same id for the same secret in other places, and another for another', () => {
  const ids = check([
    finding(),
    finding({ fingerprint: 'other', occurrences: [place({ path: 'elsewhere.ts' })] }),
  ]).vulnerabilities.map(({ id }) => id);
  const moved = check([finding({ occurrences: [place({ path: 'moved.ts' })] })]).vulnerabilities[0]?.id;
  expect([moved === ids[0], moved === ids[1]]).toEqual([true, false]);
});

describe('location', () => {
  it.each([
    { name: 'a file at HEAD', of: finding(), file: 'src/config.ts', sha: ada.oid },
    { name: 'a secret of the history, with its commit', of: goneFinding(), file: 'deploy/old.env', sha: ada.oid },
    { name: 'a commit message', of: messageFinding(), file: `COMMIT_MSG/${ada.oid}`, sha: ada.oid },
    {
      name: 'the index, which no commit holds',
      of: finding({ occurrences: [stagedPlace()], life: unknownLife }),
      file: 'src/config.ts',
      sha: '0000000',
    },
    {
      name: 'an unreachable blob: the commit that was looked at',
      of: finding({ occurrences: [place({ path: null, commit: null, atHead: false })], life: unknownLife }),
      file: `OBJECT/${oid('f11e')}`,
      sha: oid('4ead'),
    },
  ])('is that of $name', ({ of, file, sha }) => {
    const [vulnerability] = check([of]).vulnerabilities;
    expect(vulnerability?.location).toMatchObject({ file, start_line: 12, commit: { sha } });
  });
});

it('holds the mask as the extract, even when secrets are to be shown', () => {
  const masks = check([finding(), finding({ fingerprint: 'b', masked: 'not-masked-at-all' })]).vulnerabilities.map(
    ({ raw_source_code_extract: extract }) => extract,
  );
  expect(masks).toEqual(['glpa… (26 characters)', '…']);
});

it('fails when something was not scanned, so that nothing is taken for fixed', () => {
  const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
  const { scan } = checkGitLab(gitlab(report({ gaps }))).report;
  expect([scan.status, scan.messages]).toEqual(['failure', [{ level: 'warn', value: 'Not scanned: a.ts: EACCES' }]]);
});

it('writes times as the schema has them, without zone and fractions', () => {
  expect(check([]).scan).toMatchObject({ status: 'success', start_time: '2026-11-22T10:00:00' });
});

it('counts suppressed findings, and flags them when they are asked for', () => {
  const findings = [suppressedFinding()];
  const hidden = check(findings);
  expect([hidden.vulnerabilities, hidden.scan.messages]).toEqual([
    [],
    [{ level: 'info', value: 'Suppressed findings that are not in this report: 1' }],
  ]);
  expect(check(findings, { showSuppressed: true }).vulnerabilities[0]?.flags).toEqual([
    {
      type: 'flagged-as-likely-false-positive',
      origin: 'leakgate',
      description: 'ignore-file: .leakgateignore:3: a sample of the docs',
    },
  ]);
});

it('has the rule as the primary identifier, then the weakness and the fingerprint', () => {
  expect(check([finding()]).vulnerabilities[0]?.identifiers).toMatchObject([
    { type: 'leakgate_rule_id', value: 'gitlab-personal-access-token' },
    { type: 'cwe', value: '798' },
    { type: 'leakgate_fingerprint', value: finding().fingerprint },
  ]);
});

it('says how far the secret got', () => {
  expect(check([goneFinding()]).vulnerabilities[0]?.details).toMatchObject({
    priority: { value: 'P3' },
    exposed_days: { value: 996 },
    at_head: { value: false },
    account: { value: 'AWS account 123456789012' },
  });
});

it('lets no text of the repository become Markdown', () => {
  const title = '[x](javascript:y) @everyone ![i](https://evil.example) /close #1 `c`';
  const text = check([finding({ title })]).vulnerabilities[0]?.description ?? '';
  expect(text).not.toMatch(/(?<!\\)[[\]@!#`<>$]/);
  expect(text).not.toMatch(/^\//m);
});

it('holds nothing that a terminal obeys', () => {
  expect(hasControls(gitlab(hostileReport()))).toBe(false);
});
