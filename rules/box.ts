// Box: access tokens and client secrets; the word is common, so only its full names count.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const boxDeveloperToken = defineRule({
  id: 'box-developer-token',
  title: 'Box access token or client secret',
  provider: 'Box',
  severity: 'high',
  confidence: 'medium',
  keywords: ['box_', 'box-', 'boxdev', 'boxacc', 'boxcli'],
  pattern:
    /(?<![A-Za-z0-9])box[_-]{0,1}(?:developer|dev|access|client)[_-]{0,1}(?:token|secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://developer.box.com/guides/authentication/tokens/'],
  match: [`BOX_DEVELOPER_TOKEN=«${sample('base62', 32)}»`, `boxClientSecret: '«${sample('base62', 32, 2)}»'`],
  noMatch: [`box ${sample('base62', 32)}`, `BOX_CLIENT_SECRET=${'x'.repeat(32)}`],
});
