// Scrapfly: API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://scrapfly.io/docs';

export const scrapflyKey = defineRule({
  id: 'scrapfly-key',
  title: 'Scrapfly API key',
  provider: 'Scrapfly',
  severity: 'low',
  keywords: ['scp-live-'],
  pattern: /(?<![A-Za-z0-9])scp-live-[0-9a-f]{32}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `SCRAPFLY_KEY=«scp-live-${sample('hex', 32)}»`,
    `https://api.scrapfly.io/scrape?key=«scp-live-${sample('hex', 32, 2)}»&url=x`,
  ],
  noMatch: [`scp-live-${sample('hex', 20)}`, `scp-live-${'0'.repeat(32)}`],
});

export const scrapflyKeyTest = defineRule({
  id: 'scrapfly-key-test',
  title: 'Scrapfly API key (trial)',
  provider: 'Scrapfly',
  severity: 'low',
  keywords: ['scp-test-'],
  pattern: /(?<![A-Za-z0-9])scp-test-[0-9a-f]{32}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `SCRAPFLY_KEY=«scp-test-${sample('hex', 32)}»`,
    `https://api.scrapfly.io/scrape?key=«scp-test-${sample('hex', 32, 2)}»&url=x`,
  ],
  noMatch: [`scp-test-${sample('hex', 20)}`, `scp-test-${'0'.repeat(32)}`],
});
