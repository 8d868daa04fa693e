// OneSignal: app and organization keys with a prefix, and the legacy REST key, which needs the name in front.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://documentation.onesignal.com/docs/keys-and-ids';

export const onesignalRichKey = defineRule({
  id: 'onesignal-rich-key',
  title: 'OneSignal API key',
  provider: 'OneSignal',
  severity: 'high',
  keywords: ['os_v2_app_', 'os_v2_org_'],
  pattern: /(?<![A-Za-z0-9])(?:os_v2_app_|os_v2_org_)[a-z2-7]{103}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [DOCS],
  match: [
    `ONESIGNAL_API_KEY=«os_v2_app_${sample('lowerBase32', 103)}»`,
    `onesignal_api_key: «os_v2_org_${sample('lowerBase32', 103, 2)}»`,
  ],
  noMatch: [`os_v2_app_${'x'.repeat(103)}`, `os_v2_org_${sample('lowerBase32', 102, 3)}`],
});

export const onesignalLegacyKey = defineRule({
  id: 'onesignal-legacy-key',
  title: 'OneSignal REST API key (legacy)',
  provider: 'OneSignal',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['onesignal', 'one_signal'],
  pattern:
    /one_?signal[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9+/]{48}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: [DOCS],
  match: [`ONESIGNAL_REST_API_KEY=«${sample('base62', 48)}»`, `{"onesignalAuthKey": "«${sampleUuid()}»"}`],
  noMatch: [`ONESIGNAL_REST_API_KEY=${'x'.repeat(36)}`, `onesignal_app_id: ${sampleUuid()}`],
});
