// RapidAPI: keys with the marks msh, p1 and jsn at their places.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const rapidapiKey = defineRule({
  id: 'rapidapi-key',
  title: 'RapidAPI key',
  provider: 'RapidAPI',
  severity: 'medium',
  keywords: ['msh'],
  pattern: /(?<![\w-])[A-Za-z0-9]{8,12}msh[A-Za-z0-9]{12,16}p1[A-Za-z0-9]{5,7}jsn[A-Za-z0-9]{10,13}(?![\w-])/,
  before: 12,
  minEntropy: 2.8,
  references: ['https://docs.rapidapi.com/docs/keys'],
  match: [`X-RapidAPI-Key: «${key(1)}»`, `'x-rapidapi-key': '«${key(2)}»'`],
  noMatch: [
    `${sample('hex', 10)}msh${sample('hex', 15)}`,
    `${sample('hex', 4)}msh${sample('hex', 15)}p1${sample('hex', 6)}jsn${sample('hex', 11)}`,
  ],
});

function key(seed: number): string {
  const [first, second, third] = [10, 15, 6].map(length => sample('hex', length, seed));
  return `${first}msh${second}p1${third}jsn${sample('hex', 11, seed)}`;
}
