// MinIO: the root password and the older secret key, by their environment names.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const minioCredentials = defineRule({
  id: 'minio-credentials',
  title: 'MinIO root password or secret key',
  provider: 'MinIO',
  severity: 'high',
  confidence: 'medium',
  keywords: ['minio_root_password', 'minio_secret', 'minio-secret', 'secretkey', 'miniosecret'],
  pattern:
    /minio[_-]?(?:root_password|secret(?:[_-]?access)?[_-]?key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>(?![$%<{])[!#-&(-[\]-_a-z|~]{8,64})(?![!-~]{2})/i,
  minEntropy: 2.4,
  publicValues: [
    'minioadmin',
    'minio123',
    'miniosecret',
    'minio-secret',
    'Q3AM3' + 'UQ867SPQQA43P2F',
    'zuf+t' + 'fteSlswRu7BJ86wekitnifILbZam1KYY3TG',
    'password',
  ],
  references: ['https://min.io/docs'],
  match: [
    `MINIO_ROOT_PASSWORD=«${sample('base62', 24)}»`,
    `  MINIO_SECRET_KEY: "«${sample('base64', 40)}»"`,
    `minioSecretKey='«${sample('base62', 16, 3)}»'`,
  ],
  noMatch: ['MINIO_ROOT_PASSWORD=minioadmin', 'MINIO_SECRET_KEY=${MINIO_SECRET}'],
});

export const minioCredentialsResponse = defineResponse({
  id: 'minio-credentials',
  title: 'MinIO access key or root password',
  rules: ['minio-credentials'],
  names: ['MINIO_ROOT_PASSWORD', 'MINIO_SECRET_KEY', 'MINIO_ACCESS_KEY', 'MINIO_*'],
  revoke: { page: null, command: 'mc admin user disable ALIAS ACCESS_KEY_ID', api: null },
  rotate: [
    'Access key: disable it, make another with a narrow policy, deploy it, remove the leaked one.',
    'Root password: it stands in the environment of the server: change it there and restart all nodes. Do not use root for programs.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'Presigned addresses end with the key that signed them.',
  audit: 'Audit log of the server, where it is switched on: mc admin trace shows requests as they come.',
  detectUse: 'Requests of that key from addresses that are not yours.',
  reach: 'The buckets in its policy; as root everything.',
  breaks: 'Clients with the key.',
  vendorRevokes: false,
  rotationDays: INTERVALS.storageKey,
  docs: 'https://min.io/docs/minio/linux/administration/identity-access-management/minio-user-management.html',
  sources: ['https://min.io/docs/minio/linux/administration/identity-access-management/minio-user-management.html'],
});
