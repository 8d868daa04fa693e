// Yandex Cloud: IAM tokens, API keys and static access keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHORIZATION = 'https://yandex.cloud/en/docs/iam/concepts/authorization/';

export const yandexIamToken = defineRule({
  id: 'yandex-iam-token',
  title: 'Yandex Cloud IAM token',
  provider: 'Yandex Cloud',
  severity: 'high',
  keywords: ['t1.'],
  pattern: /(?<![\w.+/-])t1\.[\w-]{16,300}={0,2}\.[\w-]{80,90}={0,2}(?![\w.=-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [AUTHORIZATION + 'iam-token'],
  match: [
    `YC_TOKEN=«t1.${sample('base64url', 120)}.${sample('base64url', 86)}»`,
    `Authorization: Bearer «t1.${sample('base64url', 60)}==.${sample('base64url', 86, 2)}»`,
  ],
  noMatch: [`t1.${sample('base62', 120)}`, `t1.${sample('base62', 12)}.${sample('base62', 86)}`],
});

export const yandexApiKey = defineRule({
  id: 'yandex-api-key',
  title: 'Yandex Cloud API key',
  provider: 'Yandex Cloud',
  severity: 'high',
  keywords: ['AQVN'],
  pattern: /(?<![\w+/-])AQVN[\w-]{35,38}(?![\w+/=-])/,
  distinctive: true,
  minEntropy: 4,
  references: [AUTHORIZATION + 'api-key'],
  match: [
    `YANDEX_API_KEY=«AQVN${sample('base64url', 36)}»`,
    `Authorization: Api-Key «AQVN${sample('base64url', 35, 2)}»`,
  ],
  noMatch: [`AQVN${sample('base62', 34)}`, `AQVN${sample('base62', 44)}`],
});

export const yandexStaticKey = defineRule({
  id: 'yandex-static-key',
  title: 'Yandex Cloud static access key',
  provider: 'Yandex Cloud',
  severity: 'high',
  keywords: ['secret', 'yandex'],
  pattern:
    /(?:[sS]ecret|SECRET|[yY]andex|YANDEX)[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>YC[\w-]{38})(?![\w-])/,
  minEntropy: 4,
  pairsWith: ['yandex-static-key-id'],
  references: [AUTHORIZATION + 'access-key'],
  match: [
    `YANDEX_SECRET_KEY=«YC${sample('base64url', 38)}»`,
    `storage_secret: "«YC${sample('base64url', 38, 2)}»" # S3`,
  ],
  noMatch: [`YC${sample('base62', 38)}`, `YC${sample('base62', 37)}`],
});

export const yandexStaticKeyId = defineRule({
  id: 'yandex-static-key-id',
  title: 'Yandex Cloud static access key id',
  provider: 'Yandex Cloud',
  severity: 'medium',
  keywords: ['YCAJE'],
  pattern: /(?<![\w+/-])YCAJE[\w-]{20}(?![\w+/=-])/,
  distinctive: true,
  minEntropy: 3.3,
  references: [AUTHORIZATION + 'access-key'],
  match: [`AWS_ACCESS_KEY_ID=«YCAJE${sample('base64url', 20)}»`, `access_key: "«YCAJE${sample('base64url', 20, 2)}»"`],
  noMatch: [`YCAJE${sample('base62', 19)}`, `YCAJE${'x'.repeat(20)}`],
});
