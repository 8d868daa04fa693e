// 1Password: service account token (base64 of JSON) and the secret key of an account.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

function serviceAccount(seed: number): string {
  const account = {
    signInAddress: 'acme.1password.com',
    userAuth: { method: 'SRPg-4096', alg: 'PBES2g-HS256', iterations: 650000, salt: sample('base64url', 22, seed) },
    srpX: sample('hex', 64, seed),
    muk: { alg: 'A256GCM', k: sample('base64url', 43, seed) },
    secretKey: sample('upperAlnum', 34, seed),
  };
  return `ops_${Buffer.from(JSON.stringify(account)).toString('base64url')}`;
}

function secretKey(seed: number): string {
  const groups = [6, 6, 5, 5, 5, 5].map((length, i) => sample('upperAlnum', length, seed * 10 + i));
  return `A3-${groups.join('-')}`;
}

export const onepasswordServiceAccountToken = defineRule({
  id: 'onepassword-service-account-token',
  title: '1Password service account token',
  provider: '1Password',
  severity: 'critical',
  keywords: ['ops_eyJ'],
  pattern: /(?<![A-Za-z0-9])ops_eyJ[A-Za-z0-9+/_-]{160,1300}={0,2}(?![A-Za-z0-9+/_=-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://developer.1password.com/docs/service-accounts/'],
  match: [`OP_SERVICE_ACCOUNT_TOKEN=«${serviceAccount(1)}»`, `service-account-token: "«${serviceAccount(2)}»"`],
  noMatch: [`ops_eyJ${sample('base64url', 80)}`, `ops_${sample('base64url', 200)}`],
});

export const onepasswordSecretKey = defineRule({
  id: 'onepassword-secret-key',
  title: '1Password account secret key',
  provider: '1Password',
  severity: 'critical',
  keywords: ['A3-'],
  pattern:
    /(?<![A-Za-z0-9_-])A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}-[A-Z0-9]{5}|[A-Z0-9]{11})(?:-[A-Z0-9]{5}){3}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://support.1password.com/secret-key/'],
  match: [`OP_SECRET_KEY=«${secretKey(1)}»`, `  "secret_key": "«${secretKey(2)}»"`],
  noMatch: [
    `A3-${sample('upperAlnum', 6)}-${sample('upperAlnum', 6)}-${sample('upperAlnum', 5)}`,
    `A3-${sample('lowerAlnum', 6)}-${sample('lowerAlnum', 6)}-${sample('lowerAlnum', 5)}`,
  ],
});
