// Midtrans: server keys (secret) and client keys (public), SB- in front for the sandbox.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const HEADERS = 'https://docs.midtrans.com/reference/api-authorization-headers';

export const midtransServerKey = defineRule({
  id: 'midtrans-server-key',
  title: 'Midtrans server key',
  provider: 'Midtrans',
  severity: 'critical',
  keywords: ['Mid-server-'],
  pattern: /(?<![A-Za-z0-9-])Mid-server-[\w-]{10,32}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [HEADERS],
  match: [
    `MIDTRANS_SERVER_KEY=«Mid-server-${sample('base62', 24)}»`,
    `serverKey: '«Mid-server-${sample('base62', 24, 2)}»'`,
  ],
  noMatch: [`Mid-server-${sample('base62', 6)}`, `Mid-server-${'x'.repeat(24)}`],
});

export const midtransServerKeyTest = defineRule({
  id: 'midtrans-server-key-test',
  title: 'Midtrans sandbox server key',
  provider: 'Midtrans',
  severity: 'low',
  keywords: ['SB-Mid-server-'],
  pattern: /(?<![A-Za-z0-9-])SB-Mid-server-[\w-]{10,32}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [HEADERS],
  match: [
    `MIDTRANS_SERVER_KEY=«SB-Mid-server-${sample('base62', 24)}»`,
    `"server_key": "«SB-Mid-server-${sample('base62', 16, 2)}»"`,
  ],
  noMatch: [`SB-Mid-server-${sample('base62', 6)}`, `SB-Mid-server-${'x'.repeat(24)}`],
});

export const midtransClientKey = defineRule({
  id: 'midtrans-client-key',
  title: 'Midtrans client key',
  provider: 'Midtrans',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['Mid-client-', 'SB-Mid-client-'],
  pattern: /(?<![A-Za-z0-9-])(?:SB-){0,1}Mid-client-[\w-]{10,32}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://docs.midtrans.com'],
  match: [
    `data-client-key="«Mid-client-${sample('base62', 16)}»"`,
    `MIDTRANS_CLIENT_KEY=«SB-Mid-client-${sample('base62', 16, 2)}»`,
  ],
  noMatch: [`Mid-client-${sample('base62', 6)}`, `SB-Mid-client-${'x'.repeat(16)}`],
});
