// TruffleHog Enterprise: key and secret of the scanner API.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const trufflehogEnterpriseKey = defineRule({
  id: 'trufflehog-enterprise-key',
  title: 'TruffleHog Enterprise key or secret',
  provider: 'TruffleHog Enterprise',
  severity: 'high',
  keywords: ['thog-key-', 'thog-secret-'],
  pattern: /(?<![A-Za-z0-9])thog-(?:key-[0-9a-f]{16}|secret-[0-9a-f]{32})(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.3,
  references: ['https://docs.trufflesecurity.com'],
  match: [`X-Thog-Key: «thog-key-${sample('hex', 16)}»`, `THOG_SECRET=«thog-secret-${sample('hex', 32)}»`],
  noMatch: [`thog-secret-${'x'.repeat(32)}`, `thog-key-${sample('hex', 15)}`],
});
