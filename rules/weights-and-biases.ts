// Weights & Biases: API keys with the v1 prefix, and 40 hex digits near the name.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.wandb.ai';

export const weightsAndBiasesKeyV1 = defineRule({
  id: 'weights-and-biases-key-v1',
  title: 'Weights & Biases API key',
  provider: 'Weights & Biases',
  severity: 'high',
  keywords: ['wandb_v1_'],
  pattern: /(?<![A-Za-z0-9])wandb_v1_[A-Za-z0-9_]{77}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [DOCS],
  match: [
    `WANDB_API_KEY=«wandb_v1_${sample('base62', 77)}»`,
    `wandb login «wandb_v1_${sample('base62', 40)}_${sample('base62', 36)}»`,
  ],
  noMatch: [`wandb_v1_${sample('base62', 40)}`, `wandb_v1_${'x'.repeat(77)}`],
});

export const weightsAndBiasesKey = defineRule({
  id: 'weights-and-biases-key',
  title: 'Weights & Biases API key (40 hex)',
  provider: 'Weights & Biases',
  severity: 'high',
  confidence: 'medium',
  keywords: ['wandb', 'weightsandbiases', 'weights_and_biases'],
  pattern:
    /(?:(?:wandb|weights_?and_?biases)[\w.-]{0,24}(?:key|token|secret|auth|pass|pwd|credential)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|wandb(?:\.login\([ \t]{0,4}(?:key[ \t]{0,4}=[ \t]{0,4})?["\x27]| login[ \t]{1,4}|\.ai[ \t\r\n]{1,8}login[ \t]{1,4}[\w.@+-]{1,64}[ \t\r\n]{1,8}password[ \t]{1,4}))(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.9,
  references: [DOCS],
  match: [
    `WANDB_API_KEY=«${sample('hex', 40)}»`,
    `wandb.login(key="«${sample('hex', 40, 2)}»")`,
    `machine api.wandb.ai\n  login user\n  password «${sample('hex', 40, 3)}»`,
  ],
  noMatch: [`wandb commit ${sample('hex', 40)}`, `wandb login ${sample('hex', 32)}`],
});

export const wandbApiKeyResponse = defineResponse({
  id: 'wandb-api-key',
  title: 'Weights and Biases API key',
  rules: ['weights-and-biases-key', 'weights-and-biases-key-v1'],
  names: ['WANDB_API_KEY', 'WANDB_*'],
  revoke: { page: 'https://wandb.ai/settings', command: null, api: null },
  rotate: [
    'Create a new key, reconfigure scripts and jobs, then remove the old one from your profile; of a service account, in the settings of the team.',
  ],
  reach: 'Runs, artifacts and projects that its user or service account can reach.',
  breaks: 'Jobs with the key.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.wandb.ai/support/models/articles/how-can-i-rotate-or-revoke-access',
  sources: ['https://docs.wandb.ai/support/models/articles/how-can-i-rotate-or-revoke-access'],
});
