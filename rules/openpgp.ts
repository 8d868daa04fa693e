// OpenPGP: armored private key blocks. The checksum line is optional, so it is not asked for.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const BEGIN = '-----BEGIN PGP ' + 'PRIVATE KEY BLOCK-----';
const END = '-----END PGP ' + 'PRIVATE KEY BLOCK-----';

export const privateKeyPgp = defineRule({
  id: 'private-key-pgp',
  title: 'PGP private key block',
  provider: 'OpenPGP',
  severity: 'critical',
  keywords: ['-----BEGIN PGP PRIVATE KEY BLOCK-----'],
  // Up to five header lines, then base64 lines; line ends may be escaped as in JSON or C.
  pattern:
    /-----BEGIN PGP PRIVATE KEY BLOCK-----(?:[ \t\r\n]|\\[nr]){1,8}(?:[A-Z][A-Za-z]{3,12}: [^\r\n\\]{0,120}(?:[ \t\r\n]|\\[nr]){1,6}){0,5}[A-Za-z0-9+/=\\ \t\r\n]{200,40000}-----END PGP PRIVATE KEY BLOCK-----/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://datatracker.ietf.org/doc/html/rfc9580#name-forming-ascii-armor'],
  match: [
    `«${BEGIN}\nVersion: GnuPG v2\n\n${lines(1, '\n')}\n=${sample('base64', 4)}\n${END}»\n`,
    `PGP_KEY="«${BEGIN}\\n\\n${lines(2, '\\n')}\\n${END}»"`,
  ],
  noMatch: [`${BEGIN}\n...\n${END}`, `grep -q -- '${BEGIN}' key.asc`],
});

function lines(seed: number, lineEnd: string): string {
  return [1, 2, 3, 4, 5, 6].map(line => sample('base64', 64, seed * 10 + line)).join(lineEnd);
}
