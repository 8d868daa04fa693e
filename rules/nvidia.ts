// NVIDIA: API keys with a prefix, and the older NGC key (base64 of an id and a UUID) by name.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

function ngcKey(seed: number): string {
  return Buffer.from(`${sample('lowerAlnum', 26, seed)}:${sampleUuid(seed)}`).toString('base64');
}

export const nvidiaApiKey = defineRule({
  id: 'nvidia-api-key',
  title: 'NVIDIA API key',
  provider: 'NVIDIA',
  severity: 'high',
  keywords: ['nvapi-'],
  pattern: /(?<![A-Za-z0-9])nvapi-[A-Za-z0-9_-]{60,70}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.api.nvidia.com'],
  match: [
    `NVIDIA_API_KEY=«${'nvapi-'}${sample('base64url', 64)}»`,
    `client = OpenAI(api_key="«${'nvapi-'}${sample('base64url', 64, 2)}»")`,
  ],
  noMatch: [`nvapi-${sample('base64url', 50)}`, `nvapi-${'x'.repeat(64)}`],
});

export const nvidiaNgcKey = defineRule({
  id: 'nvidia-ngc-key',
  title: 'NVIDIA NGC key (84 characters)',
  provider: 'NVIDIA',
  severity: 'high',
  confidence: 'medium',
  keywords: ['ngc_', 'ngc-', 'ngc.', 'ngcapi', 'ngckey'],
  pattern:
    /(?<![A-Za-z0-9])ngc[\w.-]{0,24}?(?:key|token|secret)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Za-z0-9]{84})(?![A-Za-z0-9_+/=-])/i,
  minEntropy: 3.5,
  references: ['https://docs.nvidia.com/ngc/'],
  match: [`NGC_API_KEY=«${ngcKey(1)}»`, `  ngc_cli_api_key: "«${ngcKey(2)}»"`],
  noMatch: [`ngc ${ngcKey(1)}`, `NGC_API_KEY=${'x'.repeat(84)}`],
});
