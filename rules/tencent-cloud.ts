// Tencent Cloud: API key pairs, SecretId and SecretKey.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const tencentSecretId = defineRule({
  id: 'tencent-secret-id',
  title: 'Tencent Cloud SecretId',
  provider: 'Tencent Cloud',
  severity: 'high',
  keywords: ['AKID'],
  pattern: /(?<![A-Za-z0-9+/_-])AKID[A-Za-z0-9]{32}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3.8,
  references: ['https://www.tencentcloud.com/document/product/598/34228'],
  match: [`TENCENTCLOUD_SECRET_ID=«AKID${sample('base62', 32)}»`, `secretId: '«AKID${sample('base62', 32, 2)}»'`],
  noMatch: [`AKID${sample('base62', 31)}`, `AKID${'x'.repeat(32)}`],
});

export const tencentSecretKey = defineRule({
  id: 'tencent-secret-key',
  title: 'Tencent Cloud SecretKey',
  provider: 'Tencent Cloud',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['secret_key', 'secret-key', 'secretkey'],
  pattern:
    /secret[_-]?key["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{32})(?![\w.(+/=-])/i,
  minEntropy: 3.9,
  near: { words: ['akid', 'tencent', 'qcloud', 'myqcloud'], before: 300, after: 300 },
  pairsWith: ['tencent-secret-id'],
  references: ['https://www.tencentcloud.com/document/product/598/34228'],
  match: [`TENCENTCLOUD_SECRET_KEY=«${sample('base62', 32)}»`, `cos.tencent.secretKey: «${sample('base62', 32, 2)}»`],
  noMatch: [`tencent secretKey = ${'your_secret' + '_key'}`, `TENCENTCLOUD_SECRET_KEY=${'x'.repeat(32)}`],
});
