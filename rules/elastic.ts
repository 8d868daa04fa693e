// Elastic: Elastic Cloud keys with a prefix, and Elasticsearch keys, which are base64 of an id, a colon and a secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://www.elastic.co/docs/deploy-manage/api-keys';

function encodedKey(seed: number): string {
  return Buffer.from(`${sample('base62', 20, seed)}:${sample('base62', 22, seed)}`).toString('base64');
}

export const elasticCloudApiKey = defineRule({
  id: 'elastic-cloud-api-key',
  title: 'Elastic Cloud API key',
  provider: 'Elastic',
  severity: 'high',
  keywords: ['essu_'],
  pattern: /(?<![A-Za-z0-9])essu_[A-Za-z0-9+/]{58,200}={0,2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `EC_API_KEY=«${'essu_'}${sample('base64', 70)}==»`,
    `curl -H "Authorization: ApiKey «${'essu_'}${sample('base64', 80)}»"`,
  ],
  noMatch: [`essu_${sample('base64', 40)}`, `essu_${'x'.repeat(70)}`],
});

export const elasticsearchApiKey = defineRule({
  id: 'elasticsearch-api-key',
  title: 'Elasticsearch API key (encoded)',
  provider: 'Elastic',
  severity: 'high',
  confidence: 'medium',
  keywords: ['apikey ', 'elastic', 'kibana'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Aa]pi[Kk]ey[ \t]{1,4}|(?:[Ee]lastic|ELASTIC|[Kk]ibana|KIBANA)[\w.-]{0,40}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2})(?<secret>[A-Za-z0-9]{26}[AEIMQUYcgkosw048]6[A-Za-z0-9]{29}[AQgw]==)(?![A-Za-z0-9+/=])/,
  minEntropy: 3.5,
  references: [DOCS],
  match: [`Authorization: ApiKey «${encodedKey(1)}»`, `ELASTICSEARCH_API_KEY="«${encodedKey(2)}»"`],
  noMatch: [`kibana ${encodedKey(1)}`, `ApiKey ${Buffer.from(sample('base62', 43)).toString('base64')}`],
});
