// What reaches browsers, what is shared, and what anybody would guess; the judge of secrets is a stand-in for the engine's.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findBrowserLiterals } from '../../src/env/browser-literals.js';
import { environmentOf } from '../../src/env/environment-of.js';
import { findExposed, findReused, type PlacedEntries } from '../../src/env/exposure.js';
import { parseEnvFile } from '../../src/env/parse-env-file.js';
import { PUBLISHABLE, publishableKind } from '../../src/env/publishable.js';
import { findWeak } from '../../src/env/weak-passwords.js';
import { sample, sampleJwt } from '../../src/sample.js';

const file = (path: string, text: string): PlacedEntries => ({ path, ...parseEnvFile(Buffer.from(text)) });
const isSecret = (name: string, value: string) =>
  /KEY|SECRET|TOKEN|PASSWORD|URL/.test(name) && new Set(value).size > 8 && !/^https?:/.test(value);
const KEY = createHash('sha256').update('of this test').digest();

const random = sample('base62', 32);
const anon = sampleJwt({ iss: 'supabase', role: 'anon' });
const serviceRole = sampleJwt({ iss: 'supabase', role: 'service_role' });
const stripe = (kind: string) => `${kind}_live_` + sample('base62', 24);

describe('a variable with a browser prefix', () => {
  it.each([
    ['NEXT_PUBLIC_API_KEY', random, 'value'],
    ['VITE_OPENAI_API_KEY', 'sk-' + random, 'value'],
    ['REACT_APP_TOKEN', random, 'value'],
    ['EXPO_PUBLIC_API_SECRET', random, 'value'],
    ['NUXT_PUBLIC_API_KEY', random, 'value'],
    ['GATSBY_API_KEY', random, 'value'],
    ['PUBLIC_API_KEY', random, 'value'],
    ['VUE_APP_API_KEY', random, 'value'],
    ['NEXT_PUBLIC_STRIPE_SECRET_KEY', '', 'name'],
    ['VITE_DB_PASSWORD', 'changeme', 'name'],
    ['NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY', '', 'name'],
    ['NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY', serviceRole, 'value'],
    ['NEXT_PUBLIC_SUPABASE_ANON_KEY', serviceRole, 'value'],
    ['NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY', stripe('sk'), 'value'],
    ['VITE_DATABASE_URL', '', 'name'],
    ['NEXT_PUBLIC_SUPABASE_ANON_KEY', anon, null],
    ['VITE_SUPABASE_KEY', anon, null],
    ['VITE_SUPABASE_KEY', 'sb_publishable_' + random, null],
    ['NEXT_PUBLIC_STRIPE_KEY', stripe('pk'), null],
    ['NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'pk_test_' + random, null],
    ['VITE_SENTRY_DSN', 'https://' + sample('hex', 32) + '@o1.ingest.sentry.io/12', null],
    ['VITE_FIREBASE_API_KEY', 'AIza' + sample('base64url', 35), null],
    ['VITE_API_KEY', 'AIza' + sample('base64url', 35), 'value'],
    ['NEXT_PUBLIC_GOOGLE_MAPS_API_KEY', 'AIza' + sample('base64url', 35), null],
    ['NEXT_PUBLIC_MAPBOX_TOKEN', 'pk.eyJ' + random, null],
    ['NEXT_PUBLIC_MAPBOX_TOKEN', 'sk.eyJ' + random, 'value'],
    ['NEXT_PUBLIC_POSTHOG_KEY', 'phc_' + random, null],
    ['NEXT_PUBLIC_RECAPTCHA_SITE_KEY', random, null],
    ['NEXT_PUBLIC_ALGOLIA_SEARCH_KEY', sample('hex', 32), null],
    ['NEXT_PUBLIC_API_URL', 'https://api.acme.dev', null],
    ['VITE_PASSWORD_MIN_LENGTH', '8', null],
    ['VITE_PASSWORD_RESET_URL', 'https://acme.dev/reset', null],
    ['API_KEY', random, null],
    ['MY_VITE_KEY', random, null],
  ])('%s=%s is exposed by its %s', (name, value, kind) => {
    expect(findExposed([file('.env', `${name}=${value}`)], isSecret).map(found => found.kind)).toEqual(
      kind === null ? [] : [kind],
    );
  });

  it('is named with its place and never with its value', () => {
    const found = findExposed([file('web/.env.production', `A=1\nVITE_API_KEY=${random}`)], isSecret);
    expect(found).toEqual([
      {
        path: 'web/.env.production',
        name: 'VITE_API_KEY',
        line: 2,
        environment: 'production',
        kind: 'value',
        prefix: 'VITE_',
      },
    ]);
  });
});

describe('a literal of such a variable', () => {
  it.each([
    { path: 'next.config.js', text: `env: { NEXT_PUBLIC_KEY: '${random}' }` },
    { path: 'a.ts', text: `process.env.NEXT_PUBLIC_KEY = "${random}"` },
    { path: 'a.ts', text: `process.env.NEXT_PUBLIC_KEY ?? '${random}'` },
    { path: 'a.ts', text: `process.env['NEXT_PUBLIC_KEY'] || \`${random}\`` },
    { path: 'Dockerfile', text: `ENV NEXT_PUBLIC_KEY=${random}` },
    { path: 'compose.yml', text: `  environment:\n    NEXT_PUBLIC_KEY: ${random}` },
    { path: 'compose.yml', text: `  environment:\n    - NEXT_PUBLIC_KEY=${random}` },
    { path: 'vercel.json', text: `{"env": {"NEXT_PUBLIC_KEY": "${random}"}}` },
  ])('$path: $text', ({ path, text }) => {
    const entries = findBrowserLiterals(path, Buffer.from(text));
    expect(entries.map(({ name, value }) => [name, value])).toEqual([['NEXT_PUBLIC_KEY', random]]);
    const { startLine, startColumn, endColumn } = entries[0]?.region ?? { startLine: 0, startColumn: 0, endColumn: 0 };
    expect(text.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(random);
  });

  it.each([
    { path: 'a.ts', text: `if (process.env.NEXT_PUBLIC_KEY === 'abc') {}` },
    { path: 'a.ts', text: `const key = process.env.NEXT_PUBLIC_KEY;` },
    { path: 'a.ts', text: `z.object({ NEXT_PUBLIC_KEY: z.string() })` },
    { path: 'a.ts', text: `f(NEXT_PUBLIC_KEY, 'x')` },
  ])('$text is none', ({ path, text }) => {
    expect(findBrowserLiterals(path, Buffer.from(text))).toEqual([]);
  });
});

describe('the publishable kinds', () => {
  it('each have a source, and a name or a value that says it', () => {
    for (const { source, name, value } of PUBLISHABLE) {
      expect(source).toMatch(/^https:\/\//);
      expect(name ?? value).not.toBeNull();
    }
  });

  it.each(['sk_live_x', 'whsec_x', 'sb_secret_x', 'ghp_x', '-----BEGIN'])('%s is none under any name', value => {
    expect(publishableKind('SITE_KEY', value)).toBeNull();
  });
});

describe('a value in several places', () => {
  const url = (password: string, host: string) => `postgres://app:${password}@${host}/app`;

  it.each([
    {
      name: 'two environments',
      files: [
        ['.env.staging', `API_KEY=${random}`],
        ['.env.production', `API_KEY=${random}`],
      ],
      expected: ['environments: .env.staging API_KEY, .env.production API_KEY'],
    },
    {
      name: 'a template and a file',
      files: [
        ['.env.example', `API_KEY=${random}`],
        ['.env', `API_KEY=${random}`],
      ],
      expected: ['template: .env.example API_KEY, .env API_KEY'],
    },
    {
      name: 'two names',
      files: [['.env', `API_KEY=${random}\nOTHER_KEY=${random}`]],
      expected: ['names: .env API_KEY, .env OTHER_KEY'],
    },
    {
      name: 'two files',
      files: [
        ['a/.env', `API_KEY=${random}`],
        ['b/.env', `API_KEY='${random}'`],
      ],
      expected: ['files: a/.env API_KEY, b/.env API_KEY'],
    },
    {
      name: 'quotes that belong to the value',
      files: [
        ['.env.dev', `API_KEY="${random}"`],
        ['.env.prod', `API_KEY='"${random}"'`],
      ],
      expected: ['environments: .env.dev API_KEY, .env.prod API_KEY'],
    },
    {
      name: 'the password of two URLs',
      files: [
        ['.env.staging', `DB_URL=${url(random, 'a.acme.dev')}`],
        ['.env.production', `DB_URL=${url(random, 'b.acme.dev')}`],
      ],
      expected: ['environments: .env.staging DB_URL, .env.production DB_URL'],
    },
    { name: 'a file that repeats itself', files: [['.env', `API_KEY=${random}\nAPI_KEY=${random}`]], expected: [] },
    {
      name: 'different values',
      files: [
        ['.env.dev', `API_KEY=${random}`],
        ['.env.prod', `API_KEY=${sample('base62', 32, 2)}`],
      ],
      expected: [],
    },
    {
      name: 'placeholders',
      files: [
        ['.env', 'API_KEY=your-api-key-here'],
        ['.env.prod', 'API_KEY=your-api-key-here'],
      ],
      expected: [],
    },
    {
      name: 'blanks',
      files: [
        ['.env', 'API_KEY='],
        ['.env.prod', 'API_KEY='],
      ],
      expected: [],
    },
    {
      name: 'no secret',
      files: [
        ['.env', 'REGION=eu-west-1-long'],
        ['.env.prod', 'REGION=eu-west-1-long'],
      ],
      expected: [],
    },
    {
      name: 'publishable',
      files: [
        ['.env', `VITE_STRIPE_KEY=${stripe('pk')}`],
        ['.env.prod', `VITE_STRIPE_KEY=${stripe('pk')}`],
      ],
      expected: [],
    },
  ])('$name', ({ files, expected }) => {
    const found = findReused(
      files.map(([path = '', text = '']) => file(path, text)),
      isSecret,
      KEY,
    );
    const shown = found.map(
      ({ kind, places }) => `${kind}: ${places.map(({ path, name }) => `${path} ${name}`).join(', ')}`,
    );
    expect(shown).toEqual(expected);
    expect(JSON.stringify(found)).not.toContain(random);
  });
});

describe('a password', () => {
  it.each([
    ['.env.production', 'ADMIN_PASSWORD=' + 'admin123', 'default'],
    ['.env', 'DB_PASSWORD=' + 'password', 'default'],
    ['.env', 'DB_PASSWORD=' + 'P@ssw0rd!', 'default'],
    ['.env', 'DB_PASSWORD=' + 'changeme', 'default'],
    ['.env', 'DB_PASSWORD=' + '12345678', 'pattern'],
    ['.env', 'DB_PASSWORD=' + 'qwertyuiop', 'pattern'],
    ['.env', 'DB_PASSWORD=' + 'abababab', 'pattern'],
    ['.env', 'DB_PASSWORD=' + 'banana42', 'pattern'],
    ['.env', 'DB_PASSWORD=' + 'x9$kQ', 'short'],
    ['.env', 'JWT_SECRET=' + 'secret', 'default'],
    ['.env', 'JWT_SECRET=' + 'x9$kQz71bA', 'short'],
    ['.env', 'DATABASE_URL=postgres://app:' + 'app@db.acme.dev/x', 'user'],
    ['.env', 'DATABASE_URL=postgres://app:' + 'postgres@db.acme.dev/x', 'default'],
    ['.env.local', 'DATABASE_URL=postgres://app:' + 'postgres@db.acme.dev/x', 'default (local)'],
    ['.env', 'DATABASE_URL=postgresql://postgres:' + 'postgres@localhost:5432/x', 'user (local)'],
    ['.env.example', 'ADMIN_PASSWORD=' + 'admin123', 'default (local)'],
    ['.env', 'DB_PASSWORD=', ''],
    ['.env', 'DB_PASSWORD=${OTHER}', ''],
    ['.env', 'DB_PASSWORD=<password>', ''],
    ['.env', 'DB_PASSWORD=todo', ''],
    ['.env', `DB_PASSWORD=${random}`, ''],
    ['.env', 'DB_PASSWORD=' + 'correct-horse-battery-staple', ''],
    ['.env', `DATABASE_URL=postgres://app:${random}@db.acme.dev/x`, ''],
    ['.env', 'DATABASE_URL=redis://redis:6379/0', ''],
    ['.env', 'PASSWORD_MIN_LENGTH=8', ''],
    ['.env', 'REGION=fra1', ''],
  ])('%s %s: %s', (path, text, expected) => {
    expect(
      findWeak([file(path, text)])
        .map(({ kind, isLocal }) => kind + (isLocal ? ' (local)' : ''))
        .join(),
    ).toBe(expected);
  });
});

it.each([
  ['.env', 'unknown'],
  ['.env.local', 'development'],
  ['.env.production', 'production'],
  ['.env.production.local', 'production'],
  ['backend/.env.production.template', 'template'],
  ['.env.example', 'template'],
  ['.env.test', 'test'],
  ['prod.env', 'production'],
  ['.dev.vars', 'development'],
  ['apps/staging/.env', 'unknown'],
])('%s is for %s', (path, environment) => {
  expect(environmentOf(path)).toBe(environment);
});
