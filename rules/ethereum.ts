// Ethereum and other secp256k1 chains: raw private keys look like any SHA-256, so a telling name is needed.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const HARDHAT_ACCOUNT = 'ac0974bec39a17e36ba4a6b4d238ff94' + '4bacb478cbed5efcae784d7bf4f2ff80';

export const ethereumPrivateKey = defineRule({
  id: 'ethereum-private-key',
  title: 'Ethereum private key',
  provider: 'Ethereum / secp256k1',
  severity: 'critical',
  confidence: 'medium',
  keywords: [
    'private_key',
    'private-key',
    'privateKey',
    'wallet_key',
    'wallet-key',
    'walletKey',
    'secp256k1',
    'accounts',
  ],
  pattern:
    /(?:(?:private[_-]?key|wallet[_-]?key|secp256k1)[\w.-]{0,16}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|accounts["']?:[ \t]{0,4}\[[ \t\r\n]{0,12}["'\x60])(?<secret>(?:0x)?[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.1,
  publicValues: [`0x${HARDHAT_ACCOUNT}`, HARDHAT_ACCOUNT],
  references: ['https://ethereum.org/developers/docs/accounts/'],
  match: [
    `DEPLOYER_PRIVATE_KEY=«0x${sample('hex', 64)}»`,
    `"privateKey": "«${sample('hex', 64, 2)}»"`,
    `accounts: ['«0x${sample('hex', 64, 3)}»'],`,
  ],
  noMatch: [`0x${sample('hex', 64)}`, `PRIVATE_KEY=0x${'0'.repeat(64)}`],
});
