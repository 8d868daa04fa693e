// Bodies of private keys: real ones made by Node, and everything that only has the lines around them.

import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkPrivateKey } from '../../src/engine/check-private-key.js';
import { sample } from '../../src/sample.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const locked = { format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' } as const;

function openssh(cipher: string): string {
  const length = Buffer.from([0, 0, 0, cipher.length]);
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    length,
    Buffer.from(`${cipher}${sample('base62', 80)}`),
  ]).toString('base64');
}

function block(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
}

describe('checkPrivateKey', () => {
  it.each([
    { name: 'RSA in PKCS#1', pem: rsa.export({ type: 'pkcs1', format: 'pem' }) },
    { name: 'RSA in PKCS#8', pem: rsa.export({ type: 'pkcs8', format: 'pem' }) },
    { name: 'EC in SEC 1', pem: ec.export({ type: 'sec1', format: 'pem' }) },
    { name: 'EC in PKCS#8', pem: ec.export({ type: 'pkcs8', format: 'pem' }) },
    { name: 'Ed25519', pem: ed.export({ type: 'pkcs8', format: 'pem' }) },
    { name: 'encrypted PKCS#8', pem: rsa.export({ type: 'pkcs8', ...locked }) },
    {
      name: 'OpenSSH',
      pem: block('OPENSSH PRIVATE KEY', openssh('none')),
    },
  ])('$name is valid, on lines, with escaped line ends and in quotes on many lines', ({ pem }) => {
    const text = String(pem).trim();
    expect(checkPrivateKey(text)).toBe('valid');
    expect(checkPrivateKey(text.replaceAll('\n', '\r\n'))).toBe('valid');
    expect(checkPrivateKey(text.replaceAll('\n', '\\n'))).toBe('valid');
    expect(checkPrivateKey(text.replaceAll('\n', '" +\n  "'))).toBe('valid');
  });

  it.each([
    { name: 'no body', text: block('RSA PRIVATE KEY', '') },
    { name: 'dots', text: block('RSA PRIVATE KEY', 'MIIE...\n...') },
    {
      name: 'a body that is cut off',
      text: block(
        'RSA PRIVATE KEY',
        String(rsa.export({ type: 'pkcs1', format: 'pem' }))
          .split('\n')
          .slice(1, 6)
          .join('\n'),
      ),
    },
    { name: 'random base64', text: block('PRIVATE KEY', `A${sample('base64', 200)}`) },
    { name: 'letters', text: block('PRIVATE KEY', 'x'.repeat(100)) },
  ])('$name is invalid', ({ text }) => {
    expect(checkPrivateKey(text)).toBe('invalid');
  });

  it.each([
    { name: 'a PGP block', text: block('PGP PRIVATE KEY BLOCK', sample('base64', 200)) },
    { name: 'an OpenSSH key with a cipher', text: block('OPENSSH PRIVATE KEY', openssh('aes256-ctr')) },
    { name: 'a PuTTY file', text: `PuTTY-User-Key-File-3: ssh-rsa\n${sample('base64', 100)}` },
  ])('$name is not judged', ({ text }) => {
    expect(checkPrivateKey(text)).toBe('unknown');
  });
});
