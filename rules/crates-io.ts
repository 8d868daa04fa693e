// crates.io: API tokens of the Rust package registry.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cratesIoToken = defineRule({
  id: 'crates-io-token',
  title: 'crates.io API token',
  provider: 'crates.io',
  severity: 'critical',
  keywords: ['cio'],
  pattern: /(?<![A-Za-z0-9+/_-])cio[A-Za-z0-9]{32}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://doc.rust-lang.org/cargo/reference/publishing.html'],
  match: [
    `CARGO_REGISTRY_TOKEN=«${`cio${sample('base62', 32)}`}»`,
    `[registry]\ntoken = "«${`cio${sample('base62', 32, 2)}`}»"`,
    `cargo login «${`cio${sample('base62', 32, 3)}`}»`,
  ],
  noMatch: [`cio${sample('base62', 31)}`, `cio${sample('base62', 33)}`, `cio${'x'.repeat(32)}`],
});

export const cratesIoTokenResponse = defineResponse({
  id: 'crates-io-token',
  title: 'crates.io API token',
  rules: ['crates-io-token'],
  names: ['CARGO_REGISTRY_TOKEN', 'CRATES_IO_TOKEN', 'CARGO_*'],
  revoke: {
    page: 'https://crates.io/settings/tokens',
    command: null,
    api: 'DELETE https://crates.io/api/v1/tokens/current, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Revoke the leaked one.',
    'Create a new one with an expiry, for the crates and actions that are needed, or use trusted publishing.',
    'Look at the versions of your crates.',
  ],
  invalidation: 'At once.',
  detectUse: 'Versions, yanks and owners that nobody of yours made.',
  reach: 'Publishing and yanking of the crates of its owner, within the scopes of the token.',
  breaks: 'Publishing with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
  sources: ['https://doc.rust-lang.org/cargo/reference/publishing.html', PARTNER.source],
});
