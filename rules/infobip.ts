// Infobip: API keys, 32 hex digits and a UUID, introduced by the vendor's name or the header `Authorization: App …`.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const infobipApiKey = defineRule({
  id: 'infobip-api-key',
  title: 'Infobip API key',
  provider: 'Infobip',
  severity: 'high',
  keywords: ['infobip', 'App '],
  pattern:
    /(?:infobip[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?:App )?|(?<![\w-])App )(?<secret>[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 3.2,
  publicValues: ['003026bbc133714df1834b8638bb496e' + '-8f4b3d9a-e931-478d-a994-28a725159ab9'],
  references: ['https://www.infobip.com/docs/essentials/api-authentication'],
  match: [
    `INFOBIP_API_KEY=«${sample('hex', 32)}-${sampleUuid()}»`,
    `Authorization: App «${sample('hex', 32, 2)}-${sampleUuid(2)}»`,
  ],
  noMatch: [`${sample('hex', 32)}-${sampleUuid()}`, `App ${sample('hex', 30)}-${sampleUuid()}`],
});

export const infobipApiKeyResponse = defineResponse({
  id: 'infobip-api-key',
  title: 'Infobip API key',
  rules: ['infobip-api-key'],
  names: ['INFOBIP_API_KEY', 'INFOBIP_WEBHOOK_SECRET', 'INFOBIP_*'],
  revoke: { page: 'https://portal.infobip.com/settings/accounts/api-keys', command: null, api: null },
  rotate: [
    'Create a new key with allowed addresses, the permissions it needs and an end of validity (1 year, if nothing is said).',
    'Deploy it, then disable the old one in the portal.',
  ],
  detectUse: 'Message logs and delivery reports: recipients, countries and amounts that nobody knows.',
  reach: 'SMS, WhatsApp and other channels in your name; data of deliveries and recipients.',
  breaks: 'Sending with that key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.infobip.com/docs/api/platform/account-management/create-api-key',
  sources: [
    'https://www.infobip.com/docs/api/platform/account-management/create-api-key',
    'https://www.infobip.com/docs/developer-resources/security/security-best-practices',
  ],
});
