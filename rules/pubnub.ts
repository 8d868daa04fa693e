// PubNub: secret keys, and the publish and subscribe keys that clients carry.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const pubnubSecretKey = defineRule({
  id: 'pubnub-secret-key',
  title: 'PubNub secret key',
  provider: 'PubNub',
  severity: 'high',
  keywords: ['sec-c-'],
  pattern: /(?<![A-Za-z0-9])sec-c-[A-Za-z0-9+/]{46}[A-Za-z0-9+/=]{2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://www.pubnub.com/docs/general/setup/security'],
  match: [`PUBNUB_SECRET_KEY=«sec-c-${uuidInBase64(1)}»`, `secretKey: '«sec-c-${uuidInBase64(2)}»',`],
  noMatch: [`sec-c-${sample('base62', 47)}`, `sec-c-${sampleUuid()}`],
});

export const pubnubPublishKey = defineRule({
  id: 'pubnub-publish-key',
  title: 'PubNub publish or subscribe key',
  provider: 'PubNub',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pub-c-', 'sub-c-'],
  pattern:
    /(?<![A-Za-z0-9])(?:pub|sub)-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://www.pubnub.com/docs/'],
  match: [`subscribeKey: "«sub-c-${sampleUuid()}»"`, `PUBNUB_PUBLISH_KEY=«pub-c-${sampleUuid(2)}»`],
  noMatch: [`pub-c-${sample('hex', 32)}`, `sub-c-${sampleUuid()}-1`],
});

function uuidInBase64(seed: number): string {
  return Buffer.from(sampleUuid(seed)).toString('base64');
}
