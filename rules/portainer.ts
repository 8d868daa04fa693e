// Portainer: access tokens.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const portainerToken = defineRule({
  id: 'portainer-token',
  title: 'Portainer access token',
  provider: 'Portainer',
  severity: 'high',
  keywords: ['ptr_'],
  pattern: /(?<![A-Za-z0-9_])ptr_(?=[A-Za-z+/]{0,28}[0-9])[A-Za-z0-9+/]{40,60}={0,2}(?![A-Za-z0-9+/=_-])/,
  minEntropy: 4,
  references: ['https://docs.portainer.io/api/access'],
  match: [`PORTAINER_TOKEN=«ptr_${sample('base64', 43)}=»`, `X-API-Key: «ptr_${sample('base64', 43, 2)}=»`],
  noMatch: [`ptr_${'x'.repeat(43)}=`, `ptr_${sample('base64', 30)}`, `ptr_to_${sample('letters', 40)}`],
});
