// .leakgate.json as a user writes it: what each key does, and that a slip of the pen never passes in silence.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const SECRET = token(121);
const LINE = `see ${SECRET}\n`; // no name in front of it: only the rule of its shape reports it
const ACME = `acme_${sample('base62', 24, 5)}`;
const PUBLISHABLE = `GITHUB_CLIENT_ID=Iv1.${sample('hex', 16, 5)}\n`;

function folder(config: unknown, files: Record<string, string> = { 'a.txt': LINE }): string {
  const dir = temporaryFolder();
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  for (const [name, content] of Object.entries({ ...files, '.leakgate.json': text }))
    writeFileSync(join(dir, name), content);
  return dir;
}

const customRule = {
  id: 'acme-api-key',
  title: 'Acme API key',
  keywords: ['acme_'],
  pattern: '(?<secret>acme_[A-Za-z0-9]{24})(?![A-Za-z0-9])',
  match: [`key = «acme_${sample('base62', 24, 6)}»`],
  noMatch: [`acme_${sample('base62', 23, 6)}`],
};
const withRule = (change: object) => ({ rules: { custom: [{ ...customRule, ...change }] } });

const WRONG = [
  {
    name: 'a key that is misspelt',
    config: { minConfidense: 'high' },
    says: 'unknown key "minConfidense"; did you mean "minConfidence"?',
  },
  {
    name: 'a key that is misspelt further down',
    config: { allow: { path: [] } },
    says: 'unknown key "allow.path"; did you mean "paths"?',
  },
  { name: 'a key that resembles none', config: { allow: { nonsense: [] } }, says: 'known here: paths, markers' },
  { name: 'a value of the wrong type', config: { exclude: 'dist' }, says: 'exclude expected array' },
  {
    name: 'a rule that does not exist',
    config: { rules: { disable: ['github-pat-clasic'] } },
    says: 'did you mean "github-pat-classic"?',
  },
  {
    name: 'a severity that does not exist',
    config: { rules: { severity: { 'github-pat-classic': 'urgent' } } },
    says: 'rules.severity.github-pat-classic',
  },
  { name: 'text that is not JSON', config: '{\n  "allow": {\n', says: '.leakgate.json:3: it is not JSON' },
  { name: 'a list at the top', config: [], says: 'the top level expected object' },
  { name: 'a custom rule without an example', config: withRule({ match: [] }), says: 'rules.custom[0].match' },
  {
    name: 'a custom rule whose example does not match',
    config: withRule({ match: ['«acme_short»'] }),
    says: 'rule acme-api-key: match example 1 matches nothing',
  },
  {
    name: 'a custom rule that matches what it should not',
    config: withRule({ noMatch: [ACME] }),
    says: 'noMatch example 1 is reported by acme-api-key',
  },
  {
    name: 'a custom rule whose mark is elsewhere',
    config: withRule({ match: [`«key» = ${ACME}`] }),
    says: 'reports another text than the marked one',
  },
  {
    name: 'a custom rule without a bound',
    config: withRule({ pattern: '(?<secret>acme_.*)' }),
    says: 'rule acme-api-key: ',
  },
  { name: 'a custom rule that is no pattern', config: withRule({ pattern: '(acme_' }), says: 'rule acme-api-key: ' },
  {
    name: 'a custom rule with the name of a built-in one',
    config: withRule({ id: 'github-pat-classic' }),
    says: 'a built-in rule has this id',
  },
  { name: 'a key of the prototype', config: '{"__proto__": {"exclude": ["**"]}}', says: 'unknown key "__proto__"' },
];

