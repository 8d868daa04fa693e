// Canva: client secrets of apps and the Connect API, and their client ids.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const CONNECT = 'https://www.canva.dev/docs/connect/';

export const canvaSecret = defineRule({
  id: 'canva-secret',
  title: 'Canva client secret',
  provider: 'Canva',
  severity: 'high',
  keywords: ['cnvca'],
  pattern: /(?<![A-Za-z0-9])cnvca[A-Za-z0-9_-]{51}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.2,
  pairsWith: ['canva-client-id'],
  references: [CONNECT],
  match: [
    `CANVA_CLIENT_SECRET=«cnvca${sample('base64url', 51)}»`,
    `{"client_secret": "«cnvca${sample('base64url', 51, 2)}»"}`,
  ],
  noMatch: [`cnvca${sample('base64url', 50)}`, `cnvca${'x'.repeat(51)}`],
});

export const canvaClientId = defineRule({
  id: 'canva-client-id',
  title: 'Canva client id',
  provider: 'Canva',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['canva'],
  pattern:
    /canva[\w.-]{0,24}id[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>OC-[A-Za-z0-9_-]{8,16})(?![\w-])/i,
  minEntropy: 2.8,
  references: [CONNECT],
  match: [`CANVA_CLIENT_ID=«OC-${sample('base64url', 12)}»`, `canvaClientId: "«OC-${sample('base64url', 11)}»"`],
  noMatch: [`canva OC-${sample('base62', 12)}`, `OC-${sample('base62', 12)}`, `CANVA_ID=OC-${sample('base62', 5)}`],
});

export const canvaSecretResponse = defineResponse({
  id: 'canva-secret',
  title: 'Canva app or integration secret',
  rules: ['canva-secret'],
  names: ['CANVA_CLIENT_SECRET', 'CANVA_*'],
  revoke: { page: 'https://www.canva.com/developers/', command: null, api: null },
  rotate: [
    'Open the app or integration in the developer portal and generate a new secret, deploy it.',
    'Where the portal asks how long the old one stays valid, choose the shortest time.',
  ],
  reach: 'The app itself: the exchange of codes for tokens of users, or forged requests.',
  breaks: 'The app until it has the new secret.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.canva.dev/docs/connect/',
  sources: [
    'https://www.canva.dev/docs/connect/',
    'https://canva.dev/docs/extensions/backend-development/verify-request/client-secret/regenerate-client-secret',
  ],
});
