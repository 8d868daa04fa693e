// Laravel: the application key.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const laravelAppKeyResponse = defineResponse({
  id: 'laravel-app-key',
  title: 'Laravel APP_KEY',
  rules: ['laravel-app-key'],
  names: ['APP_KEY', 'LARAVEL_*'],
  rotate: [
    'It encrypts columns and cookies: list what is encrypted in the database before you change it.',
    'Generate a new key. Let APP_PREVIOUS_KEYS hold the old one only until the data is encrypted anew, then take it out; sessions must not be accepted with it.',
    'Encrypt the columns again, and treat secrets that stood in them as leaked.',
  ],
  generate: 'php artisan key:generate --show',
  invalidation: 'Cookies and signed addresses, forged ones too, pass as long as the old key is accepted.',
  audit: 'Request log of the application.',
  reach: 'Forged cookies and signed addresses, reading of encrypted data; with serialized cookies, execution of code.',
  breaks: 'Everybody is signed out; data that is not encrypted anew cannot be read.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.encryptionKey,
  docs: 'https://laravel.com/docs/encryption#gracefully-rotating-encryption-keys',
  sources: ['https://laravel.com/docs/encryption#gracefully-rotating-encryption-keys'],
});
