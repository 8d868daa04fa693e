import { expect, it } from 'vitest';
import { day, exposureFacts, nameList } from '../../src/report/exposure-words.js';
import { finding, goneExposure, goneLife, liveExposure, liveLife, noExposure, unknownLife } from './sample-result.js';

it.each([
  {
    name: 'pushed, tagged, at HEAD',
    of: finding({ life: liveLife, exposure: liveExposure }),
    expected: [
      'exposed for at least 996 days, since 2024-03-01',
      'still at HEAD',
      'pushed to origin/main',
      'in tags v1 and v2',
    ],
  },
  {
    name: 'only local, gone from HEAD',
    of: finding({ life: goneLife, exposure: goneExposure }),
    expected: [
      'exposed for at least 996 days, since 2024-03-01',
      'not at HEAD, but the repository still holds it',
      'only local so far',
      'belongs to AWS account 123456789012',
    ],
  },
  {
    name: 'nothing known',
    of: finding({ life: unknownLife, exposure: { ...noExposure, isComplete: true, files: 0 } }),
    expected: [],
  },
  {
    name: 'a shallow clone and an expired token in two files',
    of: finding({
      life: unknownLife,
      exposure: { ...noExposure, files: 2, days: 1, expiresAt: '2023-11-14T22:13:20Z', expired: true },
    }),
    expected: [
      'exposed for at least 1 day',
      'in 2 files',
      'expired on 2023-11-14',
      'dates and counts are bounds only: the history here is not complete',
    ],
  },
])('facts: $name', ({ of, expected }) => {
  expect(exposureFacts(of)).toEqual(expected);
});

it.each([
  { names: [], expected: 'none' },
  { names: ['a'], expected: 'a' },
  { names: ['a', 'b', 'c'], expected: 'a, b and c' },
  { names: ['a', 'b', 'c', 'd', 'e'], expected: 'a, b, c and 2 more' },
  { names: ['\x1b[2J'], expected: '\\x1b[2J' },
])('names: $expected', ({ names, expected }) => {
  expect(nameList(names)).toBe(expected);
});

it.each([
  { time: '2024-03-01T09:00:00.000Z', expected: '2024-03-01' },
  { time: '2024-03-01', expected: '2024-03-01' },
  { time: '99999 +0000', expected: null },
  { time: null, expected: null },
])('the day of $time is $expected', ({ time, expected }) => {
  expect(day(time)).toBe(expected);
});
