import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { event } from '../../src/report/event.js';
import { eventJsonSchema, eventSchema, type ScanEvent } from '../../src/report/event-schema.js';
import type { Finding } from '../../src/types.js';
import { hasControls, hostileReport } from './hostile-result.js';
import { finding, goneFinding, report, suppressedFinding, wholeHistory, wholeStaged } from './sample-result.js';

const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('dist/event.schema.json', 'utf8')));
const parse = (input: Parameters<typeof event>[0]) => JSON.parse(event(input)) as ScanEvent;
const of = (findings: Finding[]) => parse(report({ findings }));
const many = (count: number, changes: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, at) => finding({ fingerprint: `${at}`, ...changes }));

it('is history.event.json as a whole', async () => {
  await expect(event(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.event.json');
});

it('has a published schema that is the one of the source', () => {
  expect(JSON.parse(readFileSync('dist/event.schema.json', 'utf8'))).toEqual(eventJsonSchema());
});

it.each([
  { name: 'a history', input: wholeHistory() },
  { name: 'a commit', input: wholeStaged() },
  { name: 'nothing found', input: report() },
  { name: 'hostile names', input: hostileReport() },
  { name: 'five thousand findings', input: report({ findings: many(5000) }) },
])('is valid: $name', ({ input }) => {
  const parsed = parse(input);
  validate(parsed);
  expect([validate.errors ?? [], eventSchema.safeParse(parsed).success]).toEqual([[], true]);
});

describe('size', () => {
  it.each([
    { name: 'many', findings: many(5000) },
    { name: 'large ones', findings: many(300, { title: 'x'.repeat(5000), provider: '鍵'.repeat(5000) }) },
  ])('is at most 64 KiB with $name, and the rest is counted', ({ findings }) => {
    const text = event(report({ findings }));
    const { data } = JSON.parse(text) as ScanEvent;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(text)).toBeGreaterThan(60_000);
    expect(data.findings.length + data.findingsLeftOut).toBe(findings.length);
    expect(data.counts.findings).toBe(findings.length);
  });

  it('is kept by hostile names too', () => {
    expect(Buffer.byteLength(event(hostileReport()))).toBeLessThanOrEqual(65_536);
  });

  it('is one line', () => {
    expect(event(hostileReport()).split('\n').length).toBe(2);
  });
});

describe('idempotency key', () => {
  const key = (findings: Finding[], changes: Parameters<typeof report>[0] = {}) =>
    parse(report({ findings, ...changes })).id;
  const older = { ...finding().exposure, days: 1500 };

  it.each([
    { name: 'at another time', id: key([finding()], { finishedAt: '2027-01-01T00:00:00.000Z' }), isSame: true },
    { name: 'when only days have passed', id: key([finding({ exposure: older })]), isSame: true },
    { name: 'with another finding', id: key([finding(), goneFinding()]), isSame: false },
    { name: 'at another commit', id: key([finding()], { head: 'f'.repeat(40) }), isSame: false },
    { name: 'once it was pushed', id: key([finding({ life: { ...finding().life, pushed: false } })]), isSame: false },
  ])('is the same $name: $isSame', ({ id, isSame }) => {
    expect(id === key([finding()])).toBe(isSame);
  });
});

it('has the clocks of the response from the detection on, and none when nothing was found', () => {
  expect(of([finding()]).data.clocks).toEqual({
    contain: '2026-11-22T11:00:01.500Z',
    audit: '2026-11-23T10:00:01.500Z',
    rca: '2026-11-29T10:00:01.500Z',
    followUp: '2026-12-22T10:00:01.500Z',
  });
  expect(of([]).data.clocks).toBeNull();
});

it('begins with the most urgent finding and has its priority', () => {
  const urgent = finding({ fingerprint: 'u', exposure: { ...finding().exposure, priority: 'P1' } });
  const { data } = of([goneFinding(), finding(), urgent, suppressedFinding()]);
  expect([data.priority, data.findings.map(({ priority }) => priority), data.counts.byPriority]).toEqual([
    'P1',
    ['P1', 'P2', 'P3'],
    { P1: 1, P2: 1, P3: 1, P4: 0 },
  ]);
  expect(data.counts).toMatchObject({ findings: 3, suppressed: 1, atHead: 2, pushed: 2 });
});

it('says that the scan is not complete', () => {
  const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
  expect(parse(report({ gaps })).data).toMatchObject({ complete: false, counts: { gaps: 1 }, gaps });
});

it('names the repository without credentials, and no folder of this machine', () => {
  const text = event(wholeHistory());
  expect(JSON.parse(text)).toMatchObject({ source: 'https://github.com/acme/project.git' });
  expect(text).not.toMatch(/token@|\/home\//);
});

it('holds the mask alone, even when secrets are to be shown', () => {
  expect(of([finding({ masked: 'not-masked-at-all' })]).data.findings[0]?.masked).toBe('…');
});

it('holds nothing that a terminal or a runner obeys', () => {
  expect(hasControls(event(hostileReport()))).toBe(false);
  expect(event(hostileReport())).not.toMatch(/##\[|##vso\[/);
});
