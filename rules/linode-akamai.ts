// Linode (Akamai): personal access token, known by its name only.

import { defineResponse, INTERVALS, REPLACE } from '../src/response.js';
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

export const linodeTokenResponse = defineResponse({
  id: 'linode-token',
  title: 'Linode (Akamai) access token',
  rules: ['linode-token'],
  names: ['LINODE_TOKEN', 'LINODE_API_TOKEN', 'LINODE_CLI_TOKEN', 'LINODE_*'],
  revoke: {
    page: 'https://cloud.linode.com/profile/tokens',
    command: 'linode-cli profile token-delete TOKEN_ID',
    api: 'DELETE https://api.linode.com/v4/profile/tokens/TOKEN_ID',
  },
  rotate: [...REPLACE],
  invalidation: 'At once.',
  audit: 'Events and logins of the account.',
  detectUse: 'Instances, keys and users that nobody made; the bill.',
  reach: 'Instances, storage, DNS and users of the account, within the scopes of the token.',
  breaks: 'Tools with the token.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://techdocs.akamai.com/linode-api/reference/delete-personal-access-token',
  sources: ['https://techdocs.akamai.com/linode-api/reference/delete-personal-access-token'],
});
