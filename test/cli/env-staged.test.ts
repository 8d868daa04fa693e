// The env checks of the hook: what a commit would add or uncover, and silence for everything else.

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';

const COVER = '.env\n.env.*\n*.env\n.envrc\n.dev.vars\n.flaskenv\n!.env.example\n';
const SECRET = `sk_live_${sample('base62', 24, 7)}`;

async function staged(repository: TestRepository) {
  const { report, code } = await leakgateJson(['staged'], { cwd: repository.dir, secrets: [SECRET] });
  return { code, lines: report.findings.map(at => `${at.ruleId} ${at.severity} ${at.occurrences[0]?.path}`) };
}

function repositoryWith(files: Record<string, string>): TestRepository {
  const repository = new TestRepository();
  repository.commit(files);
  return repository;
}

describe('staged', () => {
  it.each([
    { name: 'an env file with placeholders', path: '.env', content: 'A=\n', lines: ['env-file-tracked low .env'] },
    {
      name: 'an env file with a secret',
      path: 'api/.env.production',
      content: `STRIPE_KEY=${SECRET}\n`,
      lines: ['stripe-secret-key-live critical api/.env.production', 'env-file-tracked critical api/.env.production'],
    },
    { name: 'a template', path: '.env.example', content: 'A=\n', lines: [] },
    { name: 'code with a telling name', path: 'src/env.ts', content: 'export {};\n', lines: [] },
  ])('$name', async ({ path, content, lines }) => {
    const repository = repositoryWith({ '.gitignore': COVER });
    repository.write(path, content);
    repository.git('add', '-f', path);
    expect(await staged(repository)).toEqual({ lines, code: lines.length > 0 ? 1 : 0 });
  });

  it('a change of an env file that is tracked already says nothing but what the scan says', async () => {
    const repository = repositoryWith({ '.gitignore': COVER, '.env': 'A=\n' });
    repository.write('.env', 'A=1\n');
    repository.git('add', '-f', '.env');
    expect(await staged(repository)).toEqual({ lines: [], code: 0 });
  });

  it('a link with the name of an env file', async () => {
    const repository = repositoryWith({ '.gitignore': COVER });
    symlinkSync('/etc/hostname', join(repository.dir, '.env'));
    repository.git('add', '-f', '.env');
    expect((await staged(repository)).lines).toEqual(['env-file-tracked low .env']);
  });

  it.each([
    {
      name: 'a rule that goes',
      files: { '.gitignore': COVER },
      path: '.gitignore',
      content: COVER.replace('.envrc\n', ''),
    },
    { name: 'a negation that comes', files: { '.gitignore': COVER }, path: '.gitignore', content: `${COVER}!.envrc\n` },
    {
      name: 'a nested file that takes a name back',
      files: { '.gitignore': COVER, 'web/package.json': '{}' },
      path: 'web/.gitignore',
      content: '!.envrc\n',
    },
  ])('uncovers a name: $name', async ({ files, path, content }) => {
    const repository = repositoryWith(files as unknown as Record<string, string>);
    repository.write(path, content);
    repository.git('add', path);
    expect(await staged(repository)).toEqual({ lines: [`env-file-not-ignored high ${path}`], code: 1 });
  });

  it('an ignore file that is removed uncovers what it covered', async () => {
    const repository = repositoryWith({ '.gitignore': 'dist\n', 'web/.gitignore': '.env\n', 'web/package.json': '{}' });
    repository.git('rm', '-q', 'web/.gitignore');
    expect((await staged(repository)).lines).toEqual(['env-file-not-ignored high .gitignore']);
  });

  it('what was open before is not the fault of this commit', async () => {
    const repository = repositoryWith({ '.gitignore': 'dist\n' });
    repository.write('.gitignore', 'dist\nbuild\n');
    repository.git('add', '.gitignore');
    expect(await staged(repository)).toEqual({ lines: [], code: 0 });
  });

  it('the index counts, not the disk', async () => {
    const repository = repositoryWith({ '.gitignore': COVER });
    repository.write('.gitignore', 'dist\n');
    repository.git('add', '.gitignore');
    repository.write('.gitignore', COVER);
    expect((await staged(repository)).lines.length).toBeGreaterThan(3);
  });

  it('can be allowed and disabled', async () => {
    const repository = repositoryWith({ '.gitignore': COVER });
    repository.write('.env', 'A=\n');
    repository.git('add', '-f', '.env');
    const { report } = await leakgateJson(['staged'], { cwd: repository.dir });
    repository.write('.leakgateignore', `${report.findings[0]?.fingerprint} only defaults\n`);
    expect((await leakgate(['staged'], { cwd: repository.dir })).code).toBe(0);
    repository.write('.leakgateignore', '');
    repository.write('.leakgate.json', '{ "rules": { "disable": ["env-file-tracked"] } }');
    expect((await leakgate(['staged'], { cwd: repository.dir })).code).toBe(0);
  });

  it('the text says what to do', async () => {
    const repository = repositoryWith({ '.gitignore': COVER });
    repository.write('.env', 'A=\n');
    repository.git('add', '-f', '.env');
    const { stdout, code } = await leakgate(['staged'], { cwd: repository.dir });
    expect(code).toBe(1);
    expect(stdout).toContain('leakgate found 1 problem in what this commit would add');
    expect(stdout).toContain('git restore --staged -- <file>');
  });
});
