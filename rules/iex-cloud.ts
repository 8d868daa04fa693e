// IEX Cloud: tokens whose shape other vendors share, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://iexcloud.io/docs/';

const WORDS = ['iexcloud', 'iex_', 'iex-', 'iex.', 'iexapis', 'iextoken', 'iex cloud'];

export const iexCloudKey = defineRule({
  id: 'iex-cloud-key',
  title: 'IEX Cloud secret token',
  provider: 'IEX Cloud',
  severity: 'medium',
  keywords: ['sk_'],
  pattern: /(?<![A-Za-z0-9_])sk_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: WORDS, before: 200, after: 100 },
  references: [DOCS],
  match: [
    `IEX_TOKEN=«${'sk_'}${sample('hex', 32)}»`,
    `https://cloud.iexapis.com/stable/stock/aapl/quote?token=«${'sk_'}${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`iexcloud sk_${sample('hex', 31)}`, `iexcloud sk_${'0'.repeat(32)}`],
});

export const iexCloudKeyTest = defineRule({
  id: 'iex-cloud-key-test',
  title: 'IEX Cloud sandbox secret token',
  provider: 'IEX Cloud',
  severity: 'low',
  keywords: ['Tsk_'],
  pattern: /(?<![A-Za-z0-9_])Tsk_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `IEX_TOKEN=«${'Tsk_'}${sample('hex', 32)}»`,
    `https://sandbox.iexapis.com/stable/stock/aapl/quote?token=«${'Tsk_'}${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`Tsk_${sample('hex', 31)}`, `Tsk_${'0'.repeat(32)}`],
});

export const iexPublishableKey = defineRule({
  id: 'iex-publishable-key',
  title: 'IEX Cloud publishable token',
  provider: 'IEX Cloud',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_', 'Tpk_'],
  pattern: /(?<![A-Za-z0-9_])T?pk_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  near: { words: WORDS, before: 200, after: 100 },
  references: [DOCS],
  match: [
    `IEX_PUBLIC=«${'pk_'}${sample('hex', 32)}»`,
    `https://sandbox.iexapis.com/stable/ref-data?token=«${'Tpk_'}${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`iexcloud pk_${sample('hex', 31)}`, `iexcloud pk_${'0'.repeat(32)}`],
});
