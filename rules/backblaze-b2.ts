// Backblaze B2: application keys, known by K00 and the name nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const backblazeB2Key = defineRule({
  id: 'backblaze-b2-key',
  title: 'Backblaze B2 application key',
  provider: 'Backblaze B2',
  severity: 'high',
  keywords: ['K000', 'K001', 'K002', 'K003', 'K004', 'K005', 'K006', 'K007', 'K008', 'K009'],
  pattern: /(?<![A-Za-z0-9+/_-])K00[0-9][A-Za-z0-9+/]{27}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3.4,
  near: { words: ['backblaze', 'b2_', 'applicationkey', 'application_key', 'b2sdk'], before: 200, after: 200 },
  references: ['https://www.backblaze.com/docs/cloud-storage-application-keys'],
  match: [
    `B2_APPLICATION_KEY=«K001${sample('base64', 27)}»`,
    `b2.authorize_account('production', keyId, '«K005${sample('base64', 27, 2)}»')  # backblaze`,
  ],
  noMatch: [`K001${'x'.repeat(27)}`, `K001${sample('base64', 24)}`],
});
