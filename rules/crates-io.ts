// crates.io: API tokens of the Rust package registry.

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
