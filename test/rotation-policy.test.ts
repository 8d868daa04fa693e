// Which kind a secret is of, and that the policy says for each kind who said what.

import { describe, expect, it } from 'vitest';
import { kindOf, ROTATION_POLICY, SECRET_KINDS } from '../src/rotation-policy.js';

describe('kindOf', () => {
  it.each([
    { rule: 'stripe-webhook-secret', variable: null, kind: 'webhook-secret' },
    { rule: 'slack-webhook-url', variable: null, kind: 'webhook-secret' },
    { rule: 'django-secret-key', variable: null, kind: 'signing-key' },
    { rule: 'python-cryptography-fernet-key', variable: null, kind: 'encryption-key' },
    { rule: 'postgres-connection-string', variable: 'DATABASE_URL', kind: 'database-password' },
    { rule: 'aws-secret-access-key', variable: 'SECRET_KEY', kind: 'cloud-access-key' },
    { rule: 'github-pat-classic', variable: 'JWT_SECRET', kind: 'ci-token' },
    { rule: 'private-key-pem', variable: null, kind: 'private-key' },
    { rule: 'stripe-secret-key-live', variable: 'STRIPE_SECRET_KEY', kind: 'vendor-api-key' },
    { rule: 'generic-secret', variable: 'JWT_SECRET', kind: 'signing-key' },
    { rule: 'generic-secret', variable: 'jwtSecret', kind: 'signing-key' },
    { rule: 'generic-secret', variable: 'SECRET_KEY', kind: 'signing-key' },
    { rule: 'generic-secret', variable: 'FIELD_ENCRYPTION_KEY', kind: 'encryption-key' },
    { rule: 'generic-secret', variable: null, kind: 'vendor-api-key' },
    { rule: 'generic-password', variable: 'DB_PASSWORD', kind: 'database-password' },
    { rule: 'generic-password', variable: 'ADMIN_PASSWORD', kind: 'password' },
    { rule: 'generic-password', variable: null, kind: 'password' },
    { rule: 'jwt', variable: 'JWT_TOKEN', kind: 'vendor-api-key' },
    { rule: null, variable: 'STRIPE_SECRET_KEY', kind: 'vendor-api-key' },
    { rule: null, variable: 'SPACES_SECRET', kind: 'object-storage-key' },
    { rule: null, variable: 'NPM_TOKEN', kind: 'ci-token' },
    { rule: null, variable: null, kind: 'vendor-api-key' },
  ])('of $rule in $variable is $kind', ({ rule, variable, kind }) => {
    expect(kindOf(rule, variable)).toBe(kind);
  });
});

it.each(SECRET_KINDS)('%s has a default that somebody said, or a note that nobody did', kind => {
  const { days, said, note } = ROTATION_POLICY[kind];
  expect(said.some(entry => entry.days === days) || (said.length === 0 && note !== null)).toBe(true);
  expect(said.map(entry => entry.days)).toEqual(said.map(entry => entry.days).sort((a, b) => a - b));
});
