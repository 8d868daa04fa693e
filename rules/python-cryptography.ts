// Fernet, as Python's cryptography package has it: keys by name, and tokens, which are ciphertext.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://github.com/fernet/spec/blob/master/Spec.md';

function makeKey(seed: number): string {
  return `${Buffer.from(sample('base62', 32, seed)).toString('base64url')}=`;
}

// `B` and what follows begin the time: 0x40000000 and later, that is from 2004 on.
export const fernetToken = defineRule({
  id: 'fernet-token',
  title: 'Fernet token (ciphertext)',
  provider: 'Python cryptography',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['gAAAAAB'],
  pattern: /(?<![A-Za-z0-9+/_-])gAAAAAB[A-Za-z0-9_-]{91,8000}={0,2}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `payload = b'«${'gAAAAABl'}${sample('base64url', 90)}==»'`,
    `encrypted: «${'gAAAAABm'}${sample('base64url', 132)}»`,
  ],
  noMatch: [
    `gAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_${'5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=='}`,
    `gAAAAABl${sample('base64url', 40)}==`,
  ],
});

export const fernetKey = defineRule({
  id: 'fernet-key',
  title: 'Fernet key',
  provider: 'Python cryptography',
  severity: 'high',
  confidence: 'medium',
  keywords: ['fernet'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Ff]ernet|FERNET)[\w.-]{0,32}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}b?[\\"'\x60]{0,2}(?<secret>[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=_-])/,
  minEntropy: 3.5,
  publicValues: ['cw_0x689RpI-jtRR7oE8h_' + 'eQsKImvJapLeSbXpwF4e4='],
  references: [DOCS],
  match: [`AIRFLOW__CORE__FERNET_KEY=«${makeKey(1)}»`, `cipher = Fernet(b'«${makeKey(2)}»')`],
  noMatch: [`fernet ${makeKey(1)}`, 'FERNET_KEY=${FERNET_KEY}'],
});

export const fernetKeyResponse = defineResponse({
  id: 'fernet-key',
  title: 'Fernet key, or another key that encrypts your data',
  rules: ['fernet-key'],
  names: [
    'ENCRYPTION_KEY',
    'FERNET_KEY',
    'SECRETS_ENCRYPTION_KEY',
    'DATA_ENCRYPTION_KEY',
    'FIELD_ENCRYPTION_KEY',
    'MASTER_KEY',
    'FERNET_*',
    'ENCRYPTION_*',
  ],
  rotate: [
    'Do not just replace it: without the old key the data is lost. Make a backup first.',
    'List every table, column, file and backup that is encrypted with it.',
    'Generate a new key and deploy both: MultiFernet([new, old]) encrypts with the first and decrypts with each.',
    'Encrypt every row again: MultiFernet.rotate may be repeated. Check that nothing is left.',
    'Take the old key out.',
    'Treat what was encrypted as leaked: renew the credentials that stood in it.',
  ],
  generate: 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"',
  invalidation: 'Backups stay readable with the old key: encrypt them again or destroy them.',
  audit: 'Access log of the database and of the backups.',
  detectUse: 'Reads of the encrypted tables, and copies of backups, by others.',
  reach: 'All that is encrypted with it, backups too; Fernet also authenticates, so forged content passes.',
  breaks: 'Reading of data that is not encrypted anew, once the old key is gone.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.encryptionKey,
  docs: 'https://cryptography.io/en/latest/fernet/',
  sources: [
    'https://cryptography.io/en/latest/fernet/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
  ],
});
