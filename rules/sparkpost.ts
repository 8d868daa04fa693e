// SparkPost: API keys, 40 hex digits introduced by the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sparkpostKey = defineRule({
  id: 'sparkpost-key',
  title: 'SparkPost API key',
  provider: 'SparkPost',
  severity: 'high',
  confidence: 'medium',
  keywords: ['sparkpost', 'spark_post'],
  pattern:
    /spark_?post[\w.-]{0,24}(?:key|token|secret|pass)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://developers.sparkpost.com/api/'],
  match: [
    `SPARKPOST_API_KEY=«${sample('hex', 40)}»`,
    `new SparkPost({ sparkpostApiKey: '«${sample('hex', 40, 2)}»' })`,
  ],
  noMatch: [`sparkpost ${sample('hex', 40)}`, `SPARKPOST_API_KEY=${'0'.repeat(40)}`],
});
