// The list that scans write down into: it grows, and begins anew without a new array.

import { expect, it } from 'vitest';
import { IntList } from '../../src/kernel/int-list.js';

it('keeps what was pushed, however much, and forgets it when it is cleared', () => {
  const list = new IntList(2);
  for (let i = 0; i < 50; i++) {
    list.push(i);
    list.push2(i, -i);
    list.push4(i, 1, 2, 3);
  }
  expect(list.length).toBe(350);
  expect([...list.done().subarray(343)]).toEqual([49, 49, -49, 49, 1, 2, 3]);
  list.clear();
  list.push(7);
  expect([...list.done()]).toEqual([7]);
});
