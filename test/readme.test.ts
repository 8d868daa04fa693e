// README.md says what is true: its generated parts are fresh, and every command, script and file that it names is there.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './helpers/repository.js';
import { leakgate } from './helpers/run.js';

const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const unique = (values: Iterable<string | undefined>) => [...new Set(values)].filter(value => value !== undefined);

describe('README.md', () => {
  it('has fresh generated parts: the demo, commands, config, rules', () => {
    const run = spawnSync(process.execPath, ['scripts/readme.mjs', '--check'], { encoding: 'utf8' });
    expect({ code: run.status, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('names only commands that exist', async () => {
    const code = [...readme.matchAll(/```(?:sh|yaml)\n[\s\S]*?```|(?<!`)`[^`\n]+`/g)].map(([text]) => text).join('\n');
    const named = unique([...code.matchAll(/\bleakgate(?:\.js)? ([a-z]+)/g)].map(([, name]) => name));
    const { stdout } = await leakgate(['--help']);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it('names only scripts of package.json', () => {
    const named = unique([...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name));
    expect(named).toEqual(expect.arrayContaining(['demo', 'readme', 'bench', 'accuracy']));
    expect(named.filter(name => !(name in manifest.scripts))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = unique([...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path));
    expect(links).toEqual(expect.arrayContaining(['LICENSE', 'SECURITY.md', 'src/README.md']));
    expect(links.filter(path => !existsSync(path))).toEqual([]);
  });

  it('gives the one command that CI runs', () => {
    const lines = readFileSync('.ci/run', 'utf8').trimEnd().split('\n');
    expect(lines.at(-1)).toBe('npm ci && npm test');
    expect(readme).toContain('```sh\nnpm ci && npm test\n```');
  });

  it('shows a rule that holds', async () => {
    const [, example = ''] = /```jsonc\n([\s\S]*?)```/.exec(readme) ?? [];
    const config = example.replace(/\/\/.*$/gm, '');
    const [rule] = (JSON.parse(config) as { rules: { custom: { match: string[] }[] } }).rules.custom;
    expect(rule?.match).toHaveLength(1);
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, '.leakgate.json'), config);
    const { code, stdout } = await leakgate(['rules', 'check'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(' 0 problems') });
  });
});
