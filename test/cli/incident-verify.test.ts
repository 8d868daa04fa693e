// `leakgate incident --verify-rotation`, `drill` and `age` on real repositories.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../src/incident/record-schema.js';
import { sample, sampleCrcToken } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const TOKEN = sampleCrcToken(`ghp${'_'}`, 30, 81);
const NEW = sampleCrcToken(`ghp${'_'}`, 30, 82);
const SECRETS = [TOKEN, NEW];

async function recordFile(repository: TestRepository, ...args: string[]): Promise<string> {
  const file = join(temporaryFolder(), 'record.json');
  await leakgate(['incident', '--repo', repository.dir, '--format', 'json', '-o', file, ...args], { secrets: SECRETS });
  return file;
}

async function verify(repository: TestRepository, file: string, ...args: string[]) {
  const run = await leakgate(
    ['incident', '--verify-rotation', file, '--repo', repository.dir, '--format', 'json', ...args],
    { secrets: SECRETS },
  );
  const document = JSON.parse(run.stdout);
  const [verdict] = document.verdicts;
  return {
    code: run.code,
    document,
    kind: verdict.kind,
    places: verdict.places.map(
      (place: { path: string; line: number; where: string[] }) => `${place.path}:${place.line} ${place.where}`,
    ),
  };
}

const leaked = (files: Record<string, string> = { 'a.env': `X=1\nTOKEN=${TOKEN}\n` }) => {
  const repository = new TestRepository();
  repository.commit(files);
  return repository;
};

describe('--verify-rotation', () => {
  it('names where the old value still stands, and is content when it is gone', async () => {
    const repository = leaked();
    const file = await recordFile(repository);
    expect(await verify(repository, file)).toMatchObject({
      code: 1,
      kind: 'standing',
      places: ['a.env:2 HEAD,work tree'],
    });
    repository.commit({ 'a.env': 'X=1\nTOKEN=\n' });
    expect(await verify(repository, file)).toMatchObject({ code: 0, kind: 'history', places: [] });
  });

  it('takes a new value for no old one', async () => {
    const repository = leaked();
    const file = await recordFile(repository);
    repository.commit({ 'a.env': `TOKEN=${NEW}\n` });
    expect(await verify(repository, file)).toMatchObject({ code: 0, kind: 'history' });
  });

  it.each([
    {
      name: 'in an ignored env file',
      prepare: (r: TestRepository) => r.write('.env.local', `TOKEN=${TOKEN}\n`),
      places: ['.env.local:1 work tree'],
    },
    {
      name: 'in the index alone, under another name',
      prepare: (r: TestRepository) => {
        r.write('b.env', `X=1\nTOKEN=${TOKEN}\n`);
        r.git('add', '-f', 'b.env');
        rmSync(join(r.dir, 'b.env'));
      },
      places: ['b.env:2 index'],
    },
  ])('finds it $name', async ({ prepare, places }) => {
    const repository = leaked();
    const file = await recordFile(repository);
    repository.commit({ 'a.env': 'TOKEN=\n', '.gitignore': '.env.*\n' });
    prepare(repository);
    expect(await verify(repository, file)).toMatchObject({ code: 1, places });
  });

  it('knows a value that had been gone and came back', async () => {
    const repository = leaked();
    repository.commit({ 'a.env': 'TOKEN=\n' });
    const file = await recordFile(repository);
    expect(await verify(repository, file)).toMatchObject({ code: 0, kind: 'history' });
    repository.commit({ 'b.env': `TOKEN=${TOKEN}\n` });
    expect(await verify(repository, file)).toMatchObject({
      code: 1,
      kind: 'returned',
      places: ['b.env:1 HEAD,work tree'],
    });
  });

  it('follows a value to where another rule finds it', async () => {
    const password = sample('base62', 22, 83);
    const repository = leaked({ 'a.env': `DATABASE_URL=postgres://app:${password}@db.acme.dev/shop\n` });
    const file = await recordFile(repository);
    repository.commit({ 'a.env': 'DATABASE_URL=\n', 'settings.py': `DB_PASSWORD = "${password}"\n` });
    const { code, kind, document } = await verify(repository, file);
    expect([code, kind, document.verdicts[0].places[0]]).toMatchObject([
      1,
      'standing',
      { path: 'settings.py', line: 1 },
    ]);
    expect(document.verdicts[0].places[0].ruleId).not.toBe('postgres-connection-string');
  });

  it('reports a value that an allowing comment hides', async () => {
    const repository = leaked();
    const file = await recordFile(repository);
    repository.commit({ 'a.env': `TOKEN=${TOKEN} # leakgate:allow rotated\n` });
    expect(await verify(repository, file)).toMatchObject({ code: 1, kind: 'standing' });
  });

  it('knows when even the history has it no more', async () => {
    const file = await recordFile(leaked());
    const rewritten = new TestRepository();
    rewritten.commit({ 'a.env': 'TOKEN=\n' });
    expect(await verify(rewritten, file)).toMatchObject({ code: 0, kind: 'gone' });
  });

  it.each(['json', 'sarif'])('takes a %s report too', async format => {
    const repository = leaked();
    const file = join(temporaryFolder(), 'report');
    await leakgate(['history', repository.dir, '--format', format, '--output', file]);
    expect(await verify(repository, file)).toMatchObject({ code: 1, kind: 'standing' });
  });

  it.each([
    { name: 'its rule is disabled', config: { rules: { disable: ['github-pat-classic'] } }, kind: 'unknown' },
    { name: 'the clone is shallow', config: {}, kind: 'standing', shallow: true },
  ])('ends with 2 when $name', async ({ config, kind, shallow }) => {
    const repository = leaked();
    const file = await recordFile(repository);
    writeFileSync(join(repository.dir, '.leakgate.json'), JSON.stringify(config));
    if (shallow) writeFileSync(join(repository.dir, '.git', 'shallow'), `${repository.git('rev-parse', 'HEAD')}\n`);
    expect(await verify(repository, file)).toMatchObject({ code: 2, kind });
  });

  it('says in words what stands where, and what is not proven', async () => {
    const repository = leaked();
    const file = await recordFile(repository);
    const { stdout } = await leakgate(['incident', '--verify-rotation', file, '--repo', repository.dir], {
      secrets: SECRETS,
    });
    expect(stdout).toContain(
      'GitHub personal access token (classic) ghp_… (40 characters): STILL THERE\n  a.env:2  HEAD, work tree',
    );
    expect(stdout).toContain('Not proven by this:\n  that the issuer refuses the old value: try that there\n');
  });
});

