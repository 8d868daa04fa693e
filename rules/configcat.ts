// ConfigCat: SDK keys, which clients carry.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const configcatSdkKey = defineRule({
  id: 'configcat-sdk-key',
  title: 'ConfigCat SDK key',
  provider: 'ConfigCat',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['configcat-sdk-1/'],
  pattern: /(?<![A-Za-z0-9])configcat-sdk-1\/[A-Za-z0-9_-]{22}\/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://configcat.com/docs/advanced/access-control/'],
  match: [
    `CONFIGCAT_SDK_KEY=«configcat-sdk-1/${sample('base64url', 22)}/${sample('base64url', 22, 2)}»`,
    `configcat.getClient('«configcat-sdk-1/${sample('base64url', 22, 3)}/${sample('base64url', 22, 4)}»')`,
  ],
  noMatch: [`configcat-sdk-1/${sample('base64url', 22)}`, `configcat-sdk-1/${'x'.repeat(22)}/${'x'.repeat(22)}`],
});
