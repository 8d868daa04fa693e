// `leakgate incident` on real repositories: what git tells of a leak, and what becomes of it in a record.

import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Incident, type IncidentRecord, recordSchema } from '../../src/incident/record-schema.js';
import { sampleCrcToken, sampleJwt } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, type Run, type RunOptions } from '../helpers/run.js';

const TOKEN = sampleCrcToken(`ghp${'_'}`, 30, 71);
const OTHER = sampleCrcToken(`ghp${'_'}`, 30, 72);
const SECRETS = [TOKEN, OTHER];

async function record(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run & { record: IncidentRecord; incidents: Incident[] }> {
  const run = await leakgate(['incident', '--format', 'json', ...args], { secrets: SECRETS, ...options });
  const parsed = recordSchema.parse(JSON.parse(run.stdout));
  return { ...run, record: parsed, incidents: parsed.incidents };
}

const ofHistory = (repository: TestRepository, ...args: string[]) => record(['--repo', repository.dir, ...args]);
const only = ({ incidents }: { incidents: Incident[] }) => {
  expect(incidents).toHaveLength(1);
  return incidents[0] as Incident;
};

/** Marks a branch as pushed, as a fetch would. */
const pushed = (repository: TestRepository, branch = 'main') =>
  repository.git('update-ref', `refs/remotes/origin/${branch}`, branch);

describe('exposure', () => {
  it('of a rebased commit began with the earlier date, and both are kept', async () => {
    const repository = new TestRepository();
    repository.write('a.env', `TOKEN=${TOKEN}\n`);
    repository.git('add', '-A');
    const env = { GIT_AUTHOR_DATE: '2024-01-05T10:00:00Z', GIT_COMMITTER_DATE: '2024-01-09T10:00:00Z' };
    repository.gitWith({ env }, 'commit', '-q', '-m', 'a');
    const { exposure } = only(await ofHistory(repository));
    expect(exposure.existedBy).toBe('2024-01-05T10:00:00.000Z');
    expect(exposure.introduced).toMatchObject({
      authorDate: '2024-01-05T10:00:00Z',
      committerDate: '2024-01-09T10:00:00Z',
    });
  });

  it('of what a tag alone leads to is P2: the tag may be public', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    repository.git('checkout', '-q', '-b', 'release');
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    repository.git('tag', '-a', '-m', 'v1', 'v1');
    repository.git('checkout', '-q', 'main');
    repository.git('branch', '-q', '-D', 'release');
    const incident = only(await ofHistory(repository));
    expect(incident).toMatchObject({
      priority: 'P2',
      exposure: { tags: ['v1'], branches: [], pushed: null, atHead: false },
    });
    expect(incident.order.strategy).toBe('revoke-first');
  });

  it('of a shallow clone is a bound, and the record is not whole: exit 2', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    origin.commit({ 'b.txt': 'b\n' });
    const clone = temporaryFolder();
    origin.git('clone', '-q', '--depth', '1', `file://${origin.dir}`, clone);
    const run = await record(['--repo', clone]);
    expect([run.code, run.record.source.isComplete, only(run).exposure.isComplete]).toEqual([2, false, false]);
    expect(only(run).reasons).toContain('the history is not complete: dates and counts are bounds');
  });

  it('of one value in three files is one incident', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n`, 'b.env': `TOKEN=${TOKEN}\n`, 'c/d.env': `TOKEN=${TOKEN}\n` });
    const { exposure } = only(await ofHistory(repository));
    expect([exposure.files, exposure.occurrences, exposure.places.map(({ path }) => path)]).toEqual([
      3,
      3,
      ['a.env', 'b.env', 'c/d.env'],
    ]);
  });

  it('of what was not pushed is P3, with time to rotate first', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    pushed(repository);
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    const incident = only(await ofHistory(repository));
    expect([incident.priority, incident.exposure.pushed, incident.order.strategy]).toEqual([
      'P3',
      false,
      'rotate-first',
    ]);
    const [contain, rotate] = ['contain', 'rotate'].map(id => incident.phases.find(phase => phase.id === id));
    expect(contain?.steps[0]?.text).toMatch(/^Do not push main/);
    expect(Date.parse(rotate?.dueAt ?? '') - Date.parse(contain?.dueAt ?? '')).toBe(23 * 3_600_000);
  });

  it('of an expired token is P4', async () => {
    const repository = new TestRepository();
    const token = sampleJwt({ iss: 'https://auth.acme.dev', exp: 1_600_000_000 });
    repository.commit({ 'a.env': `SESSION=${token}\n` });
    pushed(repository);
    const incident = only(await record(['--repo', repository.dir], { secrets: [token] }));
    expect(incident).toMatchObject({
      priority: 'P4',
      secret: {
        expiresAt: '2020-09-13T12:26:40.000Z',
        isExpired: true,
        account: 'JWT of issuer https://auth.acme.dev',
      },
    });
  });

  it('has the time of the push where this clone made it', async () => {
    const origin = new TestRepository({ bare: true });
    const repository = new TestRepository();
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    repository.git('remote', 'add', 'origin', origin.dir);
    repository.gitWith({ env: { GIT_COMMITTER_DATE: '2024-02-03T04:05:06Z' } }, 'push', '-q', 'origin', 'main');
    repository.commit({ 'b.txt': 'b\n' });
    repository.gitWith({ env: { GIT_COMMITTER_DATE: '2024-03-03T04:05:06Z' } }, 'push', '-q', 'origin', 'main');
    const { exposure, phases } = only(await ofHistory(repository));
    expect([exposure.pushed, exposure.pushedAt]).toEqual([true, '2024-02-03T04:05:06.000Z']);
    expect(exposure.unknown).not.toContain('when it was pushed');
    expect(phases.find(({ id }) => id === 'audit')?.steps[0]?.text).toContain('2024-02-03T04:05:06.000Z (first push)');
    const fresh = temporaryFolder();
    repository.git('clone', '-q', origin.dir, fresh);
    const other = only(await record(['--repo', fresh])).exposure;
    expect([other.pushed, other.pushedAt]).toEqual([true, null]);
    expect(other.unknown[0]).toBe('when it was pushed');
  });

  it('of a bare repository counts as pushed', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    const bare = temporaryFolder();
    repository.git('clone', '-q', '--mirror', repository.dir, bare);
    const incident = only(await record(['--repo', bare]));
    expect([incident.priority, incident.exposure.pushed]).toEqual(['P1', true]);
  });

  it('of two secrets of one commit names each other', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `A=${TOKEN}\nB=${OTHER}\n` });
    const { incidents } = await ofHistory(repository);
    const [a, b] = incidents;
    expect([a?.exposure.cameWith, b?.exposure.cameWith]).toEqual([[b?.id], [a?.id]]);
  });
});

describe('the record', () => {
  const committed = () => {
    const repository = new TestRepository();
    repository.commit({
      'a.env': `TOKEN=${TOKEN}\n`,
      'b.env': `TOKEN=${OTHER}\n`,
      'src/a.ts': 'process.env.DEPLOY_TOKEN;\n',
    });
    pushed(repository);
    return repository;
  };

  it('has the same ids from a scan, from JSON, from SARIF, and from the next run', async () => {
    const repository = committed();
    const folder = temporaryFolder();
    for (const format of ['json', 'sarif'])
      await leakgate(['history', repository.dir, '--format', format, '--output', join(folder, format)]);
    const runs = [
      await ofHistory(repository),
      await ofHistory(repository),
      await record([join(folder, 'json')]),
      await record([join(folder, 'sarif')]),
    ];
    const [first, ...others] = runs.map(({ incidents }) => incidents.map(({ id }) => id).sort());
    expect(first).toHaveLength(2);
    for (const ids of others) expect(ids).toEqual(first);
    expect(runs.map(({ record: { source } }) => source.kind)).toEqual(['scan', 'scan', 'json', 'sarif']);
  });

  it('reads a report from standard input', async () => {
    const { stdout } = await leakgate(['history', committed().dir, '--format', 'json']);
    const { incidents, record: made } = await record(['-'], { input: stdout });
    expect([incidents.length, made.source.file]).toEqual([2, null]);
  });

  it('keeps what is incomplete incomplete on the way through a report', async () => {
    const origin = new TestRepository();
    origin.commit({ 'a.txt': 'a\n' });
    origin.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    const clone = temporaryFolder();
    origin.git('clone', '-q', '--depth', '1', `file://${origin.dir}`, clone);
    for (const format of ['json', 'sarif']) {
      const { stdout } = await leakgate(['history', clone, '--format', format]);
      const { code, record: made } = await record(['-'], { input: stdout });
      expect([code, made.source.isComplete]).toEqual([2, false]);
    }
  });

  it('sets its clocks from --detected-at, the config makes them tighter, and the config names owners', async () => {
    const repository = committed();
    const config = {
      incident: { clocks: { contain: 0.25, rca: 48 }, owners: { 'ci-token': 'platform team' }, notify: ['#security'] },
    };
    writeFileSync(join(repository.dir, '.leakgate.json'), JSON.stringify(config));
    const { record: made, incidents } = await ofHistory(repository, '--detected-at', '2026-01-01T00:00:00Z');
    const due = Object.fromEntries(incidents[0]?.phases.map(({ id, dueAt }) => [id, dueAt]) ?? []);
    expect([made.detectedAt, made.detectedBy]).toEqual(['2026-01-01T00:00:00.000Z', 'flag']);
    expect(due).toEqual({
      detect: null,
      contain: '2026-01-01T00:15:00.000Z',
      rotate: '2026-01-01T01:00:00.000Z',
      invalidate: '2026-01-02T00:00:00.000Z',
      audit: '2026-01-02T00:00:00.000Z',
      rca: '2026-01-03T00:00:00.000Z',
      close: '2026-01-31T00:00:00.000Z',
    });
    expect([incidents[0]?.owner.suggested, incidents[0]?.notification.whom]).toEqual(['platform team', ['#security']]);
  });

  it('leaves out what is below a priority, and counts it', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `TOKEN=${TOKEN}\n` });
    pushed(repository);
    repository.commit({ 'b.env': `TOKEN=${OTHER}\n` });
    const { record: made } = await ofHistory(repository, '--min-priority', 'P2');
    expect(made.summary).toMatchObject({ incidents: 1, belowPriority: 1, byPriority: { P1: 1, P3: 0 } });
  });

  it('leaves out what is allowed, and counts it', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `TOKEN=${TOKEN} # leakgate:allow a sample\n` });
    const { code, record: made } = await ofHistory(repository);
    expect([code, made.summary.incidents, made.summary.suppressed]).toEqual([0, 0, 1]);
  });

  it.each([
    { args: [], code: 0 },
    { args: ['--fail'], code: 1 },
  ])('ends with $code when written with $args', async ({ args, code }) => {
    expect((await ofHistory(committed(), ...args)).code).toBe(code);
  });

  it('goes to a file, whole', async () => {
    const file = join(temporaryFolder(), 'incident.md');
    const run = await leakgate(['incident', '--repo', committed().dir, '--output', file], { secrets: SECRETS });
    expect([run.code, run.stdout, run.stderr]).toEqual([0, '', `leakgate: 2 incidents written to ${file}\n`]);
  });

  it('names the places to update by the variable, in HEAD, with the store behind each', async () => {
    const repository = new TestRepository();
    repository.commit({
      '.env.production': `DEPLOY_TOKEN=${TOKEN}\n`,
      '.env.example': 'A=\nDEPLOY_TOKEN=\n',
      '.github/workflows/ci.yml': 'env:\n  DEPLOY_TOKEN: ${{ secrets.PAT }}\n',
      'docker-compose.yml': 'services:\n  a:\n    environment:\n      - DEPLOY_TOKEN\n',
      'src/a.py': 'import os\nos.environ["DEPLOY_TOKEN"]\n',
      'src/b.py': 'os.environ["MY_DEPLOY_TOKEN"]\n',
      'node_modules/x/index.js': 'process.env.DEPLOY_TOKEN\n',
    });
    const { update } = only(await ofHistory(repository));
    expect(update.places.map(({ path, line, kind, store }) => `${path}:${line} ${kind} ${store}`)).toEqual([
      '.github/workflows/ci.yml:2 workflow CI secret PAT',
      'docker-compose.yml:4 compose null',
      '.env.production:1 env-file null',
      'src/a.py:2 code null',
      '.env.example:2 env-template null',
    ]);
    expect(update.searched).toBe(repository.git('rev-parse', 'HEAD'));
  });

  it('does not search another repository than the one that a report speaks of', async () => {
    const repository = new TestRepository();
    repository.commit({ 'a.env': `DEPLOY_TOKEN=${TOKEN}\n` });
    const { stdout } = await leakgate(['history', repository.dir, '--format', 'json']);
    const elsewhere = await record(['-'], { input: stdout, cwd: temporaryFolder() });
    expect(only(elsewhere).update).toMatchObject({
      searched: null,
      note: 'no repository was searched; give it with --repo',
    });
    repository.commit({ 'b.txt': 'b\n' });
    const moved = await record(['-'], { input: stdout, cwd: repository.dir });
    expect(only(moved).update.note).toMatch(/another commit than HEAD/);
    const named = await record(['-', '--repo', repository.dir], { input: stdout });
    expect(only(named).update.places).toHaveLength(1);
  });

  it('publishes its schema', async () => {
    const { code, stdout } = await leakgate(['incident', '--schema']);
    expect([code, JSON.parse(stdout).title]).toEqual([0, 'leakgate incident record']);
  });
});

