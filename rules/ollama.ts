// Ollama: keys of the cloud API, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ollamaApiKey = defineRule({
  id: 'ollama-api-key',
  title: 'Ollama API key',
  provider: 'Ollama',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['ollama'],
  pattern:
    /ollama[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{32}\.[A-Za-z0-9_-]{24})(?![\w-])/i,
  minEntropy: 3.9,
  references: ['https://docs.ollama.com'],
  match: [
    `OLLAMA_API_KEY=«${sample('hex', 32)}.${sample('base64url', 24)}»`,
    `ollamaApiKey: '«${sample('hex', 32, 2)}.${sample('base64url', 24, 2)}»'`,
  ],
  noMatch: [`ollama ${sample('hex', 32)}.${sample('base62', 24)}`, 'OLLAMA_API_KEY=${OLLAMA_API_KEY}'],
});
