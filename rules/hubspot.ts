// HubSpot: private app tokens, and the sunset API key.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const hubspotTokenResponse = defineResponse({
  id: 'hubspot-token',
  title: 'HubSpot access token',
  rules: ['hubspot-private-app-token', 'hubspot-api-key-legacy'],
  names: ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_API_KEY', 'HUBSPOT_PRIVATE_APP_TOKEN', 'HUBSPOT_*'],
  revoke: { page: 'https://app.hubspot.com', command: null, api: null },
  rotate: [
    'Open the app (Development, Legacy apps), Auth: rotate the token and let the old one expire now. Deploy the new one.',
    'API keys of the old kind no longer work.',
  ],
  invalidation: 'With expiry now the old token is refused.',
  detectUse: 'Exports and changes of contacts that nobody made.',
  reach: 'Contacts, which are personal data, mail and marketing, within the scopes of the app.',
  breaks: 'Integrations with the token.',
  vendorRevokes: true,
  vendorNote: 'HubSpot deactivates tokens that GitHub finds in public repositories, and tells the account.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
  sources: [
    'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
    'https://developers.hubspot.com/docs/apps/legacy-apps/authentication/intro-to-auth',
  ],
});
