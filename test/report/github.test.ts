import { describe, expect, it } from 'vitest';
import { annotations, github } from '../../src/report/github.js';
import { stepSummary } from '../../src/report/github-summary.js';
import type { Finding } from '../../src/types.js';
import { hasControls, hostileReport } from './hostile-result.js';
import {
  finding,
  goneFinding,
  messageFinding,
  place,
  report,
  suppressedFinding,
  weakFinding,
  wholeHistory,
} from './sample-result.js';

type Command = { command: string; properties: Record<string, string>; data: string };

/** Reads a line as the runner does. Source: actions/runner src/Runner.Common/ActionCommand.cs */
function readCommand(line: string): Command | null {
  const trimmed = line.trim();
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return null;
  const [command = '', ...rest] = trimmed.slice(2, end).split(' ');
  const pairs = rest.join(' ').split(',').filter(Boolean);
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return {
    command,
    properties: Object.fromEntries(
      pairs.map(pair => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
    ),
    data: unescaped(trimmed.slice(end + 2)),
  };
}

const read = (text: string) => text.split(/\r\n|\r|\n/).flatMap(line => readCommand(line) ?? []);
const annotate = (findings: Finding[]) => read(annotations(report({ findings })));
const many = (count: number, changes: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, at) => finding({ fingerprint: `${at}`, ...changes }));

it('is history.github.txt as a whole', async () => {
  await expect(github(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.github.txt');
});

describe('annotations', () => {
  it('mark the place of a secret that is in the checkout', () => {
    expect(annotate([finding()])[0]).toMatchObject({
      command: 'error',
      properties: {
        file: 'src/config.ts',
        line: '12',
        endLine: '12',
        col: '8',
        endColumn: '48',
        title: 'P2 GitLab personal access token',
      },
    });
  });

  it.each([
    { name: 'gone from HEAD', of: goneFinding() },
    { name: 'in a commit message', of: messageFinding() },
  ])('name the commit instead of a line when the secret is $name', ({ of }) => {
    const [command] = annotate([of]);
    expect(Object.keys(command?.properties ?? {})).toEqual(['title']);
    expect(command?.data).toContain('in commit ada1000000 (2024-03-01)');
  });

  it('have no columns when the secret has several lines', () => {
    const region = { startLine: 3, startColumn: 9, endLine: 7, endColumn: 4 };
    expect(annotate([finding({ occurrences: [place({ region })] })])[0]?.properties).not.toHaveProperty('col');
  });

  it.each([
    { severity: 'critical', confidence: 'high', command: 'error' },
    { severity: 'medium', confidence: 'high', command: 'warning' },
    { severity: 'critical', confidence: 'low', command: 'notice' },
  ] as const)('are of kind $command for severity $severity and confidence $confidence', ({ command, ...changes }) => {
    expect(annotate([finding(changes)])[0]?.command).toBe(command);
  });

  it('are ten of a kind at most, and a line says how many have none', () => {
    const text = annotations(report({ findings: [...many(25), weakFinding()] }));
    expect(read(text).map(({ command }) => command)).toEqual([...Array(10).fill('error'), 'notice']);
    expect(text).toContain('\nleakgate: 15 more findings have no annotation; they are in the summary of this step\n');
  });

  it('begin with the most urgent', () => {
    const urgent = finding({ fingerprint: 'urgent', exposure: { ...finding().exposure, priority: 'P1' } });
    expect(annotate([...many(20), urgent])[0]?.properties.title).toBe('P1 GitLab personal access token');
  });

  it('say first that the scan is not complete', () => {
    const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
    const [command] = read(annotations(report({ gaps, findings: many(20) })));
    expect(command?.properties.title).toBe('leakgate: the scan is not complete');
  });

  it('are none for what is suppressed or not there', () => {
    expect(annotations(report({ findings: [suppressedFinding()] }))).toBe('');
  });

  it('keep commas, colons, percent signs and line breaks of names inside their property', () => {
    const path = 'a,line=1:%0A::error::x\n::warning::y';
    const [command, ...more] = annotate([finding({ occurrences: [place({ path })] })]);
    expect([command?.properties.file, command?.properties.line, more]).toEqual([
      'a,line=1:%0A::error::x\\x0a::warning::y',
      '12',
      [],
    ]);
  });
});

describe('a hostile repository', () => {
  const input = hostileReport();

  it('adds no command to ours', () => {
    const commands = read(github(input));
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter(({ command }) => !['error', 'warning', 'notice'].includes(command))).toEqual([]);
    expect(
      commands.filter(({ properties }) =>
        Object.keys(properties).some(name => !/^(?:file|line|endLine|col|endColumn|title)$/.test(name)),
      ),
    ).toEqual([]);
    expect(commands.length).toBe(read(annotations(input)).length);
    expect(github(input)).not.toMatch(/##\[|##vso\[/i);
  });

  it('prints nothing that a terminal obeys', () => {
    expect(hasControls(github(input))).toBe(false);
  });

  it('puts no Markdown into the summary', () => {
    // What stands in code spans is taken out as Markdown does it: a fence ends at a run of as many backticks.
    const plain = stepSummary(input).replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(plain).not.toMatch(/<|\]\(|@everyone|https?:|javascript:|^\s*#(?!# leakgate found)/im);
  });
});

describe('the summary', () => {
  it('has a row for each finding', () => {
    expect(stepSummary(report({ findings: many(3) })).match(/^\| P2 /gm)?.length).toBe(3);
  });

  it('stays below what GitHub takes and says how many rows it left out', () => {
    const summary = stepSummary(report({ findings: many(5000) }));
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).toContain('\n4500 more are not listed here');
  });

  it('says that the scan is not complete, and of what', () => {
    const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
    expect(stepSummary(report({ gaps }))).toContain('**The scan is not complete.** Not scanned:\n\n- `a.ts`: `EACCES`');
  });

  it.each([
    { title: 'a|b', shown: '`a\\|b`' },
    { title: 'a`b', shown: '`` a`b ``' },
    { title: '`a', shown: '`` `a ``' },
    { title: '', shown: '`  `' },
  ])('holds $title as $shown', ({ title, shown }) => {
    expect(stepSummary(report({ findings: [finding({ title })] }))).toContain(`| ${shown} |`);
  });
});
