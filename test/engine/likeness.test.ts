// How far text reads like words: triples, dictionary, make-up, and what is hidden in base64.

import { expect, it } from 'vitest';
import { coverWords, decodeReadable, makeUp, surprise } from '../../src/engine/likeness.js';

it('is less surprised by words than by drawn letters', () => {
  for (const word of ['password', 'connection', 'username'])
    expect(surprise(word).mean).toBeLessThan(surprise('xkqvzjwb').mean / 2);
  expect(surprise('a1b2c3')).toMatchObject({ mean: expect.any(Number) });
  expect(surprise('12')).toEqual({ mean: 0, worst: 0 });
});

it('finds the worst place of a text that begins with words', () => {
  expect(surprise('connectionxkqvzjwb').worst).toBeGreaterThan(surprise('connectionconnection').worst);
});

it.each([
  { text: 'userProfileName', letters: 1, words: 3 },
  { text: 'secret_token', letters: 1, words: 2 },
  { text: 'xkqvzjwb', letters: 0, words: 0 },
  { text: '', letters: 0, words: 0 },
])('covers "$text" with $words words', ({ text, letters, words }) => {
  expect(coverWords(text)).toMatchObject({ letters, words });
});

it('counts characters by class, runs, repetition and sequences', () => {
  expect(makeUp('aabb').entropy).toBe(1);
  expect(makeUp('abcD11-x')).toEqual({
    lower: 4,
    upper: 1,
    digits: 2,
    symbols: 1,
    distinct: 7,
    changes: 4,
    digitIslands: 1,
    longestLetters: 4,
    longestDigits: 2,
    longestRepeat: 2,
    steps: 2,
    vowels: 1,
    entropy: 2.75,
  });
});

it.each([
  { value: Buffer.from('alice:wonder').toString('base64'), text: 'alice:wonder' },
  { value: Buffer.from([0, 200, 13, 7, 255, 1, 9, 130]).toString('base64'), text: '' },
  { value: 'not base64!', text: '' },
  { value: 'YWJj', text: '' },
])('reads "$text" out of $value', ({ value, text }) => {
  expect(decodeReadable(value)).toBe(text);
});
