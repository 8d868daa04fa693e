// Asaas: API tokens, production ($aact_prod_) and sandbox ($aact_hmlg_).

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTH = 'https://docs.asaas.com/docs/autenticacao';

export const asaasApiToken = defineRule({
  id: 'asaas-api-token',
  title: 'Asaas API token',
  provider: 'Asaas',
  severity: 'critical',
  keywords: ['$aact_prod_'],
  pattern: /\$aact_prod_[\w-]{20,200}={0,2}(?![\w=-])/,
  distinctive: true,
  minEntropy: 3,
  references: [AUTH],
  match: [
    `ASAAS_API_KEY='«$aact_prod_${sample('base64url', 120)}»'`,
    `access_token: «$aact_prod_${sample('base64url', 160, 2)}==»`,
  ],
  noMatch: [`$aact_prod_${sample('base62', 10)}`, `$aact_prod_${'x'.repeat(120)}`],
});

export const asaasApiTokenTest = defineRule({
  id: 'asaas-api-token-test',
  title: 'Asaas sandbox API token',
  provider: 'Asaas',
  severity: 'low',
  keywords: ['$aact_hmlg_'],
  pattern: /\$aact_hmlg_[\w-]{20,200}={0,2}(?![\w=-])/,
  distinctive: true,
  minEntropy: 3,
  references: [AUTH],
  match: [
    `ASAAS_API_KEY='«$aact_hmlg_${sample('base64url', 120)}»'`,
    `access_token: «$aact_hmlg_${sample('base64url', 160, 2)}==»`,
  ],
  noMatch: [`$aact_hmlg_${sample('base62', 10)}`, `$aact_hmlg_${'x'.repeat(120)}`],
});
