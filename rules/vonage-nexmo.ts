// Vonage (Nexmo): API secrets, which need the name in front.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const vonageApiSecret = defineRule({
  id: 'vonage-api-secret',
  title: 'Vonage API secret',
  provider: 'Vonage / Nexmo',
  severity: 'high',
  confidence: 'medium',
  keywords: ['nexmo', 'vonage'],
  pattern:
    /(?:nexmo|vonage)[\w.-]{0,32}secret[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{16})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.vonage.com/en/getting-started/concepts/authentication'],
  match: [`VONAGE_API_SECRET=«${sample('base62', 16)}»`, `nexmo_api_secret: "«${sample('base62', 16, 2)}»"`],
  noMatch: [`VONAGE_API_SECRET=${'x'.repeat(16)}`, `vonage_request: ${sample('base62', 16)}`],
});

export const vonageApiSecretResponse = defineResponse({
  id: 'vonage-api-secret',
  title: 'Vonage API secret',
  rules: ['vonage-api-secret'],
  names: ['VONAGE_API_SECRET', 'NEXMO_API_SECRET', 'NEXMO_SECRET', 'VONAGE_*', 'NEXMO_*'],
  revoke: {
    page: 'https://dashboard.nexmo.com/settings',
    command: null,
    api: 'DELETE https://api.nexmo.com/accounts/API_KEY/secrets/SECRET_ID',
  },
  rotate: ['Two secrets can live side by side: create the second, deploy it, revoke the leaked one.'],
  detectUse: 'Records of messages and calls, and the balance.',
  reach: 'Messages and calls of the account, and its balance.',
  breaks: 'Programs with the old secret.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://developer.vonage.com/en/account/secret-management',
  sources: ['https://developer.vonage.com/en/account/secret-management'],
});
