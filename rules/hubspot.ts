// HubSpot: private app tokens, and the sunset API key.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const hubspotPrivateAppToken = defineRule({
  id: 'hubspot-private-app-token',
  title: 'HubSpot private app token',
  provider: 'HubSpot',
  severity: 'critical',
  keywords: ['pat-na1-', 'pat-na2-', 'pat-eu1-', 'pat-ap1-'],
  pattern:
    /(?<![A-Za-z0-9])pat-(?:na1|na2|eu1|ap1)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  publicValues: ['pat-na1-' + '00000000-0000-0000-0000-000000000000'],
  references: ['https://developers.hubspot.com/docs/guides/apps/private-apps/overview'],
  match: [`HUBSPOT_ACCESS_TOKEN=«pat-na1-${sampleUuid()}»`, `Authorization: Bearer «pat-eu1-${sampleUuid(2)}»`],
  noMatch: [`pat-na1-${sample('hex', 20)}`, `pat-us9-${sampleUuid()}`],
});

export const hubspotApiKeyLegacy = defineRule({
  id: 'hubspot-api-key-legacy',
  title: 'HubSpot API key',
  provider: 'HubSpot',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['hubspot', 'hapikey'],
  pattern:
    /(?:hubspot[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}|hapikey)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://developers.hubspot.com'],
  match: [
    `HUBSPOT_API_KEY=«${sampleUuid()}»`,
    `https://api.hubapi.com/contacts/v1/lists?hapikey=«${sampleUuid(2)}»&count=1`,
    `"hubspotApiKey": "«${sampleUuid(3)}»"`,
  ],
  noMatch: ['https://api.hubapi.com/contacts?hapikey=demo', `hubspot form ${sampleUuid()}`],
});
