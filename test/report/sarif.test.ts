import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/report/sarif.js';
import type { Finding } from '../../src/types.js';
import {
  bytes,
  finding,
  goneFinding,
  messageFinding,
  place,
  report,
  stagedPlace,
  suppressedFinding,
  unknownLife,
  weakFinding,
  wholeHistory,
  wholeStaged,
} from './sample-result.js';
import { checkSarif, type Sarif } from './validate-sarif.js';

const check = (input: Parameters<typeof sarif>[0]) => checkSarif(sarif(input));
const history = (findings: Finding[], changes: Parameters<typeof report>[1] = {}) =>
  check(report({ findings }, changes));

describe('whole output', () => {
  it.each([
    { file: 'history.sarif', input: wholeHistory() },
    { file: 'staged.sarif', input: wholeStaged() },
    { file: 'clean.sarif', input: report({}, { exitCode: 0 }) },
  ])('is $file and valid', async ({ file, input }) => {
    expect(checkSarif(sarif(input)).problems).toEqual([]);
    await expect(sarif(input)).toMatchFileSnapshot(`../../fixtures/reports/${file}`);
  });
});

describe('runs', () => {
  const findings = [finding(), goneFinding(), messageFinding()];
  const shape = (input: ReturnType<typeof history>) =>
    input.log.runs.map(run => [run.automationDetails?.id ?? null, run.results.length]);
  const options = (changes: object) => ({ sarif: { category: null, history: 'include', ...changes } as const });

  it.each([
    {
      name: 'history-only findings have a run and a category of their own',
      changes: {},
      expected: [
        [null, 1],
        ['leakgate/history/', 2],
      ],
    },
    {
      name: 'a category is given to both',
      changes: { category: 'ci/secrets' },
      expected: [
        ['ci/secrets/', 1],
        ['ci/secrets/history/', 2],
      ],
    },
    {
      name: 'slashes around a category do not count',
      changes: { category: '/ci/' },
      expected: [
        ['ci/', 1],
        ['ci/history/', 2],
      ],
    },
    { name: 'history can be left out', changes: { history: 'exclude' }, expected: [[null, 1]] },
    { name: 'history can be all there is', changes: { history: 'only' }, expected: [['leakgate/history/', 2]] },
  ])('$name', ({ changes, expected }) => {
    const checked = history(findings, options(changes));
    expect([checked.problems, shape(checked)]).toEqual([[], expected]);
  });

  it('are one when everything is at HEAD, with results even when there are none', () => {
    expect([shape(history([finding()])), shape(history([]))]).toEqual([[[null, 1]], [[null, 0]]]);
  });

  it('are one for a range, whether the secret is still there or not', () => {
    expect(shape(check(report({ mode: 'range', findings })))).toEqual([[null, 3]]);
  });

  it('say how many findings of the history are left out', () => {
    const [run] = history(findings, options({ history: 'exclude' })).log.runs;
    expect(run?.invocations[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'note', message: { text: 'Findings that are no longer at HEAD and not in this file: 2.' } },
    ]);
  });

  it('hold only rules that have results, each once', () => {
    const { log } = history([finding(), finding({ fingerprint: 'b' }), weakFinding()]);
    expect(log.runs[0]?.tool.driver.rules.map(rule => rule.id)).toEqual([
      'gitlab-personal-access-token',
      'generic-password',
    ]);
  });

  it('take a finding of an unknown rule by its own fields', () => {
    const { problems, log } = history([finding({ ruleId: 'my-rule', title: 'My token' })]);
    expect([problems, log.runs[0]?.tool.driver.rules[0]?.shortDescription.text]).toEqual([[], 'My token']);
  });
});

describe('gaps', () => {
  const gaps = Array.from(
    { length: 130 },
    (_, at) => ({ kind: 'file-unreadable', what: `src/f${at}.ts`, reason: 'EACCES' }) as const,
  );

  it('make the run unsuccessful, so that no alert is closed', () => {
    const { problems, log } = check(report({ gaps: gaps.slice(0, 1) }, { exitCode: 2 }));
    expect([problems, log.runs[0]?.invocations[0]]).toMatchObject([[], { executionSuccessful: false, exitCode: 2 }]);
  });

  it('are a hundred warnings and one that counts the rest', () => {
    const { problems, log } = check(report({ gaps }));
    const notifications = log.runs[0]?.invocations[0]?.toolExecutionNotifications ?? [];
    expect(problems).toEqual([]);
    expect([notifications.length, notifications.at(-1)?.message.text]).toEqual([
      101,
      'Not scanned: 30 more things that are not listed here.',
    ]);
    expect(notifications.every(({ level }) => level === 'warning')).toBe(true);
  });

  it('name descriptors that exist', () => {
    const driver = check(report({ gaps })).log.runs[0]?.tool.driver;
    expect(driver?.notifications?.map(({ id }) => id)).toEqual(['file-unreadable', 'more-gaps']);
  });
});

describe('suppressed findings', () => {
  const findings = [
    finding(),
    suppressedFinding(),
    suppressedFinding({ fingerprint: 'i', suppression: { kind: 'inline', reason: null, source: 'leakgate:allow' } }),
  ];

  it('are left out and counted', () => {
    const { problems, log } = history(findings);
    expect([problems, log.runs[0]?.results.length, log.runs[0]?.results[0]?.suppressions]).toEqual([[], 1, undefined]);
    expect(log.runs[0]?.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      'Suppressed findings that are not in this file: 2.',
    );
  });

  it('are there when asked for, and then every result says whether it is one', () => {
    const { problems, log } = history(findings, { showSuppressed: true });
    expect(problems).toEqual([]);
    expect(log.runs[0]?.results.map(result => result.suppressions)).toEqual([
      [],
      [{ kind: 'external', status: 'accepted', justification: 'a sample of the docs' }],
      [{ kind: 'inSource', status: 'accepted', justification: 'inline: leakgate:allow' }],
    ]);
  });
});

