// Exa: API keys, which are bare UUIDs and need the full name in front.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const exaApiKey = defineRule({
  id: 'exa-api-key',
  title: 'Exa API key',
  provider: 'Exa',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['exa_api_key', 'exa_key', 'exaapikey', 'exakey', 'exa('],
  pattern:
    /(?<![A-Za-z0-9])exa(?:_?(?:api_?)?key["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|\([ ]{0,4}(?:api_?key[ ]{0,2}=[ ]{0,2})?["'])(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  references: ['https://docs.exa.ai'],
  match: [`EXA_API_KEY=«${sampleUuid()}»`, `const exa = new Exa('«${sampleUuid(2)}»');`],
  noMatch: ['EXA_API_KEY=00000000-0000-0000-0000-000000000000', `exa ${sampleUuid()}`, `hexa(${sampleUuid()})`],
});
