// InfluxDB: API tokens, 86 characters and two equals signs near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const influxdbToken = defineRule({
  id: 'influxdb-token',
  title: 'InfluxDB API token',
  provider: 'InfluxDB',
  severity: 'high',
  confidence: 'medium',
  keywords: ['token'],
  pattern: /token[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}[:=,( \t][ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9_-]{86}==)(?![\w=-])/i,
  minEntropy: 4.7,
  near: { words: ['influx'], before: 300, after: 300 },
  references: ['https://docs.influxdata.com/influxdb/v2/admin/tokens/'],
  match: [
    `INFLUX_TOKEN=«${sample('base64url', 86)}==»`,
    `[[outputs.influxdb_v2]]\n  token = "«${sample('base64url', 86, 2)}==»"`,
    `influx write --token «${sample('base64url', 86, 3)}==» -b metrics`,
  ],
  noMatch: [`influx ${sample('base64url', 86)}==`, `influx token ${sample('base64url', 40)}`],
});
