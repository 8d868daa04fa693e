import { expect, it } from 'vitest';
import { plural, styleOf } from '../../src/report/text-style.js';

it('paints nothing without colour', () => {
  expect([styleOf(false).alarm('x'), styleOf(false).severity.critical('x')]).toEqual(['x', 'x']);
});

it('ends every colour that it begins', () => {
  expect(styleOf(true).heading('x')).toBe('\x1b[1mx\x1b[0m');
});

it('counts one without a plural', () => {
  expect([plural(0, 'file'), plural(1, 'file'), plural(2, 'file')]).toEqual(['0 files', '1 file', '2 files']);
});
