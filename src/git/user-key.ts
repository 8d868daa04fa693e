// The key that seals caches: random, one for each user, outside every repository. Whoever made a repository does not have it.

import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { readPlainFile, writePlainFile } from './plain-file.js';

type Env = Readonly<Record<string, string | undefined>>;

const KEY_BYTES = 32;

/** Reads the key, and makes it the first time; null when there is no place for it that others cannot write to. */
export function userKey(env: Env): Uint8Array | null {
  const dir = keyFolder(env);
  if (dir === null) return null;
  const path = join(dir, 'cache-key');
  try {
    return readKey(path) ?? makeKey(dir, path);
  } catch {
    return null;
  }
}

function keyFolder(env: Env): string | null {
  const { XDG_CONFIG_HOME: config, HOME: home, APPDATA: windows } = env;
  const base =
    process.platform === 'win32' ? windows : (config ?? (home === undefined ? undefined : `${home}/.config`));
  return base !== undefined && isAbsolute(base) ? join(base, 'leakgate') : null;
}

function readKey(path: string): Uint8Array | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const isOurs = process.getuid === undefined || stat?.uid === process.getuid();
  if (!stat?.isFile() || !isOurs) return null;
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) return null; // others know it: a new one is made
  const key = readPlainFile(path, KEY_BYTES);
  return key?.length === KEY_BYTES ? key : null;
}

function makeKey(dir: string, path: string): Uint8Array | null {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writePlainFile(path, [randomBytes(KEY_BYTES)]);
  return readKey(path); // of two that make one at a time, the last one counts for both from then on
}
