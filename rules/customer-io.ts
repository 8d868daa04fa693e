// Customer.io: tracking and app API keys, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const customerioKey = defineRule({
  id: 'customerio-key',
  title: 'Customer.io API key',
  provider: 'Customer.io',
  severity: 'high',
  confidence: 'medium',
  keywords: ['customerio', 'customer_io', 'customer.io', 'cio_'],
  pattern:
    /(?:customer[._]?io|(?<![a-z0-9])cio_)[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{20,32})(?![\w-])/i,
  minEntropy: 2.4,
  references: ['https://customer.io/docs/api/'],
  match: [
    `CUSTOMERIO_API_KEY=«${sample('hex', 20)}»`,
    `cio_tracking_key: "«${sample('hex', 20, 2)}»"`,
    `customerIoAppKey: '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`customerio ${sample('hex', 20)}`, `CUSTOMERIO_SITE_ID=${sample('hex', 20)}`],
});
