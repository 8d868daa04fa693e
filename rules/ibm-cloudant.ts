// IBM Cloudant: passwords of 64 hex digits, by name or in front of the host.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://cloud.ibm.com/docs/Cloudant';

export const cloudantCredentials = defineRule({
  id: 'cloudant-credentials',
  title: 'IBM Cloudant password or API key',
  provider: 'IBM Cloudant',
  severity: 'high',
  confidence: 'medium',
  keywords: ['cloudant'],
  pattern:
    /cloudant[\w.-]{0,24}(?:pass|pwd|pw|key|secret|token)[\w.-]{0,12}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  references: [DOCS],
  match: [`CLOUDANT_PASSWORD=«${sample('hex', 64)}»`, `cloudant_api_key: "«${sample('hex', 64, 2)}»"`],
  noMatch: [`cloudant ${sample('hex', 64)}`, `CLOUDANT_PASSWORD=${'0'.repeat(64)}`],
});

export const cloudantCredentialsUrl = defineRule({
  id: 'cloudant-credentials-url',
  title: 'IBM Cloudant URL with password',
  provider: 'IBM Cloudant',
  severity: 'high',
  keywords: ['.cloudant'],
  before: 146,
  pattern: /(?<=[\w-]):(?<secret>[0-9a-f]{64})@[\w-][\w.-]{0,79}\.cloudant/,
  minEntropy: 3.2,
  references: [DOCS],
  match: [
    `CLOUDANT_URL=https://acme-bluemix:«${sample('hex', 64)}»@acme-bluemix.cloudant.com`,
    `"url": "https://apikey-v2:«${sample('hex', 64, 2)}»@acme.cloudantnosqldb.appdomain.cloud"`,
  ],
  noMatch: ['https://acme-bluemix.cloudant.com', `https://acme-bluemix.cloudant.com/files/${sample('hex', 64)}`],
});
