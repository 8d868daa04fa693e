// ElevenLabs: API keys. `sk_` is shared by many, so the current form wants the name nearby too.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHENTICATION = 'https://elevenlabs.io/docs/api-reference/authentication';

export const elevenlabsApiKey = defineRule({
  id: 'elevenlabs-api-key',
  title: 'ElevenLabs API key',
  provider: 'ElevenLabs',
  severity: 'high',
  keywords: ['sk_'],
  pattern: /(?<![A-Za-z0-9_])sk_[0-9a-f]{48}(?![A-Za-z0-9_])/,
  near: { words: ['elevenlabs', 'eleven_', 'eleven-labs', 'xi-api-key', 'xi_api_key'], before: 160, after: 160 },
  minEntropy: 3,
  references: [AUTHENTICATION],
  match: [
    `ELEVENLABS_API_KEY=«sk_${sample('hex', 48)}»`,
    `xi-api-key: «sk_${sample('hex', 48, 2)}»`,
    `client = ElevenLabs(api_key="«sk_${sample('hex', 48, 3)}»")`,
  ],
  noMatch: [`sk_${sample('hex', 48)}`, `xi-api-key sk_${sample('hex', 47)}`],
});

export const elevenlabsApiKeyLegacy = defineRule({
  id: 'elevenlabs-api-key-legacy',
  title: 'ElevenLabs API key (32 hex digits)',
  provider: 'ElevenLabs',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['elevenlabs', 'eleven_labs', 'xi-api-key', 'xi_api_key'],
  pattern:
    /(?:eleven_?labs[\w.-]{0,24}(?:key|token|secret)|xi[-_]api[-_]key)[\w.-]{0,8}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: [AUTHENTICATION],
  match: [
    `ELEVENLABS_API_KEY=«${sample('hex', 32)}»`,
    `headers = {"xi-api-key": "«${sample('hex', 32, 2)}»"}`,
    `eleven_labs_key: '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`elevenlabs/${sample('hex', 32)}`, `xi-api-key: ${'x'.repeat(32)}`],
});
