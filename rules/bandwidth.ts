// Bandwidth: passwords, tokens and secrets of its APIs, which have no shape of their own; the full name is demanded.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const bandwidthApiCredentials = defineRule({
  id: 'bandwidth-api-credentials',
  title: 'Bandwidth API password or secret',
  provider: 'Bandwidth',
  severity: 'high',
  confidence: 'medium',
  keywords: ['bandwidth_', 'bandwidthapi', 'bandwidthpass', 'bandwidthsecret', 'bandwidthclient'],
  pattern:
    /(?<![A-Za-z0-9])bandwidth_?(?:api_?|client_?)?(?:password|secret|token)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z!@#%^&*+~_-]{0,31}[0-9])[A-Za-z0-9!@#%^&*+~_-]{8,64})(?![A-Za-z0-9!@#%^&*+~_.()[-])/i,
  minEntropy: 2.5,
  references: ['https://dev.bandwidth.com/docs/credentials/'],
  match: [`BANDWIDTH_PASSWORD=«${sample('base62', 16)}»`, `"bandwidthApiSecret": "«${sample('base62', 36, 2)}»"`],
  noMatch: ['BANDWIDTH_USERNAME=acme-voice', 'BANDWIDTH_PASSWORD=process.env.BANDWIDTH_PASSWORD'],
});