describe('a config that is wrong', () => {
  it.each(WRONG)('$name: one line, exit 2', async ({ config, says }) => {
    const { code, stdout, stderr } = await leakgate(['files', 'a.txt'], {
      cwd: folder(config),
      secrets: [SECRET, ACME],
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^leakgate: \.leakgate\.json:[^\n]*\n$/);
    expect(stderr).toContain(says);
  });

  it('with every rule disabled looks for nothing and says so', async () => {
    const list = JSON.parse((await leakgate(['rules', 'list', '--json'])).stdout) as { id: string }[];
    const cwd = folder({ rules: { disable: list.map(rule => rule.id) } });
    const { code, stderr } = await leakgate(['files', 'a.txt'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('No rule is enabled');
  });
});

describe('a config', () => {
  it('may have comments, trailing commas and a byte order mark', async () => {
    const cwd = folder('\uFEFF{\n  // a comment\n  "rules": { "disable": ["github-pat-classic"], },\n}\n');
    expect((await leakgate(['files', 'a.txt'], { cwd })).code).toBe(0);
  });

  it('with a custom rule finds what that rule describes', async () => {
    const cwd = folder(withRule({ severity: 'low' }), { 'a.txt': `x = ${ACME}\n` });
    const { code, report } = await leakgateJson(['files', 'a.txt'], { cwd, secrets: [ACME] });
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([{ ruleId: 'acme-api-key', severity: 'low', confidence: 'high' }]);
  });

  it('with allow.paths suppresses and counts what stands only there', async () => {
    const cwd = folder({ allow: { paths: ['fixtures/**', 'a.txt'] } }, { 'a.txt': LINE });
    const only = await leakgateJson(['files', 'a.txt'], { cwd, secrets: [SECRET] });
    expect(only.code).toBe(0);
    expect(only.report.findings).toMatchObject([{ suppression: { kind: 'config', source: 'allow.paths' } }]);
    const { stdout } = await leakgate(['files', 'a.txt'], { cwd, secrets: [SECRET] });
    expect(stdout).toContain('1 suppressed: 1 config (allow.paths)');
    writeFileSync(join(cwd, 'b.txt'), LINE);
    const both = await leakgateJson(['files', 'a.txt', 'b.txt'], { cwd, secrets: [SECRET] });
    expect(both.code).toBe(1);
    expect(both.report.findings).toMatchObject([{ suppression: null }]);
  });

  it('with exclude leaves files out of a scan of the disk, counted, but not out of git', async () => {
    const repository = new TestRepository();
    repository.write('dist/a.txt', LINE);
    repository.write('a.txt', 'a\n');
    repository.write('.leakgate.json', JSON.stringify({ exclude: ['dist/**'] }));
    repository.git('add', '-A');
    const files = await leakgateJson(['files'], { cwd: repository.dir });
    expect(files.code).toBe(0);
    expect(files.report).toMatchObject({ summary: { skipped: { 'excluded by the config': 1 } } });
    expect((await leakgate(['staged'], { cwd: repository.dir, secrets: [SECRET] })).code).toBe(1);
  });

  it('with other severities reports those', async () => {
    const cwd = folder({ rules: { severity: { 'github-pat-classic': 'low' } } });
    const { report } = await leakgateJson(['files', 'a.txt'], { cwd, secrets: [SECRET] });
    expect(report.findings).toMatchObject([{ severity: 'low' }]);
  });

  it('with publishable reports keys that are made to be public', async () => {
    const silent = await leakgate(['files', 'a.txt'], { cwd: folder({}, { 'a.txt': PUBLISHABLE }) });
    expect(silent.code).toBe(0);
    const cwd = folder({ publishable: true }, { 'a.txt': PUBLISHABLE });
    const { report } = await leakgateJson(['files', 'a.txt'], { cwd });
    expect(report.findings).toMatchObject([{ ruleId: 'github-app-client-id' }]);
  });

  it('with minConfidence hides what is below, and says how much; a flag overrules it', async () => {
    const weak = 'DB_PASSWORD = "letmein1"\n';
    const cwd = folder({ minConfidence: 'high' }, { 'app.env': weak });
    const hidden = await leakgate(['files', 'app.env'], { cwd });
    expect(hidden.code).toBe(0);
    expect(hidden.stdout).toContain('1 findings are below confidence "high"');
    expect((await leakgate(['files', 'app.env', '--min-confidence', 'low'], { cwd })).code).toBe(1);
  });

  it('is not read with --no-config, and another one with --config', async () => {
    const cwd = folder({ rules: { disable: ['github-pat-classic'] } });
    writeFileSync(join(cwd, 'other.json'), '{}');
    const run = (...args: string[]) => leakgateJson(['files', 'a.txt', ...args], { cwd, secrets: [SECRET] });
    expect((await run()).code).toBe(0);
    expect((await run('--no-config')).code).toBe(1);
    const other = await run('--config', 'other.json');
    expect(other.code).toBe(1);
    expect(other.report).toMatchObject({ config: 'other.json' });
  });

  it('of the root of the repository counts in its subfolders too', async () => {
    const repository = new TestRepository();
    repository.write('.leakgate.json', JSON.stringify({ rules: { disable: ['github-pat-classic'] } }));
    repository.write('sub/a.txt', LINE);
    repository.git('add', '-A');
    expect((await leakgate(['staged'], { cwd: join(repository.dir, 'sub') })).code).toBe(0);
  });
});

describe('leakgate config schema', () => {
  it('prints the schema that the package ships', async () => {
    const { code, stdout } = await leakgate(['config', 'schema']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync('dist/schema.json', 'utf8'));
    expect(Object.keys(JSON.parse(stdout).properties)).toEqual(
      expect.arrayContaining(['rules', 'allow', 'exclude', 'minConfidence', 'publishable', 'ignoreFile']),
    );
  });
});