describe('hostile names', () => {
  it('are shown in markdown and are none', async () => {
    const repository = new TestRepository();
    const path = '<img src=x onerror=alert(1)>|[x](http://evil.dev)`.env';
    repository.write(path, `TOKEN=${TOKEN}\n`);
    repository.git('add', '-A');
    const env = {
      GIT_AUTHOR_NAME: '\u202e`|@acme/all![x](http://evil.dev/p.png)<script>\u001b[31m',
      GIT_AUTHOR_EMAIL: 'x@y',
    };
    repository.gitWith({ env }, 'commit', '-q', '-m', 'a');
    repository.git('branch', 'a|b`<b>c');
    repository.git('tag', '<script>`@acme');
    const { code, stdout } = await leakgate(['incident', '--repo', repository.dir], { secrets: SECRETS });
    expect(code).toBe(0);
    const prose = stdout
      .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'CODE')
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/<https:\/\/[\w./#-]+>/g, '');
    expect(prose).not.toMatch(/<(?:img|script|b)|\]\(|@acme|http:/);
    expect(stdout).not.toMatch(/[\u202e\u001b]/);
    expect(stdout).not.toMatch(/^::/m);
  });

  it('that are secrets themselves are in no record', async () => {
    const repository = new TestRepository();
    repository.commit({ [`${OTHER}/${TOKEN}.env`]: `DEPLOY_TOKEN=${TOKEN}\n` });
    const { code } = await ofHistory(repository);
    expect(code).toBe(0);
  });
});

