// Grafana: service account tokens with a CRC-32, and the older API keys, which are base64 JSON.

import { crc32, toHex8LittleEndian } from '../src/checksum.js';
import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://grafana.com/docs/grafana/latest/administration/service-accounts/';

export const grafanaServiceAccountToken = defineRule({
  id: 'grafana-service-account-token',
  title: 'Grafana service account token',
  provider: 'Grafana',
  severity: 'high',
  keywords: ['glsa_'],
  pattern: /(?<![A-Za-z0-9])glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-hex-grafana',
  enforceCheck: true,
  publicValues: ['glsa_' + 'DuMmY-T0K3N-f0R-tHe-Te5t-CRC32Ok_770c8cda'],
  references: [DOCS],
  match: [`GRAFANA_TOKEN=«${serviceAccountToken(1)}»`, `Authorization: Bearer «${serviceAccountToken(2)}»`],
  noMatch: [`glsa_${sample('base62', 32)}_${sample('hex', 8)}`, `glsa_${sample('base62', 32)}`],
});

export const grafanaApiKeyLegacy = defineRule({
  id: 'grafana-api-key-legacy',
  title: 'Grafana API key (older form)',
  provider: 'Grafana',
  severity: 'high',
  keywords: ['eyJrIjoi'],
  pattern: /(?<![\w+/.-])eyJrIjoi[A-Za-z0-9+/]{40,400}={0,2}(?![\w+/=-]|\.[\w-])/,
  distinctive: true,
  check: 'base64-json',
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `GRAFANA_API_KEY=«${apiKey(1)}»`,
    `curl -H "Authorization: Bearer «${apiKey(2)}»" https://grafana.acme.io/api/org`,
  ],
  noMatch: [`eyJrIjoi${sample('base62', 20)}`, `eyJrIjoi${sample('base62', 50)}.${sample('base62', 20)}`],
});

function serviceAccountToken(seed: number): string {
  const start = `glsa_${sample('base62', 32, seed)}`;
  return `${start}_${toHex8LittleEndian(crc32(start))}`;
}

function apiKey(seed: number): string {
  return Buffer.from(JSON.stringify({ k: sample('base62', 32, seed), n: 'deploy', id: seed })).toString('base64');
}

export const grafanaTokenResponse = defineResponse({
  id: 'grafana-token',
  title: 'Grafana service account token or API key',
  rules: ['grafana-service-account-token', 'grafana-api-key-legacy', 'grafana-cloud-access-policy-token'],
  names: ['GRAFANA_TOKEN', 'GRAFANA_API_KEY', 'GRAFANA_SERVICE_ACCOUNT_TOKEN', 'GRAFANA_*'],
  revoke: { page: null, command: null, api: 'DELETE /api/serviceaccounts/ACCOUNT_ID/tokens/TOKEN_ID of your instance' },
  rotate: [
    'Your instance: Administration, Service accounts: delete the token, add another with an expiry. Grafana Cloud: access policies of the organization.',
    'An instance can look for its own tokens in public repositories: switch secretscan on, with revoke.',
  ],
  invalidation: 'At once.',
  audit: 'Log of Grafana; audit log of the paid editions.',
  detectUse: 'Last use of the token in the list of the service account.',
  reach: 'Dashboards, alerts, and through data sources the databases behind them, within its role.',
  breaks: 'Tools and provisioning with that token.',
  vendorNote:
    'Only an instance where the secret scan is switched on revokes tokens that it finds; it is off by default.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  sources: [
    'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/secret-scan/',
    PARTNER.source,
  ],
});
