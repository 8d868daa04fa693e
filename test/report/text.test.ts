import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../../src/report/text.js';
import {
  ada,
  finding,
  goneFinding,
  place,
  report,
  result,
  stagedPlace,
  suppressedFinding,
  unknownLife,
  weakFinding,
  wholeHistory,
  wholeStaged,
} from './sample-result.js';

const gap = { kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' } as const;

describe('whole output', () => {
  it.each([
    { file: 'history.txt', input: wholeHistory({ showSuppressed: true }) },
    { file: 'history-color.txt', input: wholeHistory({ color: true }) },
    { file: 'staged.txt', input: wholeStaged() },
    { file: 'clean.txt', input: report() },
  ])('is $file', async ({ file, input }) => {
    await expect(text(input)).toMatchFileSnapshot(`../../fixtures/reports/${file}`);
  });
});

describe('nothing found', () => {
  it('says so in one line', () => {
    expect(text(report({ notices: [] }))).toMatch(/^No secrets found in [^\n]*\n$/);
  });

  it('counts what is suppressed in that line', () => {
    expect(text(report({ findings: [suppressedFinding()] }))).toMatch(
      /^No secrets found in [^\n]*1 suppressed: 1 ignore-file \(\.leakgateignore\)[^\n]*\n$/,
    );
  });

  it('is silent when nothing is staged that needs a word', () => {
    expect(text(report({ mode: 'staged', notices: [{ kind: 'merge', text: 'x' }] }))).toBe('');
  });

  it('is one line when a comment allows what is staged', () => {
    expect(text(report({ mode: 'staged', findings: [suppressedFinding()] }))).toMatch(
      /^No secrets found in what this commit would add; 1 suppressed[^\n]*\n$/,
    );
  });

  it('never looks clean when something was not scanned', () => {
    const printed = text(report({ mode: 'staged', gaps: [gap] }));
    expect(printed).toContain('NOT SCANNED – this result is incomplete\n  file-unreadable: a.ts: EACCES\n');
    expect(printed).toMatch(/^No secrets found in the part of /);
  });
});

describe('findings', () => {
  it('lists low confidence after the others, one line each', () => {
    const printed = text(report({ findings: [weakFinding(), finding()] }));
    expect(printed.indexOf('GitLab personal access token')).toBeLessThan(printed.indexOf('Low confidence'));
    expect(printed).toMatch(/\n {2}docker-compose\.yml:3:5 {2}medium {2}Password [^\n]*cdef0123456789abcdef0123\n/);
  });

  it('shows suppressed findings with who allows them, only when asked', () => {
    const parts = { findings: [finding(), suppressedFinding()] };
    expect(text(report(parts))).not.toContain('docs/example.md');
    expect(text(report(parts, { showSuppressed: true }))).toContain(
      '[ignore-file: .leakgateignore:3: a sample of the docs]',
    );
  });
});

describe('hostile text', () => {
  const hostile = '\x1b[2J::error::x\n::stop-commands::y\u202e##vso[task.complete]\x9b';
  const everywhere = () => {
    const person = { ...ada, author: { name: hostile, email: hostile }, authorDate: hostile };
    const life = { ...goneFinding().life, introduced: person, removed: person, refs: [hostile] };
    const evil = goneFinding({
      title: hostile,
      masked: hostile,
      reasons: [hostile],
      confidence: 'medium',
      ruleId: hostile,
      fingerprint: hostile,
      occurrences: [place({ path: hostile, commit: person })],
      life,
    });
    return report({
      target: hostile,
      findings: [
        evil,
        { ...evil, confidence: 'low' },
        suppressedFinding({ suppression: { kind: 'inline', reason: hostile, source: hostile } }),
      ],
      gaps: [{ kind: 'budget', what: hostile, reason: hostile }],
      notices: [{ kind: 'x', text: hostile }],
      counts: { ...result().counts, skipped: new Map([[hostile, 1]]) },
      config: hostile,
    });
  };

  it('reaches no terminal and no CI runner', () => {
    const printed = text({ ...everywhere(), showSuppressed: true });
    expect(printed).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(printed.split('\n').filter(line => /^\s*::|##\[|##vso\[/.test(line))).toEqual([]);
  });

  it('does not begin a line with a command, also where a line begins with a path', () => {
    const printed = text(report({ findings: [weakFinding({ occurrences: [place({ path: '::error::x' })] })] }));
    expect(printed).toContain('\n  \\x3a:error::x:12:8');
  });

  it('adds no line of its own', () => {
    const lines = (target: string) => text(report({ target, findings: [finding()] })).split('\n').length;
    expect(lines('a\nb\r\nc\u2028d')).toBe(lines('abcd'));
  });

  it('of any kind leaves no control byte in the report', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), evil => {
        const path = Buffer.from(evil, 'utf8').toString('latin1');
        const staged = finding({ title: evil, masked: evil, occurrences: [stagedPlace({ path })], life: unknownLife });
        return !/[^\P{Cc}\n]/u.test(
          text(report({ mode: 'staged', findings: [staged], notices: [{ kind: 'x', text: evil }] })),
        );
      }),
    );
  });
});
