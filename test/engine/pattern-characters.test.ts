// Which characters a pattern can read: never fewer than it does read.

import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { charactersOf } from '../../src/engine/pattern-characters.js';

const textOf = (pattern: RegExp) =>
  [...charactersOf(pattern)].flatMap((isRead, code) => (isRead === 1 ? String.fromCharCode(code) : [])).join('');

describe('charactersOf', () => {
  it.each([
    { pattern: /abc/, characters: 'abc' },
    { pattern: /aB/i, characters: 'ABab' },
    { pattern: /[a-c_]{2,4}x?/, characters: '_abcx' },
    { pattern: /(?<secret>q)(?!z)(?<=y)\b/, characters: 'qyz' },
    { pattern: /\d\x41\u0042\t\./, characters: '\t.0123456789AB' },
    { pattern: /[\]\\-]/, characters: '-\\]' },
    { pattern: /(?:a|b){3}[+*?]/, characters: '*+?ab' },
  ])('reads $characters of $pattern', ({ pattern, characters }) => {
    expect(textOf(pattern)).toBe(characters);
  });

  it.each([/./, /\s/, /\S/, /[^a]/, /\W/])('asks the engine what %s takes', pattern => {
    const characters = charactersOf(pattern);
    for (let code = 0; code < 256; code++)
      expect(characters[code], String(code)).toBe(pattern.test(String.fromCharCode(code)) ? 1 : 0);
  });

  it('reads every character of every match of every rule', () => {
    for (const { id, pattern, match } of rules) {
      const characters = charactersOf(pattern);
      for (const example of match) {
        const [found = ''] = pattern.exec(Buffer.from(example.replace(/[«»]/g, '')).toString('latin1')) ?? [];
        expect(
          [...found].filter(character => characters[character.charCodeAt(0)] !== 1),
          id,
        ).toEqual([]);
      }
    }
  });
});
