// `leakgate init`: adds what is missing, keeps what is there, and a second run changes nothing.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const read = (repository: TestRepository, path: string) => readFileSync(join(repository.dir, path), 'utf8');

function filesOf(repository: TestRepository): Record<string, string> {
  const names = readdirSync(repository.dir, { recursive: true, encoding: 'utf8' }).filter(
    name => !name.startsWith('.git/') && statSync(join(repository.dir, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map(name => [name, read(repository, name)]));
}

const init = (repository: TestRepository, ...args: string[]) => leakgate(['init', ...args], { cwd: repository.dir });

describe('leakgate init', () => {
  it('writes both hooks and a config that is accepted, and prints what belongs into CI', async () => {
    const repository = new TestRepository();
    const { code, stdout, stderr } = await init(repository);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(filesOf(repository))).toEqual([
      '.husky/pre-commit',
      '.husky/pre-merge-commit',
      '.leakgate.json',
    ]);
    expect(read(repository, '.husky/pre-commit')).toBe('leakgate staged\n');
    expect(read(repository, '.husky/pre-merge-commit')).toBe('leakgate staged\n');
    expect(stdout).toContain('husky: not installed; run npm install --save-dev husky leakgate && npx husky');
    expect(stdout).toContain('npx leakgate history --range');
    repository.git('add', '-A');
    expect((await leakgate(['staged'], { cwd: repository.dir })).code).toBe(0);
  });

  it('changes nothing when it runs again', async () => {
    const repository = new TestRepository();
    await init(repository);
    const before = filesOf(repository);
    const { stdout } = await init(repository);
    expect(filesOf(repository)).toEqual(before);
    expect(stdout).toContain('.husky/pre-commit: already runs "leakgate staged"');
    expect(stdout).toContain('.leakgate.json: kept as it is');
  });

  it.each([
    { name: 'a hook of husky 9', before: 'npm test\n', after: 'leakgate staged\nnpm test\n' },
    { name: 'a hook without a final newline', before: 'npm test', after: 'leakgate staged\nnpm test\n' },
    {
      name: 'a hook with a first line of its own',
      before: '#!/bin/sh\nnpm test\n',
      after: '#!/bin/sh\nleakgate staged\nnpm test\n',
    },
    {
      name: 'a hook of husky 4 to 8, which does not look into node_modules',
      before: '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n',
      after: '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\nnpx --no-install leakgate staged\n\nnpm test\n',
    },
    {
      name: 'a hook that is commented out',
      before: '# leakgate staged\n',
      after: 'leakgate staged\n# leakgate staged\n',
    },
    {
      name: 'a hook that already does it',
      before: 'npm test\nnpx leakgate staged\n',
      after: 'npm test\nnpx leakgate staged\n',
    },
    { name: 'a hook with CRLF', before: 'npm test\r\n', after: 'leakgate staged\r\nnpm test\r\n' },
    { name: 'an empty hook', before: '', after: 'leakgate staged\n' },
  ])('adds its line to $name', async ({ before, after }) => {
    const repository = new TestRepository();
    repository.write('.husky/pre-commit', before);
    await init(repository);
    expect(read(repository, '.husky/pre-commit')).toBe(after);
    await init(repository);
    expect(read(repository, '.husky/pre-commit')).toBe(after);
  });

  it('keeps a config that is there', async () => {
    const repository = new TestRepository();
    repository.write('.leakgate.json', '{}');
    await init(repository);
    expect(read(repository, '.leakgate.json')).toBe('{}');
  });

  it('only says what it would do with --dry-run', async () => {
    const repository = new TestRepository();
    const { code, stdout } = await init(repository, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('.husky/pre-commit: would be created (leakgate staged)');
    expect(filesOf(repository)).toEqual({});
  });

  it('sets up the root when it is run in a subfolder', async () => {
    const repository = new TestRepository();
    repository.write('sub/a.txt', 'a\n');
    await leakgate(['init'], { cwd: join(repository.dir, 'sub') });
    expect(existsSync(join(repository.dir, '.leakgate.json'))).toBe(true);
    expect(existsSync(join(repository.dir, 'sub', '.leakgate.json'))).toBe(false);
  });

  it.each([
    { name: 'is installed', files: { '.husky/_/pre-commit': '' }, says: 'husky: installed' },
    {
      name: 'is only named in package.json',
      files: { 'package.json': '{"devDependencies": {"husky": "^9"}}' },
      says: 'husky: not active here yet',
    },
  ])('says whether husky $name', async ({ files, says }) => {
    const repository = new TestRepository();
    for (const [path, content] of Object.entries(files as Record<string, string>)) repository.write(path, content);
    expect((await init(repository)).stdout).toContain(says);
  });
});
