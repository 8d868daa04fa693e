// `leakgate env` on real repositories: what git would take, what it has taken, and that nothing of the repository is run.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson, type Report } from '../helpers/run.js';

const COVER = '.env\n.env.*\n*.env\n.envrc\n.dev.vars\n.flaskenv\n!.env.example\n';
const SECRET = `sk_live_${sample('base62', 24, 3)}`;

type Finding = Report['findings'][number] & { reasons: string[]; parts: { ruleId: string; masked: string }[] };

/** `rule severity path`, in the order of the report. */
async function findingsOf(repository: TestRepository, args: string[] = [], env: Record<string, string> = {}) {
  const run = await leakgateJson(['env', repository.dir, ...args], { secrets: [SECRET], env });
  const findings = run.report.findings as Finding[];
  return { ...run, findings, lines: findings.map(at => `${at.ruleId} ${at.severity} ${at.occurrences[0]?.path}`) };
}

const reasonsOf = (findings: readonly Finding[]) => findings.flatMap(({ reasons }) => reasons).join('\n');

describe('coverage', () => {
  it.each([
    { name: 'nothing is wrong when every name is covered', files: { '.gitignore': COVER }, open: [] },
    {
      name: 'without an ignore file every name is open',
      files: { 'a.txt': 'a' },
      open: ['.gitignore'],
      says: ['.env in the root', '.env.local, .env.development.local', '*.env', '.envrc', '.dev.vars', '.flaskenv'],
    },
    {
      name: 'a nested ignore file that takes a name back',
      files: { '.gitignore': COVER, 'apps/web/.gitignore': 'dist\n!.env.local\n', 'apps/web/package.json': '{}' },
      open: ['apps/web/.gitignore'],
      says: ['apps/web/.gitignore:2 (!.env.local) takes .env.local back in apps/web'],
    },
    {
      name: 'a negation behind the rule',
      files: { '.gitignore': `${COVER}!.env\n` },
      open: ['.gitignore'],
      says: ['.gitignore:8 (!.env) takes .env back'],
    },
    { name: 'a negation in front of the rule does nothing', files: { '.gitignore': `!.env\n${COVER}` }, open: [] },
    {
      name: 'a file of an ignored folder that is taken back: git cannot',
      files: { '.gitignore': `${COVER}config/\n!config/.env\n`, 'package.json': '{}' },
      open: [],
    },
    {
      name: 'a rule that is bound to the root leaves the packages open',
      files: {
        '.gitignore': COVER.replace('.env\n', '/.env\n').replace('*.env\n', ''),
        'packages/a/package.json': '{}',
      },
      open: ['.gitignore'],
      says: ['no rule of a .gitignore matches .env in packages/a'],
    },
    { name: 'CRLF line ends', files: { '.gitignore': COVER.replaceAll('\n', '\r\n') }, open: [] },
    { name: 'a byte order mark', files: { '.gitignore': `\ufeff${COVER}` }, open: [] },
    { name: 'trailing spaces', files: { '.gitignore': COVER.replaceAll('\n', '  \n') }, open: [] },
    {
      name: 'an escaped space is part of the name',
      files: { '.gitignore': COVER.replace('.envrc\n', '.envrc\\ \n') },
      open: ['.gitignore'],
      says: ['.envrc in the root'],
    },
    {
      name: 'an escaped exclamation mark is no negation',
      files: { '.gitignore': `${COVER}\\!.env\n` },
      open: [],
    },
    {
      name: 'a comment behind a pattern is part of it',
      files: { '.gitignore': COVER.replace('.envrc\n', '.envrc # direnv\n') },
      open: ['.gitignore'],
      says: ['.envrc in the root'],
    },
    {
      name: 'a pattern for folders does not take files',
      files: { '.gitignore': COVER.replace('.envrc\n', '.envrc/\n') },
      open: ['.gitignore'],
      says: ['.envrc in the root'],
    },
    {
      name: 'another case is another name',
      files: { '.gitignore': COVER.replace('.envrc\n', '.ENVRC\n') },
      open: ['.gitignore'],
      says: ['.envrc in the root'],
    },
    {
      name: 'a file in UTF-16 holds no rules, and that is said',
      files: { '.gitignore': Buffer.from(`\ufeff${COVER}`, 'utf16le') },
      open: ['.gitignore'],
      says: ['.env in the root'],
      notes: ['.gitignore: it is written in UTF-16'],
    },
  ])('$name', async ({ files, open, says = [], notes = [] }) => {
    const repository = new TestRepository();
    repository.commit(files as Record<string, string | Buffer>);
    const { code, findings, report } = await findingsOf(repository);
    expect([...new Set(findings.map(at => `${at.ruleId} ${at.occurrences[0]?.path}`))]).toEqual(
      open.map(path => `env-file-not-ignored ${path}`),
    );
    for (const text of says) expect(reasonsOf(findings)).toContain(text);
    for (const text of notes) expect(report.notices.map(note => note.text).join('\n')).toContain(text);
    expect({ code, complete: report.complete }).toEqual({ code: open.length > 0 ? 1 : 0, complete: true });
  });

  it.each([
    {
      name: 'info/exclude',
      set: (at: TestRepository) => at.write('.git/info/exclude', `# mine\n${COVER}`),
      source: '.git/info/exclude:4',
    },
    {
      name: 'core.excludesFile of the repository',
      set: (at: TestRepository) => {
        at.write('.git/mine', COVER);
        at.git('config', 'core.excludesFile', join(at.dir, '.git', 'mine'));
      },
      source: 'core.excludesFile:3',
    },
    {
      name: 'core.excludesFile of the user',
      set: (at: TestRepository) => {
        at.write('.git/home/ignored', COVER);
        at.write('.git/home/.gitconfig', '[core]\n\texcludesFile = ~/ignored\n');
      },
      source: 'core.excludesFile:3',
    },
    {
      name: 'the default excludes file of the user',
      set: (at: TestRepository) => at.write('.git/home/.config/git/ignore', COVER),
      source: 'core.excludesFile:3',
    },
    {
      name: 'a case that core.ignoreCase makes equal',
      set: (at: TestRepository) => {
        at.write('.gitignore', '.ENV\n');
        at.git('config', 'core.ignoreCase', 'true');
      },
      source: 'core.ignoreCase with .gitignore:1',
    },
  ])('what only this machine ignores is not covered, and is named: $name', async ({ set, source }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a' });
    set(repository);
    const home = join(repository.dir, '.git', 'home');
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), GIT_CONFIG_NOSYSTEM: '1' };
    const { findings, code } = await findingsOf(repository, [], env);
    expect(code).toBe(1);
    expect(findings.find(at => at.reasons[0]?.includes('matches .env in'))?.reasons.join('\n')).toContain(
      `on this machine ${source} ignores it`,
    );
  });

  it('an env file that is there and not ignored weighs more than one that is not', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER.replace('.envrc\n', '') });
    repository.write('.envrc', 'export A=1\n');
    const { lines, findings } = await findingsOf(repository);
    expect(lines).toEqual(['env-file-not-ignored high .gitignore']);
    expect(reasonsOf(findings)).toContain('.envrc is there and not ignored');
  });

  it('a rule that is not committed yet counts, with a note', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': 'dist\n' });
    repository.write('.gitignore', COVER);
    const { lines, report } = await findingsOf(repository);
    expect(lines).toEqual([]);
    expect(report.notices.map(({ kind }) => kind)).toEqual(['ignore-not-committed']);
  });

  it('an ignore file behind a link holds no rules', async () => {
    const repository = new TestRepository();
    repository.commit({ 'rules.txt': COVER });
    symlinkSync('rules.txt', join(repository.dir, '.gitignore'));
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'link');
    const { code, report } = await findingsOf(repository);
    expect(code).toBe(1);
    expect(report.notices.map(({ text }) => text).join()).toContain('.gitignore: it is a link');
  });

  it('names of the config are asked about, and excluded folders are not', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': `${COVER}!/old/.env\n`,
      'old/package.json': '{}',
      '.leakgate.json': '{ "env": { "names": ["*.secrets"], "exclude": ["old"] } }',
    });
    const { findings } = await findingsOf(repository);
    expect(reasonsOf(findings)).toBe('no rule of a .gitignore matches *.secrets in the root');
  });
});

