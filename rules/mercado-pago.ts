// Mercado Pago: access tokens and the publishable public keys that share their prefix.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const DOCS = 'https://www.mercadopago.com/developers/en/docs';

export const mercadoPagoToken = defineRule({
  id: 'mercado-pago-token',
  title: 'Mercado Pago access token',
  provider: 'Mercado Pago',
  severity: 'critical',
  keywords: ['APP_USR-'],
  pattern: /(?<![A-Za-z0-9])APP_USR-[0-9]{13,16}-[0-9]{6}-[0-9a-f]{32}-[0-9]{1,12}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `MERCADOPAGO_ACCESS_TOKEN=«APP_USR-${sample('digits', 16, 1)}-041712-${sample('hex', 32, 1)}-${sample('digits', 9, 1)}»`,
    `{"access_token": "«APP_USR-${sample('digits', 16, 2)}-041712-${sample('hex', 32, 2)}-${sample('digits', 9, 2)}»"}`,
  ],
  noMatch: [`APP_USR-${sample('digits', 16)}-041712-${sample('hex', 20)}`, `APP_USR-${sample('digits', 16)}`],
});

export const mercadoPagoTokenTest = defineRule({
  id: 'mercado-pago-token-test',
  title: 'Mercado Pago access token (sandbox)',
  provider: 'Mercado Pago',
  severity: 'low',
  keywords: ['TEST-'],
  pattern: /(?<![A-Za-z0-9])TEST-[0-9]{13,16}-[0-9]{6}-[0-9a-f]{32}-[0-9]{1,12}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `MERCADOPAGO_ACCESS_TOKEN=«TEST-${sample('digits', 16, 3)}-041712-${sample('hex', 32, 3)}-${sample('digits', 9, 3)}»`,
    `accessToken: '«TEST-${sample('digits', 16, 4)}-041712-${sample('hex', 32, 4)}-${sample('digits', 9, 4)}»',`,
  ],
  noMatch: [`TEST-${sample('digits', 16)}-041712-${sample('hex', 20)}`, `TEST-${sample('digits', 16)}`],
});

export const mercadoPagoPublicKey = defineRule({
  id: 'mercado-pago-public-key',
  title: 'Mercado Pago public key',
  provider: 'Mercado Pago',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['APP_USR-'],
  pattern: /(?<![A-Za-z0-9])APP_USR-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [`MP_PUBLIC_KEY=«APP_USR-${sampleUuid()}»`, `new MercadoPago('«APP_USR-${sampleUuid(2)}»')`],
  noMatch: [`APP_USR-${sample('hex', 32)}`, `APP_USR-${sampleUuid()}-1`],
});

export const mercadoPagoPublicKeyTest = defineRule({
  id: 'mercado-pago-public-key-test',
  title: 'Mercado Pago public key (sandbox)',
  provider: 'Mercado Pago',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['TEST-'],
  pattern: /(?<![A-Za-z0-9])TEST-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9-])/,
  minEntropy: 3,
  near: { words: ['mercado'], before: 200, after: 200 },
  references: [DOCS],
  match: [`MERCADOPAGO_PUBLIC_KEY=«TEST-${sampleUuid()}»`, `new MercadoPago('«TEST-${sampleUuid(2)}»')`],
  noMatch: [`TEST-${sample('hex', 32)}`, `run TEST-${sampleUuid()}`],
});
