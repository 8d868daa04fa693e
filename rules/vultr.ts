// Vultr: API keys without a prefix, so the vendor's name must introduce them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const vultrApiKey = defineRule({
  id: 'vultr-api-key',
  title: 'Vultr API key',
  provider: 'Vultr',
  severity: 'high',
  confidence: 'medium',
  keywords: ['vultr'],
  pattern:
    /(?:vultr|VULTR|Vultr)[\w.-]{0,20}(?:key|KEY|Key|token|TOKEN|Token)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Z0-9]{36})(?![\w-])/,
  minEntropy: 3.6,
  references: ['https://www.vultr.com/api/'],
  match: [`VULTR_API_KEY=«${sample('upperAlnum', 36)}»`, `vultrApiKey: "«${sample('upperAlnum', 36, 2)}»"`],
  noMatch: [`vultr ${sample('upperAlnum', 36)}`, `VULTR_API_KEY=${'X'.repeat(36)}`],
});
