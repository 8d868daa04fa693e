// OpenSSH: private keys in its own format, and public keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const HOME = 'https://www.openssh.com';

export const sshPrivateKeyDsaEcOpenssh = defineRule({
  id: 'ssh-private-key-dsa-ec-openssh',
  title: 'OpenSSH private key',
  provider: 'OpenSSH',
  severity: 'critical',
  keywords: ['-----BEGIN OPENSSH PRIVATE KEY-----'],
  pattern:
    /-----BEGIN OPENSSH PRIVATE KEY-----[\\nr \t\r\n"',+]{1,40}b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=\\ \t\r\n"',]{200,8000}(?:-----END OPENSSH PRIVATE KEY-----){0,1}/,
  // Until the body shows that no cipher protects it.
  confidence: 'low',
  distinctive: true,
  check: 'private-key',
  references: [HOME],
  match: [
    `«${privateKey(1)}»\n`,
    `{"key": "«${privateKey(2).replaceAll('\n', '\\n')}»\\n"}`,
    `data:\n    «${privateKey(3).replaceAll('\n', '\n    ')}»\n`,
  ],
  noMatch: [
    `-----BEGIN OPENSSH PRIVATE KEY-----\n...\n-----END OPENSSH PRIVATE KEY-----`,
    `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE${'A'.repeat(12)}`,
  ],
});

export const sshPublicKey = defineRule({
  id: 'ssh-public-key',
  title: 'SSH public key',
  provider: 'OpenSSH',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['ssh-rsa AAAA', 'ssh-ed25519 AAAA', 'ecdsa-sha2-nistp256 AAAA'],
  pattern:
    /(?<![A-Za-z0-9])(?:ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp256) AAAA[A-Za-z0-9+/]{60,800}={0,3}(?![A-Za-z0-9+/=])/,
  minEntropy: 3,
  references: [HOME],
  match: [
    `«ssh-ed25519 ${publicKey('ssh-ed25519', 1)}» ci@build`,
    `authorized_keys: ["«ssh-ed25519 ${publicKey('ssh-ed25519', 2)}»"]`,
  ],
  noMatch: ['ssh-rsa AAAA', `ssh-ed25519 AAAA${sample('base64', 20)}`],
});

function publicKey(type: string, seed: number): string {
  return Buffer.concat([field(type), field(sample('base64', 32, seed))]).toString('base64');
}

// An unencrypted Ed25519 key file with made-up numbers: PROTOCOL.key in the sources of OpenSSH.
function privateKey(seed: number): string {
  const type = field('ssh-ed25519');
  const open = field(sample('base64', 32, seed));
  const checkInts = Buffer.from(sample('hex', 8, seed).repeat(2), 'hex');
  const secret = Buffer.concat([checkInts, type, open, field(sample('base64', 64, seed)), field('ci@build')]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secret.length % 8)) % 8));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...['none', 'none', ''].map(field),
    Buffer.from([0, 0, 0, 1]),
    field(Buffer.concat([type, open])),
    field(Buffer.concat([secret, padding])),
  ]);
  const lines = (body.toString('base64').match(/[^\n]{1,70}/g) ?? []).join('\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----`;
}

function field(data: string | Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(data)]);
}
