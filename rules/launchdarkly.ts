// LaunchDarkly: API access tokens and the mobile key that apps carry.

import { defineResponse, INTERVALS, PARTNER, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const launchdarklyMobileKey = defineRule({
  id: 'launchdarkly-mobile-key',
  title: 'LaunchDarkly mobile key',
  provider: 'LaunchDarkly',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['mob-'],
  pattern: /(?<![\w-])mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://launchdarkly.com/docs/home/account/environment/keys'],
  match: [`LD_MOBILE_KEY=«mob-${sampleUuid()}»`, `"mobileKey": "«mob-${sampleUuid(2)}»"`],
  noMatch: [`mob-${sampleUuid().slice(1)}`, `mob-${sampleUuid()}-a1`],
});

export const launchdarklyApiKey = defineRule({
  id: 'launchdarkly-api-key',
  title: 'LaunchDarkly API access token',
  provider: 'LaunchDarkly',
  severity: 'high',
  keywords: ['api-'],
  pattern: /(?<![\w-])api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  minEntropy: 2.9,
  near: { words: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_', 'ldcli'], before: 300, after: 200 },
  references: ['https://launchdarkly.com/docs/home/account/api'],
  match: [
    `LAUNCHDARKLY_ACCESS_TOKEN=«api-${sampleUuid()}»`,
    `curl -H "Authorization: «api-${sampleUuid(2)}»" https://app.launchdarkly.com/api/v2/flags`,
  ],
  noMatch: [`api-${sampleUuid().slice(1)}`, `api-${sampleUuid()}-a1`],
});

export const launchdarklyApiKeyResponse = defineResponse({
  id: 'launchdarkly-api-key',
  title: 'LaunchDarkly access token or SDK key',
  rules: ['launchdarkly-api-key'],
  names: ['LAUNCHDARKLY_ACCESS_TOKEN', 'LAUNCHDARKLY_SDK_KEY', 'LD_SDK_KEY', 'LAUNCHDARKLY_*', 'LD_*'],
  revoke: {
    page: 'https://app.launchdarkly.com/settings/authorization',
    command: null,
    api: 'DELETE https://app.launchdarkly.com/api/v2/tokens/TOKEN_ID',
  },
  rotate: [...REPLACE, 'An SDK key is reset in the settings of its environment.'],
  audit: 'Audit log (change history).',
  reach:
    'Flags, which steer what runs in production, and projects, within its role. SDK key: reading of all flags of one environment.',
  breaks: 'Tools, or servers, with it.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://launchdarkly.com/docs/home/account/api',
  sources: ['https://launchdarkly.com/docs/home/account/api', PARTNER.source],
});
