// Private keys of no particular vendor: PEM, PEM in base64, bare DER in base64, PKCS#12 in base64.
// OpenSSH, PGP and PuTTY blocks have rules of their own.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const privateKeyPem = defineRule({
  id: 'private-key-pem',
  title: 'Private key (PEM)',
  provider: 'PEM',
  generic: true,
  severity: 'critical',
  keywords: ['-----BEGIN '],
  // The lookbehind leaves the key of a Google service account file to its own rule.
  pattern:
    /(?<![0-9a-f]{6}",[ \t\r\n]{0,8}"private_key": ?")-----BEGIN (?!OPENSSH|PGP|ENCRYPTED)[A-Z0-9 ]{0,24}PRIVATE KEY-----[A-Za-z0-9+/=\\ \t\r\n"',>#*|]{64,16000}?-----END [A-Z0-9 ]{0,24}PRIVATE KEY-----/,
  check: 'private-key',
  references: ['https://datatracker.ietf.org/doc/html/rfc7468'],
  match: [
    `«${pem('RSA PRIVATE KEY', rsaKey(128), '\n')}»`,
    `TLS_KEY="«${pem('PRIVATE KEY', pkcs8(rsaKey(128)), '\\n')}»"`,
  ],
  noMatch: [
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n-----END RSA PRIVATE KEY-----',
    `-----BEGIN PRIVATE KEY-----\n${sample('base64', 40)}\n-----END PRIVATE KEY-----`,
    '-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----',
  ],
});

export const privateKeyEncrypted = defineRule({
  id: 'private-key-encrypted',
  title: 'Encrypted private key (PEM)',
  provider: 'PEM',
  generic: true,
  severity: 'medium',
  // Of use only to somebody who has the passphrase, and where keys are tested, these are most of them.
  confidence: 'low',
  keywords: ['-----BEGIN '],
  pattern:
    /-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|[A-Z0-9 ]{0,24}PRIVATE KEY-----[ \t\r\n\\"'+]{0,8}[rn"' \t\r\n+\\]{0,16}Proc-Type: ?4,ENCRYPTED[ \t\r\n\\rn"'+]{1,24}DEK-Info: ?[A-Z0-9-]{3,24},[0-9A-Fa-f]{8,64})[A-Za-z0-9+/=\\ \t\r\n"',>#*|]{64,16000}?-----END [A-Z0-9 ]{0,24}PRIVATE KEY-----/,
  references: ['https://datatracker.ietf.org/doc/html/rfc5958', 'https://datatracker.ietf.org/doc/html/rfc1421'],
  match: [
    `{"key": "«${pem('ENCRYPTED PRIVATE KEY', pkcs8(rsaKey(128)), '\\n')}»"}`,
    `«${pem('RSA PRIVATE KEY', rsaKey(128), '\n', `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${sample('upperHex', 32)}\n\n`)}»`,
  ],
  noMatch: [
    '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE...\n-----END ENCRYPTED PRIVATE KEY-----',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
  ],
});

