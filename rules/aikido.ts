// Aikido: API client secrets and CI scanning tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const HELP = 'https://help.aikido.dev';

export const aikidoClientSecret = defineRule({
  id: 'aikido-client-secret',
  title: 'Aikido API client secret',
  provider: 'Aikido',
  severity: 'high',
  keywords: ['AIK_SECRET_'],
  pattern: /(?<![A-Za-z0-9])AIK_SECRET_[A-Za-z0-9]{64}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HELP],
  match: [
    `AIKIDO_CLIENT_SECRET=«AIK_SECRET_${sample('base62', 64)}»`,
    `clientSecret: '«AIK_SECRET_${sample('base62', 64, 2)}»'`,
  ],
  noMatch: [`AIK_SECRET_${sample('base62', 24)}`, `AIK_CLIENT_${sample('base62', 24)}`],
});

export const aikidoCiToken = defineRule({
  id: 'aikido-ci-token',
  title: 'Aikido CI scanning token',
  provider: 'Aikido',
  severity: 'medium',
  keywords: ['AIK_CI_'],
  pattern: /(?<![A-Za-z0-9])AIK_CI_[A-Za-z0-9]{20,64}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: [HELP],
  match: [`AIKIDO_CI_TOKEN=«AIK_CI_${sample('base62', 64)}»`, `secret-key: "«AIK_CI_${sample('base62', 32, 2)}»"`],
  noMatch: [`AIK_CI_${sample('base62', 12)}`, `AIK_CI_${'x'.repeat(64)}`],
});
