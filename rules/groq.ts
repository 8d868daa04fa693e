// Groq: API keys with base64 of the vendor's name inside.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const groqApiKey = defineRule({
  id: 'groq-api-key',
  title: 'Groq API key',
  provider: 'Groq',
  severity: 'high',
  keywords: ['gsk_'],
  pattern: /(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{20}WGdyb3FY[A-Za-z0-9]{24}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.1,
  references: ['https://console.groq.com/docs/quickstart'],
  match: [
    `GROQ_API_KEY=«gsk_${sample('base62', 20)}WGdyb3FY${sample('base62', 24)}»`,
    `Groq(api_key="«gsk_${sample('base62', 20, 2)}WGdyb3FY${sample('base62', 24, 2)}»")`,
  ],
  noMatch: [`gsk_${sample('base62', 52)}`, `gsk_${sample('base62', 20)}WGdyb3FY${sample('base62', 20)}`],
});
