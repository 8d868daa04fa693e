import { describe, expect, it } from 'vitest';
import { csv } from '../../src/report/csv.js';
import { HOSTILE_NAMES, hasControls, hostileReport } from './hostile-result.js';
import { finding, report, suppressedFinding, wholeHistory } from './sample-result.js';

/** RFC 4180, read strictly: every record ends with CRLF. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [field = ''] = /^(?:"(?:[^"]|"")*"|[^",\r\n]*)/.exec(text.slice(at)) ?? [];
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    at += field.length;
    const end = text.startsWith('\r\n', at);
    if (!end && text[at] !== ',') throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    at += end ? 2 : 1;
    if (end) rows.push(row);
    if (end) row = [];
  }
  return rows;
}

function records(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parse(text);
  return rows.map(row => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

it('is history.csv as a whole', async () => {
  await expect(csv(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.csv');
});

it('has a header even when nothing was found, and nothing else', () => {
  expect(parse(csv(report())).length).toBe(1);
});

it('has as many cells in every row as in its header', () => {
  const rows = parse(csv(hostileReport()));
  expect(new Set(rows.map(row => row.length))).toEqual(new Set([rows[0]?.length]));
});

it('has one row for a finding, however many places it has', () => {
  const rows = records(csv(report({ findings: [finding({ occurrenceCount: 40 })] })));
  expect(rows.map(({ record, occurrences }) => [record, occurrences])).toEqual([['finding', '40']]);
});

it('lists suppressed findings when they are asked for, marked as such', () => {
  const findings = [suppressedFinding(), finding()];
  expect(records(csv(report({ findings }))).map(row => row.record)).toEqual(['finding']);
  expect(records(csv(report({ findings }, { showSuppressed: true }))).map(row => row.record)).toEqual([
    'finding',
    'suppressed',
  ]);
});

it('does not look complete when something was not scanned', () => {
  const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
  expect(records(csv(report({ gaps })))).toMatchObject([{ record: 'gap', path: 'a.ts', reasons: 'EACCES' }]);
});

describe('formulas', () => {
  it.each([
    { path: '=1+1', expected: "'=1+1" },
    { path: '+1', expected: "'+1" },
    { path: '-1', expected: "'-1" },
    { path: '@SUM(A1)', expected: "'@SUM(A1)" },
    { path: ' =1', expected: "' =1" },
    { path: 'a;=1', expected: "a;'=1" },
    { path: '\t=1', expected: '\\x09=1' },
    { path: '\r=1', expected: '\\x0d=1' },
    { path: 'src/a-b=c.ts', expected: 'src/a-b=c.ts' },
  ])('$path becomes $expected', ({ path, expected }) => {
    const [occurrence] = finding().occurrences;
    const hostile = finding({ occurrences: occurrence ? [{ ...occurrence, path }] : [] });
    expect(records(csv(report({ findings: [hostile] })))[0]?.path).toBe(expected);
  });

  it('stand in no cell of a hostile report', () => {
    const cells = parse(csv(hostileReport())).flat();
    expect(cells.length).toBeGreaterThan(HOSTILE_NAMES.length * 20);
    expect(cells.filter(cell => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

it('holds nothing that a terminal obeys', () => {
  expect(hasControls(csv(hostileReport()), '\r\n')).toBe(false);
});
