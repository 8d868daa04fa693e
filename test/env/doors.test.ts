// Each row is a small repository, and says through which doors its env files would leave it.

import { describe, expect, it } from 'vitest';
import { decideDockerIgnore, parseDockerIgnore } from '../../src/env/docker-ignore.js';
import { findCopies } from '../../src/env/dockerfile-copies.js';
import { findLeaks, isDoorControl } from '../../src/env/doors.js';

const leaks = (controls: Record<string, string>, envFiles: string) =>
  findLeaks({
    controls: new Map(Object.entries(controls).map(([path, text]) => [path, Buffer.from(text)])),
    envFiles: envFiles.split(' '),
  });

describe('a .dockerignore', () => {
  it.each([
    ['.env', '.env', 1],
    ['.env', 'a/.env', 0],
    ['**/.env', 'a/b/.env', 1],
    ['**/.env', '.env', 1],
    ['.env*', '.env.local', 1],
    ['*.env', 'prod.env', 1],
    ['*.env', 'a/prod.env', 0],
    ['*/*.env', 'a/prod.env', 1],
    ['/.env', '.env', 1],
    ['./.env', '.env', 1],
    ['.env/', '.env', 1],
    ['config', 'config/.env', 1],
    ['config/**', 'config/a/.env', 1],
    ['**', '.env', 1],
    ['*\n!src', '.env', 1],
    ['*\n!src', 'src/.env', 0],
    ['*\n!src\nsrc/.env', 'src/.env', 3],
    ['*\n!src\n**/.env', 'src/a/.env', 3],
    ['!.env\n.env', '.env', 2],
    ['.env\n!.env', '.env', 0],
    ['# .env', '.env', 0],
    ['  .env  \r', '.env', 1],
    ['\ufeff.env', '.env', 1],
    ['a/../.env', '.env', 1],
    ['.en?', '.env', 1],
    ['.en[u-w]', '.env', 1],
    ['.en[^v]', '.env', 0],
    ['.en\\v', '.env', 1],
    ['.ENV', '.env', 0],
    ['', '.env', 0],
    ['.e.v', '.eXv', 0],
    ['[', '.env', 0],
  ])('%j and %s: line %i', (text, path, line) => {
    const decision = decideDockerIgnore(parseDockerIgnore(text), path);
    expect(decision && !decision.isException ? decision.line : 0).toBe(line);
  });
});

describe('a Dockerfile', () => {
  it.each([
    { text: 'FROM a\nCOPY . .', expected: ['2 . final'] },
    { text: 'FROM a\nADD ./ /app', expected: ['2 ./ final'] },
    { text: 'FROM a\ncopy --chown=1:1 --link a b /app/', expected: ['2 a,b final'] },
    { text: 'FROM a\nCOPY ["a b", "/app"]', expected: ['2 a b final'] },
    { text: 'FROM a AS b\nCOPY . .\nFROM c\nCOPY --from=b /app /app', expected: ['2 . built'] },
    { text: 'FROM a AS b\nCOPY . .\nFROM b', expected: ['2 . final'] },
    { text: 'FROM a\n# COPY . .\nRUN COPY . .', expected: [] },
    { text: 'FROM a\nCOPY a \\\n  # why\n  b \\\n  /app', expected: ['2 a,b final'] },
    { text: 'FROM a\nRUN <<EOF\nCOPY . .\nEOF\nCOPY x y', expected: ['5 x final'] },
    { text: 'FROM a\nADD https://acme.dev/x /x', expected: [] },
    { text: 'FROM a\nCOPY <<EOF /x\nA=1\nEOF', expected: [] },
  ])('$text', ({ text, expected }) => {
    const shown = findCopies(text).map(
      ({ line, sources, isFinal }) => `${line} ${sources.join()} ${isFinal ? 'final' : 'built'}`,
    );
    expect(shown).toEqual(expected);
  });
});

