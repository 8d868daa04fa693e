// Certificates and public keys in PEM: no secrets, known so that no other rule takes them for one.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const BODY = [1, 2, 3, 4].map(seed => sample('base64', 64, seed));

export const pemCertificateOrPublicKey = defineRule({
  id: 'pem-certificate-or-public-key',
  title: 'Certificate or public key (PEM)',
  provider: 'PEM',
  severity: 'low',
  secrecy: 'publishable',
  keywords: [
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    '-----BEGIN CERTIFICATE REQUEST-----',
    '-----BEGIN PGP PUBLIC KEY BLOCK-----',
  ],
  pattern:
    /-----BEGIN (?:CERTIFICATE|PUBLIC KEY|CERTIFICATE REQUEST|PGP PUBLIC KEY BLOCK)-----(?:\r?\n(?:Version|Comment): [^\r\n]{1,80}){0,2}[A-Za-z0-9+/=\\ \t\r\n]{64,20000}?-----END /,
  references: ['https://datatracker.ietf.org/doc/html/rfc7468'],
  match: [
    `«-----BEGIN CERTIFICATE-----\n${BODY.join('\n')}\n-----END »CERTIFICATE-----`,
    `publicKey: "«-----BEGIN PUBLIC KEY-----\\n${BODY.join('\\n')}\\n-----END »PUBLIC KEY-----"`,
    `«-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: GnuPG v2\n\n${BODY.join('\n')}\n-----END »PGP PUBLIC KEY BLOCK-----`,
  ],
  noMatch: [
    '-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----',
    `-----BEGIN PUBLIC KEY-----\n${sample('base64', 40)}\n-----END PUBLIC KEY-----`,
  ],
});
