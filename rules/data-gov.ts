// api.data.gov: keys of US government APIs, NASA's among them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const datagovKey = defineRule({
  id: 'datagov-key',
  title: 'api.data.gov key',
  provider: 'data.gov',
  severity: 'low',
  confidence: 'medium',
  keywords: ['nasa.gov', 'data.gov', 'nasa_api_key', 'data_gov_api_key', 'datagov_api_key'],
  pattern:
    /(?:(?:nasa|data)\.gov[^ \t\r\n"'<>]{0,160}?[?&]api_key=|(?:nasa|data_?gov)_api_key[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2})(?<secret>(?=[a-z]{0,31}[0-9])[A-Za-z0-9]{40})(?![\w-])/i,
  minEntropy: 4,
  publicValues: ['DEMO_KEY'],
  references: ['https://api.data.gov/docs/api-key/'],
  match: [
    `https://api.nasa.gov/planetary/apod?date=2024-11-02&api_key=«${sample('base62', 40)}»`,
    `NASA_API_KEY=«${sample('base62', 40, 2)}»`,
    `url = "https://developer.nrel.gov.api.data.gov/v1?api_key=«${sample('base62', 40, 3)}»"`,
  ],
  noMatch: ['https://api.nasa.gov/planetary/apod?api_key=DEMO_KEY', `nasa.gov ${sample('base62', 40)}`],
});
