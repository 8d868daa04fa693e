// Freshdesk: API keys, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const freshdeskApiKey = defineRule({
  id: 'freshdesk-api-key',
  title: 'Freshdesk API key',
  provider: 'Freshdesk',
  severity: 'high',
  confidence: 'medium',
  keywords: ['freshdesk'],
  pattern:
    /freshdesk[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?=[a-z]{0,19}[0-9])[A-Za-z0-9]{20})(?![\w-])/i,
  minEntropy: 3.2,
  references: ['https://developers.freshdesk.com/api/'],
  match: [`FRESHDESK_API_KEY=«${sample('base62', 20)}»`, `freshdeskApiKey: '«${sample('base62', 20, 2)}»'`],
  noMatch: [`freshdesk ${sample('base62', 20)}`, 'freshdesk_key: helpdeskSubscription'],
});
