// Coinbase: the CDP key (its name next to an EC private key) and access tokens or secrets by name.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://docs.cdp.coinbase.com';

function cdpKey(seed: number, newline: string): string {
  const body = [64, 64, 36].map((length, i) => sample('base64', length, seed * 10 + i)).join(newline);
  return ['-----BEGIN EC PRIVATE' + ' KEY-----', body, '-----END EC PRIVATE' + ' KEY-----'].join(newline);
}

// The whole pair is reported, so that it wins over the plain private key inside it.
export const coinbaseCdpKey = defineRule({
  id: 'coinbase-cdp-key',
  title: 'Coinbase CDP API key',
  provider: 'Coinbase',
  severity: 'critical',
  keywords: ['organizations/'],
  pattern:
    /(?<![A-Za-z0-9])organizations\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/apiKeys\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[^-{}]{1,80}-----BEGIN EC PRIVATE KEY-----[A-Za-z0-9+/=\\ \t\r\n]{100,400}-----END EC PRIVATE KEY-----/,
  distinctive: true,
  references: [DOCS],
  match: [
    `{"name": "«organizations/${sampleUuid(1)}/apiKeys/${sampleUuid(2)}", "privateKey": "${cdpKey(1, '\\n')}»\\n"}`,
    `KEY_NAME=«organizations/${sampleUuid(3)}/apiKeys/${sampleUuid(4)}\nKEY_SECRET="${cdpKey(2, '\n')}»"`,
  ],
  noMatch: [
    `organizations/${sampleUuid(1)}/apiKeys/${sampleUuid(2)}`,
    `{"name": "organizations/${sampleUuid(1)}/apiKeys/${sampleUuid(2)}", "privateKey": ""}`,
  ],
});

export const coinbaseAccessToken = defineRule({
  id: 'coinbase-access-token',
  title: 'Coinbase access token or secret',
  provider: 'Coinbase',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['coinbase'],
  pattern:
    /(?<![A-Za-z0-9])coinbase[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{64})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: [DOCS],
  match: [`COINBASE_ACCESS_TOKEN=«${sample('base64url', 64)}»`, `coinbase_secret: "«${sample('base64url', 64, 2)}»"`],
  noMatch: [`coinbase ${sample('base64url', 64)}`, `COINBASE_SECRET=${'x'.repeat(64)}`],
});
