import { expect, it } from 'vitest';
import { publicMask } from '../../src/report/public-mask.js';

it.each([
  { masked: 'glpa… (26 characters)', expected: 'glpa… (26 characters)' },
  { masked: '… (8 characters)', expected: '… (8 characters)' },
  { masked: 'the value itself', expected: '…' },
  { masked: 'too-long… (26 characters)', expected: '…' },
  { masked: '', expected: '…' },
  { masked: 'a\nb… (3 characters)', expected: '…' },
])('$masked leaves as $expected', ({ masked, expected }) => {
  expect(publicMask({ masked })).toBe(expected);
});
