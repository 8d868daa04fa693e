// Google Cloud: Cloud Storage HMAC ids, service account key files, application default credentials.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const gcsHmacKey = defineRule({
  id: 'gcs-hmac-key',
  title: 'Google Cloud Storage HMAC access id',
  provider: 'Google Cloud',
  severity: 'high',
  keywords: ['GOOG'],
  pattern: /(?<![A-Za-z0-9_+/])GOOG(?=[A-Z]{0,19}[0-9])(?:1E[A-Z0-9]{55}|[A-Z0-9]{20})(?![A-Za-z0-9_+/])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://cloud.google.com/storage/docs/authentication/hmackeys'],
  match: [
    `GCS_ACCESS_KEY_ID=«GOOG1E${sample('upperAlnum', 55)}»`,
    `gs_access_key_id = «GOOG${sample('upperAlnum', 20)}»`,
  ],
  noMatch: [`GOOG1E${sample('upperAlnum', 54)}`, 'GOOGLECLOUDSTORAGESECRET', `GOOG${sample('base62', 20)}`],
});

export const gcsHmacSecret = defineRule({
  id: 'gcs-hmac-secret',
  title: 'Google Cloud Storage HMAC secret',
  provider: 'Google Cloud',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['secret'],
  // Named like an AWS secret, which it can stand in for: the id beside it tells them apart.
  pattern:
    /secret[\w.-]{0,24}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  minEntropy: 4.05,
  near: { words: ['goog1e', 'gs_access_key_id', 'gcs_access_key', 'gcs_hmac'], before: 300, after: 300 },
  pairsWith: ['gcs-hmac-key'],
  references: ['https://cloud.google.com/storage/docs/authentication/hmackeys'],
  match: [
    `gs_access_key_id = env\ngs_secret_access_key = «${sample('base64', 40)}»`,
    `GCS_HMAC_SECRET="«${sample('base64', 40, 2)}»"`,
  ],
  noMatch: ['gcs_hmac_secret = ${GCS_HMAC_SECRET}', `storage_digest = "${sample('base64', 40, 3)}"`],
});

export const gcpServiceAccountKey = defineRule({
  id: 'gcp-service-account-key',
  title: 'Google Cloud service account key',
  provider: 'Google Cloud',
  severity: 'critical',
  keywords: ['"private_key_id"'],
  pattern:
    /"private_key_id"[ \t]{0,4}:[ \t]{0,4}"[0-9a-f]{8,64}",[ \t\r\n]{0,8}"private_key": ?"(?<secret>-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\\]{64,4000}-----END PRIVATE KEY-----)/,
  references: ['https://cloud.google.com/iam/docs/keys-create-delete'],
  match: [
    `{\n  "type": "service_account",\n  "private_key_id": "${sample('hex', 40)}",\n  "private_key": "«${keyBlock(1)}»\\n"\n}`,
    `GOOGLE_CREDENTIALS='{"type":"service_account","private_key_id":"${sample('hex', 40)}","private_key":"«${keyBlock(2)}»\\n"}'`,
  ],
  noMatch: [
    `{"private_key_id": "${sample('hex', 40)}", "private_key": "-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n"}`,
    `{"type": "service_account", "private_key_id": "${sample('hex', 40)}"}`,
  ],
});

// Refresh tokens that begin with 1//0 have a rule of their own under Google; this one knows the file's older tokens.
export const gcpApplicationDefaultCredentials = defineRule({
  id: 'gcp-application-default-credentials',
  title: 'Google Cloud application default credentials',
  provider: 'Google Cloud',
  severity: 'high',
  keywords: ['"refresh_token"'],
  pattern: /"refresh_token"[ \t]{0,4}:[ \t]{0,4}"(?<secret>1\/(?!\/0)[A-Za-z0-9_/-]{40,300})"/,
  near: { words: ['"authorized_user"', '.apps.googleusercontent.com'], before: 600, after: 600 },
  minEntropy: 3.8,
  references: ['https://cloud.google.com/docs/authentication/application-default-credentials'],
  match: [
    `{"client_id": "32555940559.apps.googleusercontent.com", "refresh_token": "«1/${sample('base64url', 43)}»"}`,
    `{\n  "refresh_token": "«1//${sample('base64url', 100)}»",\n  "type": "authorized_user"\n}`,
  ],
  noMatch: ['{"refresh_token": "", "type": "authorized_user"}', '{"type": "authorized_user"}'],
});