describe('env files that git has', () => {
  it.each([
    {
      name: 'placeholders alone are a note',
      content: 'A=\nSTRIPE_KEY=sk_test_xxx\n',
      severity: 'low',
      says: '2 variables, all of them blank',
    },
    {
      name: 'a live-looking secret is critical',
      content: `A=1\nSTRIPE_KEY=${SECRET}\n`,
      severity: 'critical',
      says: 'it holds 1 secret',
    },
    {
      name: 'values that are no secrets are a note',
      content: 'GREETING=Hello from the kitchen\n',
      severity: 'low',
      says: 'none of them with a secret',
    },
  ])('$name, and tracked beats ignored', async ({ content, severity, says }) => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, 'api/.env': content });
    const { lines, findings, code } = await findingsOf(repository);
    expect({ lines, code }).toEqual({ lines: [`env-file-tracked ${severity} api/.env`], code: 1 });
    expect(reasonsOf(findings)).toContain(says);
    expect(reasonsOf(findings)).toContain('.gitignore:3 ignores it, but what is tracked stays tracked');
    expect(findings[0]?.life).toMatchObject({ atHead: true, refs: ['refs/heads/main'] });
  });

  it.each([
    '.ENV',
    'apps/a/.Env.Production',
    'prod.env',
    '.env~',
    '.env.bak',
    '.dev.vars',
    '.envrc',
    '.envs/.production/.postgres',
  ])('finds %s whatever its case', async path => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, [path]: 'A=1\n' });
    expect((await findingsOf(repository)).lines).toContain(`env-file-tracked low ${path}`);
  });

  it.each([
    '.env.example',
    'env.example',
    '.env.production.template',
    'example.env',
    '.env.vault',
    'src/env.ts',
    'docs/.env.md',
  ])('takes %s for no env file', async path => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': COVER.replace('!.env.example', '!*.example\n!*.template\n!.env.vault\n!example.env\n!.env.md'),
      [path]: 'A=\n',
    });
    expect((await findingsOf(repository)).lines).toEqual([]);
  });

  it('a staged one that no commit has is found in the index', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER });
    repository.write('.env', `STRIPE_KEY=${SECRET}\n`);
    repository.git('add', '-f', '.env');
    repository.write('.env', 'A=\n'); // the disk says something else by now
    const { lines, findings } = await findingsOf(repository);
    expect(lines).toEqual(['env-file-tracked critical .env']);
    expect(findings[0]?.parts).toEqual([
      expect.objectContaining({ ruleId: 'stripe-secret-key-live', masked: 'sk_l… (32 characters)' }),
    ]);
  });

  it('one that is gone from HEAD is found with its commits and what it held', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER });
    const added = repository.commit({ 'old/.env.production': `STRIPE_KEY=${SECRET}\n` });
    repository.git('rm', '-q', '-r', 'old');
    repository.git('commit', '-qm', 'gone');
    const removed = repository.git('rev-parse', 'HEAD');
    const { lines, findings } = await findingsOf(repository);
    expect(lines).toEqual(['env-file-in-history critical old/.env.production']);
    expect(findings[0]?.life).toMatchObject({
      introduced: { oid: added },
      removed: { oid: removed },
      atHead: false,
      reachable: true,
    });
    expect((await findingsOf(repository, ['--no-history'])).lines).toEqual([]);
  });

  it('one that only an amended commit had is found, and that no ref reaches it', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER });
    repository.commit({ '.env': 'A=\n' });
    repository.git('rm', '-q', '--cached', '.env');
    repository.git('commit', '-q', '--amend', '--allow-empty', '-m', 'clean');
    repository.git('reflog', 'expire', '--expire=now', '--all');
    const { findings } = await findingsOf(repository);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['env-file-in-history']);
    expect(findings[0]?.life.reachable).toBe(false);
    expect(reasonsOf(findings)).toContain('no ref reaches its commits');
  });

  it('allowed secrets do not make it critical, and the finding can be allowed, too', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, '.env': `STRIPE_KEY=${SECRET} # leakgate:allow a test account\n` });
    const { lines, findings } = await findingsOf(repository);
    expect(lines).toEqual(['env-file-tracked low .env']);
    repository.write('.leakgateignore', `${findings[0]?.fingerprint} it is meant to be here\n`);
    const { code, findings: allowed } = await findingsOf(repository);
    expect({ code, kind: allowed[0]?.suppression?.kind }).toEqual({ code: 0, kind: 'ignore-file' });
  });

  it('rules of the config apply: severity and disable', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.env': 'A=\n',
      '.leakgate.json':
        '{ "rules": { "disable": ["env-file-not-ignored"], "severity": { "env-file-tracked": "high" } } }',
    });
    expect((await findingsOf(repository)).lines).toEqual(['env-file-tracked high .env']);
  });
});

