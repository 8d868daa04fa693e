// The door for reports: what is ours is read, what is foreign is read for what it says, what is broken is refused in one line.

import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/incident/read-report.js';
import { json } from '../../src/report/json.js';
import { sarif } from '../../src/report/sarif.js';
import { goneFinding, report, result, suppressedFinding, wholeHistory } from '../report/sample-result.js';

const same = (text: string) => text;
const read = (text: string) => readReport(text, 'report.json', same);
const problem = (text: string) => {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};
const changed = (changes: object) => JSON.stringify({ ...JSON.parse(json(wholeHistory())), ...changes });
const withFinding = (changes: object) => {
  const [first, second, ...rest] = JSON.parse(json(wholeHistory())).findings;
  return changed({ findings: [first, { ...second, ...changes }, ...rest] });
};

describe('a JSON report of ours', () => {
  it('is read with everything that a record needs', () => {
    const { kind, tool, isComplete, gaps, leaks, lacks } = read(json(wholeHistory()));
    expect({ kind, tool, isComplete, gaps: gaps.length, leaks: leaks.length, lacks }).toEqual({
      kind: 'json',
      tool: 'leakgate 0.1.0',
      isComplete: false,
      gaps: 1,
      leaks: 5,
      lacks: [],
    });
    expect(leaks[0]).toMatchObject({
      fingerprint: goneFinding().fingerprint,
      masked: 'AKIA… (20 characters)',
      introduced: { author: 'Ada Lovelace <ada@example.org>' },
      exposure: goneFinding().exposure,
      isSuppressed: false,
    });
  });

  it('knows what is suppressed', () => {
    expect(read(json(report({ findings: [suppressedFinding()] }))).leaks[0]?.isSuppressed).toBe(true);
  });

  it('of an older version lacks exposure, says so, and is in no filter for it', () => {
    const { findings } = JSON.parse(json(wholeHistory()));
    const old = changed({ findings: findings.map((entry: object) => ({ ...entry, exposure: undefined })) });
    const { lacks, leaks } = read(old);
    expect(lacks).toEqual(['exposure and priority: an older leakgate made the report; scan again to have them']);
    expect(leaks[0]).toMatchObject({ isPriorityKnown: false, exposure: { priority: 'P2', since: null } });
  });

  it('made with --show-secrets gives none of them away', () => {
    const shown = json(report({ findings: [goneFinding({ masked: 'the value itself' })] }));
    expect(JSON.stringify(read(shown))).not.toContain('the value itself');
  });

  it('passes every string through the sanitiser', () => {
    const { leaks, target } = readReport(json(report({ findings: [goneFinding()] })), 'x', text => `<${text}>`);
    expect([target, leaks[0]?.title, leaks[0]?.places[0]?.path, leaks[0]?.exposure.reasons[0]]).toEqual([
      '</home/ann/project>',
      '<AWS access key>',
      '<deploy/old.env>',
      '<not pushed, as far as this clone knows>',
    ]);
  });
});

describe('a SARIF report of ours', () => {
  const findings = wholeHistory().result.findings.filter(({ suppression }) => suppression === null);

  it('names the same secrets as the JSON report', () => {
    const identities = (text: string) =>
      read(text)
        .leaks.map(({ identity }) => identity)
        .sort();
    expect(identities(sarif(report({ findings })))).toEqual(identities(json(report({ findings }))));
  });

  it('keeps severity, mask, life and commits', () => {
    const leak = read(sarif(report({ findings: [goneFinding()] }))).leaks[0];
    expect(leak).toMatchObject({
      severity: 'critical',
      masked: 'AKIA… (20 characters)',
      atHead: false,
      pushed: false,
      introduced: { oid: goneFinding().life.introduced?.oid, author: null },
      removed: { oid: goneFinding().life.removed?.oid },
    });
  });

  it('says whether the scan was complete, and when it ended', () => {
    const complete = read(sarif(report({ findings })));
    const broken = read(sarif(report({ findings, gaps: [{ kind: 'shallow', what: 'x', reason: 'y' }] })));
    expect([complete.isComplete, broken.isComplete, complete.finishedAt]).toEqual([true, false, result().finishedAt]);
  });

  it('with exposure in its properties is read with it', () => {
    const document = JSON.parse(sarif(report({ findings: [goneFinding()] })));
    for (const run of document.runs)
      for (const entry of run.results)
        Object.assign(entry.properties, {
          priority: 'P1',
          priorityReasons: 'a; b',
          exposedSince: '2024-01-01T00:00:00.000Z',
          exposedDaysAtLeast: 3,
          exposureComplete: true,
          releases: 'v1; v2',
          remoteBranches: 'origin/main',
          account: 'AWS account 1',
          expired: false,
          variable: 'KEY',
          sameCommit: `${'ab'.repeat(12)}; nonsense`,
          parts: 'aws-access-key-id AKIA… (20 characters) on line 3',
        });
    expect(read(JSON.stringify(document)).leaks[0]).toMatchObject({
      isPriorityKnown: true,
      parts: [{ ruleId: 'aws-access-key-id', masked: 'AKIA… (20 characters)' }],
      exposure: {
        priority: 'P1',
        reasons: ['a', 'b'],
        since: '2024-01-01T00:00:00.000Z',
        days: 3,
        isComplete: true,
        tags: ['v1', 'v2'],
        remotes: ['origin/main'],
        account: 'AWS account 1',
        expired: false,
        variable: 'KEY',
        sameCommit: ['ab'.repeat(12)],
      },
    });
  });
});

