// MessageBird (Bird): access keys of 25 characters near the name, live and test.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTH = 'https://developers.messagebird.com/api/#authentication';

export const messagebirdAccessKey = defineRule({
  id: 'messagebird-access-key',
  title: 'MessageBird access key',
  provider: 'MessageBird',
  severity: 'high',
  confidence: 'medium',
  keywords: ['messagebird'],
  pattern:
    /messagebird[\w .-]{0,20}(?:key|token|secret|auth)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?:live_){0,1}(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{25})(?![\w-])/i,
  minEntropy: 3,
  references: [AUTH],
  match: [`MESSAGEBIRD_ACCESS_KEY=«${sample('base62', 25)}»`, `messagebirdApiKey: '«live_${sample('base62', 25, 2)}»'`],
  noMatch: [`messagebird ${sample('base62', 25)}`, `MESSAGEBIRD_ACCESS_KEY=${'x'.repeat(25)}`],
});

export const messagebirdAccessKeyTest = defineRule({
  id: 'messagebird-access-key-test',
  title: 'MessageBird test access key',
  provider: 'MessageBird',
  severity: 'low',
  confidence: 'medium',
  keywords: ['messagebird'],
  pattern:
    /messagebird[\w .-]{0,20}(?:key|token|secret|auth)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>test_(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{25})(?![\w-])/i,
  minEntropy: 3,
  references: [AUTH],
  match: [
    `MESSAGEBIRD_ACCESS_KEY=«test_${sample('base62', 25)}»`,
    `messagebirdApiKey: '«test_${sample('base62', 25, 2)}»'`,
  ],
  noMatch: [`messagebird test_${sample('base62', 25)}`, `MESSAGEBIRD_ACCESS_KEY=test_${'x'.repeat(25)}`],
});
