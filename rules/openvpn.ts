// OpenVPN: static key, sixteen lines of hex.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

function staticKey(newline: string): string {
  const lines = Array.from({ length: 16 }, (_, i) => sample('hex', 32, i + 1));
  return ['-----BEGIN OpenVPN Static ' + 'key V1-----', ...lines, '-----END OpenVPN Static ' + 'key V1-----'].join(
    newline,
  );
}

export const openvpnStaticKey = defineRule({
  id: 'openvpn-static-key',
  title: 'OpenVPN static key',
  provider: 'OpenVPN',
  severity: 'high',
  keywords: ['-----BEGIN OpenVPN Static key'],
  pattern:
    /-----BEGIN OpenVPN Static key V1-----(?:\\[rn]|[ \t\r\n]){1,24}(?:[0-9a-f]{32}(?:\\[rn]|[ \t\r\n]){1,24}){16}-----END OpenVPN Static key V1-----/,
  distinctive: true,
  references: ['https://openvpn.net/community-resources/'],
  match: [`<tls-auth>\n«${staticKey('\n')}»\n</tls-auth>`, `tls_key: "«${staticKey('\\n')}»\\n"`],
  noMatch: [
    `-----BEGIN OpenVPN Static key V1-----\n${sample('hex', 32)}\n`,
    '-----BEGIN OpenVPN Static key V1-----\n...\n-----END OpenVPN Static key V1-----',
  ],
});
