// ButterCMS: API tokens, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const buttercmsToken = defineRule({
  id: 'buttercms-token',
  title: 'ButterCMS API token',
  provider: 'ButterCMS',
  severity: 'low',
  confidence: 'medium',
  keywords: ['buttercms', 'butter_cms', 'butter_api'],
  pattern:
    /butter_?(?:cms|api)[\w.-]{0,32}(?:token|key|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://buttercms.com/docs/api/'],
  match: [`BUTTERCMS_API_TOKEN=«${sample('hex', 40)}»`, `buttercms_api_key: "«${sample('hex', 40, 2)}»"`],
  noMatch: [`BUTTERCMS_API_TOKEN=${'x'.repeat(40)}`, `buttercms commit ${sample('hex', 40)}`],
});
