// Langfuse: a secret and a public key, both a prefix and a UUID.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

const DOCS = 'https://langfuse.com/docs';

export const langfuseSecretKey = defineRule({
  id: 'langfuse-secret-key',
  title: 'Langfuse secret key',
  provider: 'Langfuse',
  severity: 'high',
  keywords: ['sk-lf-'],
  pattern: /(?<![A-Za-z0-9])sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.9,
  pairsWith: ['langfuse-public-key'],
  references: [DOCS],
  match: [`LANGFUSE_SECRET_KEY=«sk-lf-${sampleUuid()}»`, `const langfuseSecretKey = '«sk-lf-${sampleUuid(2)}»';`],
  noMatch: [`sk-lf-${sampleUuid(3).slice(0, 35)}`, 'sk-lf-00000000-0000-0000-0000-000000000000'],
});

export const langfusePublicKey = defineRule({
  id: 'langfuse-public-key',
  title: 'Langfuse public key',
  provider: 'Langfuse',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk-lf-'],
  pattern: /(?<![A-Za-z0-9])pk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.9,
  references: [DOCS],
  match: [`LANGFUSE_PUBLIC_KEY=«pk-lf-${sampleUuid()}»`, `export LANGFUSE_PUBLIC_KEY="«pk-lf-${sampleUuid(2)}»"`],
  noMatch: [`pk-lf-${sampleUuid(3).slice(0, 35)}`, 'pk-lf-00000000-0000-0000-0000-000000000000'],
});
