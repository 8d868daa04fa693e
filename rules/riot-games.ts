// Riot Games: API keys.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const riotGamesKey = defineRule({
  id: 'riot-games-key',
  title: 'Riot Games API key',
  provider: 'Riot Games',
  severity: 'low',
  keywords: ['RGAPI-'],
  pattern: /(?<![A-Za-z0-9])RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://developer.riotgames.com'],
  match: [`RIOT_API_KEY=«RGAPI-${sampleUuid()}»`, `"X-Riot-Token": "«RGAPI-${sampleUuid(2)}»"`],
  noMatch: [`RGAPI-${sampleUuid().slice(1)}`, 'RGAPI-00000000-0000-0000-0000-000000000000'],
});
