// SOPS: values that are encrypted already, known so that no other rule takes them for a secret.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const sopsEncryptedValue = defineRule({
  id: 'sops-encrypted-value',
  title: 'SOPS encrypted value',
  provider: 'SOPS',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['ENC[AES256_GCM,data:'],
  pattern:
    /ENC\[AES256_GCM,data:[A-Za-z0-9+/=]{1,4000},iv:[A-Za-z0-9+/=]{16,64},tag:[A-Za-z0-9+/=]{16,32},type:[a-z]{3,8}\]/,
  distinctive: true,
  references: ['https://getsops.io'],
  match: [`password: «${encrypted(24, 1)}»`, `"token": "«${encrypted(60, 2)}»"`],
  noMatch: ['ENC[AES256_GCM,data:...]', `ENC[PKCS7,${sample('base64', 40)}]`],
});

function encrypted(length: number, seed: number): string {
  const [iv, tag] = [`${sample('base62', 43, seed)}=`, `${sample('base62', 22, seed)}==`];
  return `ENC[AES256_GCM,data:${sample('base62', length, seed)},iv:${iv},tag:${tag},type:str]`;
}
