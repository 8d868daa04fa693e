// Airtable: personal access tokens, the retired API keys, OAuth access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const airtablePat = defineRule({
  id: 'airtable-pat',
  title: 'Airtable personal access token',
  provider: 'Airtable',
  severity: 'high',
  keywords: ['pat'],
  pattern: /(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://airtable.com/developers/web/guides/personal-access-tokens'],
  match: [
    `AIRTABLE_TOKEN=«pat${sample('base62', 14)}.${sample('hex', 64)}»`,
    `new Airtable({ apiKey: '«pat${sample('base62', 14, 2)}.${sample('hex', 64, 2)}»' })`,
    `Authorization: Bearer «pat${sample('base62', 14, 3)}.${sample('hex', 64, 3)}»`,
  ],
  noMatch: [`pat${sample('base62', 13)}.${sample('hex', 64)}`, `pat${sample('base62', 14)}.${sample('hex', 60)}`],
});

export const airtableApiKeyLegacy = defineRule({
  id: 'airtable-api-key-legacy',
  title: 'Airtable API key (retired)',
  provider: 'Airtable',
  severity: 'low',
  confidence: 'medium',
  keywords: ['airtable'],
  pattern:
    /airtable[^\r\n]{0,64}?(?<![A-Za-z0-9_])(?<secret>key(?=[A-Za-z]{0,13}[0-9])[A-Za-z0-9]{14})(?![A-Za-z0-9_])/i,
  minEntropy: 3.2,
  references: ['https://support.airtable.com'],
  match: [
    `AIRTABLE_API_KEY=«key${sample('base62', 14)}»`,
    `new Airtable({ apiKey: '«key${sample('base62', 14, 2)}»' }).base(id)`,
  ],
  noMatch: ['airtable: keyboardShortcuts', `key${sample('base62', 14)}`, `airtable key${sample('base62', 12)}`],
});

export const airtableOauthToken = defineRule({
  id: 'airtable-oauth-token',
  title: 'Airtable OAuth access token',
  provider: 'Airtable',
  severity: 'high',
  keywords: ['.v1.'],
  before: 24,
  pattern:
    /(?<![A-Za-z0-9_.-])[A-Za-z0-9]{10,24}\.v1\.[A-Za-z0-9_-]{16,90}\.[0-9a-f]{32,64}(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
  near: { words: ['airtable'], before: 200, after: 200 },
  minEntropy: 3.8,
  references: ['https://airtable.com/developers/web/api/oauth-reference'],
  match: [
    `AIRTABLE_OAUTH=«${sample('base62', 17)}.v1.${sample('base64url', 64)}.${sample('hex', 64)}»`,
    `# api.airtable.com\naccess_token: "«${sample('base62', 17, 2)}.v1.${sample('base64url', 48)}.${sample('hex', 64, 2)}»"`,
  ],
  noMatch: [
    `airtable ${sample('base62', 17)}.v1.${sample('base62', 8)}.${sample('hex', 64)}`,
    `${sample('base62', 17)}.v1.${sample('base64url', 64)}.${sample('hex', 64)}`,
  ],
});
