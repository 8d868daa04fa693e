// Clearbit: keys whose shape other vendors share, so the name must stand nearby.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://dashboard.clearbit.com/docs';

export const clearbitSecretKey = defineRule({
  id: 'clearbit-secret-key',
  title: 'Clearbit secret API key',
  provider: 'Clearbit',
  severity: 'medium',
  keywords: ['sk_'],
  pattern: /(?<![A-Za-z0-9_])sk_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: ['clearbit'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `CLEARBIT_KEY=«${'sk_'}${sample('hex', 32)}»`,
    `curl 'https://person.clearbit.com/v2/people/find' -u «${'sk_'}${sample('hex', 32, 2)}»:`,
  ],
  noMatch: [`clearbit sk_${sample('hex', 31)}`, `clearbit sk_${'0'.repeat(32)}`],
});

export const clearbitPublishableKey = defineRule({
  id: 'clearbit-publishable-key',
  title: 'Clearbit publishable key',
  provider: 'Clearbit',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_'],
  pattern: /(?<![A-Za-z0-9_])pk_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: ['clearbit'], before: 200, after: 200 },
  references: [DOCS],
  match: [
    `CLEARBIT_PUBLIC=«${'pk_'}${sample('hex', 32)}»`,
    `<script src="https://tag.clearbitscripts.com/v1/«${'pk_'}${sample('hex', 32, 2)}»/tags.js"></script>`,
  ],
  noMatch: [`clearbit pk_${sample('hex', 31)}`, `clearbit pk_${'0'.repeat(32)}`],
});

export const clearbitSecretKeyResponse = defineResponse({
  id: 'clearbit-secret-key',
  title: 'Clearbit API key',
  rules: ['clearbit-secret-key'],
  names: ['CLEARBIT_API_KEY', 'CLEARBIT_KEY', 'CLEARBIT_*'],
  rotate: [
    'Clearbit became a part of HubSpot: find out whether the account still exists, and revoke the key there. Where exactly is not known here.',
  ],
  reach: 'Look-ups of personal data, and their quota.',
  breaks: 'Enrichment with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  sources: ['https://clearbit.com'],
});
