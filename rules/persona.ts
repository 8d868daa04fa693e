// Persona: API keys of both environments.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://docs.withpersona.com';

export const personaKey = defineRule({
  id: 'persona-key',
  title: 'Persona API key',
  provider: 'Persona',
  severity: 'high',
  keywords: ['persona_production_'],
  pattern: /(?<![A-Za-z0-9_])persona_production_[a-z0-9-]{20,80}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `PERSONA_API_KEY=«${'persona_production_'}${sampleUuid()}»`,
    `apiKey: '«${'persona_production_'}${sampleUuid(2)}»'`,
  ],
  noMatch: [`persona_production_${sample('hex', 12)}`, `persona_production_${'x'.repeat(36)}`],
});

export const personaKeyTest = defineRule({
  id: 'persona-key-test',
  title: 'Persona sandbox API key',
  provider: 'Persona',
  severity: 'low',
  keywords: ['persona_sandbox_'],
  pattern: /(?<![A-Za-z0-9_])persona_sandbox_[a-z0-9-]{20,80}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `PERSONA_API_KEY=«${'persona_sandbox_'}${sampleUuid()}»`,
    `apiKey: '«${'persona_sandbox_'}${sampleUuid(2)}»'`,
  ],
  noMatch: [`persona_sandbox_${sample('hex', 12)}`, `persona_sandbox_${'x'.repeat(36)}`],
});
