// Asana: personal access tokens and OAuth client secrets.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const asanaPat = defineRule({
  id: 'asana-pat',
  title: 'Asana personal access token',
  provider: 'Asana',
  severity: 'high',
  keywords: ['asana', 'bearer 1/', 'bearer 2/'],
  pattern:
    /(?:asana[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?:bearer )?|bearer )(?<secret>0\/[0-9a-f]{32}|1\/[0-9]{13,16}:[0-9a-f]{32}|2\/[0-9]{13,16}\/[0-9]{13,16}:[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.asana.com/docs/personal-access-token'],
  match: [
    `ASANA_TOKEN=«2/${sample('digits', 16)}/${sample('digits', 16, 2)}:${sample('hex', 32)}»`,
    `Authorization: Bearer «1/${sample('digits', 16, 3)}:${sample('hex', 32, 2)}»`,
    `"asanaPat": "«0/${sample('hex', 32, 3)}»"`,
  ],
  noMatch: [
    `asana 1/${sample('digits', 16)}`,
    `https://app.asana.com/0/${sample('digits', 16)}/${sample('digits', 16, 2)}`,
  ],
});

export const asanaClientSecret = defineRule({
  id: 'asana-client-secret',
  title: 'Asana OAuth client secret',
  provider: 'Asana',
  severity: 'high',
  confidence: 'medium',
  keywords: ['asana'],
  pattern:
    /asana[\w.-]{0,24}secret[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developers.asana.com/docs/oauth'],
  match: [`ASANA_CLIENT_SECRET=«${sample('hex', 32)}»`, `asanaSecret: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`asana secret ${sample('hex', 32)}`, `asana/${sample('hex', 32)}`],
});
