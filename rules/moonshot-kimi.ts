// Moonshot / Kimi: API keys, told from other sk- keys by the name near them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const moonshotApiKey = defineRule({
  id: 'moonshot-api-key',
  title: 'Moonshot API key',
  provider: 'Moonshot / Kimi',
  severity: 'high',
  keywords: ['sk-'],
  pattern: /(?<![A-Za-z0-9_-])sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}(?![A-Za-z0-9_-])/,
  minEntropy: 4.1,
  near: { words: ['moonshot', 'kimi'], before: 200, after: 200 },
  references: ['https://platform.moonshot.ai/docs'],
  match: [`MOONSHOT_API_KEY=«sk-${sample('base62', 48)}»`, `kimi:\n  api_key: «sk-${sample('base62', 48, 2)}»`],
  noMatch: [`moonshot sk-${sample('base62', 30)}`, `kimi sk-${sample('base62', 20)}T3BlbkFJ`],
});
