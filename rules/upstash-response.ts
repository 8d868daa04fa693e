// What to do when a credential of Upstash leaked. There are no rules: its tokens have no shape of their own, the variable's name tells.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';

export const upstashTokenResponse = defineResponse({
  id: 'upstash-token',
  title: 'Upstash token',
  rules: [],
  names: [
    'UPSTASH_REDIS_REST_TOKEN',
    'QSTASH_TOKEN',
    'QSTASH_CURRENT_SIGNING_KEY',
    'QSTASH_NEXT_SIGNING_KEY',
    'UPSTASH_*',
    'QSTASH_*',
  ],
  revoke: {
    page: 'https://console.upstash.com',
    command: 'upstash redis reset-password --db-id DATABASE_ID',
    api: 'POST https://api.upstash.com/v2/redis/reset-password/DATABASE_ID',
  },
  rotate: [
    'Reset the credentials of the database, or rotate the token of QStash, and deploy the new ones.',
    'Signing keys of QStash: roll once, and let receivers verify with the current and the next one. Rolling twice before they are deployed makes all deliveries fail.',
    'Key of the management API: delete it in the account and create another.',
  ],
  audit: 'Account, Audit Logs (7 days on the free plan).',
  reach: 'All data of the database; the key of the management API: the account.',
  breaks: 'Clients with the old token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.password,
  docs: 'https://upstash.com/docs/qstash/howto/roll-signing-keys',
  sources: [
    'https://upstash.com/docs/qstash/howto/roll-signing-keys',
    'https://upstash.com/docs/devops/developer-api/redis/reset_password',
  ],
});
