// `leakgate incident drill`: the whole way, from detection to verified rotation, with a made-up secret in a repository of its own.
// Nothing of it is real but the work; the record says so everywhere.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeakgateError } from '../errors.js';
import { findGit, type Git, runGit } from '../git/run-git.js';
import { toWanted } from '../incident/verify.js';
import { sampleCrcToken } from '../sample.js';
import { EXIT } from './exit-code.js';
import { type IncidentFlags, makeRecord, writeRecord } from './incident-command.js';
import { leaksOf, scanRepository } from './incident-scan.js';
import { verify } from './verify-command.js';
import { type World, write } from './world.js';
import { checkOutput } from './write-output.js';

const NAME = 'DRILL_GITHUB_TOKEN';
const DAY = 86_400; // seconds

/** Runs a drill. @returns 0 when every step gave what it should */
export async function runDrill(world: World, flags: Pick<IncidentFlags, 'format' | 'output'>): Promise<number> {
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const dir = mkdtempSync(join(tmpdir(), 'leakgate-drill-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const restore = world.onInterrupt(remove);
  try {
    await practise(world, dir, flags);
    return EXIT.clean;
  } finally {
    restore();
    remove();
  }
}

async function practise(world: World, dir: string, flags: Pick<IncidentFlags, 'format' | 'output'>): Promise<void> {
  const say = (text: string) => write(world.stderr, `DRILL: ${text}\n`);
  const seconds = Math.floor(world.now().getTime() / 1000);
  const git = await makeRepository(world, dir, seconds);
  const all: IncidentFlags = { ...flags, repo: dir, config: false, quiet: true };
  const scanned = await scanRepository(world, dir, all, 'history');
  const report = leaksOf(scanned);
  const [leak] = report.leaks;
  if (!leak || report.leaks.length !== 1)
    throw failed('detect', `${report.leaks.length} secrets were found instead of one`);
  await say(
    `a token was committed, pushed and tagged ${leak.exposure.days} days ago in a repository made for this; it was found`,
  );
  const record = await makeRecord(world, {
    report,
    settings: scanned.options.incident,
    engine: scanned.engine,
    wantedHead: null,
    file: null,
    flags: all,
    detectedAt: null,
    isDrill: true,
  });
  await writeRecord(world, record, all);
  const wanted = [toWanted(leak)];
  await expectVerdict(world, { wanted, all, step: 'verify before the rotation', kind: 'standing' });
  await say('verified before the rotation: the old value still stands at HEAD, as it should');
  await rotate(git, seconds);
  await expectVerdict(world, { wanted, all, step: 'verify after the rotation', kind: 'history' });
  await say('rotated, and verified: gone from HEAD; the history still has it, which is why it is revoked');
  await say('over. Now do it with people: who is told, who may revoke, how long does each phase take?');
}

type Expected = { wanted: ReturnType<typeof toWanted>[]; all: IncidentFlags; step: string; kind: string };

async function expectVerdict(world: World, { wanted, all, step, kind }: Expected): Promise<void> {
  const { verdicts, isComplete } = await verify(world, wanted, all);
  const got = verdicts[0]?.kind ?? 'nothing';
  if (!isComplete) throw failed(step, 'the scan was not complete');
  if (got !== kind) throw failed(step, `the verdict is "${got}" instead of "${kind}"`);
}

function failed(step: string, reason: string): LeakgateError {
  return new LeakgateError('DRILL_FAILED', { step, reason });
}

// A git of our own: no config but the one of the new repository, nothing of the user's.
async function makeRepository(world: World, dir: string, seconds: number): Promise<Git> {
  const env = {
    PATH: world.env.PATH ?? world.env.Path ?? '',
    HOME: dir,
    GIT_DIR: join(dir, '.git'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_TEMPLATE_DIR: '',
    LC_ALL: 'C',
  };
  const git: Git = {
    path: findGit(world.env, null),
    privateDir: { dir, env, writeShallow: () => {}, shallowOf: () => [], remove: () => {} },
  };
  await runGit(git, ['init', '-q', '-b', 'main']);
  const token = sampleCrcToken(`ghp${'_'}`, 30, seconds);
  await runGit(
    git,
    ['fast-import', '--quiet'],
    [
      commit(1, seconds - 40 * DAY, 'Release from CI', {
        '.env.example': `${NAME}=\n`,
        '.github/workflows/release.yml': `on: push\njobs:\n  release:\n    steps:\n      - run: node release.js\n        env:\n          ${NAME}: \${{ secrets.${NAME} }}\n`,
        'release.js': `const token = process.env.${NAME};\n`,
      }),
      commit(2, seconds - 30 * DAY, 'Make it work on the machine', { '.env.production': `${NAME}=${token}\n` }),
      ...['refs/remotes/origin/main', 'refs/tags/v1.0.0'].map(ref => `reset ${ref}\nfrom :2\n`),
    ].join('\n'),
  );
  return git;
}

async function rotate(git: Git, seconds: number): Promise<void> {
  const files = { '.env.production': `# ${NAME} comes from the secret manager\n` };
  await runGit(git, ['fast-import', '--quiet'], commit(1, seconds, 'Take the token out', files, 'refs/heads/main^0'));
}

function commit(
  mark: number,
  time: number,
  message: string,
  files: Record<string, string>,
  from: string | null = null,
): string {
  const person = `leakgate drill <drill@leakgate.invalid> ${time} +0000`;
  const text = (value: string) => `data ${Buffer.byteLength(value)}\n${value}`;
  return [
    'commit refs/heads/main',
    `mark :${mark}`,
    `author ${person}`,
    `committer ${person}`,
    text(`DRILL: ${message}\n`),
    ...(from === null ? [] : [`from ${from}`]),
    ...Object.entries(files).map(([path, content]) => `M 100644 inline ${path}\n${text(content)}`),
    '',
  ].join('\n');
}
