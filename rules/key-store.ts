// Files that hold keys or passwords as such, told by their first bytes: Java key stores, PKCS#12, KeePass. Examples are hex.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const KEY_BAG = '060b2a864886f70d010c0a0102'; // pkcs8ShroudedKeyBag, 1.2.840.113549.1.12.10.1.2
const CERT_BAG = '060b2a864886f70d010c0a0103';
const DATA = '06092a864886f70d010701';

export const javaKeyStore = defineRule({
  id: 'java-key-store',
  title: 'Java key store with a private key',
  provider: 'Java',
  generic: true,
  severity: 'high',
  keywords: [],
  // JKS or JCEKS, version 1 or 2, not empty, the first entry a private key: a trust store has certificates alone.
  pattern: /(?:\xfe\xed\xfe\xed|\xce\xce\xce\xce)\0\0\0[\x01\x02]\0\0(?!\0\0)[\0-\xff]{2}\0\0\0\x01/,
  matcher: 'magic',
  distinctive: true,
  references: [
    'https://docs.oracle.com/javase/8/docs/technotes/guides/security/crypto/CryptoSpec.html#KeystoreImplementation',
  ],
  match: [
    `«feedfeed0000000200000001 00000001 ${sample('hex', 200)}»`,
    `«cececece0000000200000003 00000001 ${sample('hex', 200, 2)}»`,
  ],
  noMatch: [
    `feedfeed0000000200000001 00000002 ${sample('hex', 200)}`,
    `feedfeed0000000200000000 ${sample('hex', 40)}`,
    `00feedfeed0000000200000001 00000001 ${sample('hex', 200)}`,
  ],
});

export const pkcs12KeyStore = defineRule({
  id: 'pkcs12-key-store',
  title: 'PKCS#12 file with a private key (.p12, .pfx)',
  provider: 'PKCS#12',
  generic: true,
  severity: 'high',
  keywords: [],
  // SEQUENCE, INTEGER 3, SEQUENCE, OID data: PFX. RFC 7292 §4
  pattern:
    /0(?:\x82[\0-\xff]{2}|\x83[\0-\xff]{3}|\x80)\x02\x01\x030(?:\x82[\0-\xff]{2}|\x83[\0-\xff]{3}|\x80)\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01/,
  matcher: 'magic',
  distinctive: true,
  check: 'pkcs12-key',
  enforceCheck: true,
  references: ['https://datatracker.ietf.org/doc/html/rfc7292'],
  match: [
    `«308203c6 020103 30820370 ${DATA} ${sample('hex', 100)}${KEY_BAG}${sample('hex', 400)}»`,
    `«3080 020103 3080 ${DATA} ${sample('hex', 60, 2)}${KEY_BAG}${sample('hex', 300, 2)}»`,
  ],
  noMatch: [
    `308203c6 020103 30820370 ${DATA} ${sample('hex', 100)}${CERT_BAG}${sample('hex', 400)}`,
    `308203c6 020100 30820370 ${sample('hex', 100)}${KEY_BAG}${sample('hex', 400)}`,
  ],
});

export const keepassDatabase = defineRule({
  id: 'keepass-database',
  title: 'KeePass password database',
  provider: 'KeePass',
  generic: true,
  severity: 'high',
  keywords: [],
  pattern: /\x03\xd9\xa2\x9a[\x65-\x67]\xfb\x4b\xb5/,
  matcher: 'magic',
  distinctive: true,
  references: ['https://keepass.info/help/kb/kdbx.html'],
  match: [`«03d9a29a67fb4bb5 01000400 ${sample('hex', 200)}»`, `«03d9a29a65fb4bb5 03000000 ${sample('hex', 200, 2)}»`],
  noMatch: [`03d9a29a ${sample('hex', 40)}`, `0003d9a29a67fb4bb5 01000400 ${sample('hex', 40)}`],
});