describe('a repository', () => {
  const copyAll = 'FROM a\nCOPY . .\n';
  it.each([
    {
      name: 'COPY . without a .dockerignore',
      controls: { Dockerfile: copyAll },
      env: '.env a/.env',
      expected: ['docker .env Dockerfile:2', 'docker a/.env Dockerfile:2'],
    },
    {
      name: 'COPY . with one',
      controls: { Dockerfile: copyAll, '.dockerignore': '**/.env' },
      env: '.env a/.env',
      expected: [],
    },
    {
      name: 'one that only sees the root',
      controls: { Dockerfile: copyAll, '.dockerignore': '.env' },
      env: '.env a/.env',
      expected: ['docker a/.env Dockerfile:2'],
    },
    {
      name: 'a .gitignore is none',
      controls: { Dockerfile: copyAll, '.gitignore': '.env' },
      env: '.env',
      expected: ['docker .env Dockerfile:2'],
    },
    {
      name: 'an ignore file of its own comes first',
      controls: { Dockerfile: copyAll, '.dockerignore': '.env', 'Dockerfile.dockerignore': 'x' },
      env: '.env',
      expected: ['docker .env Dockerfile:2'],
    },
    {
      name: 'a folder that is copied',
      controls: { Dockerfile: 'FROM a\nCOPY src /src' },
      env: '.env src/.env',
      expected: ['docker src/.env Dockerfile:2'],
    },
    {
      name: 'a wildcard',
      controls: { Dockerfile: 'FROM a\nCOPY .env* ./' },
      env: '.env.local prod.env',
      expected: ['docker .env.local Dockerfile:2'],
    },
    { name: 'an exclude', controls: { Dockerfile: 'FROM a\nCOPY --exclude=.env* . .' }, env: '.env', expected: [] },
    { name: 'nothing of it', controls: { Dockerfile: 'FROM a\nCOPY package.json .' }, env: '.env', expected: [] },
    {
      name: 'a stage on the way',
      controls: { Dockerfile: 'FROM a AS b\nCOPY . .\nFROM c' },
      env: '.env',
      expected: ['docker .env Dockerfile:2 (built)'],
    },
    {
      name: 'the folder of the Dockerfile is the context',
      controls: { 'web/Dockerfile': copyAll },
      env: '.env web/.env',
      expected: ['docker web/.env web/Dockerfile:2'],
    },
    {
      name: 'unless compose says another',
      controls: {
        'docker/Dockerfile': copyAll,
        'compose.yml': 'services:\n  a:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n',
      },
      env: '.env',
      expected: ['docker .env docker/Dockerfile:2'],
    },
    {
      name: 'or the short form',
      controls: { 'web/Dockerfile': copyAll, 'compose.yml': 'services:\n  a:\n    build: ./web\n' },
      env: '.env web/.env',
      expected: ['docker web/.env web/Dockerfile:2'],
    },
    {
      name: 'a package without a word',
      controls: { 'package.json': '{"name":"a"}' },
      env: '.env',
      expected: ['npm .env package.json'],
    },
    { name: 'a private one', controls: { 'package.json': '{"private":true}' }, env: '.env', expected: [] },
    {
      name: 'a package with files',
      controls: { 'package.json': '{"files":["dist"]}' },
      env: '.env dist/.env',
      expected: ['npm dist/.env package.json'],
    },
    {
      name: 'an .npmignore that forgets',
      controls: { 'package.json': '{}', '.gitignore': '.env', '.npmignore': 'src' },
      env: '.env',
      expected: ['npm .env package.json'],
    },
    {
      name: 'vercel asks no .gitignore',
      controls: { 'vercel.json': '{}', '.gitignore': '.env*' },
      env: '.env .env.local .env.production.local .env.production',
      expected: ['vercel .env vercel.json', 'vercel .env.production vercel.json'],
    },
    {
      name: 'a .vercelignore',
      controls: { 'web/vercel.json': '{}', 'web/.vercelignore': '/*\n!src\n' },
      env: 'web/.env web/src/.env .env',
      expected: ['vercel web/src/.env web/.vercelignore'],
    },
    {
      name: 'gcloud makes up its own from the .gitignore',
      controls: { 'app.yaml': 'runtime: nodejs20', '.gitignore': '.env' },
      env: '.env prod.env',
      expected: ['gcloud prod.env app.yaml'],
    },
    {
      name: 'a .gcloudignore without it',
      controls: { '.gcloudignore': 'node_modules', '.gitignore': '.env' },
      env: '.env',
      expected: ['gcloud .env .gcloudignore'],
    },
    {
      name: 'a .gcloudignore that includes it',
      controls: { '.gcloudignore': '.git\n#!include:.gitignore\n!prod.env', '.gitignore': '*.env\n#!include:x' },
      env: '.env prod.env',
      expected: ['gcloud prod.env .gcloudignore'],
    },
    { name: 'another app.yaml', controls: { 'app.yaml': 'kind: Application' }, env: '.env', expected: [] },
  ])('$name', ({ controls, env, expected }) => {
    const shown = leaks(controls as unknown as Record<string, string>, env).map(
      ({ door, envFile, through, line, isFinal }) =>
        `${door} ${envFile} ${through}${line === null ? '' : `:${line}`}${isFinal ? '' : ' (built)'}`,
    );
    expect(shown).toEqual(expected);
  });

  it('is told which file would close a door', () => {
    const found = leaks({ 'web/Dockerfile': copyAll, 'web/package.json': '{}', 'web/vercel.json': '{}' }, 'web/.env');
    expect(found.map(({ ignoreFile }) => ignoreFile)).toEqual([
      'web/.dockerignore',
      'web/.npmignore',
      'web/.vercelignore',
    ]);
  });
});

it.each([
  ['Dockerfile', true],
  ['docker/Dockerfile.prod', true],
  ['Dockerfile.dockerignore', true],
  ['a/.gitignore', true],
  ['compose.override.yaml', true],
  ['src/app.ts', false],
])('%s is wanted: %s', (path, wanted) => {
  expect(isDoorControl(path)).toBe(wanted);
});
