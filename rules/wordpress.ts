// WordPress: the eight keys and salts of wp-config.php, 64 printable characters each.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const SALT = '!@#$%^&*()-_[]{}<>~+=,.;:/?|ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export const wordpressSalts = defineRule({
  id: 'wordpress-salts',
  title: 'WordPress key or salt',
  provider: 'WordPress',
  severity: 'high',
  keywords: [
    'secure_auth_key',
    'secure_auth_salt',
    'logged_in_key',
    'logged_in_salt',
    'auth_key',
    'auth_salt',
    'nonce_key',
    'nonce_salt',
  ],
  pattern:
    /(?<![A-Za-z0-9_])(?:SECURE_AUTH|LOGGED_IN|AUTH|NONCE)_(?:KEY|SALT)["']?[ \t]{0,8}(?:=>|[,:=])[ \t]{0,16}["'](?<secret>[\x20\x21\x23-\x26\x28-\x5b\x5d-\x7e]{64})["']/,
  minEntropy: 4,
  publicValues: ['put your ' + 'unique phrase here'],
  references: ['https://api.wordpress.org/secret-key/1.1/salt/'],
  match: [`define('AUTH_KEY',         '«${sample(SALT, 64)}»');`, `NONCE_SALT="«${sample(SALT, 64, 2)}»"`],
  noMatch: ["define('AUTH_KEY', 'put your unique phrase here');", `define('AUTH_KEY', '${'x'.repeat(64)}');`],
});
