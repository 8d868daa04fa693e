// OpenWeather: API key, by name or in the query of its API.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const openweatherKey = defineRule({
  id: 'openweather-key',
  title: 'OpenWeather API key',
  provider: 'OpenWeather',
  severity: 'low',
  confidence: 'medium',
  keywords: ['openweather', 'owm_', 'owm-', 'owmapi'],
  pattern:
    /(?<![A-Za-z0-9])(?:openweather[^ \t\r\n"'\x60<>]{0,200}[?&]appid=|(?:openweather[\w.-]{0,24}?|owm[_-]?(?:api[_-]?)?)(?:key|token|id)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2})(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  publicValues: ['b1b15e88fa797225' + '412429c1c50c122a1'],
  references: ['https://openweathermap.org/appid'],
  match: [
    `OPENWEATHER_API_KEY=«${sample('hex', 32)}»`,
    `https://api.openweathermap.org/data/2.5/weather?q=Oslo&appid=«${sample('hex', 32, 2)}»`,
  ],
  noMatch: [
    `openweather ${sample('hex', 32)}`,
    `https://api.openweathermap.org/data/2.5/weather?q=Oslo&appid=${'b1b15e88fa797225'}${'412429c1c50c122a1'}`,
  ],
});