export const privateKeyBase64Pem = defineRule({
  id: 'private-key-base64-pem',
  title: 'Private key (PEM in base64)',
  provider: 'PEM',
  generic: true,
  severity: 'critical',
  keywords: ['LS0tLS1CRUdJTi'],
  // PRIVATE KEY- in its three alignments; `client-key-data` of a kubeconfig has a rule of its own.
  pattern:
    /(?<!client-key-data["']?:[ \t]{0,4}["']?)(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/]{0,24}(?:UFJJVkFURSBLRVkt|BSSVZBVEUgS0VZL|QUklWQVRFIEtFWS)[A-Za-z0-9+/]{80,20000}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  references: ['https://datatracker.ietf.org/doc/html/rfc7468'],
  match: [
    `SIGNING_KEY_B64=«${base64Pem('RSA PRIVATE KEY')}»`,
    `  tls.key: «${base64Pem('PRIVATE KEY')}»`,
    `{"jwtKey": "«${base64Pem('EC PRIVATE KEY')}»"}`,
  ],
  noMatch: [
    `LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t${sample('base62', 120)}`,
    Buffer.from('-----BEGIN PRIVATE KEY-----\n').toString('base64'),
  ],
});

export const privateKeyDerBase64 = defineRule({
  id: 'private-key-der-base64',
  title: 'Private key (DER in base64)',
  provider: 'PKCS#8',
  generic: true,
  severity: 'high',
  keywords: ['MIIB', 'MIIC', 'MIIE', 'MIIG', 'MIIJ', 'MIIS'],
  // What goes on in the next line is the body of a PEM block, or cut short on purpose.
  // SEQUENCE with a two-byte length, then INTEGER 0: a certificate has another SEQUENCE there, PKCS#12 INTEGER 3.
  pattern:
    /(?<![A-Za-z0-9+/])MII[B-S][A-Za-z0-9+/][AQgw]IBA[AD][A-Za-z0-9+/]{44,8000}={0,2}(?![A-Za-z0-9+/=.<*]|\xe2\x80\xa6|\\[nr])(?![\r\n \t\\nr"'+,]{1,8}(?:[A-Za-z0-9+/]{20}|\.\.|\xe2\x80\xa6))/,
  minEntropy: 4.6,
  references: [
    'https://datatracker.ietf.org/doc/html/rfc5958',
    'https://datatracker.ietf.org/doc/html/rfc8017#appendix-A.1.2',
  ],
  match: [
    `String privateKey = "«${toBase64(pkcs8(rsaKey(128)))}»";`,
    `private_key: «${toBase64(rsaKey(128, 2))}»`,
    `ALIPAY_PRIVATE_KEY=«${toBase64(pkcs8(rsaKey(64)))}»`,
  ],
  noMatch: [
    `MIIEpAIBAAKCAQEA${sample('base62', 60)}...`,
    `MIIEpAIBAz${sample('base62', 90)}`,
    `MIIEpDCCA4${sample('base62', 220)}`,
  ],
});

export const privateKeyDerBase64Ec = defineRule({
  id: 'private-key-der-base64-ec',
  title: 'Elliptic-curve private key (DER in base64)',
  provider: 'PKCS#8',
  generic: true,
  severity: 'high',
  // SEC 1 for P-256, P-384 and P-521; PKCS#8 for these and for Ed25519 and X25519.
  keywords: [
    'MHcCAQEEI',
    'MIGkAgEBBD',
    'MIHcAgEBBE',
    'MIGHAgEAMBMG',
    'MIG2AgEAMBAG',
    'MIHuAgEAMBAG',
    'MC4CAQAwBQYDK2V',
  ],
  pattern:
    /(?<![A-Za-z0-9+/])(?:MHcCAQEEI[A-Za-z0-9+/]{151}={0,2}|MIGkAgEBBD[A-Za-z0-9+/]{200,220}={0,2}|MIHcAgEBBE[A-Za-z0-9+/]{270,296}={0,2}|MIGHAgEAMBMG[A-Za-z0-9+/]{170,174}={0,2}|MIG2AgEAMBAG[A-Za-z0-9+/]{230,240}={0,2}|MIHuAgEAMBAG[A-Za-z0-9+/]{300,312}={0,2}|MC4CAQAwBQYDK2V[uw][A-Za-z0-9+/]{48})(?![A-Za-z0-9+/=])/,
  minEntropy: 4,
  references: [
    'https://datatracker.ietf.org/doc/html/rfc5915',
    'https://datatracker.ietf.org/doc/html/rfc8410#section-7',
  ],
  match: [
    `signingKey: "«MHcCAQEEI${chunks('base62', 3, 7).slice(0, 151)}==»"`,
    `PRIVATE_KEY=«MC4CAQAwBQYDK2VwBCIEI${sample('base62', 43, 8)}»`,
    `"privateKey": "«MIGHAgEAMBMG${chunks('base62', 3, 9).slice(0, 172)}»"`,
  ],
  noMatch: [`MHcCAQEEI${sample('base62', 40)}`, 'MC4CAQAwBQYDK2VwBCIEI'],
});

export const pkcs12Bundle = defineRule({
  id: 'pkcs12-bundle',
  title: 'PKCS#12 key bundle in base64',
  provider: 'PKCS#12',
  generic: true,
  severity: 'high',
  keywords: ['IBAzCC'],
  before: 6,
  // On one line, or wrapped at 64 or 76 characters.
  pattern:
    /(?<![A-Za-z0-9+/])MI[A-Za-z0-9+/]{4}IBAzCC(?:[A-Za-z0-9+/]{388,20000}={0,2}|[A-Za-z0-9+/]{52}(?:\r?\n[A-Za-z0-9+/]{64}){5,300}|[A-Za-z0-9+/]{64}(?:\r?\n[A-Za-z0-9+/]{76}){4,260})(?![A-Za-z0-9+/=])/,
  minEntropy: 4.6,
  references: ['https://datatracker.ietf.org/doc/html/rfc7292'],
  match: [
    `IOS_P12_BASE64=«MIIKXAIBAzCC${chunks('base64', 8)}»`,
    `certificate: "«MIIJqQIBAzCC${chunks('base64', 7, 2)}»"`,
  ],
  noMatch: [`MIIKXAIBAzCC${sample('base62', 99)}`, `IBAzCC${chunks('base62', 8, 3)}`],
});

function chunks(alphabet: 'hex' | 'base62' | 'base64', count: number, seed = 1): string {
  return Array.from({ length: count }, (_, i) => sample(alphabet, 64, seed * 100 + i)).join('');
}

function der(tag: string, content: string): string {
  const length = (content.length / 2).toString(16);
  const prefix = content.length < 256 ? '' : content.length < 512 ? '81' : '82';
  return tag + prefix + length.padStart(prefix === '82' ? 4 : 2, '0') + content;
}

function integer(bytes: number, seed: number): string {
  return der('02', `00${chunks('hex', Math.ceil(bytes / 32), seed).slice(0, bytes * 2)}`);
}

// RSAPrivateKey with the shape of a key and numbers that are none, in hex.
function rsaKey(bytes: number, seed = 1): string {
  const half = [3, 4, 5, 6, 7].map(part => integer(bytes / 2, seed * 10 + part)).join('');
  return der('30', `020100${integer(bytes, seed * 10 + 1)}0203010001${integer(bytes, seed * 10 + 2)}${half}`);
}

function pkcs8(key: string): string {
  return der('30', `020100300d06092a864886f70d0101010500${der('04', key)}`);
}

function toBase64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

function pem(label: string, key: string, lineEnd: string, header = ''): string {
  const lines = toBase64(key).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----${lineEnd}${header}${lines.join(lineEnd)}${lineEnd}-----END ${label}-----`;
}

function base64Pem(label: string): string {
  return Buffer.from(pem(label, rsaKey(128, 3), '\n')).toString('base64');
}
