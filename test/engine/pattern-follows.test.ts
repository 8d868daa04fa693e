// What may follow a keyword, told from its pattern: never less than what a match has there.

import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { followsOf } from '../../src/engine/pattern-follows.js';

const shown = (pattern: RegExp, keyword: string, isFirst = true) =>
  followsOf(pattern, keyword, isFirst).map(bytes =>
    Buffer.from([...bytes.keys()].filter(byte => bytes[byte] === 1)).toString('latin1'),
  );

describe('followsOf', () => {
  it.each([
    { name: 'what stands there', pattern: /key=[ab]c{2}/, keyword: 'key', expected: ['=', 'ab', 'c', 'c'] },
    { name: 'what may be left out', pattern: /key"? ?=x/, keyword: 'key', expected: [' "=', ' =x'] },
    { name: 'either case', pattern: /KEY=x/i, keyword: 'key', expected: ['=', 'Xx'] },
    { name: 'choices', pattern: /key(?:=a|:(?<secret>b))/, keyword: 'key', expected: [':=', 'ab'] },
    { name: 'no lookarounds', pattern: /(?<!x)key(?=y)(?![z])=\b_/, keyword: 'key', expected: ['=', '_'] },
    { name: 'nothing behind where a match may end', pattern: /key(?:=x)?/, keyword: 'key', expected: [] },
    { name: 'lazy repetitions', pattern: /key(?:=+?);/, keyword: 'key', expected: ['=', ';='] },
    { name: 'escapes and sets', pattern: /key\x3d\u0041\d/, keyword: 'key', expected: ['=', 'A', '0123456789'] },
  ])('tells $name', ({ pattern, keyword, expected }) => {
    expect(shown(pattern, keyword).slice(0, expected.length)).toEqual(expected);
  });

  it('finds the keyword anywhere in a pattern when it is not what a match begins with', () => {
    expect(shown(/[a-z]{1,4}:\/\/[xy]@/, '://', false).slice(0, 2)).toEqual(['xy', '@']);
    // Letters of a name may spell it as well.
    expect(shown(/[a-z]*key=/, 'key', false)[0]).toBe('=abcdefghijklmnopqrstuvwxyz');
  });

  it.each([
    { name: 'a back reference', pattern: /key(["'])x\1/ },
    { name: 'code points', pattern: /key=x/u },
    { name: 'more states than are worth it', pattern: /key(?:(?:(?:a{9}){9}){9}){9}x/ },
  ])('says nothing of a pattern with $name', ({ pattern }) => {
    expect(followsOf(pattern, 'key', true)).toEqual([]);
  });

  it('allows what stands behind the keywords of every example of every rule', () => {
    let places = 0;
    for (const rule of rules.filter(({ matcher }) => matcher === 'pattern')) {
      for (const keyword of rule.keywords.map(word => word.toLowerCase())) {
        const follows = followsOf(rule.pattern, keyword, rule.before === 0);
        for (const example of rule.match.map(text => text.replace(/[«»]/g, ''))) {
          const found = new RegExp(rule.pattern.source, rule.pattern.flags.replace('g', '')).exec(example);
          if (!found) continue;
          const text = found[0].toLowerCase();
          const at = rule.before === 0 ? (text.startsWith(keyword) ? 0 : -1) : text.indexOf(keyword);
          if (at < 0) continue;
          for (const [i, bytes] of follows.entries()) {
            const byte = found[0].charCodeAt(at + keyword.length + i);
            expect(bytes[byte], `${rule.id}: ${keyword} + ${i}`).toBe(1);
            places++;
          }
        }
      }
    }
    expect(places).toBeGreaterThan(1000);
  });
});
