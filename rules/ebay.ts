// eBay: client secrets (Cert IDs) of production and sandbox; the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const KEYSETS = 'https://developer.ebay.com/api-docs/static/creating-edp-account.html';

export const ebayClientSecret = defineRule({
  id: 'ebay-client-secret',
  title: 'eBay production client secret',
  provider: 'eBay',
  severity: 'high',
  keywords: ['PRD-'],
  pattern: /(?<![A-Za-z0-9_-])PRD-[0-9a-f]{8,12}(?:-[0-9a-f]{4,8}){4}(?![A-Za-z0-9_-])/,
  near: { words: ['ebay'], before: 200, after: 200 },
  minEntropy: 2.9,
  references: [KEYSETS],
  match: [`EBAY_CERT_ID=«PRD-${certId(1)}»`, `ebay:\n  client_secret: «PRD-${certId(2)}»`],
  noMatch: [`PRD-${certId(1)}`, `ebay PRD-${sample('hex', 12)}`],
});

export const ebayClientSecretTest = defineRule({
  id: 'ebay-client-secret-test',
  title: 'eBay sandbox client secret',
  provider: 'eBay',
  severity: 'low',
  keywords: ['SBX-'],
  pattern: /(?<![A-Za-z0-9_-])SBX-[0-9a-f]{8,12}(?:-[0-9a-f]{4,8}){4}(?![A-Za-z0-9_-])/,
  near: { words: ['ebay'], before: 200, after: 200 },
  minEntropy: 2.9,
  references: [KEYSETS],
  match: [`EBAY_CERT_ID=«SBX-${certId(3)}»`, `{"host": "api.sandbox.ebay.com", "certId": "«SBX-${certId(4)}»"}`],
  noMatch: [`SBX-${certId(1)}`, `ebay SBX-${sample('hex', 12)}`],
});

function certId(seed: number): string {
  const groups = [1, 2, 3, 4].map(part => sample('hex', 4, seed * 10 + part));
  return `${sample('hex', 12, seed)}-${groups.join('-')}`;
}
