// WireGuard: private and preshared keys in configuration files, 32 bytes in base64.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const wireguardPrivateKey = defineRule({
  id: 'wireguard-private-key',
  title: 'WireGuard private or preshared key',
  provider: 'WireGuard',
  severity: 'high',
  keywords: ['PrivateKey', 'PresharedKey'],
  pattern:
    /(?:PrivateKey|PresharedKey)[ \t]{0,4}=[ \t]{0,4}["']?(?<secret>[A-Z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Z0-9+/=])/i,
  check: 'base64-32-bytes',
  minEntropy: 4,
  references: ['https://www.wireguard.com/quickstart/'],
  match: [
    `[Interface]\nAddress = 10.0.4.1/24\nPrivateKey = «${sample('base64', 42)}w=»\nListenPort = 51820`,
    `PresharedKey=«${sample('base64', 42, 2)}A=»`,
  ],
  noMatch: ['PrivateKey = <key>', `PublicKey = ${sample('base64', 42)}w=`],
});
