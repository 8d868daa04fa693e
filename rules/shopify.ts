// Shopify: five kinds of app tokens and the Partner token, each a prefix and 32 hex digits.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://shopify.dev/docs/apps/build/authentication-authorization';

export const shopifyAccessToken = defineRule({
  id: 'shopify-access-token',
  title: 'Shopify Admin API access token',
  provider: 'Shopify',
  severity: 'critical',
  keywords: ['shpat_'],
  pattern: /(?<![A-Za-z0-9])shpat_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `SHOPIFY_ACCESS_TOKEN=«shpat_${sample('hex', 32)}»`,
    `export SHOPIFY_ACCESS_TOKEN="«shpat_${sample('hex', 32, 2)}»"`,
  ],
  noMatch: [`shpat_${'x'.repeat(32)}`, `shpat_${sample('hex', 31, 3)}`],
});

export const shopifyCustomAppToken = defineRule({
  id: 'shopify-custom-app-token',
  title: 'Shopify custom app access token',
  provider: 'Shopify',
  severity: 'critical',
  keywords: ['shpca_'],
  pattern: /(?<![A-Za-z0-9])shpca_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`SHOPIFY_APP_TOKEN=«shpca_${sample('hex', 32)}»`, `X-Api-Key: «shpca_${sample('hex', 32, 2)}»`],
  noMatch: [`shpca_${'x'.repeat(32)}`, `shpca_${sample('hex', 31, 3)}`],
});

export const shopifyPrivateAppPassword = defineRule({
  id: 'shopify-private-app-password',
  title: 'Shopify private app password',
  provider: 'Shopify',
  severity: 'critical',
  keywords: ['shppa_'],
  pattern: /(?<![A-Za-z0-9])shppa_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`SHOPIFY_PASSWORD=«shppa_${sample('hex', 32)}»`, `{"shopifyPassword": "«shppa_${sample('hex', 32, 2)}»"}`],
  noMatch: [`shppa_${'x'.repeat(32)}`, `shppa_${sample('hex', 31, 3)}`],
});

export const shopifySharedSecret = defineRule({
  id: 'shopify-shared-secret',
  title: 'Shopify app shared secret',
  provider: 'Shopify',
  severity: 'critical',
  keywords: ['shpss_'],
  pattern: /(?<![A-Za-z0-9])shpss_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`SHOPIFY_API_SECRET=«shpss_${sample('hex', 32)}»`, `shopify_api_secret: «shpss_${sample('hex', 32, 2)}»`],
  noMatch: [`shpss_${'x'.repeat(32)}`, `shpss_${sample('hex', 31, 3)}`],
});

export const shopifyThemeAccessToken = defineRule({
  id: 'shopify-theme-access-token',
  title: 'Shopify Theme Access password',
  provider: 'Shopify',
  severity: 'high',
  keywords: ['shptka_'],
  pattern: /(?<![A-Za-z0-9])shptka_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `SHOPIFY_CLI_THEME_TOKEN=«shptka_${sample('hex', 32)}»`,
    `const shopifyCliThemeToken = '«shptka_${sample('hex', 32, 2)}»';`,
  ],
  noMatch: [`shptka_${'x'.repeat(32)}`, `shptka_${sample('hex', 31, 3)}`],
});

export const shopifyPartnerToken = defineRule({
  id: 'shopify-partner-token',
  title: 'Shopify Partner API token',
  provider: 'Shopify',
  severity: 'high',
  keywords: ['prtapi_'],
  pattern: /(?<![A-Za-z0-9])prtapi_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.5,
  references: ['https://shopify.dev/docs/api/partner'],
  match: [
    `SHOPIFY_PARTNER_TOKEN=«prtapi_${sample('hex', 32)}»`,
    `export SHOPIFY_PARTNER_TOKEN="«prtapi_${sample('hex', 32, 2)}»"`,
  ],
  noMatch: [`prtapi_${'x'.repeat(32)}`, `prtapi_${sample('hex', 31, 3)}`],
});

export const shopifyTokenResponse = defineResponse({
  id: 'shopify-token',
  title: 'Shopify access token or app secret',
  rules: [
    'shopify-access-token',
    'shopify-custom-app-token',
    'shopify-partner-token',
    'shopify-private-app-password',
    'shopify-shared-secret',
    'shopify-theme-access-token',
  ],
  names: ['SHOPIFY_API_SECRET', 'SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_ADMIN_API_ACCESS_TOKEN', 'SHOPIFY_*'],
  revoke: { page: 'https://dev.shopify.com/dashboard', command: null, api: null },
  rotate: [
    'App secret: Dev Dashboard, the app, Settings: create a new secret, let webhooks pass with both for a while, revoke the old one. After a serious leak revoke first.',
    'Access token of a custom app in a store: it cannot be revoked alone; uninstall the app and install it again.',
    'Token of the theme app: remove it in the app.',
  ],
  invalidation:
    'Tokens that were requested with the old secret must be requested anew. Uninstalling removes the token and the webhooks of the app.',
  detectUse: 'Activity of the app in the store: exports, orders and discounts that nobody made.',
  reach: 'Data of the store within the granted scopes; with the secret also forged webhooks.',
  breaks: 'The app, until it has the new one; its webhooks.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://shopify.dev/docs/apps/build/authentication-authorization/manage-credentials',
  sources: [
    'https://shopify.dev/docs/apps/build/authentication-authorization/manage-credentials',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.105/',
    PARTNER.source,
  ],
});
