// `leakgate env` on what the code reads and what env files hold: each check once, through the whole program.

import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository } from '../helpers/repository.js';
import { leakgate, leakgateJson, type Report } from '../helpers/run.js';

const COVER = '.env\n.env.*\n*.env\n.envrc\n.dev.vars\n.flaskenv\n!.env.example\n';
const SECRET = `sk_live_${sample('base62', 24, 11)}`;
const PASSWORD = `${sample('base62', 20, 12)}!`;

type Case = {
  name: string;
  tracked: Record<string, string>;
  local?: Record<string, string>;
  lines: string[];
  says?: string;
};

const linesOf = (report: Report) => report.findings.map(at => `${at.ruleId} ${at.severity} ${at.occurrences[0]?.path}`);

const CASES: Case[] = [
  {
    name: 'an app without a template',
    tracked: { 'api/package.json': '{}', 'api/a.ts': 'process.env.MAIL_KEY\n' },
    lines: ['env-template-missing low api/a.ts'],
    says: 'the code reads MAIL_KEY, and there is no api/.env.example',
  },
  {
    name: 'a template above serves the apps below',
    tracked: {
      '.env.example': 'MAIL_KEY=\n',
      'api/package.json': '{}',
      'api/a.py': 'import os\nos.environ["MAIL_KEY"]\n',
    },
    lines: [],
  },
  {
    name: 'a variable that the template does not name',
    tracked: {
      '.env.example': 'MAIL_KEY=\n',
      'a.go': 'package a\nvar a = os.Getenv("MAIL_KEY") + os.Getenv("REGION_NAME")\n',
    },
    lines: ['env-variable-undocumented low a.go'],
    says: 'REGION_NAME is read as os.Getenv, and .env.example does not name it',
  },
  {
    name: 'a variable that nothing reads',
    tracked: { '.env.example': 'MAIL_KEY=\nOLD_KEY=\n', 'a.js': 'process.env.MAIL_KEY\n' },
    lines: ['env-variable-unused low .env.example'],
    says: 'no code reads OLD_KEY',
  },
  {
    name: 'names that are made when the program runs are said to be so',
    tracked: { '.env.example': 'MAIL_KEY=\nOLD_KEY=\n', 'a.js': 'process.env.MAIL_KEY; process.env[name];\n' },
    lines: ['env-variable-unused low .env.example'],
    says: 'a.js:1 reads variables whose names are made when it runs',
  },
  {
    name: 'comments and strings are no reads, tests demand nothing',
    tracked: {
      '.env.example': 'MAIL_KEY=\n',
      'a.js': '// process.env.COMMENTED\nconst text = "process.env.QUOTED"; process.env.MAIL_KEY;\n',
      'test/a.test.js': 'process.env.ONLY_IN_TESTS\n',
    },
    lines: [],
  },
  {
    name: 'variables of the config are known',
    tracked: {
      '.leakgate.json': '{ "env": { "variables": ["PLATFORM_*"] } }',
      'a.js': 'process.env.PLATFORM_REGION\n',
    },
    lines: [],
  },
  {
    name: 'a default in one app and none in another',
    tracked: {
      'a/package.json': '{}',
      'a/.env.example': 'REGION_NAME=\n',
      'a/a.js': 'process.env.REGION_NAME ?? "eu"\n',
      'b/package.json': '{}',
      'b/.env.example': 'REGION_NAME=\n',
      'b/b.js': 'use(process.env.REGION_NAME)\n',
    },
    lines: ['env-variable-differs low a/a.js'],
    says: 'REGION_NAME has a default in a and none in b',
  },
  {
    name: 'a secret with a browser prefix, in a file that git ignores',
    tracked: {},
    local: { '.env.local': `NEXT_PUBLIC_STRIPE_KEY=${SECRET}\n` },
    lines: ['env-public-secret critical .env.local'],
    says: 'NEXT_PUBLIC_ puts it into every bundle',
  },
  {
    name: 'a publishable key with a browser prefix is meant for browsers',
    tracked: {},
    local: { '.env.local': `VITE_STRIPE_KEY=pk_live_${sample('base62', 24, 13)}\n` },
    lines: [],
  },
  {
    name: 'the same secret in two environments',
    tracked: {},
    local: { '.env.production': `STRIPE_KEY=${SECRET}\n`, '.env.development': `STRIPE_KEY="${SECRET}"\n` },
    lines: ['env-value-reused medium .env.development'],
    says: 'several environments have the same value',
  },
  {
    name: 'a weak password for production',
    tracked: {},
    local: { '.env.production': 'DB_PASSWORD=admin123\n' },
    lines: ['env-weak-password high .env.production'],
    says: 'is a default that everybody knows',
  },
  {
    name: 'a weak password for this machine',
    tracked: {},
    local: { '.env.local': 'DATABASE_URL=postgres://postgres:postgres@localhost:5432/app\n' },
    lines: [],
  },
  {
    name: 'lines that mean something else than they seem',
    tracked: {},
    local: { '.env': 'A=1\nA=2\n' },
    lines: ['env-file-malformed low .env'],
    says: 'line 2, A, is set before; the later one wins',
  },
  {
    name: 'an image that takes the folder',
    tracked: { Dockerfile: 'FROM node\nCOPY . .\n' },
    local: { '.env': 'A=1\n' },
    lines: ['env-in-docker-image high Dockerfile'],
    says: '.env: Dockerfile:2 copies it into the image, and .dockerignore does not leave it out',
  },
  {
    name: 'an image that leaves it out',
    tracked: { Dockerfile: 'FROM node\nCOPY . .\n', '.dockerignore': '**/.env*\n' },
    local: { '.env': 'A=1\n' },
    lines: [],
  },
  {
    name: 'an npm package that has it',
    tracked: { 'package.json': '{ "name": "a", "version": "1.0.0" }', '.npmignore': 'test\n' },
    local: { '.env': 'A=1\n' },
    lines: ['env-in-npm-package high package.json'],
  },
  {
    name: 'an upload that takes it',
    tracked: { 'vercel.json': '{}' },
    local: { '.env.production': 'A=1\n' },
    lines: ['env-in-upload medium vercel.json'],
    says: '.env.production: vercel.json has Vercel upload it',
  },
  {
    name: 'a secret in a compose file',
    tracked: { 'compose.yml': `services:\n  a:\n    image: x\n    environment:\n      STRIPE_KEY: ${SECRET}\n` },
    lines: ['env-manifest-secret high compose.yml'],
    says: 'the value of STRIPE_KEY stands in the environment of a compose file',
  },
  {
    name: 'a secret in a Kubernetes manifest, in base64',
    tracked: {
      'k8s/secret.yml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n  DB_PASSWORD: ${Buffer.from(PASSWORD).toString('base64')}\n`,
    },
    lines: ['env-manifest-secret high k8s/secret.yml'],
    says: 'base64 hides nothing',
  },
  {
    name: 'a secret in a kubectl command of the docs',
    tracked: { 'docs/a.md': `    kubectl create secret generic a --from-literal=STRIPE_KEY='${SECRET}'\n` },
    lines: ['env-manifest-secret high docs/a.md'],
  },
];

