// ClickHouse Cloud: secret of an API key.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const clickhouseCloudSecret = defineRule({
  id: 'clickhouse-cloud-secret',
  title: 'ClickHouse Cloud API key secret',
  provider: 'ClickHouse Cloud',
  severity: 'critical',
  keywords: ['4b1d'],
  pattern: /(?<![A-Za-z0-9+/_-])4b1d(?![0-9a-f]{30})[A-Za-z0-9]{38}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3.5,
  references: ['https://clickhouse.com/docs/cloud/manage/openapi'],
  match: [
    `CLICKHOUSE_CLOUD_SECRET=«${'4b1d'}${sample('base62', 38)}»`,
    `  token_secret = "«${'4b1d'}${sample('base62', 38, 2)}»"`,
  ],
  noMatch: [`4b1d${sample('base62', 36)}`, `4b1d${sample('hex', 38)}`],
});