describe('a foreign SARIF report', () => {
  const foreign = (results: unknown[], more: object = {}) =>
    JSON.stringify({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'otherscan', version: '8' } }, results, ...more }],
    });
  const entry = (line: number, more: object = {}) => ({
    ruleId: 'acme-key',
    message: { text: 'found hunter2hunter2 in a file' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/a%20b.ts' },
          region: { startLine: line, snippet: { text: 'hunter2hunter2' } },
        },
      },
    ],
    ...more,
  });

  it('gives its places and says what it lacks; nothing is made up', () => {
    const { tool, isComplete, lacks, leaks } = read(foreign([entry(3)]));
    expect([tool, isComplete]).toEqual(['otherscan 8', null]);
    expect(lacks[0]).toMatch(/^names of secrets: otherscan tells places only/);
    expect(leaks[0]).toMatchObject({
      fingerprint: null,
      severity: null,
      pushed: null,
      introduced: null,
      masked: '…',
      places: [{ path: 'src/a b.ts', line: 3 }],
      isPriorityKnown: false,
    });
  });

  it('goes on with nothing of its messages and snippets, which may hold the secret', () => {
    expect(JSON.stringify(read(foreign([entry(3)])))).not.toContain('hunter2');
  });

  it('names a place the same each time, and two places differently', () => {
    const identity = (text: string) => read(text).leaks[0]?.identity;
    expect(identity(foreign([entry(3)]))).toBe(identity(foreign([entry(3)])));
    expect(identity(foreign([entry(3)]))).not.toBe(identity(foreign([entry(4)])));
    const named = entry(3, { partialFingerprints: { x: '1' } });
    expect(identity(foreign([named]))).toBe(identity(foreign([{ ...named, locations: entry(9).locations }])));
  });

  it('cannot pass for ours by a fingerprint', () => {
    const forged = entry(3, { partialFingerprints: { 'leakgateSecret/v1': 'ab'.repeat(12) } });
    expect(read(foreign([forged])).leaks[0]?.fingerprint).toBeNull();
  });

  it.each([
    { name: 'without results', results: undefined, count: 0 },
    { name: 'with a result without a place', results: [{ message: { text: 'x' } }], count: 1 },
  ])('$name is read', ({ results, count }) => {
    const text = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'o' } }, results }] });
    expect(read(text).leaks).toHaveLength(count);
  });
});

describe('what is no report', () => {
  it.each([
    { name: 'nothing', text: '', says: /it is not JSON/ },
    { name: 'half of one', text: json(wholeHistory()).slice(0, 500), says: /it is not JSON/ },
    { name: 'a list', text: '[]', says: /neither a JSON nor a SARIF report/ },
    { name: 'a word', text: '"findings"', says: /neither a JSON nor a SARIF report/ },
    { name: 'null', text: 'null', says: /neither a JSON nor a SARIF report/ },
    {
      name: 'findings of another tool',
      text: '{"findings": [], "tool": {"name": "other", "version": "1"}}',
      says: /tool\.name/,
    },
    { name: 'another schema', text: changed({ schemaVersion: 2 }), says: /schemaVersion/ },
    {
      name: 'a bad fingerprint',
      text: withFinding({ fingerprint: 'x' }),
      says: /findings\[1\]\.fingerprint: expected a fingerprint/,
    },
    {
      name: 'a bad date',
      text: changed({ finishedAt: 'yesterday' }),
      says: /finishedAt: expected a date/,
    },
    {
      name: 'negative counts',
      text: withFinding({ occurrenceCount: -1 }),
      says: /findings\[1\]\.occurrenceCount/,
    },
    {
      name: 'an endless text',
      text: changed({ target: 'x'.repeat(100_000) }),
      says: /target/,
    },
    { name: 'SARIF of another version', text: '{"version": "2.0.0", "runs": []}', says: /version/ },
    { name: 'SARIF without runs', text: '{"version": "2.1.0", "runs": []}', says: /runs: expected at least one run/ },
    { name: 'deep nesting', text: '['.repeat(200_000), says: /it is not JSON/ },
    { name: 'deep nesting inside', text: `{"findings": ${'['.repeat(5000)}${']'.repeat(5000)}}`, says: /tool/ },
    { name: 'a prototype', text: '{"__proto__": {"findings": []}}', says: /neither a JSON nor a SARIF report/ },
  ])('such as $name is refused in one line that echoes nothing of it', ({ text, says }) => {
    const message = problem(text);
    expect(message).toMatch(says);
    expect(message.split('\n')).toHaveLength(1);
    expect(message).not.toContain('xxxxx');
  });
});