describe('asked wrongly', () => {
  const file = (text: string) => {
    const path = join(temporaryFolder(), 'report.json');
    writeFileSync(path, text);
    return path;
  };

  const huge = () => {
    const path = file('');
    truncateSync(path, 300 * 1024 * 1024); // holds nothing on the disk
    return path;
  };

  it.each([
    { name: 'a file that is not there', args: () => ['missing.json'], says: /missing\.json does not exist/ },
    { name: 'a folder', args: () => [temporaryFolder()], says: /it is not a regular file/ },
    { name: 'no JSON', args: () => [file('{')], says: /it is not JSON/ },
    { name: 'a huge file', args: () => [huge()], says: /it is longer than 256 MB/ },
    { name: 'another JSON', args: () => [file('{"findings": [1]}')], says: /tool/ },
    { name: 'no repository', args: () => ['--repo', temporaryFolder()], says: /is not in a git repository/ },
    { name: 'a time without a zone', args: () => ['--detected-at', '2026-01-01'], says: /--detected-at: write it as/ },
    { name: 'a time to come', args: () => ['--detected-at', '2999-01-01T00:00:00Z'], says: /it lies in the future/ },
    {
      name: 'a verification of nothing',
      args: () => ['--verify-rotation', file('{"schema": "leakgate-incident/1", "incidents": []}')],
      says: /no incident to look for/,
    },
    {
      name: 'a broken record',
      args: () => ['--verify-rotation', file('{"schema": "leakgate-incident/1", "incidents": [{}]}')],
      says: /incidents\[0\]/,
    },
    {
      name: 'two files',
      args: () => ['--verify-rotation', file('{}'), 'b.json'],
      says: /it takes the one file itself/,
    },
    {
      name: 'clocks that are looser',
      args: () => ['--config', file('{"incident": {"clocks": {"contain": 2}}}'), file('{}')],
      says: /neither a JSON|at most 1/,
    },
  ])('$name ends with one line and 2', async ({ args, says }) => {
    const { code, stdout, stderr } = await leakgate(['incident', ...args()], { cwd: temporaryFolder() });
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(says);
  });
});
