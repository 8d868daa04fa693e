// Prefect: user and server API keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const prefectApiKey = defineRule({
  id: 'prefect-api-key',
  title: 'Prefect API key',
  provider: 'Prefect',
  severity: 'high',
  keywords: ['pnu_', 'pnb_'],
  pattern: /(?<![A-Za-z0-9_])pn[ub]_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.9,
  references: ['https://docs.prefect.io'],
  match: [`PREFECT_API_KEY=«pnu_${sample('base62', 36)}»`, `prefect cloud login -k «pnb_${sample('base62', 36, 2)}»`],
  noMatch: [`pnu_${sample('base62', 20)}`, `pnb_${'x'.repeat(36)}`],
});
