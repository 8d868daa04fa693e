// Lark (Feishu in China): app secret and access tokens by name, and the public app id.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://open.larksuite.com/document';

export const larkAppSecret = defineRule({
  id: 'lark-app-secret',
  title: 'Lark app secret',
  provider: 'Lark / Feishu',
  severity: 'high',
  confidence: 'medium',
  keywords: ['app_secret', 'app-secret', 'appsecret', 'lark_secret', 'feishu_secret'],
  pattern:
    /(?:app|lark|feishu)[_-]?secret[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 3.5,
  near: { words: ['lark', 'feishu'], before: 400, after: 300 },
  pairsWith: ['lark-app-id'],
  references: [DOCS],
  match: [
    `LARK_APP_SECRET=«${sample('base62', 32)}»`,
    `url: https://open.feishu.cn\n"app_secret": "«${sample('base62', 32, 2)}»"`,
  ],
  noMatch: [`feishu ${sample('base62', 32)}`, `LARK_APP_SECRET=${'x'.repeat(32)}`],
});

export const larkAccessToken = defineRule({
  id: 'lark-access-token',
  title: 'Lark access token',
  provider: 'Lark / Feishu',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['tenant', 'user_access', 'useraccess', 'app_access', 'appaccess', 'lark', 'feishu'],
  pattern:
    /(?:(?:tenant|user|app)[_-]?access[_-]?token|(?:lark|feishu)[\w.-]{0,24}?token)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[tua]-[A-Za-z0-9_.]{14,50})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `{"code":0,"tenant_access_token":"«${'t-'}${sample('base62', 32)}»"}`,
    `FEISHU_USER_TOKEN=«${'u-'}${sample('base62', 40)}»`,
  ],
  noMatch: [`lark t-${sample('base62', 32)}`, `tenant_access_token: t-${'x'.repeat(20)}`],
});

export const larkAppId = defineRule({
  id: 'lark-app-id',
  title: 'Lark app id',
  provider: 'Lark / Feishu',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['cli_'],
  pattern: /(?<![A-Za-z0-9_])cli_(?=[a-z]{0,15}[0-9])[a-z0-9]{16}(?![A-Za-z0-9_])/,
  minEntropy: 2.8,
  near: { words: ['lark', 'feishu'], before: 300, after: 300 },
  references: [DOCS],
  match: [
    `LARK_APP_ID=«${'cli_'}${sample('lowerAlnum', 16)}»`,
    `feishu: { "app_id": "«${'cli_'}${sample('lowerAlnum', 16, 2)}»" }`,
  ],
  noMatch: [`feishu cli_${sample('lowerAlnum', 15)}`, `cli_${sample('lowerAlnum', 16)}`],
});
