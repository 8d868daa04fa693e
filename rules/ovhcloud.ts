// OVHcloud: application secrets and consumer keys, by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API = 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api';

export const ovhApplicationSecret = defineRule({
  id: 'ovh-application-secret',
  title: 'OVHcloud application secret or consumer key',
  provider: 'OVHcloud',
  severity: 'high',
  confidence: 'medium',
  keywords: ['ovh'],
  pattern:
    /ovh[\w .-]{0,20}(?:secret|key|token)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3,
  references: [API],
  match: [`OVH_APPLICATION_SECRET=«${sample('base62', 32)}»`, `ovh_consumer_key: '«${sample('base62', 32, 2)}»'`],
  noMatch: [`ovh ${sample('base62', 32)}`, `OVH_APPLICATION_SECRET=${'x'.repeat(32)}`],
});

export const ovhApplicationSecretNear = defineRule({
  id: 'ovh-application-secret-near',
  title: 'OVHcloud application secret or consumer key, named without the vendor',
  provider: 'OVHcloud',
  severity: 'high',
  confidence: 'medium',
  keywords: ['application_secret', 'applicationsecret', 'consumer_key', 'consumerkey'],
  pattern:
    /(?<![\w.-])(?:application_{0,1}secret|consumer_{0,1}key)["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3,
  near: { words: ['ovh'], before: 300, after: 300 },
  references: [API],
  match: [
    `[ovh-eu]\napplication_secret=«${sample('base62', 32)}»`,
    `new OVH({ consumerKey: '«${sample('base62', 32, 2)}»' })`,
  ],
  noMatch: [`consumer_key ${sample('base62', 32)}`, `application_secret=${'x'.repeat(32)}`],
});
