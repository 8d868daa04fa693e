import { expect, it } from 'vitest';
import { json } from '../../src/report/json.js';
import { bytes, finding, report, stagedPlace, suppressedFinding, wholeHistory } from './sample-result.js';

it('is the whole document for a history with gaps', async () => {
  await expect(json(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.json');
});

it('ends with a newline and is indented by two spaces', () => {
  expect(json(report())).toMatch(/^\{\n {2}"tool"[\s\S]*\n\}\n$/);
});

it('is complete only without gaps', () => {
  const complete = (gaps: { kind: 'budget'; what: string; reason: string }[]) =>
    JSON.parse(json(report({ gaps }))).complete;
  expect([complete([]), complete([{ kind: 'budget', what: 'a', reason: 'b' }])]).toEqual([true, false]);
});

it('has suppressed findings whether they are shown or not, and does not count them as findings', () => {
  const document = JSON.parse(json(report({ findings: [finding(), suppressedFinding()] })));
  expect(document.findings.map((entry: { suppression: unknown }) => entry.suppression)).toEqual([
    null,
    { kind: 'ignore-file', reason: 'a sample of the docs', source: '.leakgateignore:3' },
  ]);
  expect(document.summary.findings).toBe(1);
});

it('gives a path for reading and the same bytes as a URI', () => {
  const path = `${bytes('ключ')} \xff:1`;
  const [entry] = JSON.parse(json(report({ findings: [finding({ occurrences: [stagedPlace({ path })] })] }))).findings;
  expect(entry.occurrences[0]).toMatchObject({ path: 'ключ \\xff:1', uri: '%D0%BA%D0%BB%D1%8E%D1%87%20%FF%3A1' });
});

it('keeps a skip reason that is a name of the prototype', () => {
  const skipped = new Map([['__proto__', 1]]);
  expect(json(report({ counts: { commits: 0, blobs: 0, bytes: 0, skipped } }))).toContain('"__proto__": 1');
});
