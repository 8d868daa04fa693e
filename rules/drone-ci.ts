// Drone CI: user tokens, by their full name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const droneToken = defineRule({
  id: 'drone-token',
  title: 'Drone CI user token',
  provider: 'Drone CI',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['drone_', 'drone-'],
  pattern:
    /(?<![A-Za-z0-9])drone[_-](?:ci[_-])?(?:user[_-]|api[_-]|admin[_-]|server[_-])?token[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?=[a-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![\w-])/i,
  minEntropy: 3.8,
  references: ['https://docs.drone.io/api/overview/'],
  match: [`export DRONE_TOKEN=«${sample('base62', 32)}»`, `drone_user_token: "«${sample('base62', 32, 2)}»"`],
  noMatch: [`drone_token ${sample('base62', 20)}`, `drone-${sample('base62', 32)}`],
});
