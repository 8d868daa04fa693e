// Entropy by hand, and the floor for random text against figures measured on random strings.

import { describe, expect, it } from 'vitest';
import { alphabetOf, entropy, randomEntropyFloor } from '../../src/engine/entropy.js';
import { sample } from '../../src/sample.js';

describe('entropy', () => {
  it.each([
    { text: '', bits: 0 },
    { text: 'aaaa', bits: 0 },
    { text: 'ab', bits: 1 },
    { text: 'aab', bits: 0.918 },
    { text: 'abcd', bits: 2 },
    { text: '0123456789abcdef', bits: 4 },
    { text: 'AbAb', bits: 1 },
  ])('of "$text" is $bits bits per character', ({ text, bits }) => {
    expect(entropy(text)).toBeCloseTo(bits, 3);
  });
});

describe('alphabetOf', () => {
  it.each([
    ['0815', 'digits', 10],
    ['deadbeef01', 'hex', 16],
    ['DEADBEEF01', 'hex', 16],
    ['DEADbeef01', 'base62', 62],
    ['MZXW6YTB', 'base32', 32],
    ['mzxw6ytb', 'base36', 36],
    ['MZXW1YTB', 'base36', 36],
    ['aZ09', 'base62', 62],
    ['aZ09+/==', 'base64', 64],
    ['aZ09-_', 'base64', 64],
    ['aZ09!', 'printable', 94],
  ])('of "%s" is %s', (text, name, size) => {
    expect(alphabetOf(text)).toMatchObject({ name, size });
  });
});

// What 99 of 100 random strings reach, measured by drawing them.
const MEASURED: [alphabet: string, size: number, length: number, floor: number][] = [
  ['digits', 10, 16, 2.35],
  ['digits', 10, 20, 2.5],
  ['hex', 16, 16, 2.68],
  ['hex', 16, 20, 2.9],
  ['hex', 16, 24, 3.04],
  ['hex', 16, 32, 3.26],
  ['hex', 16, 40, 3.41],
  ['hex', 16, 64, 3.63],
  ['base32', 32, 16, 3.08],
  ['base32', 32, 26, 3.61],
  ['base32', 32, 52, 4.22],
  ['base36', 36, 16, 3.16],
  ['base36', 36, 20, 3.41],
  ['base36', 36, 24, 3.61],
  ['base36', 36, 32, 3.9],
  ['base36', 36, 40, 4.1],
  ['base62', 62, 16, 3.33],
  ['base62', 62, 20, 3.65],
  ['base62', 62, 22, 3.75],
  ['base62', 62, 24, 3.86],
  ['base62', 62, 32, 4.2],
  ['base62', 62, 36, 4.33],
  ['base62', 62, 40, 4.45],
  ['base62', 62, 48, 4.63],
  ['base62', 62, 64, 4.9],
  ['base64', 64, 24, 3.89],
  ['base64', 64, 32, 4.23],
  ['base64', 64, 40, 4.47],
  ['base64', 64, 43, 4.54],
  ['base64', 64, 64, 4.93],
  ['base64', 64, 86, 5.16],
];

describe('randomEntropyFloor', () => {
  it.each(MEASURED)('for %s (%i) of length %i is near %f', (_alphabet, size, length, floor) => {
    expect(Math.abs(randomEntropyFloor(length, size) - floor)).toBeLessThanOrEqual(0.1);
  });

  it.each([0, 1])('for length %i is nothing', length => {
    expect(randomEntropyFloor(length, 62)).toBe(0);
  });

  it('lets about 99 of 100 made-up secrets pass', () => {
    const low = Array.from({ length: 400 }, (_, seed) => entropy(sample('base62', 32, seed + 1))).filter(
      bits => bits < randomEntropyFloor(32, 62),
    );
    expect(low.length).toBeLessThanOrEqual(12);
  });

  it('rises with length and with the size of the alphabet', () => {
    const floors = [16, 24, 32, 64, 128].map(length => randomEntropyFloor(length, 62));
    expect(floors).toEqual([...floors].sort((a, b) => a - b));
    const sizes = [10, 16, 32, 36, 62, 64].map(size => randomEntropyFloor(32, size));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });
});