describe('drill', () => {
  it('goes the whole way and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const env = { TMPDIR: folder };
    const run = await leakgate(['incident', 'drill', '--format', 'json'], { env });
    const record = recordSchema.parse(JSON.parse(run.stdout));
    expect([run.code, record.isDrill, record.incidents.map(({ title }) => title)]).toEqual([
      0,
      true,
      ['DRILL: GitHub personal access token (classic)'],
    ]);
    expect(
      run.stderr
        .trimEnd()
        .split('\n')
        .every(line => line.startsWith('DRILL: ')),
    ).toBe(true);
    expect(run.stderr).toMatch(/still stands at HEAD[\s\S]*rotated, and verified: gone from HEAD/);
    const { stdout } = await leakgate(['incident', 'drill'], { env, cwd: folder });
    expect(stdout).toMatch(/^# DRILL: incident record\n\n\*\*This is a drill\.\*\*/);
    expect(await import('node:fs').then(fs => fs.readdirSync(folder))).toEqual([]);
  });
});

describe('age', () => {
  const aged = async (repository: TestRepository, ...args: string[]) => {
    const run = await leakgate(['incident', 'age', repository.dir, '--format', 'json', ...args], { secrets: SECRETS });
    return { code: run.code, document: JSON.parse(run.stdout) };
  };

  it('counts secrets and keys of templates from when they came in, and says what is overdue', async () => {
    const repository = leaked({ 'a.env': `TOKEN=${TOKEN}\n`, '.env.example': 'JWT_SECRET=\nPORT=3000\n' });
    const { code, document } = await aged(repository);
    expect(code).toBe(1);
    expect(
      document.entries.map((entry: Record<string, unknown>) => [entry.what, entry.name, entry.kind, entry.state]),
    ).toEqual([
      ['template-key', 'JWT_SECRET', 'signing-key', 'overdue'],
      ['secret', 'TOKEN', 'ci-token', 'overdue'],
    ]);
    expect(document.entries[0].since).toBe('2024-01-01T00:03:00.000Z');
  });

  it('begins anew with a key that was away', async () => {
    const repository = new TestRepository();
    repository.commit({ 'web/.env.example': 'API_TOKEN=\n' });
    repository.commit({ 'web/.env.example': 'A=\n' });
    const back = repository.commit({ 'web/.env.example': 'A=\nAPI_TOKEN=\n' });
    const since = new Date(repository.git('show', '-s', '--format=%aI', back)).toISOString();
    expect((await aged(repository)).document.entries[0]).toMatchObject({
      name: 'API_TOKEN',
      path: 'web/.env.example',
      since,
    });
  });

  it('takes intervals and the warning from the config', async () => {
    const repository = new TestRepository();
    repository.commit({ '.env.example': 'JWT_SECRET=\n' });
    const days = Math.floor((Date.now() - Date.UTC(2024, 0, 1)) / 86_400_000);
    const state = async (rotation: object) => {
      writeFileSync(join(repository.dir, '.leakgate.json'), JSON.stringify({ rotation }));
      const { code, document } = await aged(repository);
      return [code, document.entries[0].state];
    };
    expect(await state({ intervals: { 'signing-key': Math.ceil(days / 0.9) } })).toEqual([0, 'soon']);
    expect(await state({ intervals: { 'signing-key': Math.ceil(days / 0.9) }, warnAt: 0.95 })).toEqual([0, 'ok']);
    expect(await state({ intervals: { 'signing-key': 30 } })).toEqual([1, 'overdue']);
  });

  it('is not whole for a shallow clone', async () => {
    const origin = new TestRepository();
    origin.commit({ '.env.example': 'JWT_SECRET=\n' });
    origin.commit({ 'b.txt': 'b\n' });
    const clone = temporaryFolder();
    origin.git('clone', '-q', '--depth', '1', `file://${origin.dir}`, clone);
    const { code, stdout } = await leakgate(['incident', 'age', clone]);
    expect([code, stdout.includes('INCOMPLETE')]).toEqual([2, true]);
  });

  it('says in words what the guides disagree on, and that what stands in git has leaked', async () => {
    const { stdout } = await leakgate(['incident', 'age', leaked().dir], { secrets: SECRETS });
    expect(stdout).toMatch(/OVERDUE +at least \d+ days of \d+ {2}TOKEN {2}a\.env:2 {2}ci-token {2}SEC-[0-9a-f]{12}/);
    expect(stdout).toContain('rotate those 1 now, whatever the interval');
  });

  it('of a repository without commits and without anything is nothing', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    const { code, document } = await aged(repository);
    expect([code, document.entries]).toEqual([0, []]);
  });
});
