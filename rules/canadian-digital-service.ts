// Canadian Digital Service: GC Notify API keys, a name and two UUIDs.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const canadianNotifyKey = defineRule({
  id: 'canadian-notify-key',
  title: 'GC Notify API key',
  provider: 'Canadian Digital Service',
  severity: 'high',
  keywords: ['gcntfy-'],
  pattern:
    /(?<![A-Za-z0-9])gcntfy-[\w-]{1,80}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://documentation.notification.canada.ca'],
  match: [
    `NOTIFY_API_KEY=«gcntfy-alerts-${sampleUuid()}-${sampleUuid(2)}»`,
    `Authorization: ApiKey-v1 «gcntfy-main-${sampleUuid(3)}-${sampleUuid(4)}»`,
  ],
  noMatch: [`gcntfy-alerts-${sampleUuid()}`, `gcntfy-${sampleUuid()}-${sampleUuid(2)}`],
});
