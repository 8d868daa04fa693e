// Datadog: the application key with a prefix, API and application keys by name, and the public client token.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.datadoghq.com/account_management/api-app-keys/';

export const datadogAppKeyV2 = defineRule({
  id: 'datadog-app-key-v2',
  title: 'Datadog application key',
  provider: 'Datadog',
  severity: 'high',
  keywords: ['ddapp_'],
  pattern: /(?<![A-Za-z0-9])ddapp_[A-Za-z0-9]{34}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `DD_APP_KEY=«${'ddapp_'}${sample('base62', 34)}»`,
    `DD-APPLICATION-KEY: «${'ddapp_'}${sample('base62', 34, 2)}»`,
  ],
  noMatch: [`ddapp_${sample('base62', 33)}`, `ddapp_${'x'.repeat(34)}`],
});

export const datadogApiKey = defineRule({
  id: 'datadog-api-key',
  title: 'Datadog API key',
  provider: 'Datadog',
  severity: 'high',
  confidence: 'medium',
  keywords: ['datadog', 'dd_api_key', 'dd-api-key', 'ddapikey', 'ddog'],
  pattern:
    /(?<![A-Za-z0-9])(?:datadog[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}|dd[_-]?api[_-]?key|ddog[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12})[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `DD_API_KEY=«${sample('hex', 32)}»`,
    `curl -H "DD-API-KEY: «${sample('hex', 32, 2)}»"`,
    `datadog.apiKey: '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`datadog ${sample('hex', 32)}`, 'DD_API_KEY=<DATADOG_API_KEY>'],
});

export const datadogAppKey = defineRule({
  id: 'datadog-app-key',
  title: 'Datadog application key (40 hex)',
  provider: 'Datadog',
  severity: 'high',
  confidence: 'medium',
  keywords: ['datadog', 'dd_app', 'dd-app', 'ddapp'],
  pattern:
    /(?<![A-Za-z0-9])(?:datadog[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}|dd[_-]?app(?:lication)?[_-]?key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `DD_APP_KEY=«${sample('hex', 40)}»`,
    `  datadog_app_key = "«${sample('hex', 40, 2)}»"`,
    `DD-APPLICATION-KEY: «${sample('hex', 40, 3)}»`,
  ],
  noMatch: [`datadog-agent ${sample('hex', 40)}`, 'DD_APP_KEY=<DATADOG_APP_KEY>'],
});

export const datadogClientToken = defineRule({
  id: 'datadog-client-token',
  title: 'Datadog client token',
  provider: 'Datadog',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['client_token', 'clienttoken', 'client-token', 'dd-api-key'],
  pattern:
    /(?:client[_-]?token|dd-api-key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>pub[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  references: ['https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens'],
  match: [
    `datadogRum.init({ clientToken: '«${'pub'}${sample('hex', 32)}»' });`,
    `NEXT_PUBLIC_DATADOG_CLIENT_TOKEN=«${'pub'}${sample('hex', 32, 2)}»`,
  ],
  noMatch: [`pub${sample('hex', 32)}`, `clientToken: 'pub${'x'.repeat(32)}'`],
});

export const datadogKeyResponse = defineResponse({
  id: 'datadog-key',
  title: 'Datadog API or application key',
  rules: ['datadog-api-key', 'datadog-app-key', 'datadog-app-key-v2'],
  names: ['DATADOG_API_KEY', 'DD_API_KEY', 'DD_APP_KEY', 'DATADOG_APP_KEY', 'DATADOG_*', 'DD_*'],
  revoke: { page: 'https://app.datadoghq.com/organization-settings/api-keys', command: null, api: null },
  rotate: [
    'Create a new key, deploy it to agents and integrations, revoke the old one. Application keys: https://app.datadoghq.com/organization-settings/application-keys .',
    'Other sites of Datadog have other host names.',
  ],
  invalidation: 'Disabling a user revokes the application keys of the user, not API keys.',
  audit: 'Audit trail, searched by the id of the key: @metadata.api_key.id.',
  reach: 'An API key: sending of data. With an application key beside it: what its owner may read and change.',
  breaks: 'Agents and integrations with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
  sources: [
    'https://docs.datadoghq.com/account_management/api-app-keys/',
    'https://docs.datadoghq.com/account_management/audit_trail/',
    PARTNER.source,
  ],
});
