// PagerDuty: REST API keys, by their name.

import { defineResponse, INTERVALS, NOT_REPORTED, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const pagerdutyApiKey = defineRule({
  id: 'pagerduty-api-key',
  title: 'PagerDuty API key',
  provider: 'PagerDuty',
  severity: 'high',
  confidence: 'medium',
  keywords: ['pagerduty', 'pager_duty'],
  // A digit is wanted: existingSubscription has 20 letters too.
  pattern:
    /pager_?duty[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?=[a-z_+-]{0,19}[0-9])[A-Za-z0-9_+-]{20})(?![\w+-])/i,
  minEntropy: 3.2,
  references: ['https://developer.pagerduty.com/docs/authentication'],
  match: [
    `PAGERDUTY_API_KEY=«u+${sample('base62', 18)}»`,
    `pagerduty_token = "«${sample('base64url', 20)}»"`,
    `"pagerDutyApiKey": "«y_${sample('base62', 18, 2)}»"`,
  ],
  noMatch: ['pagerdutyTokenName: existingSubscription', `pagerduty ${sample('base62', 20)}`],
});

export const pagerdutyApiKeyResponse = defineResponse({
  id: 'pagerduty-api-key',
  title: 'PagerDuty API key',
  rules: ['pagerduty-api-key'],
  names: ['PAGERDUTY_API_KEY', 'PAGERDUTY_TOKEN', 'PAGERDUTY_ROUTING_KEY', 'PD_API_KEY', 'PAGERDUTY_*'],
  rotate: [
    'In your account: Integrations, API Access Keys; or the key of a user under My Profile, User Settings.',
    ...REPLACE,
  ],
  audit: 'Audit records: GET https://api.pagerduty.com/audit/records',
  reach: 'Incidents, schedules and contact data of people; with full access, changes too.',
  breaks: 'Integrations with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://support.pagerduty.com/main/docs/api-access-keys',
  sources: ['https://support.pagerduty.com/main/docs/api-access-keys'],
});
