// Real git repositories for tests, with fixed names and dates, made by the git on this machine.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A repository in a temporary folder that is removed when the test has finished. */
export class TestRepository {
  readonly dir: string;
  #clock = Date.UTC(2024, 0, 1) / 1000;

  constructor(options: { init?: readonly string[]; bare?: boolean } = {}) {
    this.dir = temporaryFolder();
    this.git('init', '-q', '-b', 'main', ...(options.bare ? ['--bare'] : []), ...(options.init ?? []));
  }

  /** Runs git here; gives its output. The clock advances one minute each time. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(options: { input?: string | Buffer; env?: Record<string, string>; cwd?: string }, ...args: string[]): string {
    this.#clock += 60;
    const date = `${this.#clock} +0000`;
    return execFileSync('git', args, {
      cwd: options.cwd ?? this.dir,
      input: options.input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: this.dir,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Ann Author',
        GIT_AUTHOR_EMAIL: 'ann@acme.dev',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Carl Committer',
        GIT_COMMITTER_EMAIL: 'carl@acme.dev',
        GIT_COMMITTER_DATE: date,
        LC_ALL: 'C',
        ...options.env,
      },
    })
      .toString()
      .trim();
  }

  /** Writes a file of the work tree. */
  write(path: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), content);
  }

  /** Writes files, stages everything and commits. @returns the commit's id */
  commit(files: Record<string, string | Buffer>, message = 'change'): string {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '-A', '--force');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}

/** An empty folder that is removed when the test has finished. */
export function temporaryFolder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'leakgate-test-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
