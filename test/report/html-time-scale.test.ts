import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../src/report/html-time-scale.js';

const ticks = (from: string, to: string) => timeTicks(Date.parse(from), Date.parse(to)).map(({ label }) => label);

describe('timeTicks', () => {
  it.each([
    {
      name: 'days',
      from: '2024-02-27T12:00Z',
      to: '2024-03-02T00:00Z',
      expected: ['02-28', '02-29', '03-01', '03-02'],
    },
    { name: 'months', from: '2024-10-15', to: '2025-02-01', expected: ['2024-11', '2024-12', '2025-01', '2025-02'] },
    { name: 'years', from: '2019-06-01', to: '2024-03-01', expected: ['2020', '2021', '2022', '2023', '2024'] },
    { name: 'one moment', from: '2024-03-01T00:00Z', to: '2024-03-01T00:00Z', expected: ['03-01'] },
  ])('are $name', ({ from, to, expected }) => {
    expect(ticks(from, to)).toEqual(expected);
  });

  it.each(['2024-03-02', '2024-04-01', '2024-12-01', '2026-03-01', '2040-01-01', '2999-01-01'])(
    'are nine at most, in their order and inside: until %s',
    to => {
      const [from, end] = [Date.parse('2024-03-01'), Date.parse(to)];
      const times = timeTicks(from, end).map(({ at }) => at);
      expect(times.length).toBeGreaterThan(0);
      expect(times.length).toBeLessThanOrEqual(9);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every(at => at >= from && at <= end)).toBe(true);
    },
  );
});
