// Laravel: the application key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const laravelAppKey = defineRule({
  id: 'laravel-app-key',
  title: 'Laravel application key',
  provider: 'Laravel',
  severity: 'critical',
  keywords: ['base64:'],
  pattern: /(?<![A-Za-z0-9+/])base64:(?<secret>[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/,
  near: { words: ['app_key', 'app_previous_keys', 'laravel', 'cipher'], before: 80, after: 80 },
  minEntropy: 4,
  references: ['https://laravel.com/docs/encryption'],
  match: [
    `APP_KEY=base64:«${sample('base64', 43)}=»`,
    `'key' => 'base64:«${sample('base64', 43, 2)}=»', 'cipher' => 'AES-256-CBC',`,
    `<env name="APP_KEY" value="base64:«${sample('base62', 43, 3)}=»"/>`,
  ],
  noMatch: [`base64:${sample('base64', 43)}=`, `laravel base64:${sample('base62', 20)}`],
});
