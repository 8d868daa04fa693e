// New York Times: API key, by name or in the query of its API.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const nytimesKey = defineRule({
  id: 'nytimes-key',
  title: 'New York Times API key',
  provider: 'New York Times',
  severity: 'low',
  confidence: 'medium',
  keywords: ['nytimes', 'new-york-times', 'new_york_times', 'nyt_'],
  pattern:
    /(?<![A-Za-z0-9])(?:nytimes\.com\/[^ \t\r\n"'\x60<>]{0,200}[?&]api-key=|(?:nytimes|new[_-]york[_-]times|nyt_)[\w.-]{0,24}?(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2})(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  references: ['https://developer.nytimes.com'],
  match: [
    `NYT_API_KEY=«${sample('base62', 32)}»`,
    `https://api.nytimes.com/svc/topstories/v2/home.json?api-key=«${sample('base62', 32, 2)}»`,
  ],
  noMatch: [
    `nytimes ${sample('base62', 32)}`,
    `https://api.nytimes.com/svc/topstories/v2/home.json?api-key=${'x'.repeat(32)}`,
  ],
});
