// "Did you mean" for mistyped words, and silence where nothing is near.

import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.js';

describe('nearest', () => {
  it.each([
    { word: 'exclued', known: ['exclude', 'rules'], expected: 'exclude' },
    { word: 'EXCLUDE', known: ['exclude', 'rules'], expected: 'exclude' },
    { word: 'githb-pat', known: ['gitlab-pat', 'github-pat'], expected: 'github-pat' },
    { word: 'rule', known: ['rules', 'allow'], expected: 'rules' },
    { word: 'abc', known: ['xyz'], expected: null },
    { word: 'everything', known: ['paths', 'markers'], expected: null },
    { word: '', known: ['a'], expected: 'a' },
    { word: 'a', known: [], expected: null },
  ])('of "$word" among $known is $expected', ({ word, known, expected }) => {
    expect(nearest(word, known)).toBe(expected);
  });
});
