import { expect, it } from 'vitest';
import { countFindings } from '../../src/report/summary.js';
import { finding, goneFinding, suppressedFinding } from './sample-result.js';

it('counts reported findings by severity and leaves suppressed ones out of them', () => {
  const { reported, bySeverity } = countFindings([finding(), goneFinding(), suppressedFinding()]);
  expect({ reported, bySeverity }).toEqual({ reported: 2, bySeverity: { critical: 1, high: 1, medium: 0, low: 0 } });
});

it('counts suppressed findings by kind and source, an ignore file as one, most first', () => {
  const inline = { kind: 'inline', reason: null, source: 'leakgate:allow' } as const;
  const ofFile = (line: number) =>
    suppressedFinding({ suppression: { kind: 'ignore-file', reason: 'x', source: `.leakgateignore:${line}` } });
  expect(countFindings([suppressedFinding({ suppression: inline }), ofFile(1), ofFile(2)]).suppressed).toEqual([
    { kind: 'ignore-file', source: '.leakgateignore', count: 2 },
    { kind: 'inline', source: 'leakgate:allow', count: 1 },
  ]);
});
