// BestTime: private and public API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://documentation.besttime.app';
const NEAR = { words: ['besttime'], before: 300, after: 200 };

export const besttimePrivateKey = defineRule({
  id: 'besttime-private-key',
  title: 'BestTime private API key',
  provider: 'BestTime',
  severity: 'low',
  keywords: ['pri_'],
  pattern: /(?<![A-Za-z0-9])pri_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.8,
  near: NEAR,
  references: [DOCS],
  match: [
    `BESTTIME_API_KEY=«pri_${sample('hex', 32)}»`,
    `https://besttime.app/api/v1/forecasts?api_key_private=«pri_${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`pri_${sample('hex', 31)}`, `pri_${'a'.repeat(32)}`],
});

export const besttimePublicKey = defineRule({
  id: 'besttime-public-key',
  title: 'BestTime public API key',
  provider: 'BestTime',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pub_'],
  pattern: /(?<![A-Za-z0-9])pub_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.8,
  near: NEAR,
  references: [DOCS],
  match: [
    `BESTTIME_PUBLIC_KEY=«pub_${sample('hex', 32)}»`,
    `https://besttime.app/api/v1/forecasts/live?api_key_public=«pub_${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`pub_${sample('hex', 31)}`, `pub_${'a'.repeat(32)}`],
});
