// Photoroom: live and sandbox API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.photoroom.com';

export const photoroomKey = defineRule({
  id: 'photoroom-key',
  title: 'Photoroom API key',
  provider: 'Photoroom',
  severity: 'medium',
  keywords: ['sk_pr_'],
  pattern: /(?<![A-Za-z0-9_])sk_pr_[A-Za-z0-9_]{1,69}_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `PHOTOROOM_API_KEY=«${'sk_pr_default_'}${sample('hex', 40)}»`,
    `x-api-key: «${'sk_pr_web_shop_'}${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`sk_pr_default_${sample('hex', 32)}`, `sk_pr_${'x'.repeat(48)}`],
});

export const photoroomKeyTest = defineRule({
  id: 'photoroom-key-test',
  title: 'Photoroom sandbox API key',
  provider: 'Photoroom',
  severity: 'low',
  keywords: ['sandbox_sk_pr_'],
  pattern: /(?<![A-Za-z0-9_])sandbox_sk_pr_[A-Za-z0-9_]{1,69}_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `PHOTOROOM_API_KEY=«${'sandbox_sk_pr_default_'}${sample('hex', 40)}»`,
    `x-api-key: «${'sandbox_sk_pr_web_'}${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`sandbox_sk_pr_default_${sample('hex', 32)}`, `sandbox_sk_pr_${'x'.repeat(48)}`],
});