describe('hostile names', () => {
  it.each([
    { name: 'a newline', path: 'a\nb.ts' },
    { name: 'quotes', path: `a'"b.ts` },
    { name: 'a percent sign', path: '100%.ts' },
    { name: 'a hash', path: 'a#b.ts' },
    { name: 'other scripts', path: bytes('ключ/鍵.ts') },
    { name: 'bytes that are no UTF-8', path: 'caf\xe9/\xff\xfe' },
    { name: 'a colon in the first segment', path: 'c:evil/a.ts' },
    { name: 'a URL', path: 'https://example.org/a' },
    { name: 'a runner command', path: '::error file=a::b' },
    { name: 'an escape sequence', path: '\x1b]52;c;x\x07' },
    { name: 'bidi controls', path: bytes('a\u202egpj.ts') },
    { name: 'a backslash', path: 'a\\b\\..\\c' },
    { name: 'a leading slash', path: '//server/share' },
    { name: 'nothing', path: '' },
  ])('are valid and steer nobody: $name', ({ path }) => {
    const text = sarif(
      report({
        findings: [
          finding({ occurrences: [place({ path }), place({ path, atHead: false })] }),
          goneFinding({ occurrences: [place({ path, atHead: false })] }),
        ],
      }),
    );
    expect(checkSarif(text).problems).toEqual([]);
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it('of any bytes are valid', () => {
    const path = fc.uint8Array({ maxLength: 60 }).map(array => Buffer.from(array).toString('latin1'));
    fc.assert(
      fc.property(
        path,
        name =>
          check(
            report({
              mode: 'staged',
              findings: [finding({ occurrences: [stagedPlace({ path: name })], life: unknownLife })],
            }),
          ).problems.length === 0,
      ),
      { numRuns: 200 },
    );
  });
});

describe('what must not be public', () => {
  it('is not in the file: e-mails, author names, credentials of the remote, folders of this machine', () => {
    const text = sarif({
      ...wholeHistory(),
      result: {
        ...wholeHistory().result,
        gaps: [
          { kind: 'repository', what: '/home/ann/project/.git', reason: 'cannot open /home/ann/project/.git/x: no' },
        ],
      },
    });
    expect(text).not.toMatch(/example\.org|Lovelace|token@|\bann\b|\/home/);
  });

  it('is not in the file even when secrets are to be shown', () => {
    expect(sarif(report({ findings: [finding({ masked: 'the-whole-secret-itself' })] }))).not.toContain(
      'the-whole-secret-itself',
    );
  });
});

describe('limits', () => {
  it('are 25,000 results, the most severe first, the rest counted in a warning', () => {
    const many = Array.from({ length: 25_000 }, (_, at) => finding({ fingerprint: at.toString(16).padStart(24, '0') }));
    const { problems, log } = history([...many, goneFinding({ life: finding().life })]);
    const [run] = log.runs;
    expect([problems, run?.results.length, run?.results[0]?.ruleId]).toEqual([[], 25_000, 'aws-access-key']);
    expect(run?.invocations[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning', message: { text: expect.stringContaining('too large: 1.') } }],
    });
  }, 60_000);

  it('are a hundred further places for a result', () => {
    const [result] =
      history([
        finding({
          occurrences: Array.from({ length: 150 }, (_, at) => place({ path: `f${at}` })),
          occurrenceCount: 5000,
        }),
      ]).log.runs[0]?.results ?? [];
    expect([result?.relatedLocations?.length, result?.properties.occurrences]).toEqual([100, 5000]);
  });

  it('of length cost further places before they cost results', () => {
    const long = (at: number) => place({ path: `${'d/'.repeat(2000)}${at}` });
    const findings = Array.from({ length: 120 }, (_, of) =>
      finding({ fingerprint: `f${of}`, occurrences: Array.from({ length: 101 }, (_, at) => long(of * 101 + at)) }),
    );
    const text = sarif(report({ findings }));
    const { problems, log } = checkSarif(text);
    expect([problems, log.runs[0]?.results.length, log.runs[0]?.results[0]?.relatedLocations?.length]).toEqual([
      [],
      120,
      10,
    ]);
    expect(text.length).toBeLessThan(60_000_000);
  }, 60_000);

  it('of length cost the least severe results when nothing else is left', () => {
    const long = (at: number) => [place({ path: `${'d/'.repeat(2000)}${at}` })];
    const findings = Array.from({ length: 12_000 }, (_, at) =>
      finding({ fingerprint: `f${at}`, occurrences: long(at) }),
    );
    const text = sarif(report({ findings: [...findings, goneFinding({ life: finding().life })] }));
    const [run] = (JSON.parse(text) as Sarif).runs;
    expect(run?.results[0]?.ruleId).toBe('aws-access-key');
    expect(run?.results.length).toBeLessThan(12_000);
    expect(run?.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/too large: \d+\. The most/);
    expect(text.length).toBeLessThan(61_000_000);
  }, 60_000);
});

describe('versionControlProvenance', () => {
  it('is there with a remote and not without', () => {
    const of = (remoteUrl: string | null) => history([], { remoteUrl }).log.runs[0]?.versionControlProvenance;
    expect([of('git@github.com:acme/p.git')?.[0]?.repositoryUri, of(null), of('/srv/p.git')]).toEqual([
      'ssh://github.com/acme/p.git',
      undefined,
      undefined,
    ]);
  });
});
