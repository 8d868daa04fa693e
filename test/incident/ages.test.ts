// Ages against the policy: the config wins, then what is known of the credential, then its kind; who disagrees is shown.

import { describe, expect, it } from 'vitest';
import { type AgeInput, measureAges, saidBy } from '../../src/incident/ages.js';
import { unknownExposure } from '../../src/incident/json-report.js';
import type { Leak } from '../../src/incident/leak.js';
import { defineResponse } from '../../src/response.js';

const NOW = new Date('2024-04-10T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

const leak = (days: number | null, changes: Partial<Leak> = {}, exposure: Partial<Leak['exposure']> = {}): Leak => ({
  fingerprint: 'ab'.repeat(12),
  identity: 'ab'.repeat(12),
  ruleId: 'acme-key',
  title: 'Acme key',
  provider: 'Acme',
  severity: 'high',
  confidence: 'high',
  masked: '…',
  parts: [],
  places: [{ path: 'a.env', line: 2, commit: null, atHead: true }],
  placeCount: 1,
  introduced: null,
  removed: null,
  atHead: true,
  pushed: null,
  reachable: true,
  exposure: { ...unknownExposure('P2', []), since: days === null ? null : daysAgo(days), ...exposure },
  isPriorityKnown: true,
  isSuppressed: false,
  ...changes,
});

const measure = (changes: Partial<AgeInput>) =>
  measureAges({ leaks: [], keys: [], now: NOW, intervals: {}, warnAt: 0.8, responseOf: () => null, ...changes });

describe('measureAges', () => {
  it.each([
    { days: 10, state: 'ok' },
    { days: 71, state: 'ok' },
    { days: 72, state: 'soon' },
    { days: 89, state: 'soon' },
    { days: 90, state: 'overdue' },
    { days: null, state: 'unknown' },
  ])('of $days of 90 days is $state', ({ days, state }) => {
    expect(measure({ leaks: [leak(days)] })[0]).toMatchObject({ state, daysAtLeast: days, intervalDays: 90 });
  });

  it.each([
    {
      name: 'the config first',
      intervals: { 'vendor-api-key': 30 },
      rotationDays: { days: 60, source: 'x' },
      interval: 30,
    },
    { name: 'then the credential', intervals: {}, rotationDays: { days: 60, source: 'x' }, interval: 60 },
    { name: 'then the kind', intervals: {}, rotationDays: null, interval: 90 },
  ])('takes $name', ({ intervals, rotationDays, interval }) => {
    const response = defineResponse({ id: 'acme', title: 'Acme', rules: [], sources: [], rotationDays });
    expect(measure({ leaks: [leak(1)], intervals, responseOf: () => response })[0]?.intervalDays).toBe(interval);
  });

  it('knows what ends by itself, and what has ended', () => {
    const response = defineResponse({
      id: 'a',
      title: 'A',
      rules: [],
      sources: [],
      rotationDays: { days: 0, source: 'expires' },
    });
    expect(measure({ leaks: [leak(999)], responseOf: () => response })[0]?.state).toBe('not-rotated');
    expect(measure({ leaks: [leak(999, {}, { expired: true })] })[0]?.state).toBe('expired');
  });

  it('leaves out what is allowed and what is no longer at HEAD', () => {
    expect(measure({ leaks: [leak(1, { isSuppressed: true }), leak(1, { atHead: false })] })).toEqual([]);
  });

  it('takes the age of a template key from when it came in, and its kind from its name', () => {
    const keys = [{ path: '.env.example', key: 'JWT_SECRET', since: daysAgo(200) }];
    expect(measure({ keys })[0]).toMatchObject({
      what: 'template-key',
      kind: 'signing-key',
      state: 'overdue',
      id: null,
    });
  });

  it('lists the most overdue first', () => {
    const leaks = [leak(5), leak(100), leak(300), leak(80)];
    expect(measure({ leaks }).map(({ daysAtLeast }) => daysAtLeast)).toEqual([300, 100, 80, 5]);
  });
});

it('shows who disagrees', () => {
  expect(saidBy('signing-key')).toMatch(/^90 days \(.*Taly CRM.*\); M3CoreCRM .* says 180; Senova CRM .* says 365; /);
});