describe('what has the name of an env file and is none', () => {
  it('a folder', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': COVER.replace('.env\n', '.env/\n').replace('*.env\n', ''),
      '.env/bin/activate': 'x',
      '.env/pyvenv.cfg': 'home = /usr\n',
    });
    const { lines, code, report } = await findingsOf(repository);
    expect({ lines, code, complete: report.complete }).toEqual({
      lines: ['env-file-not-ignored medium .gitignore', 'env-file-not-ignored low .gitignore'],
      code: 1,
      complete: true,
    });
  });

  it('a link, on the disk and in the index', async () => {
    const repository = new TestRepository();
    const outside = join(temporaryFolder(), 'secret');
    writeFileSync(outside, `STRIPE_KEY=${SECRET}\n`);
    repository.commit({ '.gitignore': COVER });
    symlinkSync(outside, join(repository.dir, '.env'));
    repository.git('add', '-f', '.env');
    const { findings, lines } = await findingsOf(repository);
    expect(lines).toEqual(['env-file-tracked low .env']);
    expect(reasonsOf(findings)).toContain('it is a symbolic link');
  });

  it('a submodule', async () => {
    const inner = new TestRepository();
    const oid = inner.commit({ 'a.txt': 'a' });
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${oid},.env`);
    mkdirSync(join(repository.dir, '.env'));
    const { lines, code } = await findingsOf(repository);
    expect({ lines, code }).toEqual({ lines: [], code: 0 });
  });
});

describe('templates', () => {
  it('one that .env* ignores is named with the rule', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER.replace('.env.*\n', '.env*\n').replace('!.env.example\n', '') });
    repository.write('.env.example', 'A=\n');
    const { lines, findings } = await findingsOf(repository);
    expect(lines).toEqual(['env-template-ignored medium .gitignore']);
    expect(reasonsOf(findings)).toContain('.gitignore:2 (.env*) ignores .env.example');
  });

  it('one in an ignored folder cannot be taken back, and that is said', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': `${COVER}/config/\n!config/.env.example\n`, 'config/.env.example': 'A=\n' });
    const { findings } = await findingsOf(repository);
    expect(reasonsOf(findings)).toContain('git cannot take back a file in it');
  });

  it('one with a secret is critical, also before git has it', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER });
    repository.write('.env.example', `STRIPE_KEY=${SECRET}\n`);
    const { lines } = await findingsOf(repository);
    expect(lines).toEqual(['env-template-secret critical .env.example']);
  });
});

describe('repositories', () => {
  it('none: exit 2 and one clear line', async () => {
    const run = await leakgate(['env', temporaryFolder()]);
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^leakgate: \S+ is not in a git repository\..*\n$/);
  });

  it('a bare one is judged by the tree of HEAD', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER.replace('.envrc\n', ''), 'api/.env': `STRIPE_KEY=${SECRET}\n` });
    const bare = join(temporaryFolder(), 'bare.git');
    repository.git('clone', '-q', '--bare', repository.dir, bare);
    const { report, code } = await leakgateJson(['env', bare], { secrets: [SECRET] });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['env-file-tracked', 'env-file-not-ignored']);
    expect(code).toBe(1);
    const fix = await leakgate(['env', bare, '--fix']);
    expect({ code: fix.code, stderr: fix.stderr }).toEqual({
      code: 2,
      stderr: 'leakgate: --fix: a bare repository has no files to write to.\n',
    });
  });

  it.each(['', '--bare'])('an empty one %s', async flag => {
    const repository = new TestRepository({ bare: flag !== '' });
    const { code, report } = await findingsOf(repository);
    expect(code).toBe(flag === '' ? 1 : 2);
    expect(report.complete).toBe(flag === '');
  });

  it('a shallow clone is incomplete unless the history is left out', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a' });
    repository.commit({ '.gitignore': COVER });
    const clone = join(temporaryFolder(), 'clone');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.dir}`, clone);
    expect((await leakgateJson(['env', clone])).code).toBe(2);
    expect((await leakgateJson(['env', clone, '--no-history'])).code).toBe(0);
  });

  it('nothing that its config names is run, and nothing in it is written', async () => {
    const folder = temporaryFolder();
    const [trap, mark] = [join(folder, 'trap'), join(folder, 'mark')];
    writeFileSync(trap, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    const repository = new TestRepository();
    const inner = new TestRepository();
    const oid = inner.commit({ 'a.txt': 'a' });
    repository.commit({
      '.gitignore': COVER.replace('.envrc\n', ''), // so that rules of this machine are asked for
      'src/a.ts': 'process.env.A\n',
      '.gitmodules': '[submodule "m"]\n\tpath = m\n\turl = x\n\tignore = none\n',
    });
    repository.git('clone', '-q', inner.dir, join(repository.dir, 'm'));
    repository.git('update-index', '--add', '--cacheinfo', `160000,${oid},m`);
    repository.write('src/a.ts', 'process.env.B\n');
    const hostile = `[core]\n\tfsmonitor = ${trap}\n\texcludesFile = /dev/zero\n\tpager = ${trap}\n[diff]\n\texternal = ${trap}\n[filter "x"]\n\tclean = ${trap}\n[alias]\n\tcheck-ignore = !${trap}\n`;
    for (const config of ['.git/config', 'm/.git/config'])
      repository.write(config, `${execFileSync('cat', [join(repository.dir, config)])}${hostile}`);
    repository.write('.git/info/attributes', '* filter=x diff=x\n');
    const before = execFileSync('sh', ['-c', 'find . -type f -newer .git/info/attributes; cksum .git/index'], {
      cwd: repository.dir,
    }).toString();
    const { code } = await findingsOf(repository);
    expect(code).toBe(1);
    expect(existsSync(mark), 'a trap was run').toBe(false);
    const after = execFileSync('sh', ['-c', 'find . -type f -newer .git/info/attributes; cksum .git/index'], {
      cwd: repository.dir,
    }).toString();
    expect(after).toBe(before);
    try {
      repository.git('status');
    } catch {}
    expect(existsSync(mark), 'the trap was not armed').toBe(true);
  });

  it.skipIf(process.platform === 'win32')('a FIFO in place of an ignore or env file does not block', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a/package.json': '{}', '.gitignore': COVER });
    execFileSync('mkfifo', [join(repository.dir, 'a', '.gitignore'), join(repository.dir, 'a', '.env')]);
    const { code, report } = await findingsOf(repository);
    expect({ code, complete: report.complete }).toEqual({ code: 0, complete: true });
  });
});

describe('reports', () => {
  it('SARIF has rules of its own and no secret', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, '.env': `STRIPE_KEY=${SECRET}\n` });
    const { stdout, code } = await leakgate(['env', repository.dir, '--format', 'sarif'], { secrets: [SECRET] });
    const [run] = JSON.parse(stdout).runs;
    expect(code).toBe(1);
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['env-file-tracked']);
    expect(run.results[0]).toMatchObject({ ruleId: 'env-file-tracked', level: 'error' });
    expect(run.results[0].message.text).toBe(
      "Env file is under version control in '.env'. It holds 1 secret. .gitignore:3 ignores it, but what is tracked stays tracked. P3: exposed since 2024-01-01.",
    );
  });

  it('text names the rule, the place and what to do', async () => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, '.env': `STRIPE_KEY=${SECRET}\n` });
    const { stdout } = await leakgate(['env', repository.dir], { secrets: [SECRET] });
    expect(stdout).toContain('leakgate found 1 problem in the env files of');
    expect(stdout).toContain('CRITICAL  Env file is under version control\n  what         it holds 1 secret\n');
    expect(stdout).toContain('git rm --cached -- <file>');
  });
});
