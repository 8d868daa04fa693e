// Postmark: server and account tokens, UUIDs near the name or in its headers.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const postmarkServerToken = defineRule({
  id: 'postmark-server-token',
  title: 'Postmark server or account token',
  provider: 'Postmark',
  severity: 'high',
  confidence: 'medium',
  keywords: ['postmark'],
  pattern:
    /postmark[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://postmarkapp.com/developer/api/overview#authentication'],
  match: [`POSTMARK_SERVER_TOKEN=«${sampleUuid()}»`, `X-Postmark-Account-Token: «${sampleUuid(2)}»`],
  noMatch: [`postmark ${sampleUuid()}`, `POSTMARK_SERVER_TOKEN=${'x'.repeat(36)}`],
});
