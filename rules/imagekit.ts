// ImageKit: private API key; the prefix is a plain word, so the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const imagekitApiKey2 = defineRule({
  id: 'imagekit-api-key-2',
  title: 'ImageKit private API key',
  provider: 'ImageKit',
  severity: 'medium',
  keywords: ['private_'],
  pattern: /(?<![A-Za-z0-9_])private_(?=[A-Za-z+/_-]{0,31}[0-9])[A-Za-z0-9+/_-]{20,128}={0,2}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3.2,
  near: { words: ['imagekit'], before: 300, after: 300 },
  references: ['https://imagekit.io/docs'],
  match: [
    `IMAGEKIT_PRIVATE_KEY=«${'private_'}${sample('base64', 27)}=»`,
    `new ImageKit({ privateKey: '«${'private_'}${sample('base64url', 28)}»' });`,
  ],
  noMatch: [`imagekit private_${sample('base62', 9)}`, `imagekit private_${'x'.repeat(28)}`],
});
