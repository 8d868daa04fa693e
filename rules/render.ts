// Render: API key.

import { defineResponse, INTERVALS, NOT_REPORTED, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const renderApiKey = defineRule({
  id: 'render-api-key',
  title: 'Render API key',
  provider: 'Render',
  severity: 'high',
  keywords: ['rnd_'],
  pattern: /(?<![A-Za-z0-9_])rnd_(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{28,32}(?![A-Za-z0-9_])/,
  minEntropy: 3.2,
  references: ['https://render.com/docs/api'],
  match: [`RENDER_API_KEY=«${'rnd_'}${sample('base62', 28)}»`, `const key = '«${'rnd_'}${sample('base62', 32, 2)}»';`],
  noMatch: [`rnd_${sample('base62', 20)}`, `rnd_${'x'.repeat(28)}`],
});

export const renderApiKeyResponse = defineResponse({
  id: 'render-api-key',
  title: 'Render API key',
  rules: ['render-api-key'],
  names: ['RENDER_API_KEY', 'RENDER_*'],
  revoke: { page: 'https://dashboard.render.com/u/settings#api-keys', command: null, api: null },
  rotate: [...REPLACE, 'It could read environment groups: renew the secrets in them too.'],
  audit: 'Audit log of the workspace, where the plan has one.',
  reach: 'Services, environment groups with their secrets, and databases of the workspaces of its user.',
  breaks: 'Deployments and tools with the key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://render.com/docs/api',
  sources: ['https://render.com/docs/api'],
});
