// ReadMe: API key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const readmeApiKey = defineRule({
  id: 'readme-api-key',
  title: 'ReadMe API key',
  provider: 'ReadMe',
  severity: 'medium',
  keywords: ['rdme_'],
  pattern: /(?<![A-Za-z0-9_])rdme_[a-z0-9]{70}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.readme.com'],
  match: [
    `README_API_KEY=«${'rdme_'}${sample('lowerAlnum', 70)}»`,
    `npx rdme openapi upload --key=«${'rdme_'}${sample('lowerAlnum', 70, 2)}»`,
  ],
  noMatch: [`rdme_${sample('lowerAlnum', 64)}`, `rdme_${'x'.repeat(70)}`],
});
