// New Relic: prefixed API keys, the Pixie keys, the publishable browser keys, and the ingest licence key.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/';

export const newrelicUserKey = defineRule({
  id: 'newrelic-user-key',
  title: 'New Relic user API key',
  provider: 'New Relic',
  severity: 'high',
  keywords: ['NRAK-'],
  pattern: /(?<![A-Za-z0-9])NRAK-[A-Z0-9]{27}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.1,
  references: [DOCS],
  match: [
    `NEW_RELIC_API_KEY=«NRAK-${sample('upperAlnum', 27)}»`,
    `new_relic_api_key: «NRAK-${sample('upperAlnum', 27, 2)}»`,
  ],
  noMatch: [`NRAK-${'x'.repeat(27)}`, `NRAK-${sample('upperAlnum', 26, 3)}`],
});

export const newrelicInsightsInsertKey = defineRule({
  id: 'newrelic-insights-insert-key',
  title: 'New Relic Insights insert key',
  provider: 'New Relic',
  severity: 'medium',
  keywords: ['NRII-'],
  pattern: /(?<![A-Za-z0-9])NRII-[\w-]{25,32}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [DOCS],
  match: [
    `INSIGHTS_INSERT_KEY=«NRII-${sample('base64url', 28)}»`,
    `const insightsInsertKey = '«NRII-${sample('base64url', 28, 2)}»';`,
  ],
  noMatch: [`NRII-${'x'.repeat(28)}`, `NRII-${sample('base64url', 24, 3)}`],
});

export const newrelicInsightsQueryKey = defineRule({
  id: 'newrelic-insights-query-key',
  title: 'New Relic Insights query key',
  provider: 'New Relic',
  severity: 'medium',
  keywords: ['NRIQ-'],
  pattern: /(?<![A-Za-z0-9])NRIQ-[\w-]{25,32}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [DOCS],
  match: [
    `INSIGHTS_QUERY_KEY=«NRIQ-${sample('base64url', 28)}»`,
    `export INSIGHTS_QUERY_KEY="«NRIQ-${sample('base64url', 28, 2)}»"`,
  ],
  noMatch: [`NRIQ-${'x'.repeat(28)}`, `NRIQ-${sample('base64url', 24, 3)}`],
});

export const newrelicRestApiKey = defineRule({
  id: 'newrelic-rest-api-key',
  title: 'New Relic REST API key',
  provider: 'New Relic',
  severity: 'high',
  keywords: ['NRRA-'],
  pattern: /(?<![A-Za-z0-9])NRRA-[0-9a-f]{42}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`NEW_RELIC_REST_KEY=«NRRA-${sample('hex', 42)}»`, `X-Api-Key: «NRRA-${sample('hex', 42, 2)}»`],
  noMatch: [`NRRA-${'x'.repeat(42)}`, `NRRA-${sample('hex', 41, 3)}`],
});

export const newrelicAdminKey = defineRule({
  id: 'newrelic-admin-key',
  title: 'New Relic admin API key',
  provider: 'New Relic',
  severity: 'high',
  keywords: ['NRAA-'],
  pattern: /(?<![A-Za-z0-9])NRAA-[0-9a-f]{27}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`NEW_RELIC_ADMIN_KEY=«NRAA-${sample('hex', 27)}»`, `{"newRelicAdminKey": "«NRAA-${sample('hex', 27, 2)}»"}`],
  noMatch: [`NRAA-${'x'.repeat(27)}`, `NRAA-${sample('hex', 26, 3)}`],
});

export const newrelicPixieKey = defineRule({
  id: 'newrelic-pixie-key',
  title: 'New Relic Pixie key',
  provider: 'New Relic',
  severity: 'high',
  keywords: ['px-api-', 'px-dep-'],
  pattern:
    /(?<![A-Za-z0-9])(?:px-api-|px-dep-)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://docs.px.dev/reference/admin/api-keys/'],
  match: [`PIXIE_API_KEY=«px-api-${sampleUuid()}»`, `pixie_api_key: «px-dep-${sampleUuid(2)}»`],
  noMatch: [`px-api-${sampleUuid(3).slice(0, 35)}`, 'px-dep-00000000-0000-0000-0000-000000000000'],
});

export const newrelicBrowserKey = defineRule({
  id: 'newrelic-browser-key',
  title: 'New Relic browser key',
  provider: 'New Relic',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['NRJS-', 'NRBR-'],
  pattern: /(?<![A-Za-z0-9])(?:NRJS-|NRBR-)[0-9a-f]{19,20}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.3,
  references: [DOCS],
  match: [
    `NEW_RELIC_BROWSER_KEY=«NRJS-${sample('hex', 19)}»`,
    `const newRelicBrowserKey = '«NRBR-${sample('hex', 19, 2)}»';`,
  ],
  noMatch: [`NRJS-${'x'.repeat(19)}`, `NRBR-${sample('hex', 18, 3)}`],
});

export const newrelicLicenseKey = defineRule({
  id: 'newrelic-license-key',
  title: 'New Relic ingest license key',
  provider: 'New Relic',
  severity: 'medium',
  keywords: ['NRAL'],
  pattern: /(?<![A-Za-z0-9])(?:[0-9a-f]{36}|[a-z]{2}[0-9]{2}xx[0-9a-f]{30})(?:NRAL|nral)(?![A-Za-z0-9_])/,
  before: 36,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`NEW_RELIC_LICENSE_KEY=«${sample('hex', 36)}NRAL»`, `license_key: «eu01xx${sample('hex', 30)}NRAL»`],
  noMatch: [`${sample('hex', 35)}NRAL`, `${sample('hex', 36)}NRALS`],
});

export const newrelicLicenseKeyLegacy = defineRule({
  id: 'newrelic-license-key-legacy',
  title: 'New Relic license key (legacy)',
  provider: 'New Relic',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['newrelic', 'new_relic'],
  pattern:
    /new_?relic[\w.-]{0,32}licen[cs]e_?key[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`NEW_RELIC_LICENSE_KEY=«${sample('hex', 40)}»`, `newrelic.license_key = "«${sample('hex', 40, 2)}»"`],
  noMatch: [`NEW_RELIC_LICENSE_KEY=${'x'.repeat(40)}`, `newrelic build ${sample('hex', 40)}`],
});
