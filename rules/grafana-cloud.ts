// Grafana Cloud: access policy tokens, a prefix and base64 JSON.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const grafanaCloudAccessPolicyToken = defineRule({
  id: 'grafana-cloud-access-policy-token',
  title: 'Grafana Cloud access policy token',
  provider: 'Grafana Cloud',
  severity: 'high',
  keywords: ['glc_eyJ'],
  pattern: /(?<![A-Za-z0-9])glc_eyJ[A-Za-z0-9+/]{60,400}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [
    'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/',
  ],
  match: [`GRAFANA_CLOUD_TOKEN=«${token(1)}»`, `  password: «${token(2)}»`],
  noMatch: [`glc_eyJ${sample('base62', 40)}`, `glc_${sample('base62', 90)}`],
});

function token(seed: number): string {
  const fields = { o: '652992', n: 'stack-deploy-push', k: sample('base62', 24, seed), m: { r: 'prod-eu-west-0' } };
  return `glc_${Buffer.from(JSON.stringify(fields)).toString('base64')}`;
}
