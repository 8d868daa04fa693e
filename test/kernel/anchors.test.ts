// Which part of a keyword the gate looks for.

import { expect, it } from 'vitest';
import { anchorChooser } from '../../src/kernel/anchors.js';

it.each([
  { name: 'a keyword of three bytes is its own anchor', keyword: 'sk-', anchor: 0 },
  { name: 'so is one of four', keyword: 'akia', anchor: 0 },
  { name: 'the rare end wins over the frequent beginning', keyword: 'contentzqxj', anchor: 6 },
  { name: 'the rare beginning wins over the frequent end', keyword: 'zqxjcontent', anchor: 0 },
  { name: 'pairs that are all frequent alone may make a rare four', keyword: 'testreon', anchor: 3 },
  { name: 'what begins after 31 bytes is too far away', keyword: `${'e'.repeat(33)}zqxj`, anchor: 31 },
])('$name', ({ keyword, anchor }) => {
  expect(anchorChooser()(keyword)).toBe(anchor);
});
