// Fireworks AI: API key; the prefix is short, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const fireworksApiKey = defineRule({
  id: 'fireworks-api-key',
  title: 'Fireworks AI API key',
  provider: 'Fireworks AI',
  severity: 'high',
  keywords: ['fw_'],
  pattern: /(?<![A-Za-z0-9_])fw_(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{24}(?![A-Za-z0-9_])/,
  minEntropy: 3,
  near: { words: ['fireworks'], before: 300, after: 200 },
  references: ['https://docs.fireworks.ai'],
  match: [
    `FIREWORKS_API_KEY=«${'fw_'}${sample('base62', 24)}»`,
    `curl https://api.fireworks.ai/inference/v1/models -H "X-Api-Key: «${'fw_'}${sample('base62', 24, 2)}»"`,
  ],
  noMatch: [`fireworks fw_${sample('base62', 20)}`, `fireworks fw_${'x'.repeat(24)}`],
});
