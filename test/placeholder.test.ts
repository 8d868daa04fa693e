// What stands where a secret will be is no secret; a random token never reads as one.

import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../src/placeholder.js';
import { type Alphabet, sample, sampleUuid } from '../src/sample.js';
import { growth } from './helpers/cost.js';

describe('isPlaceholder', () => {
  it.each([
    '',
    'your_api_key_here',
    'YOUR-TOKEN',
    'my-secret-key',
    'changeme',
    'change_me_please',
    'EXAMPLEKEY',
    'wJalr' + 'XUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'xxxxxxxx',
    'abc***def',
    'sk_live_...',
    '<api-key>',
    '[TOKEN]',
    '${API_KEY}',
    '{{ api_key }}',
    '$(cat key)',
    '$API_KEY',
    '%API_KEY%',
    '%(api_key)s',
    '#{api_key}',
    '{api_key}',
    '@API_KEY@',
    '__API_KEY__',
    'REPLACE_WITH_YOUR_KEY',
    'insert-token',
    'dummy-token-1',
    'a1b2aaaaaaa1b2',
    '1212121212',
    'abcabcabcabc',
    'aabbccddeeaabbccddeeaabb'.replace(/[c-e]/g, 'b'),
    'cabdbacdbdacadcb', // sixteen characters, four different ones
    '0123456789',
    'zyxwvutsrq',
    'abcdefghijklmnop',
    'deadbeefdeadbeef',
    'aqui-su-clave-aqui',
    'SUA_CHAVE_AQUI',
  ])('%j is one', text => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    'cafbeacdbfacedab', // six different ones
    'AAAAAAAAAA' + sample('base62', 20),
    'correct-horse-battery',
    'T7#kq9Wz!x2',
    'p@ssw0rd-2024',
    sampleUuid(4),
  ])('%j is none', text => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it.each<Alphabet>(['hex', 'base32', 'lowerAlnum', 'base62', 'base64url'])(
    'made-up tokens of %s are none',
    alphabet => {
      const texts = Array.from({ length: 500 }, (_, seed) => sample(alphabet, 32, seed + 1));
      expect(texts.filter(isPlaceholder)).toEqual([]);
    },
  );

  it('takes no longer for a long text than its length asks for', () => {
    // Groups that nearly repeat: the worst for a backtracking search.
    const texts = [
      (size: number) => 'abcdefg1'.repeat(size / 8),
      (size: number) => `${'ab'.repeat(size / 2)}c`,
      (size: number) => 'A'.repeat(size),
    ];
    for (const textOf of texts) expect(growth(size => isPlaceholder(textOf(size)), 16_000)).toBeLessThan(10);
  });
});
