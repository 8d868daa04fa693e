import { expect, it } from 'vitest';
import { countPriorities, shownFindings } from '../../src/report/shown-findings.js';
import { finding, goneFinding, report, suppressedFinding, weakFinding } from './sample-result.js';

const urgent = finding({ fingerprint: 'urgent', exposure: { ...finding().exposure, priority: 'P1' } });
const findings = [suppressedFinding(), goneFinding(), weakFinding(), finding(), urgent];
const names = (showSuppressed: boolean) =>
  shownFindings(report({ findings }, { showSuppressed })).map(({ exposure, severity, confidence }) =>
    [exposure.priority, severity, confidence].join(' '),
  );

it('lists by priority, then severity, then confidence, and leaves out what is allowed', () => {
  expect(names(false)).toEqual(['P1 high high', 'P2 high high', 'P2 medium low', 'P3 critical high']);
});

it('lists what is allowed at the end, however urgent, when it is asked for', () => {
  expect(names(true).at(-1)).toBe('P2 high high');
  expect(shownFindings(report({ findings }, { showSuppressed: true })).at(-1)?.suppression).not.toBeNull();
});

it('keeps the order of equals', () => {
  const equals = ['a', 'b', 'c'].map(fingerprint => finding({ fingerprint }));
  expect(shownFindings(report({ findings: equals })).map(({ fingerprint }) => fingerprint)).toEqual(['a', 'b', 'c']);
});

it('counts priorities', () => {
  expect(countPriorities(findings)).toEqual({ P1: 1, P2: 3, P3: 1, P4: 0 });
});
