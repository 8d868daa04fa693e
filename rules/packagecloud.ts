// packagecloud: API tokens near the name, and as the user of a package URL.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API = 'https://packagecloud.io/docs/api';

export const packagecloudToken = defineRule({
  id: 'packagecloud-token',
  title: 'packagecloud API token',
  provider: 'packagecloud',
  severity: 'high',
  confidence: 'medium',
  keywords: ['packagecloud'],
  pattern:
    /packagecloud[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{48})(?![\w-])/i,
  minEntropy: 2.9,
  references: [API],
  match: [`PACKAGECLOUD_TOKEN=«${sample('hex', 48)}»`, `"packagecloudApiKey": "«${sample('hex', 48, 2)}»"`],
  noMatch: [`packagecloud ${sample('hex', 48)}`, `packagecloud.io/acme/${sample('hex', 48)}`],
});

export const packagecloudUrlToken = defineRule({
  id: 'packagecloud-url-token',
  title: 'packagecloud token in a URL',
  provider: 'packagecloud',
  severity: 'high',
  keywords: [':@packagecloud.io'],
  pattern: /(?<![A-Za-z0-9])(?<secret>[0-9a-f]{48}):@packagecloud\.io(?![A-Za-z0-9.-])/,
  before: 48,
  minEntropy: 2.9,
  references: [API],
  match: [
    `deb https://«${sample('hex', 48)}»:@packagecloud.io/acme/repo/ubuntu/ jammy main`,
    `"url": "https://«${sample('hex', 48, 2)}»:@packagecloud.io/acme/repo"`,
  ],
  noMatch: ['https://:@packagecloud.io/acme', `https://${sample('hex', 20)}:@packagecloud.io/acme`],
});
