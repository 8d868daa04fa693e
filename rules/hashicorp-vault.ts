// HashiCorp Vault: tokens with and without the hv prefix, unseal key shares and AppRole secret ids.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const PREFIXES = 'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes';

export const vaultServiceToken = defineRule({
  id: 'vault-service-token',
  title: 'HashiCorp Vault service token',
  provider: 'HashiCorp Vault',
  severity: 'critical',
  keywords: ['hvs.'],
  pattern: /(?<![A-Za-z0-9_.])hvs\.(?=[a-z_-]{0,23}[A-Z0-9])[A-Za-z0-9_-]{24,130}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [PREFIXES],
  match: [`VAULT_TOKEN=«hvs.${sample('base64url', 24)}»`, `X-Vault-Token: «hvs.CAESI${sample('base64url', 122, 2)}»`],
  noMatch: [`hvs.${sample('base64url', 20)}`, `hvs.${'x'.repeat(24)}`],
});

export const vaultBatchToken = defineRule({
  id: 'vault-batch-token',
  title: 'HashiCorp Vault batch token',
  provider: 'HashiCorp Vault',
  severity: 'high',
  keywords: ['hvb.'],
  pattern: /(?<![A-Za-z0-9_.])hvb\.(?=[a-z_-]{0,23}[A-Z0-9])[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.7,
  references: [PREFIXES],
  match: [`VAULT_TOKEN=«hvb.${sample('base64url', 138)}»`, `X-Vault-Token: «hvb.CAESI${sample('base64url', 292, 2)}»`],
  noMatch: [`hvb.${sample('base64url', 90)}`, `hvb.${'x'.repeat(138)}`],
});

export const vaultRecoveryToken = defineRule({
  id: 'vault-recovery-token',
  title: 'HashiCorp Vault recovery token',
  provider: 'HashiCorp Vault',
  severity: 'critical',
  keywords: ['hvr.'],
  pattern: /(?<![A-Za-z0-9_.])hvr\.(?=[a-z_-]{0,23}[A-Z0-9])[A-Za-z0-9_-]{24,130}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.4,
  references: [PREFIXES],
  match: [`VAULT_TOKEN=«hvr.${sample('base64url', 24)}»`, `X-Vault-Token: «hvr.CAESI${sample('base64url', 122, 2)}»`],
  noMatch: [`hvr.${sample('base64url', 20)}`, `hvr.${'x'.repeat(24)}`],
});

export const vaultTokenLegacy = defineRule({
  id: 'vault-token-legacy',
  title: 'HashiCorp Vault token (before 1.10)',
  provider: 'HashiCorp Vault',
  severity: 'high',
  confidence: 'medium',
  keywords: ['vault', 'client_token'],
  pattern:
    /(?:[Vv]ault[\w.-]{0,16}[Tt]oken|VAULT[\w.-]{0,16}TOKEN|client_token)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?=[a-z0-9.]{0,26}[A-Z])(?=[A-Za-z.]{0,26}[0-9])(?<secret>[sbr]\.[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/,
  minEntropy: 3.4,
  references: [PREFIXES],
  match: [
    `VAULT_TOKEN=«s.${sample('base62', 24)}»`,
    `"client_token": "«s.${sample('base62', 24, 2)}»",`,
    `X-Vault-Token: «b.${sample('base62', 24, 3)}»`,
  ],
  noMatch: [`vault s.${sample('base62', 24)}`, `vault write s.${sample('base62', 12)}`],
});

export const vaultUnsealKey = defineRule({
  id: 'vault-unseal-key',
  title: 'HashiCorp Vault unseal key share',
  provider: 'HashiCorp Vault',
  severity: 'critical',
  keywords: ['unseal'],
  pattern:
    /unseal[ _-]?keys?[ _-]?[\w]{0,12}["']?[ \t]{0,4}[:=][ \t]{0,4}(?:\[[ \t\r\n]{0,16})?["']?(?<secret>[A-Za-z0-9+/]{43}[A-Za-z0-9+/=])(?![A-Za-z0-9+/=])/i,
  minEntropy: 4.1,
  references: ['https://developer.hashicorp.com/vault/docs/concepts/seal'],
  match: [
    `Unseal Key 1: «${sample('base64', 44)}»`,
    `"unseal_keys_b64": [\n    "«${sample('base64', 43, 2)}=»"`,
    `VAULT_UNSEAL_KEY='«${sample('base64', 44, 3)}»'`,
  ],
  noMatch: [`vault operator unseal ${sample('base64', 30)}`, `Unseal Key 1: ${sample('base62', 16)}`],
});

export const vaultApproleSecret = defineRule({
  id: 'vault-approle-secret',
  title: 'HashiCorp Vault AppRole secret id',
  provider: 'HashiCorp Vault',
  severity: 'high',
  confidence: 'medium',
  keywords: ['secret_id', 'secret-id', 'secretid'],
  pattern:
    /(?<!client[_-]?)secret[_-]?id["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 2.9,
  near: { words: ['vault', 'approle', 'role_id', 'role-id', 'roleid'], before: 200, after: 200 },
  references: ['https://developer.hashicorp.com/vault/docs/auth/approle'],
  match: [
    `VAULT_SECRET_ID=«${sampleUuid()}»`,
    `{"role_id": "${sampleUuid(2)}", "secret_id": "«${sampleUuid(3)}»"}`,
    `approleSecretId: '«${sampleUuid(4)}»'`,
  ],
  noMatch: [`vault write auth/approle/login ${sampleUuid()}`, `vault client_secret_id ${sampleUuid()}`],
});

export const vaultTokenResponse = defineResponse({
  id: 'vault-token',
  title: 'HashiCorp Vault token, AppRole secret or unseal key',
  rules: [
    'vault-service-token',
    'vault-batch-token',
    'vault-token-legacy',
    'vault-approle-secret',
    'vault-recovery-token',
    'vault-unseal-key',
  ],
  names: ['VAULT_TOKEN', 'VAULT_SECRET_ID', 'VAULT_ROLE_SECRET', 'VAULT_*'],
  revoke: {
    page: null,
    command: 'vault token revoke -accessor ACCESSOR',
    api: 'POST /v1/auth/token/revoke-self of your server, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Revoke it by its accessor, or with itself: VAULT_TOKEN from a file, vault token revoke -self. Its children and leases end with it.',
    'AppRole: destroy the secret id and issue another. A batch token cannot be revoked: it expires; revoke its parent.',
    'Unseal or recovery key: make a new set with vault operator rekey.',
    'Renew the secrets that it could read. Issue tokens with a short life, root tokens only for setting up.',
  ],
  invalidation: 'Children and dynamic credentials end with it; orphan tokens live on.',
  audit: 'Audit devices; tokens stand there as HMAC.',
  detectUse: 'Audit log by accessor: paths that were read, addresses that are not yours.',
  reach:
    'The policies of the token, and every secret that was read with it; a root token: everything. An unseal key is one part of the key that opens the storage.',
  breaks: 'Programs with that token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
  sources: [
    'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
    'https://developer.hashicorp.com/vault/docs/commands/operator/rekey',
    'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  ],
});
