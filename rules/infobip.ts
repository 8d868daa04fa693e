// Infobip: API keys, 32 hex digits and a UUID, introduced by the vendor's name or the header `Authorization: App …`.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const infobipApiKey = defineRule({
  id: 'infobip-api-key',
  title: 'Infobip API key',
  provider: 'Infobip',
  severity: 'high',
  keywords: ['infobip', 'App '],
  pattern:
    /(?:infobip[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?:App )?|(?<![\w-])App )(?<secret>[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 3.2,
  publicValues: ['003026bbc133714df1834b8638bb496e' + '-8f4b3d9a-e931-478d-a994-28a725159ab9'],
  references: ['https://www.infobip.com/docs/essentials/api-authentication'],
  match: [
    `INFOBIP_API_KEY=«${sample('hex', 32)}-${sampleUuid()}»`,
    `Authorization: App «${sample('hex', 32, 2)}-${sampleUuid(2)}»`,
  ],
  noMatch: [`${sample('hex', 32)}-${sampleUuid()}`, `App ${sample('hex', 30)}-${sampleUuid()}`],
});
