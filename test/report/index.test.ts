import { expect, it } from 'vitest';
import { formatNames } from '../../src/cli/load-format.js';
import { formats } from '../../src/report/index.js';
import { wholeHistory } from './sample-result.js';

it('has a function for every format', () => {
  expect(Object.keys(formats)).toEqual([...formatNames]);
});

it.each(Object.entries(formats))('%s gives the same text for the same result', (_, format) => {
  expect(format(wholeHistory())).toBe(format(wholeHistory()));
});