describe('checks', () => {
  it.each(CASES)('$name', async ({ tracked, local = {}, lines, says }) => {
    const repository = new TestRepository();
    repository.commit({ '.gitignore': COVER, ...tracked });
    for (const [path, content] of Object.entries(local)) repository.write(path, content);
    const { report, code } = await leakgateJson(['env', repository.dir], { secrets: [SECRET, PASSWORD] });
    expect({ lines: linesOf(report), code }).toEqual({ lines, code: lines.length > 0 ? 1 : 0 });
    const findings = report.findings as unknown as { reasons: string[] }[];
    if (says) expect(findings.flatMap(({ reasons }) => reasons).join('\n')).toContain(says);
  });
});

describe('masks', () => {
  it('no text of a report has a value, not even in a name', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.gitignore': COVER,
      [`${SECRET}/.env`]: `STRIPE_KEY=${SECRET}\n`,
      [`${SECRET}/package.json`]: '{}',
    });
    repository.write('.env', `DB_PASSWORD=${PASSWORD}\n${SECRET}\n`);
    for (const format of ['text', 'json', 'sarif']) {
      const { code } = await leakgate(['env', repository.dir, '--format', format], { secrets: [SECRET, PASSWORD] });
      expect(code).toBe(1);
    }
    await leakgate(['env', repository.dir, '--fix', '--yes'], { secrets: [SECRET, PASSWORD] });
  });
});
