// Cloudflare R2: S3 secret access keys, 64 hex digits near R2 words.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cloudflareR2Key = defineRule({
  id: 'cloudflare-r2-key',
  title: 'Cloudflare R2 secret access key',
  provider: 'Cloudflare R2',
  severity: 'high',
  confidence: 'medium',
  keywords: ['secret_access_key', 'secretaccesskey', 'secret-access-key', 'secret_key', 'secretkey'],
  pattern:
    /secret[_-]?(?:access[_-]?)?key["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  near: { words: ['r2_', 'r2-', 'r2.', 'cloudflare'], before: 200, after: 200 },
  references: ['https://developers.cloudflare.com/r2/api/tokens/'],
  match: [
    `R2_SECRET_ACCESS_KEY=«${sample('hex', 64)}»`,
    `endpoint: 'https://1.r2.cloudflarestorage.com',\nsecretAccessKey: '«${sample('hex', 64, 2)}»'`,
  ],
  noMatch: [`r2_bucket ${sample('hex', 64)}`, `cloudflare ${sample('hex', 64)}`],
});
