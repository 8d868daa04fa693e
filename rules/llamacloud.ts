// LlamaCloud (LlamaIndex): API key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const llamaindexCloudKey = defineRule({
  id: 'llamaindex-cloud-key',
  title: 'LlamaCloud API key',
  provider: 'LlamaCloud',
  severity: 'medium',
  keywords: ['llx-'],
  pattern: /(?<![A-Za-z0-9])llx-[A-Za-z0-9]{48}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.cloud.llamaindex.ai'],
  match: [
    `LLAMA_CLOUD_API_KEY=«${'llx-'}${sample('base62', 48)}»`,
    `parser = LlamaParse(api_key="«${'llx-'}${sample('base62', 48, 2)}»")`,
  ],
  noMatch: [`llx-${sample('base62', 47)}`, `llx-${'x'.repeat(48)}`],
});
