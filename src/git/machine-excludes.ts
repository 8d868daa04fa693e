// Ignore rules that hold on this machine alone, as data: `.git/info/exclude` and the file that core.excludesFile names. They keep
// nobody else from committing a file. Source: git Documentation/gitignore.adoc, "DESCRIPTION"

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Repository, readText } from './repository.js';
import { type Git, startGit } from './run-git.js';

type Env = Readonly<Record<string, string | undefined>>;

export type MachineExcludes = {
  text: Buffer; // of both, the one that wins last
  ignoreCase: boolean;
  /** Which file a line of `text` comes from, in words. */
  sourceOf(line: number): { source: string; line: number };
};

const KEYS = '^core\\.(excludesfile|ignorecase)$';

/** Reads them. null: this machine has none. */
export async function readMachineExcludes(git: Git, repository: Repository, env: Env): Promise<MachineExcludes | null> {
  const user = await settingsOfUser(git, env);
  const own = await settingsOfRepository(git, repository);
  const name = own.get('core.excludesfile') ?? user.get('core.excludesfile') ?? defaultFile(env);
  const global = name === null ? null : readText(withHome(name, env));
  const local = readText(join(repository.commonDir, 'info', 'exclude'));
  const ignoreCase = isTrue(own.get('core.ignorecase') ?? user.get('core.ignorecase'));
  if (global === null && local === null && !ignoreCase) return null;
  const head = global === null || global === '' ? '' : global.endsWith('\n') ? global : `${global}\n`;
  const headLines = head.split('\n').length - 1;
  return {
    text: Buffer.from(`${head}${local ?? ''}`, 'latin1'),
    ignoreCase,
    sourceOf: line =>
      line <= headLines
        ? { source: 'core.excludesFile', line }
        : { source: '.git/info/exclude', line: line - headLines },
  };
}

// The user's own settings are trusted; `git config` runs nothing.
async function settingsOfUser(git: Git, env: Env): Promise<Map<string, string>> {
  const { GIT_CONFIG_NOSYSTEM: _, GIT_CONFIG_GLOBAL: __, ...rest } = git.privateDir.env;
  const own = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'].flatMap(name =>
    env[name] === undefined ? [] : [[name, env[name] as string]],
  );
  if (env.XDG_CONFIG_HOME === undefined) delete rest.XDG_CONFIG_HOME;
  const home = { ...git, privateDir: { ...git.privateDir, env: { ...rest, ...Object.fromEntries(own) } } };
  return readSettings(home, ['config', '--includes', '-z', '--get-regexp', KEYS]);
}

// The repository's are data: a copy of the file, without what it includes.
async function settingsOfRepository(git: Git, repository: Repository): Promise<Map<string, string>> {
  const text = readText(join(repository.commonDir, 'config'));
  if (text === null) return new Map();
  writeFileSync(join(git.privateDir.dir, 'scanned-config'), text, 'latin1');
  return readSettings(git, ['config', '--file', 'scanned-config', '--no-includes', '-z', '--get-regexp', KEYS]);
}

async function readSettings(git: Git, args: readonly string[]): Promise<Map<string, string>> {
  const running = startGit(git, args);
  running.end();
  const chunks: Buffer[] = [];
  for await (const chunk of running.output) chunks.push(chunk);
  const { code } = await running.ended;
  // 1: nothing is set. Anything else: no rule of this machine is named, which changes no verdict.
  if (code !== 0) return new Map();
  return new Map(
    Buffer.concat(chunks)
      .toString()
      .split('\0')
      .filter(record => record !== '')
      .map(record => {
        const end = record.indexOf('\n');
        return end < 0 ? [record, 'true'] : [record.slice(0, end), record.slice(end + 1)];
      }),
  );
}

function defaultFile(env: Env): string | null {
  const folder = env.XDG_CONFIG_HOME || (env.HOME ? join(env.HOME, '.config') : null);
  return folder === null ? null : join(folder, 'git', 'ignore');
}

function withHome(name: string, env: Env): string {
  return name.startsWith('~/') ? join(env.HOME ?? '', name.slice(2)) : name;
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|yes|on|1|)$/i.test(value);
}
