// Baremetrics: API keys, live (lk_) and sandbox (sk_); the prefixes are short, so the vendor must stand near.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const HOME = 'https://developers.baremetrics.com';

export const baremetricsKey = defineRule({
  id: 'baremetrics-key',
  title: 'Baremetrics API key',
  provider: 'Baremetrics',
  severity: 'medium',
  keywords: ['lk_'],
  pattern: /(?<![A-Za-z0-9_-])lk_(?=[A-Za-z]{0,17}\d)[A-Za-z0-9]{18,25}(?![\w-])/,
  minEntropy: 2.8,
  near: { words: ['baremetrics'], before: 300, after: 200 },
  references: [HOME],
  match: [
    `BAREMETRICS_API_KEY=«lk_${sample('base62', 22)}»`,
    `curl https://api.baremetrics.com/v1/account -u «lk_${sample('base62', 20, 2)}»:`,
  ],
  noMatch: [`lk_${sample('base62', 12)}`, `lk_${sample('base62', 22)}`],
});

export const baremetricsKeyTest = defineRule({
  id: 'baremetrics-key-test',
  title: 'Baremetrics sandbox API key',
  provider: 'Baremetrics',
  severity: 'low',
  keywords: ['sk_'],
  pattern: /(?<![A-Za-z0-9_-])sk_(?=[A-Za-z]{0,17}\d)[A-Za-z0-9]{18,25}(?![\w-])/,
  minEntropy: 2.8,
  near: { words: ['baremetrics'], before: 300, after: 200 },
  references: [HOME],
  match: [
    `BAREMETRICS_API_KEY=«sk_${sample('base62', 22)}»`,
    `curl https://api.baremetrics.com/v1/account -u «sk_${sample('base62', 20, 2)}»:`,
  ],
  noMatch: [`sk_${sample('base62', 12)}`, `sk_${sample('base62', 22)}`],
});
