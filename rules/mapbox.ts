// Mapbox: tokens are a two-letter kind, base64url JSON with the user name, and a signature of 22 characters.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.mapbox.com/help/dive-deeper/access-tokens/';

export const mapboxSecretToken = defineRule({
  id: 'mapbox-secret-token',
  title: 'Mapbox secret or temporary token',
  provider: 'Mapbox',
  severity: 'medium',
  keywords: ['sk.eyJ1Ijoi', 'tk.eyJ1Ijoi'],
  pattern: /(?<![\w.+/-])[st]k\.eyJ1Ijoi[\w-]{30,240}\.[\w-]{22}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [
    `MAPBOX_SECRET_TOKEN=«${token('sk', 1)}»`,
    `https://api.mapbox.com/tokens/v2?access_token=«${token('tk', 2)}»`,
  ],
  noMatch: [`sk.eyJ1Ijoi${sample('base62', 60)}`, `sk.eyJ1Ijoi${sample('base62', 50)}.${sample('base62', 30)}`],
});

export const mapboxPublicToken = defineRule({
  id: 'mapbox-public-token',
  title: 'Mapbox public token',
  provider: 'Mapbox',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk.eyJ1Ijoi'],
  pattern: /(?<![\w.+/-])pk\.eyJ1Ijoi[\w-]{30,240}\.[\w-]{22}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: [DOCS],
  match: [`mapboxgl.accessToken = '«${token('pk', 1)}»';`, `<meta content="«${token('pk', 2)}»">`],
  noMatch: [`pk.eyJ1Ijoi${sample('base62', 60)}`, `pk.eyJ1Ijoi${sample('base62', 50)}.${sample('base62', 30)}`],
});

function token(kind: string, seed: number): string {
  const payload = Buffer.from(JSON.stringify({ u: 'acme-maps', a: `c${sample('lowerAlnum', 24, seed)}` }));
  return `${kind}.${payload.toString('base64url')}.${sample('base64url', 22, seed)}`;
}
