// `leakgate env --fix`: what it writes, what it never writes, and that a second run has nothing to do.

import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const COVER = '.env\n.env.*\n*.env\n.envrc\n.dev.vars\n.flaskenv\n!.env.example\n';
const SECRET = `sk_live_${sample('base62', 24, 9)}`;

const read = (repository: TestRepository, path: string) => readFileSync(join(repository.dir, path), 'utf8');
const fix = (repository: TestRepository, ...args: string[]) =>
  leakgate(['env', repository.dir, '--fix', ...args], { secrets: [SECRET] });

/** Names that git itself would take now. */
function taken(repository: TestRepository, paths: readonly string[]): string[] {
  return paths.filter(path => {
    try {
      repository.git('check-ignore', '--no-index', '-q', path);
      return false;
    } catch {
      return true;
    }
  });
}

describe('ignore rules', () => {
  it.each([
    { name: 'no ignore file', files: { 'a.txt': 'a' } },
    { name: 'an ignore file with CRLF', files: { '.gitignore': 'dist\r\nnode_modules\r\n' }, end: '\r\n' },
    { name: 'one without a final line end', files: { '.gitignore': 'dist\nnode_modules' } },
    { name: 'one with a byte order mark', files: { '.gitignore': '\ufeffdist\n' } },
    { name: 'some rules that are there already', files: { '.gitignore': '.env\n.env.local\n' } },
    { name: 'a rule that is bound to the root', files: { '.gitignore': '/.env\n', 'packages/a/package.json': '{}' } },
    { name: 'a negation in the same file', files: { '.gitignore': `${COVER}!.env\n!prod.env\n` } },
    {
      name: 'a nested file that takes names back',
      files: { '.gitignore': COVER, 'apps/a/.gitignore': '!.env.local\n', 'apps/a/package.json': '{}' },
    },
    { name: 'a template that .env* takes along', files: { '.gitignore': '.env*\n', 'web/.env.example': '# A=\n' } },
    {
      name: 'templates with names of their own',
      files: { 'api/.env.production.template': '# A=\n', 'api/dev.env.sample': '# A=\n', 'api/example.env': '# A=\n' },
    },
  ])('$name: everything is covered behind it, and a second run has nothing to do', async ({ files, end }) => {
    const repository = new TestRepository();
    repository.commit(files as unknown as Record<string, string>);
    const before = Object.keys(files).includes('.gitignore') ? read(repository, '.gitignore') : '';
    const first = await fix(repository, '--yes');
    expect({ code: first.code, said: first.stderr.includes('Not ') }).toEqual({ code: 0, said: false });
    const names = [
      '.env',
      '.env.local',
      '.env.production',
      '.env.test.local',
      'prod.env',
      '.envrc',
      '.dev.vars',
      '.flaskenv',
    ];
    const folders = ['', 'apps/a/', 'packages/a/', 'web/'];
    expect(
      taken(
        repository,
        folders.flatMap(folder => names.map(name => folder + name)),
      ),
    ).toEqual([]);
    const templates = Object.keys(files).filter(path => /example|template|sample/.test(path));
    expect(taken(repository, templates)).toEqual(templates);
    if (end)
      expect(
        read(repository, '.gitignore')
          .split('\n')
          .slice(0, -1)
          .every(line => line.endsWith('\r')),
      ).toBe(true);
    expect(read(repository, '.gitignore').startsWith(before)).toBe(true);
    const texts = repository
      .git('ls-files', '-o', '-c')
      .split('\n')
      .map(path => read(repository, path));
    const second = await fix(repository, '--yes');
    expect({ code: second.code, stderr: second.stderr }).toEqual({ code: 0, stderr: 'Nothing to fix.\n' });
    expect(
      repository
        .git('ls-files', '-o', '-c')
        .split('\n')
        .map(path => read(repository, path)),
    ).toEqual(texts);
  });

  it('shows a diff first and writes nothing without a yes', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': 'dist\n' });
    const { code, stderr } = await leakgate(['env', repository.dir, '--fix'], { input: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('--- a/.gitignore\n+++ b/.gitignore\n@@ -1,1 +1,');
    expect(stderr).toContain('\n dist\n+\n+# Env files, and templates that may be committed\n+.env\n');
    expect(stderr).toContain('Write this file? [y/N] Nothing was written');
    expect(read(repository, '.gitignore')).toBe('dist\n');
    const yes = await leakgate(['env', repository.dir, '--fix'], { input: 'y\n' });
    expect({ code: yes.code, starts: read(repository, '.gitignore').startsWith('dist\n\n#') }).toEqual({
      code: 0,
      starts: true,
    });
  });

  it.each([
    {
      name: 'a link',
      set: (at: TestRepository, outside: string) => symlinkSync(outside, join(at.dir, '.gitignore')),
      says: '.gitignore: it is a link',
    },
    {
      name: 'a file in UTF-16',
      set: (at: TestRepository) => at.write('.gitignore', Buffer.from('\ufeffdist\n', 'utf16le')),
      says: '.gitignore: it is written in UTF-16',
    },
  ])('never writes to $name', async ({ set, says }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a' });
    const outside = join(temporaryFolder(), 'outside');
    writeFileSync(outside, 'dist\n');
    set(repository, outside);
    const before = readFileSync(join(repository.dir, '.gitignore'));
    const { code, stderr } = await fix(repository, '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(`Not mended: ${says}`);
    expect(readFileSync(join(repository.dir, '.gitignore'))).toEqual(before);
    expect(readFileSync(outside, 'utf8')).toBe('dist\n');
  });

  it('writes to no folder that has become a link', async () => {
    const repository = new TestRepository();
    const outside = temporaryFolder();
    repository.commit({ '.gitignore': COVER, 'app/package.json': '{}', 'app/a.js': 'process.env.APP_KEY\n' });
    repository.git('rm', '-rq', '--cached', 'app');
    repository.git('reset', '-q');
    repository.git('config', 'core.symlinks', 'true');
    const { renameSync } = await import('node:fs');
    renameSync(join(repository.dir, 'app'), join(outside, 'app'));
    symlinkSync(join(outside, 'app'), join(repository.dir, 'app'));
    await fix(repository, '--yes');
    expect(() => lstatSync(join(outside, 'app', '.env.example'))).toThrow();
  });
});

describe('templates', () => {
  it('gets the keys that the code reads, blank, in its own line ends, and nothing else changes', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': COVER,
      'package.json': '{}',
      '.env.example': `API_URL=http://localhost\r\n# a note\r\nSTRIPE_KEY=${SECRET}`,
      'src/a.js': 'process.env.API_URL; process.env.STRIPE_KEY; process.env.MAIL_KEY;\nprocess.env.REGION ?? "eu";\n',
    });
    const { stderr } = await fix(repository, '--yes');
    expect(read(repository, '.env.example')).toBe(
      `API_URL=http://localhost\r\n# a note\r\nSTRIPE_KEY=${SECRET}\r\n\r\n# Read by the code\r\nMAIL_KEY=\r\n# REGION=\r\n`,
    );
    expect(stderr).toContain('+MAIL_KEY=\n+# REGION=\n');
    expect((await fix(repository, '--yes')).stderr).toBe('Nothing to fix.\n');
  });

  it('is made where an app has none, and git would take it', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': '.env*\n*.env\n.dev.vars\n.flaskenv\n',
      'apps/api/package.json': '{}',
      'apps/api/src/a.ts': 'export const key = process.env.MAIL_KEY;\n',
    });
    const { code } = await fix(repository, '--yes');
    expect(code).toBe(0);
    expect(read(repository, 'apps/api/.env.example')).toBe(
      '# Copy this file and fill it in. Never commit the copy.\nMAIL_KEY=\n',
    );
    expect(taken(repository, ['apps/api/.env.example', 'apps/api/.env'])).toEqual(['apps/api/.env.example']);
    expect((await fix(repository, '--yes')).stderr).toBe('Nothing to fix.\n');
  });
});

describe('tracked env files', () => {
  it('prints the commands that take them out of the index, and runs none', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, "it's/.env": 'A=\n', 'api/.env': `STRIPE_KEY=${SECRET}\n` });
    const { stderr } = await fix(repository, '--yes');
    expect(stderr).toContain("  git rm --cached -- api/.env\n  git rm --cached -- 'it'\\''s/.env'\n");
    expect(repository.git('ls-files')).toContain('api/.env');
    expect(read(repository, 'api/.env')).toBe(`STRIPE_KEY=${SECRET}\n`);
  });
});

describe('asked wrongly', () => {
  it('--yes without --fix', async () => {
    const repository = new TestRepository();
    const { code, stderr } = await leakgate(['env', repository.dir, '--yes']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'leakgate: --yes: it only goes with --fix.\n' });
  });

  it('a folder that is not there', async () => {
    mkdirSync(join(temporaryFolder(), 'x'));
    const { code, stderr } = await leakgate(['env', 'no-such-folder']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'leakgate: no-such-folder does not exist. Check the name; nothing was scanned there.\n',
    });
  });
});
