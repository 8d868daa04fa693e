// Starts git: one absolute path, no shell, nothing of the repository in argv, exit status checked, a limit on silence.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';
import { LeakgateError } from '../errors.js';
import type { PrivateDir } from './private-dir.js';

export type Git = {
  path: string;
  privateDir: PrivateDir;
};

const SILENCE_MS = 120_000; // git that says nothing for so long hangs: a FIFO, a dead disk
const STDERR_BYTES = 4096; // kept for the message

/**
 * Finds git on the PATH, never inside the scanned repository.
 *
 * @throws {LeakgateError} GIT_MISSING
 */
export function findGit(env: Readonly<Record<string, string | undefined>>, root: string | null): string {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const dir of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(dir) || (root !== null && `${dir}${sep}`.startsWith(`${root}${sep}`))) continue;
    for (const name of names) if (isExecutable(join(dir, name))) return join(dir, name);
  }
  throw new LeakgateError('GIT_MISSING', { reason: 'there is no git on the PATH' });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A running git: its output as it comes, and how it ended. */
export type GitProcess = {
  write(text: string | Buffer): void;
  end(): void;
  output: AsyncIterable<Buffer>;
  /** Resolves when the process is gone; never rejects. */
  ended: Promise<{ code: number | null; signal: string | null; stderr: string }>;
  kill(): void;
};

/** Starts git with arguments that are ours alone. */
export function startGit(git: Git, args: readonly string[]): GitProcess {
  const child = spawn(git.path, [...args], {
    cwd: git.privateDir.dir,
    env: git.privateDir.env,
    shell: false,
    windowsHide: true,
  });
  const watch = watchSilence(child);
  let stderr = '';
  let failure: string | null = null;
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < STDERR_BYTES) stderr += chunk.toString('utf8');
  });
  child.stdin.on('error', () => {}); // git that ended early: its exit status tells
  child.on('error', error => {
    failure = error.message;
    child.stdout.destroy();
  });
  const ended = new Promise<{ code: number | null; signal: string | null; stderr: string }>(done => {
    const finish = (code: number | null, signal: string | null) => {
      watch.stop();
      done({ code, signal, stderr: failure ?? (watch.expired() ? `no answer for ${SILENCE_MS / 1000} s` : stderr) });
    };
    child.on('close', finish);
    child.on('error', () => finish(null, null));
  });
  return {
    write: text => void child.stdin.write(text),
    end: () => void child.stdin.end(),
    output: child.stdout,
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}

function watchSilence(child: ChildProcessWithoutNullStreams): { stop(): void; expired(): boolean } {
  let hasExpired = false;
  const onSilence = () => {
    if (child.stdout.isPaused() || child.stdout.readableLength > 0) return void timer.refresh(); // we are slow, not git
    hasExpired = true;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(onSilence, SILENCE_MS);
  timer.unref();
  child.stdout.on('readable', () => timer.refresh());
  return { stop: () => clearTimeout(timer), expired: () => hasExpired };
}

/**
 * Runs git to its end and gives its whole output.
 *
 * @throws {LeakgateError} GIT_FAILED when it ends with another status than 0
 */
export async function runGit(git: Git, args: readonly string[], input: string | Buffer = ''): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await streamGit(git, { args, input }, chunk => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** What git is asked. `expected`: exit statuses that are answers; 0 alone when it is left out. */
export type GitQuestion = { args: readonly string[]; input?: string | Buffer; expected?: readonly number[] };

/**
 * Runs git to its end and hands out its output as it comes.
 *
 * @throws {LeakgateError} GIT_FAILED when it ends with a status that is not expected
 */
export async function streamGit(
  git: Git,
  { args, input = '', expected = [0] }: GitQuestion,
  onChunk: (chunk: Buffer) => void,
): Promise<void> {
  const running = startGit(git, args);
  running.write(input);
  running.end();
  for await (const chunk of running.output) onChunk(chunk);
  const { code, stderr } = await running.ended;
  if (code === null || !expected.includes(code))
    throw new LeakgateError('GIT_FAILED', {
      command: args[0] ?? '',
      reason: firstLine(stderr) || `it ended with status ${code}`,
    });
}

/** The first line of git's own words, without its `fatal:`; for messages, never for decisions. */
export function firstLine(stderr: string): string {
  return (stderr.split('\n').find(line => line.trim() !== '') ?? '')
    .replace(/^(?:fatal|error): /, '')
    .trim()
    .slice(0, 300);
}
