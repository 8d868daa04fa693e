// HERE: API keys; the vendor's name is an English word, so only full names and the API's host introduce them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const hereApiKey = defineRule({
  id: 'here-api-key',
  title: 'HERE API key',
  provider: 'HERE',
  severity: 'low',
  confidence: 'medium',
  keywords: ['here_', 'here-', 'hereApi', 'hereMap', 'hereapi.com'],
  pattern:
    /(?:(?<![A-Za-z])here[_-]?(?:maps?[_-]?)?api[_-]?key["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|hereapi\.com\/[^\x00-\x20"'<>]{0,200}?[?&]apiKey=)(?<secret>[\w-]{43})(?![\w-])/i,
  minEntropy: 4,
  references: ['https://www.here.com/docs'],
  match: [
    `HERE_API_KEY=«${sample('base64url', 43)}»`,
    `https://geocode.search.hereapi.com/v1/geocode?q=Ulm&apiKey=«${sample('base64url', 43, 2)}»`,
  ],
  noMatch: [`where_api_key ${sample('base62', 43)}`, `https://geocode.search.hereapi.com/v1/geocode?apiKey=<key>`],
});
