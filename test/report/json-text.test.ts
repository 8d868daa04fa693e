import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJsonText } from '../../src/report/json-text.js';

it('prints two spaces of indent and a final newline', () => {
  expect(toJsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

it('writes what a terminal or a runner might obey as escapes', () => {
  expect(toJsonText('\x1b\x9b\u202e\u2028\u{e0041}##vso[x')).toBe(
    '"\\u001b\\u009b\\u202e\\u2028\\udb40\\udc41#\\u0023vso[x"\n',
  );
});

it('loses nothing and prints no control character but line feeds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const printed = toJsonText({ [text]: text });
      return JSON.parse(printed)[text] === text && !/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u.test(printed);
    }),
  );
});
