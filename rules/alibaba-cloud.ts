// Alibaba Cloud: AccessKey ids with a prefix, and the secret that goes with them.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const ACCESS_KEYS = 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair';

export const alibabaAccessKeyId = defineRule({
  id: 'alibaba-access-key-id',
  title: 'Alibaba Cloud AccessKey id',
  provider: 'Alibaba Cloud',
  severity: 'high',
  keywords: ['LTAI'],
  pattern: /(?<![A-Za-z0-9+/])LTAI(?:[A-Za-z0-9]{20}|[A-Za-z0-9]{16}|[A-Za-z0-9]{12})(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [ACCESS_KEYS],
  match: [
    `ALIBABA_CLOUD_ACCESS_KEY_ID=«LTAI5t${sample('base62', 18)}»`,
    `"accessKeyId": "«LTAI${sample('base62', 12)}»"`,
  ],
  noMatch: [`LTAI${sample('base62', 9)}`, `LTAI${sample('base62', 14)}`, `LTAI${'x'.repeat(20)}`],
});

export const alibabaStsKeyId = defineRule({
  id: 'alibaba-sts-key-id',
  title: 'Alibaba Cloud STS key id',
  provider: 'Alibaba Cloud',
  severity: 'medium',
  keywords: ['STS.'],
  // API calls such as STS.AssumeRole… hold no two digits.
  pattern: /(?<![A-Za-z0-9.])STS\.(?=[A-Za-z]{0,15}[0-9][A-Za-z]{0,14}[0-9])[A-Za-z0-9]{16,64}(?![A-Za-z0-9_.-])/,
  minEntropy: 3.2,
  near: {
    words: ['aliyun', 'alibaba', 'accesskey', 'access_key', 'access-key', 'securitytoken', 'security_token', 'oss'],
    before: 256,
    after: 256,
  },
  references: ['https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts'],
  match: [
    `ALIBABA_CLOUD_ACCESS_KEY_ID=«STS.N${sample('base62', 23)}»`,
    `"AccessKeyId": "«STS.${sample('base62', 26)}»","Expiration":0`,
  ],
  noMatch: [`STS.${sample('base62', 9)}`, 'aliyun STS.AssumeRoleWithWebIdentity'],
});

export const alibabaAccessKeySecret = defineRule({
  id: 'alibaba-access-key-secret',
  title: 'Alibaba Cloud AccessKey secret',
  provider: 'Alibaba Cloud',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['alibaba', 'aliyun', 'alicloud', 'access_key_secret', 'accesskeysecret', 'access-key-secret'],
  pattern:
    /(?:(?:alibaba|aliyun|alicloud)[\w.-]{0,24}secret[\w.-]{0,8}|access[_-]?key[_-]?secret)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{30})(?![\w.(+/=-])/i,
  minEntropy: 3.7,
  pairsWith: ['alibaba-access-key-id', 'alibaba-sts-key-id'],
  references: [ACCESS_KEYS],
  match: [
    `ALIBABA_CLOUD_ACCESS_KEY_SECRET=«${sample('base62', 30)}»`,
    `"accessKeySecret": "«${sample('base62', 30, 2)}»"`,
    `aliyun.oss.secret: «${sample('base62', 30, 3)}»`,
  ],
  noMatch: [`aliyun secret ${sample('base62', 30)}`, `accessKeySecret ${sample('base62', 30)}`],
});