function keyBlock(seed: number): string {
  const lines = Array.from({ length: 25 }, (_, i) => sample('base64', 64, seed * 50 + i));
  return `-----BEGIN PRIVATE KEY-----\\n${lines.join('\\n')}\\n-----END PRIVATE KEY-----`;
}

export const gcpServiceAccountKeyResponse = defineResponse({
  id: 'gcp-service-account-key',
  title: 'Google Cloud service account key',
  rules: ['gcp-service-account-key'],
  names: ['GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_CREDENTIALS', 'GCP_SA_KEY', 'GCP_SERVICE_ACCOUNT_KEY', 'GCP_*'],
  revoke: {
    page: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
    command: 'gcloud iam service-accounts keys disable KEY_ID --iam-account=SERVICE_ACCOUNT_EMAIL',
    api: 'POST https://iam.googleapis.com/v1/projects/-/serviceAccounts/SERVICE_ACCOUNT_EMAIL/keys/KEY_ID:disable',
  },
  rotate: [
    'Disable the key (this can be undone); KEY_ID stands in the file as private_key_id. Delete it once nothing misses it.',
    'Prefer no key at all: workload identity federation, an attached service account, impersonation.',
    'If there must be one, create it, update its users, and check that the old one is refused.',
    'Look for keys, service accounts and IAM bindings made meanwhile.',
  ],
  invalidation: 'Access tokens that were minted with it live on until they expire, about 1 hour.',
  audit: 'Cloud Audit Logs of every project the account has roles in; data access logs must have been switched on.',
  detectUse:
    'Audit log entries whose principalEmail is the service account; the status of the key says whether Google found it exposed or abused.',
  reach: 'The roles of the service account on every project and folder, and whatever it may impersonate.',
  breaks: 'Whatever signs in with the key file.',
  vendorRevokes: true,
  vendorNote:
    'Google can disable keys that it finds exposed; whether it does depends on a policy of the organization. Check the status of the key.',
  rotationDays: {
    days: 90,
    source: 'CIS Google Cloud Foundations Benchmark: user-managed keys of service accounts every 90 days',
  },
  docs: 'https://cloud.google.com/iam/docs/keys-disable-enable',
  sources: [
    'https://docs.cloud.google.com/docs/security/compromised-credentials',
    'https://cloud.google.com/iam/docs/keys-disable-enable',
    'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  ],
});

export const gcsHmacKeyResponse = defineResponse({
  id: 'gcs-hmac-key',
  title: 'Google Cloud Storage HMAC key',
  rules: ['gcs-hmac-key', 'gcs-hmac-secret'],
  revoke: {
    page: 'https://console.cloud.google.com/storage/settings;tab=interoperability',
    command: 'gcloud storage hmac update ACCESS_ID --deactivate',
    api: null,
  },
  rotate: [
    'Deactivate the key: a key must be inactive before it can be deleted.',
    'Create the next one for the same service account, deploy it, then delete: gcloud storage hmac delete ACCESS_ID.',
  ],
  invalidation: 'Signed URLs made with the key are refused once it is inactive.',
  audit: 'Cloud Audit Logs of the buckets, where data access is logged.',
  reach: 'The buckets that its account may use, through the S3-compatible API.',
  breaks: 'Tools that speak S3 to the buckets.',
  rotationDays: INTERVALS.storageKey,
  docs: 'https://cloud.google.com/storage/docs/authentication/managing-hmackeys',
  sources: ['https://cloud.google.com/storage/docs/authentication/managing-hmackeys'],
});
