// Woosmap: public keys.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const woosmapPublicKey = defineRule({
  id: 'woosmap-public-key',
  title: 'Woosmap public key',
  provider: 'Woosmap',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['woos-'],
  pattern: /(?<![A-Za-z0-9-])woos-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://developers.woosmap.com'],
  match: [`WOOSMAP_PUBLIC_KEY=«woos-${sampleUuid()}»`, `https://api.woosmap.com/stores?key=«woos-${sampleUuid(2)}»`],
  noMatch: [`woos-${sampleUuid().slice(0, 30)}`, `woos-${'x'.repeat(36)}`],
});
