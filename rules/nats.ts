// NATS: nkey seeds, 58 base32 characters: S, the type, always A, and a CRC-16 at the end.

import { crc16Xmodem, encodeBase32 } from '../src/checksum.js';
import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const natsNkeySeed = defineRule({
  id: 'nats-nkey-seed',
  title: 'NATS nkey seed',
  provider: 'NATS',
  severity: 'high',
  keywords: ['SUA', 'SAA', 'SOA', 'SCA', 'SNA', 'SXA', 'SPA'],
  pattern: /(?<![A-Za-z0-9])S[UAOCNXP]A[A-P][A-Z2-7]{54}(?![A-Za-z0-9=])/,
  check: 'nats-nkey',
  minEntropy: 3.5,
  publicValues: ['SUACSSL3UAHUDXKFSNVUZRF5' + 'UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY'],
  references: ['https://github.com/nats-io/nkeys'],
  match: [
    `NATS_NKEY_SEED=«${seed(0xa0, 1)}»`,
    `-----BEGIN USER NKEY SEED-----\n«${seed(0xa0, 2)}»\n------END USER NKEY SEED------`,
    `account: '«${seed(0, 3)}»'`,
  ],
  noMatch: [`SUAC${sample('base32', 53)}`, `SUZZ${sample('base32', 54)}`, `SU${'x'.repeat(56)}`],
});

function seed(type: number, number: number): string {
  const prefix = Buffer.from([0x90 | (type >> 5), (type & 31) << 3]);
  const bytes = Buffer.concat([prefix, Buffer.from(sample('hex', 64, number), 'hex')]);
  const crc = crc16Xmodem(bytes);
  return encodeBase32(Buffer.concat([bytes, Buffer.from([crc & 0xff, crc >> 8])]));
}

export const natsSeedResponse = defineResponse({
  id: 'nats-seed',
  title: 'NATS seed (NKey)',
  rules: ['nats-nkey-seed'],
  names: ['NATS_SEED', 'NATS_NKEY', 'NATS_PASSWORD', 'NATS_*'],
  schemes: ['nats'],
  revoke: { page: null, command: 'nsc revocations add-user --name USER_NAME --account ACCOUNT_NAME', api: null },
  rotate: [
    'Seed of a user: revoke the user in its account and push the account (nsc push); with a static config, remove the public key.',
    'Seed of an account or operator: make a new signing key and sign everything below it anew.',
    'Make a new user and deploy its credentials.',
  ],
  generate: 'nk -gen user',
  invalidation: 'The server closes connections of a revoked user once it has the new account.',
  audit: 'Log and connection list of the server (connz).',
  detectUse: 'Connections of that user from addresses that are not yours.',
  reach: 'User: its subjects. Account: all users of it. Operator: everything.',
  breaks: 'Clients with the seed.',
  vendorRevokes: false,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.nats.io/using-nats/nats-tools/nsc/revocation',
  sources: ['https://docs.nats.io/using-nats/nats-tools/nsc/revocation'],
});
