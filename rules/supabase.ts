// Supabase: keys with a prefix, and the legacy JWT keys, whose role shows in the base64 of their payload.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const API_KEYS = 'https://supabase.com/docs/guides/api/api-keys';
const jwt = (role: string, seed: number) =>
  sampleJwt(
    { iss: 'supabase', ref: sample('abcdefghijklmnopqrstuvwxyz', 20, seed), role, iat: 1700000000, exp: 2015576000 },
    undefined,
    seed,
  );
const selfHosted = (role: string) => sampleJwt({ role, iss: 'supabase', iat: 1700000000, exp: 1857766400 });

export const supabaseSecretKey = defineRule({
  id: 'supabase-secret-key',
  title: 'Supabase secret key',
  provider: 'Supabase',
  severity: 'critical',
  keywords: ['sb_secret_'],
  pattern: /(?<![A-Za-z0-9])sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.9,
  publicValues: ['sb_secret_' + 'N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz'],
  references: [API_KEYS],
  match: [
    `SUPABASE_SECRET_KEY=«sb_secret_${sample('base62', 22)}_${sample('base62', 8)}»`,
    `apikey: «sb_secret_${sample('base64url', 22, 2)}_${sample('base62', 8, 2)}»`,
  ],
  noMatch: [`sb_secret_${sample('base62', 22)}`, `sb_secret_${'x'.repeat(22)}_${'x'.repeat(8)}`],
});

export const supabasePersonalAccessToken = defineRule({
  id: 'supabase-personal-access-token',
  title: 'Supabase personal access token',
  provider: 'Supabase',
  severity: 'critical',
  keywords: ['sbp_'],
  pattern: /(?<![A-Za-z0-9])sbp_(?:v0_)?[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://supabase.com/docs/reference/api/introduction'],
  match: [
    `SUPABASE_ACCESS_TOKEN=«sbp_${sample('hex', 40)}»`,
    `supabase login --token «sbp_v0_${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`sbp_${sample('hex', 32)}`, `sbp_${'0'.repeat(40)}`],
});

export const supabasePublishableKey = defineRule({
  id: 'supabase-publishable-key',
  title: 'Supabase publishable key',
  provider: 'Supabase',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['sb_publishable_'],
  pattern: /(?<![A-Za-z0-9])sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.9,
  publicValues: ['sb_publishable_' + 'ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH'],
  references: [API_KEYS],
  match: [
    `NEXT_PUBLIC_SUPABASE_KEY=«sb_publishable_${sample('base62', 22)}_${sample('base62', 8)}»`,
    `createClient(url, '«sb_publishable_${sample('base64url', 22, 2)}_${sample('base62', 8, 2)}»')`,
  ],
  noMatch: [`sb_publishable_${sample('base62', 22)}`, `sb_publishable_${'x'.repeat(22)}_${'x'.repeat(8)}`],
});

export const supabaseServiceRoleJwt = defineRule({
  id: 'supabase-service-role-jwt',
  title: 'Supabase service_role key (legacy JWT)',
  provider: 'Supabase',
  severity: 'critical',
  keywords: ['eyJpc3MiOiJzdXBhYmFzZSIs', 'eyJyb2xlIjoic2VydmljZV9y'],
  // Base64 of the first claims; behind the 20 letters of `ref` the role stands at a whole group of three bytes.
  pattern:
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{16,90}\.(?:eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{27}Iiwicm9sZSI6InNlcnZpY2Vfcm9sZS|eyJyb2xlIjoic2VydmljZV9yb2xlIiwiaXNzIjoic3VwYWJhc2Ui)[A-Za-z0-9_-]{16,120}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  before: 100,
  distinctive: true,
  check: 'jwt',
  minEntropy: 4.5,
  references: [API_KEYS],
  match: [
    `SUPABASE_KEY=«${jwt('service_role', 1)}»`,
    `createClient(url, '«${jwt('service_role', 2)}»')`,
    `apikey: «${selfHosted('service_role')}»`,
  ],
  noMatch: [`${jwt('service_role', 3).split('.').slice(0, 2).join('.')}`, `eyJpc3MiOiJzdXBhYmFzZSIs${'x'.repeat(120)}`],
});

export const supabaseAnonJwt = defineRule({
  id: 'supabase-anon-jwt',
  title: 'Supabase anon key (legacy JWT)',
  provider: 'Supabase',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['eyJpc3MiOiJzdXBhYmFzZSIs', 'eyJyb2xlIjoiYW5vbiIsImlz'],
  // Base64 of the first claims; behind the 20 letters of `ref` the role stands at a whole group of three bytes.
  pattern:
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{16,90}\.(?:eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{27}Iiwicm9sZSI6ImFub24i|eyJyb2xlIjoiYW5vbiIsImlzcyI6InN1cGFiYXNlI)[A-Za-z0-9_-]{16,120}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/,
  before: 100,
  distinctive: true,
  check: 'jwt',
  minEntropy: 4.5,
  references: [API_KEYS],
  match: [
    `SUPABASE_KEY=«${jwt('anon', 1)}»`,
    `createClient(url, '«${jwt('anon', 2)}»')`,
    `apikey: «${selfHosted('anon')}»`,
  ],
  noMatch: [`${jwt('anon', 3).split('.').slice(0, 2).join('.')}`, `eyJpc3MiOiJzdXBhYmFzZSIs${'x'.repeat(120)}`],
});

export const supabaseSecretKeyResponse = defineResponse({
  id: 'supabase-secret-key',
  title: 'Supabase secret key, service_role key or access token',
  rules: ['supabase-secret-key', 'supabase-service-role-jwt', 'supabase-personal-access-token'],
  names: [
    'SUPABASE_SERVICE_ROLE_KEY',
    'SUPABASE_SECRET_KEY',
    'SUPABASE_SERVICE_KEY',
    'SUPABASE_ACCESS_TOKEN',
    'SUPABASE_JWT_SECRET',
    'SUPABASE_*',
  ],
  revoke: { page: 'https://supabase.com/dashboard/project/_/settings/api-keys', command: null, api: null },
  rotate: [
    'Create a new secret key and put it everywhere the leaked one is used, edge functions too.',
    'Delete the leaked secret key. It cannot be brought back.',
    'A service_role key of the old kind: move to secret keys, then disable the legacy keys. The legacy JWT secret itself can no longer be renewed alone: move to signing keys.',
    'A personal access token is deleted at https://supabase.com/dashboard/account/tokens .',
  ],
  invalidation: 'A changed JWT secret ends the anon and service_role keys and the sessions of all users.',
  audit: 'Last use on the page of keys; logs of the project.',
  detectUse: 'Last use of the key; logs of API and Postgres from unknown addresses; new users and roles.',
  reach:
    'It passes by row level security: all data, files and users of the project. An access token: all projects of its user.',
  breaks: 'Servers and functions with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://supabase.com/docs/guides/security/rotate-leaked-api-keys',
  sources: [
    'https://supabase.com/docs/guides/security/rotate-leaked-api-keys',
    'https://supabase.com/docs/guides/troubleshooting/rotating-anon-service-and-jwt-secrets-1Jq6yd',
    PARTNER.source,
  ],
});
