// Every format, from a real repository with twelve leaks through the whole program: valid, complete, and without any secret.

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/cli/load-format.js';
import { runHistory } from '../../src/cli/scan-commands.js';
import { eventSchema } from '../../src/report/event-schema.js';
import type { Format } from '../../src/report/index.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { expectNoSecret, leakgate } from '../helpers/run.js';
import { twelveLeaks } from '../helpers/twelve-leaks.js';
import { stillWorld } from '../helpers/world.js';
import { token } from '../hostile/expect-scan.js';
import { checkGitLab } from '../report/validate-gitlab.js';
import { checkSarif } from '../report/validate-sarif.js';

/** Runs the history command in this process, where the time stands still. */
async function report(dir: string, format: Format): Promise<string> {
  const { world, stdout } = stillWorld(dir);
  await runHistory(world, '.', { format, quiet: true });
  return stdout();
}

const FILES: readonly [Format, string][] = [
  ['sarif', 'twelve.sarif'],
  ['gitlab', 'twelve.gitlab.json'],
  ['html', 'twelve.html'],
  ['github', 'twelve.github.txt'],
  ['junit', 'twelve.junit.xml'],
  ['csv', 'twelve.csv'],
  ['event', 'twelve.event.json'],
];

describe('twelve leaks', () => {
  const reports = new Map<Format, string>();
  let values: readonly string[] = [];
  const text = (format: Format) => reports.get(format) ?? '';

  it('are reported in every format without a secret in any', async () => {
    const leaks = twelveLeaks();
    values = leaks.values;
    for (const format of formatNames) reports.set(format, await report(leaks.repository.dir, format));
    const folder = leaks.repository.dir.split('/').at(-1) ?? '';
    for (const [format, shown] of reports) {
      expect(shown.length, format).toBeGreaterThan(500);
      expectNoSecret(shown, values);
      reports.set(format, shown.replaceAll(folder, 'shop'));
    }
  }, 120_000);

  it.each(FILES)('are in %s what %s says', async (format, file) => {
    await expect(text(format)).toMatchFileSnapshot(`../../fixtures/reports/${file}`);
  });

  it('are all twelve in each of them', () => {
    expect(checkSarif(text('sarif')).problems).toEqual([]);
    expect(checkSarif(text('sarif')).log.runs.flatMap(run => run.results).length).toBe(12);
    expect(checkGitLab(text('gitlab')).problems).toEqual([]);
    expect(checkGitLab(text('gitlab')).report.vulnerabilities.length).toBe(12);
    const { data } = eventSchema.parse(JSON.parse(text('event')));
    expect([data.findings.length, data.findingsLeftOut]).toEqual([12, 0]);
    expect(text('csv').match(/^finding,/gm)?.length).toBe(12);
    expect(text('junit').match(/<failure /g)?.length).toBe(12);
    expect(text('html').match(/<details class="finding"/g)?.length).toBe(12);
    expect(text('github').match(/^\| P\d /gm)?.length).toBe(12);
  });
});

describe('GitHub Actions', () => {
  function repositoryWithSecret(): { dir: string; secrets: string[] } {
    const repository = new TestRepository();
    const secrets = [token(1301)];
    repository.commit({ 'a.txt': `key = '${secrets[0]}'\n` });
    return { dir: repository.dir, secrets };
  }

  it('gets annotations on stdout and the summary in the file that the runner names, behind what is there', async () => {
    const { dir, secrets } = repositoryWithSecret();
    const file = join(temporaryFolder(), 'summary.md');
    writeFileSync(file, '# before\n');
    const run = await leakgate(['history', dir, '--format', 'github'], { secrets, env: { GITHUB_STEP_SUMMARY: file } });
    expect(run.stdout).toMatch(/^::error file=a\.txt,line=1,[^\n]*\n$/);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^# before\n## leakgate found 1 secret in the history\n/);
    expectNoSecret(readFileSync(file, 'utf8'), secrets);
  });

  it.each([
    {
      name: 'a link',
      make: (folder: string) => {
        writeFileSync(join(folder, 'target'), 'kept');
        symlinkSync('target', join(folder, 'summary.md'));
      },
    },
    {
      name: 'a file that is full',
      make: (folder: string) => writeFileSync(join(folder, 'summary.md'), 'x'.repeat(1_048_500)),
    },
  ])('gets the summary printed when its file is $name, and is told', async ({ make }) => {
    const { dir, secrets } = repositoryWithSecret();
    const folder = temporaryFolder();
    make(folder);
    const before = readFileSync(join(folder, 'summary.md'), 'utf8');
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    const run = await leakgate(['history', dir, '--format', 'github'], { secrets, env });
    expect(run.stdout).toContain('\n## leakgate found 1 secret in the history\n');
    expect(run.stderr).toMatch(/^leakgate: GITHUB_STEP_SUMMARY: it [^\n]*; the summary is printed\n$/);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(before);
  });

  it('gets both on stdout without such a file, and in the file of --output', async () => {
    const { dir, secrets } = repositoryWithSecret();
    const env = { GITHUB_STEP_SUMMARY: '' };
    const printed = await leakgate(['history', dir, '--format', 'github'], { secrets, env });
    expect(printed.stdout).toMatch(/^::error [\s\S]*\n## leakgate found 1 secret/);
    const file = join(temporaryFolder(), 'report.txt');
    await leakgate(['history', dir, '--format', 'github', '--output', file], { secrets, env });
    expect(readFileSync(file, 'utf8').replace(/, \d.*$/gm, '')).toBe(printed.stdout.replace(/, \d.*$/gm, ''));
  });
});

it('clocks are those of the config', async () => {
  const repository = new TestRepository();
  repository.commit({
    'a.txt': `key = '${token(1302)}'\n`,
    '.leakgate.json': '{ "incident": { "clocks": { "contain": 0.5, "close": 240 } } }',
  });
  const { data } = eventSchema.parse(JSON.parse(await report(repository.dir, 'event')));
  expect(data.clocks).toMatchObject({
    contain: '2026-01-10T12:30:00.000Z',
    audit: '2026-01-11T12:00:00.000Z',
    followUp: '2026-01-20T12:00:00.000Z',
  });
});

it.each(formatNames.filter(name => name !== 'text' && name !== 'json'))(
  '%s holds no secret, in names neither, even with --show-secrets',
  async format => {
    const repository = new TestRepository();
    const secret = token(1304);
    repository.commit({ [`keys/${secret}.txt`]: `key = '${secret}'\n` }, `use ${secret}`);
    const run = await leakgate(['history', repository.dir, '--format', format, '--show-secrets']);
    expect(run.code).toBe(1);
    expectNoSecret(run.stdout + run.stderr, [secret]);
  },
);

it('the hook loads no format but text', () => {
  const hook = readFileSync('dist/leakgate.cjs', 'utf8');
  expect(
    ['Content-Security-Policy', 'testsuites', 'secret_detection', 'specversion', 'columnKind'].filter(word =>
      hook.includes(word),
    ),
  ).toEqual([]);
});

it.each(formatNames.filter(name => name !== 'text'))('a commit is reported as %s too', async format => {
  const repository = new TestRepository();
  repository.commit({ 'a.txt': 'a\n' });
  repository.write('b.txt', `key = '${token(1303)}'\n`);
  repository.git('add', '-A');
  const run = await leakgate(['staged', '--format', format], { cwd: repository.dir, secrets: [token(1303)] });
  expect({ code: run.code, stderr: run.stderr, isEmpty: run.stdout === '' }).toEqual({
    code: 1,
    stderr: '',
    isEmpty: false,
  });
});
