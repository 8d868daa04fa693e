// WakaTime: API keys.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const wakatimeKey = defineRule({
  id: 'wakatime-key',
  title: 'WakaTime API key',
  provider: 'WakaTime',
  severity: 'low',
  keywords: ['waka_'],
  pattern: /(?<![A-Za-z0-9])waka_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://wakatime.com/developers'],
  match: [`WAKATIME_API_KEY=«waka_${sampleUuid()}»`, `[settings]\napi_key = «waka_${sampleUuid(2)}»`],
  noMatch: [`waka_${sampleUuid().slice(2)}`, 'waka_00000000-0000-0000-0000-000000000000'],
});
