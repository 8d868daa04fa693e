// What a report may show of a secret, and that texts of the repository lose every secret that was found.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, Redactor } from '../../src/findings/redact.js';
import { showSecret } from '../../src/findings/show-secret.js';
import { sample } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';

describe('mask', () => {
  it.each([
    { name: 'four characters of a long one', value: `ghp_${sample('base62', 36)}`, expected: 'ghp_… (40 characters)' },
    {
      name: 'four of sixteen',
      value: 'abcd0123456789xy'.replace('0123456789', '9182736450'),
      expected: 'abcd… (16 characters)',
    },
    { name: 'nothing of fifteen', value: 'abcd9182736450x', expected: '… (15 characters)' },
    { name: 'nothing of a password', value: 'hunter2', expected: '… (7 characters)' },
    { name: 'nothing of an empty text', value: '', expected: '… (0 characters)' },
    {
      name: 'question marks for what a terminal might obey',
      value: `\x1b[2J${sample('base62', 20)}`,
      expected: '?[2J… (24 characters)',
    },
    {
      name: 'question marks for bytes that are no ASCII',
      value: `\xc3\xbc\u0085 ${sample('base62', 20)}`,
      expected: '????… (24 characters)',
    },
  ])('shows $name', ({ value, expected }) => {
    expect(mask(new Secret(value))).toBe(expected);
  });

  it('never shows six characters in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 6, maxLength: 200 }), value => {
        const shown = mask(new Secret(value)).replace(/ \(\d+ characters\)$/, '');
        for (let at = 0; at + 6 <= value.length; at++) expect(shown.includes(value.slice(at, at + 6))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Redactor', () => {
  const token = sample('base62', 24);
  const clean = (values: readonly string[], text: string) =>
    new Redactor(values.map(value => new Secret(value))).clean(text);

  it.each([
    { name: 'a secret in a path', values: [token], text: `backup/${token}.txt`, expected: 'backup/[REDACTED].txt' },
    { name: 'a secret twice', values: [token], text: `${token}-${token}`, expected: '[REDACTED]-[REDACTED]' },
    {
      name: 'two secrets side by side',
      values: ['first-secret', 'other-secret'],
      text: 'first-secretother-secret',
      expected: '[REDACTED][REDACTED]',
    },
    {
      name: 'the longer of two that begin alike',
      values: ['acme-key', 'acme-key-long'],
      text: 'x acme-key-long y acme-key',
      expected: 'x [REDACTED] y [REDACTED]',
    },
    {
      name: 'a secret outside Latin, found as bytes, in a decoded text',
      values: [Buffer.from('schlüssel-9').toString('latin1')],
      text: 'ann schlüssel-9',
      expected: 'ann [REDACTED]',
    },
    {
      name: 'the same secret as bytes',
      values: [Buffer.from('schlüssel-9').toString('latin1')],
      text: Buffer.from('schlüssel-9').toString('latin1'),
      expected: '[REDACTED]',
    },
    {
      name: 'nothing for a value of five characters',
      values: ['admin'],
      text: 'admin/config',
      expected: 'admin/config',
    },
    { name: 'nothing without secrets', values: [], text: token, expected: token },
    {
      name: 'no pattern: characters of regular expressions are plain',
      values: ['a.c$^(x'],
      text: 'abc$^(x a.c$^(x',
      expected: 'abc$^(x [REDACTED]',
    },
    { name: 'nothing of an empty text', values: [token], text: '', expected: '' },
  ])('replaces $name', ({ values, text, expected }) => {
    expect(clean(values, text)).toBe(expected);
  });

  it('leaves no known secret in any text, and gives the same when asked again', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), minLength: 6, maxLength: 12 });
    const values = fc.array(value, { minLength: 1, maxLength: 5 });
    const texts = values.chain(list =>
      fc.tuple(
        fc.constant(list),
        fc.array(fc.oneof(fc.constantFrom(...list), fc.constantFrom('a', 'b', '/')), { maxLength: 8 }),
      ),
    );
    fc.assert(
      fc.property(texts, ([list, parts]) => {
        const redactor = new Redactor(list.map(text => new Secret(text)));
        const cleaned = redactor.clean(parts.join(''));
        for (const text of list) expect(cleaned.includes(text)).toBe(false);
        expect(redactor.clean(parts.join(''))).toBe(cleaned);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('showSecret', () => {
  it('gives the value as text, bytes read as UTF-8', () => {
    expect(showSecret(new Secret(Buffer.from('schlüssel-9').toString('latin1')))).toBe('schlüssel-9');
  });
});
