// Which names are env files, which are templates, and which are neither.

import { describe, expect, it } from 'vitest';
import { envKindOf, familiesWith, matchesName } from '../../src/env/env-names.js';

describe('envKindOf', () => {
  it.each([
    ...[
      '.env',
      '.ENV',
      '.env.local',
      '.env.production',
      '.env.test',
      '.env-prod',
      '.env_local',
      '.env~',
      '.env.bak',
      '#.env#',
    ],
    ...[
      'prod.env',
      '.production.env',
      '.envrc',
      '.flaskenv',
      '.dev.vars',
      '.dev.vars.staging',
      'a/b/.env.keys',
      '.envs/.prod/.db',
    ],
  ])('%s is an env file', path => expect(envKindOf(path)).toBe('env'));

  it.each([
    ...['.env.example', '.env.sample', '.env.template', '.env.dist', '.env.production.template', '.env.example.local'],
    ...[
      'example.env',
      'dev.env.sample',
      'env.example',
      'dotenv.template',
      '.envrc.example',
      '.dev.vars.example',
      '.env.schema',
    ],
  ])('%s is a template', path => expect(envKindOf(path)).toBe('template'));

  it.each(['.env.vault', '.env.enc', 'prod.env.gpg', '.env.age'])('%s is encrypted', path =>
    expect(envKindOf(path)).toBe('encrypted'),
  );

  it.each([
    ...[
      'env.ts',
      'src/environment.py',
      '.env.d.ts',
      '.env.md',
      'routes.env.test.ts',
      'environment',
      'envoy.yaml',
      'event.env.js',
    ],
    ...['.env/bin/python', '.env/lib/x', 'venv', 'env', 'a.txt', '.environment', 'envelope.example.ts'],
  ])('%s is neither', path => expect(envKindOf(path)).toBeNull());

  it('takes names of the config', () => {
    expect(envKindOf('conf/app.secrets', ['*.secrets'])).toBe('env');
    expect(envKindOf('conf/app.secrets.example', ['*.secrets*'])).toBe('template');
  });
});

it.each([
  { pattern: '*.secrets', name: 'APP.Secrets', isMatch: true },
  { pattern: 'app.*', name: 'app.x', isMatch: true },
  { pattern: 'app.x', name: 'appxx', isMatch: false },
])('$pattern means $name: $isMatch', ({ pattern, name, isMatch }) => {
  expect(matchesName(pattern, name)).toBe(isMatch);
});

it('a name of the config that is usual is not asked about twice', () => {
  expect(
    familiesWith(['.env', '.env.test', 'x.secrets'])
      .map(({ label }) => label)
      .slice(-2),
  ).toEqual(['.flaskenv', 'x.secrets']);
});
