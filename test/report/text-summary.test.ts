import { describe, expect, it } from 'vitest';
import { countFindings } from '../../src/report/summary.js';
import { styleOf } from '../../src/report/text-style.js';
import { gapLines, humanBytes, scannedText, summaryLines } from '../../src/report/text-summary.js';
import { finding, goneFinding, result, suppressedFinding } from './sample-result.js';

describe('gapLines', () => {
  const gaps = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ kind: 'file-unreadable', what: `f${at}`, reason: 'EIO' }) as const);

  it('is empty for a complete scan', () => {
    expect(gapLines([], styleOf(false))).toEqual([]);
  });

  it('names twenty and counts the rest', () => {
    const lines = gapLines(gaps(23), styleOf(false));
    expect(lines).toHaveLength(22);
    expect(lines.at(-2)).toBe('  file-unreadable: f19: EIO');
    expect(lines.at(-1)).toBe('  and 3 more');
  });
});

describe('summaryLines', () => {
  it('counts commits, blobs, bytes, what is skipped, found and suppressed, and names the config', () => {
    const scanned = result({ findings: [goneFinding(), finding(), suppressedFinding()] });
    expect(summaryLines(scanned, countFindings(scanned.findings))).toEqual([
      'Scanned 12 commits, 340 blobs, 1.2 MB; skipped 2 (submodule); 2 secrets found (1 critical, 1 high); 1 suppressed: 1 ignore-file (.leakgateignore).',
      'Config: .leakgate.json',
    ]);
  });
});

describe('scannedText', () => {
  it('speaks of files where there are no commits', () => {
    expect(
      scannedText(result({ mode: 'files', counts: { commits: 0, blobs: 1, bytes: 10, skipped: new Map() } })),
    ).toBe('1 file, 10 B');
  });
});

describe('humanBytes', () => {
  it.each([
    { bytes: 0, expected: '0 B' },
    { bytes: 999, expected: '999 B' },
    { bytes: 1000, expected: '1.0 kB' },
    { bytes: 999_949, expected: '999.9 kB' },
    { bytes: 999_960, expected: '1.0 MB' },
    { bytes: 8_100_000_000, expected: '8.1 GB' },
  ])('shows $bytes as $expected', ({ bytes, expected }) => {
    expect(humanBytes(bytes)).toBe(expected);
  });
});
