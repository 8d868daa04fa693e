// IPinfo: API tokens, 14 hex digits near the name or in its URL.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ipinfoToken = defineRule({
  id: 'ipinfo-token',
  title: 'IPinfo API token',
  provider: 'IPinfo',
  severity: 'low',
  confidence: 'medium',
  keywords: ['ipinfo'],
  pattern:
    /ipinfo(?:[\w .-]{0,20}(?:token|key)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}|\.io[\w./:${}-]{0,48}\?token=)(?<secret>(?=[a-f]{0,13}\d)[0-9a-f]{14})(?![\w-])/i,
  minEntropy: 2,
  references: ['https://ipinfo.io/developers'],
  match: [`IPINFO_TOKEN=«${sample('hex', 14)}»`, `curl https://ipinfo.io/8.8.8.8?token=«${sample('hex', 14, 2)}»`],
  noMatch: [`ipinfo ${sample('hex', 14)}`, `ipinfo.io/${sample('hex', 14)}`],
});
