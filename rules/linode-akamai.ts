// Linode (Akamai): personal access token, known by its name only.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const linodeToken = defineRule({
  id: 'linode-token',
  title: 'Linode personal access token',
  provider: 'Linode / Akamai',
  severity: 'high',
  confidence: 'medium',
  keywords: ['linode'],
  pattern:
    /(?<![A-Za-z0-9])linode[\w.-]{0,24}?(?:key|token|secret|auth|pass|pwd)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{64})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: ['https://techdocs.akamai.com/linode-api/reference/get-started'],
  match: [`LINODE_TOKEN=«${sample('hex', 64)}»`, `  linode_api_key: "«${sample('hex', 64, 2)}»"`],
  noMatch: [`linode sha256 ${sample('hex', 64)}`, 'LINODE_TOKEN=${LINODE_TOKEN}'],
});
