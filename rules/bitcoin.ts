// Bitcoin: extended private keys (BIP 32) and keys in wallet import format.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const BIP_32 = 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki';

export const bip32ExtendedPrivateKey = defineRule({
  id: 'bip32-extended-private-key',
  title: 'BIP 32 extended private key',
  provider: 'Bitcoin',
  severity: 'critical',
  keywords: ['xprv', 'yprv', 'zprv'],
  pattern: /(?<![A-Za-z0-9+/])[xyz]prv[1-9A-HJ-NP-Za-km-z]{107}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4.6,
  publicValues: [
    'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3' +
      'jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
  ],
  references: [BIP_32],
  match: [`WALLET_ROOT=«xprv9${sample('base58', 106)}»`, `"masterKey": "«zprv${sample('base58', 107)}»"`],
  noMatch: [`xprv9${sample('base58', 60)}`, `xprv${'x'.repeat(107)}`],
});

export const bip32ExtendedPrivateKeyTest = defineRule({
  id: 'bip32-extended-private-key-test',
  title: 'BIP 32 extended private key (testnet)',
  provider: 'Bitcoin',
  severity: 'low',
  keywords: ['tprv'],
  pattern: /(?<![A-Za-z0-9+/])tprv[1-9A-HJ-NP-Za-km-z]{107}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4.6,
  references: [BIP_32],
  match: [`WALLET_ROOT=«tprv8${sample('base58', 106)}»`, `"masterKey": "«tprv${sample('base58', 107)}»"`],
  noMatch: [`tprv8${sample('base58', 60)}`, `tprv${'x'.repeat(107)}`],
});

export const bitcoinWif = defineRule({
  id: 'bitcoin-wif',
  title: 'Bitcoin private key (WIF)',
  provider: 'Bitcoin',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['wif', 'bitcoin', 'btc', 'private_key', 'private-key', 'privatekey', 'priv_key', 'privkey'],
  pattern:
    /(?:[Ww]if|WIF|[Bb]itcoin|BITCOIN|[Bb]tc|BTC|[Pp]riv(?:ate)?[_-]?[Kk]ey|PRIV(?:ATE)?_?KEY)[\w.-]{0,24}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?![A-Za-z0-9+/=_-])/,
  minEntropy: 4.1,
  references: ['https://en.bitcoin.it/wiki/Wallet_import_format'],
  match: [
    `BITCOIN_WIF=«L${sample('base58', 51)}»`,
    `"privateKey": "«5J${sample('base58', 49)}»"`,
    `wif: «K${sample('base58', 51, 2)}»`,
  ],
  noMatch: [`wif L${sample('base58', 51)}`, `bitcoin K${sample('base58', 30)}`],
});
