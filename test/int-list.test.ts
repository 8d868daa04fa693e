// The list that scans write down into: it grows, and begins anew without a new array.

import { expect, it } from 'vitest';
import { firstNotBelow, IntList } from '../src/int-list.js';

it('takes parts of arrays, and counts in place', () => {
  const list = new IntList(1);
  list.append(Int32Array.of(5, 6, 7, 8), 1, 3);
  list.increment(0);
  expect([...list.done()]).toEqual([7, 7]);
});

it('keeps what was pushed, however much, and forgets it when it is cleared', () => {
  const list = new IntList(2);
  for (let i = 0; i < 50; i++) list.push(i);
  expect(list.length).toBe(50);
  expect([...list.done().subarray(47)]).toEqual([47, 48, 49]);
  list.clear();
  list.push(7);
  expect([...list.done()]).toEqual([7]);
});

it('appends numbers moved by as much as is asked', () => {
  const list = new IntList(1);
  list.append(Int32Array.of(5, 6, 7), 0, 2, 100);
  expect([...list.done()]).toEqual([105, 106]);
});

it('finds the first number that is not below a limit, in all of them or a part', () => {
  const numbers = Int32Array.of(1, 3, 3, 7);
  expect([0, 1, 2, 3, 7, 8].map(limit => firstNotBelow(numbers, limit))).toEqual([0, 0, 1, 1, 3, 4]);
  expect([0, 8].map(limit => firstNotBelow(numbers, limit, { from: 1, to: 3 }))).toEqual([1, 3]);
});
