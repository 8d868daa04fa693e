// MinIO: the root password and the older secret key, by their environment names.

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
