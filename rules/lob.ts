// Lob: API keys of 35 hex digits and publishable keys; live_ and test_ are shared with many vendors.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTH = 'https://docs.lob.com/#tag/Authentication';

export const lobPublishableKey = defineRule({
  id: 'lob-publishable-key',
  title: 'Lob publishable key',
  provider: 'Lob',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['live_pub_', 'test_pub_'],
  pattern: /(?<![A-Za-z0-9_-])(?:live|test)_pub_[0-9a-f]{31}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.5,
  references: ['https://docs.lob.com'],
  match: [`LOB_PUBLISHABLE_KEY=«live_pub_${sample('hex', 31)}»`, `lobKey: '«test_pub_${sample('hex', 31, 2)}»'`],
  noMatch: [`live_pub_${sample('hex', 30)}`, `test_pub_${'x'.repeat(31)}`],
});

export const lobApiKey = defineRule({
  id: 'lob-api-key',
  title: 'Lob live API key',
  provider: 'Lob',
  severity: 'high',
  keywords: ['live_'],
  pattern: /(?<![A-Za-z0-9_-])live_[0-9a-f]{35}(?![\w-])/,
  minEntropy: 2.5,
  near: { words: ['lob'], before: 300, after: 300 },
  references: [AUTH],
  match: [
    `LOB_API_KEY=«live_${sample('hex', 35)}»`,
    `curl https://api.lob.com/v1/letters -u «live_${sample('hex', 35, 2)}»:`,
  ],
  noMatch: [`live_${sample('hex', 32)}`, `live_${'x'.repeat(35)}`],
});

export const lobApiKeyTest = defineRule({
  id: 'lob-api-key-test',
  title: 'Lob test API key',
  provider: 'Lob',
  severity: 'low',
  keywords: ['test_'],
  pattern: /(?<![A-Za-z0-9_-])test_[0-9a-f]{35}(?![\w-])/,
  minEntropy: 2.5,
  near: { words: ['lob'], before: 300, after: 300 },
  references: [AUTH],
  match: [
    `LOB_API_KEY=«test_${sample('hex', 35)}»`,
    `curl https://api.lob.com/v1/letters -u «test_${sample('hex', 35, 2)}»:`,
  ],
  noMatch: [`test_${sample('hex', 32)}`, `test_${'x'.repeat(35)}`],
});
