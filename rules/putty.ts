// PuTTY: private key file (PPK) without a passphrase.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

function ppk(version: number, newline: string, encryption = 'none'): string {
  const lines = (count: number, seed: number) =>
    Array.from({ length: count }, (_, i) => sample('base64', 64, seed + i));
  return [
    `PuTTY-User-Key-File-${version}: ssh-rsa`,
    `Encryption: ${encryption}`,
    'Comment: rsa-key-20240301',
    'Public-Lines: 6',
    ...lines(6, 1),
    'Private-Lines: 14',
    ...lines(14, 20),
    `Private-MAC: ${sample('hex', version === 3 ? 64 : 40)}`,
  ].join(newline);
}

export const privateKeyPutty = defineRule({
  id: 'private-key-putty',
  title: 'PuTTY private key',
  provider: 'PuTTY',
  severity: 'critical',
  keywords: ['PuTTY-User-Key-File-'],
  pattern:
    /PuTTY-User-Key-File-[23]: [a-z0-9-]{4,40}\r?\nEncryption: none\r?\nComment: [^\r\n]{0,200}\r?\nPublic-Lines: [0-9]{1,3}\r?\n(?:[A-Za-z0-9+/=]{1,64}\r?\n){1,40}Private-Lines: [0-9]{1,3}\r?\n(?:[A-Za-z0-9+/=]{1,64}\r?\n){1,60}Private-MAC: [0-9a-f]{40,64}(?![A-Za-z0-9_])/,
  distinctive: true,
  references: ['https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html'],
  match: [`«${ppk(3, '\n')}»\n`, `«${ppk(2, '\r\n')}»\r\n`],
  noMatch: [ppk(3, '\n', 'aes256-cbc'), 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n'],
});
