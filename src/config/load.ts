// Finds and reads the config, from the disk or from a commit. Data only: nothing in it is executed.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LeakgateError } from '../errors.js';
import { defaultConfig } from './defaults.js';
import type { Config } from './schema.js';

export const CONFIG_NAME = '.leakgate.json';

/** Gives the text of a file of the repository at the commit that counts, or null; the disk where there is no such commit. */
export type FileReader = (path: string) => Promise<string | null>;

export type LoadedConfig = {
  config: Config;
  file: string | null; // as shown; null: defaults
  read: FileReader; // for files that the config names
};

export type LoadInput = {
  explicit: string | null; // --config
  disabled: boolean; // --no-config
  cwd: string;
  root: string; // of the repository, or the folder that is scanned
  fromCommit: FileReader | null; // a range scan: what the range changes must not silence it
};

/**
 * Loads the config in force.
 *
 * @throws {LeakgateError} CONFIG_INVALID, PATH_MISSING
 */
export async function loadConfig(input: LoadInput): Promise<LoadedConfig> {
  if (input.explicit !== null) {
    const path = resolve(input.cwd, input.explicit);
    const text = readFile(path);
    if (text === null) throw new LeakgateError('PATH_MISSING', { path: input.explicit });
    return { config: await parseConfig(text, input.explicit), file: input.explicit, read: diskReader(dirname(path)) };
  }
  const read = input.fromCommit ?? diskReader(input.root);
  const text = input.disabled ? null : await read(CONFIG_NAME);
  return text === null
    ? { config: defaultConfig, file: null, read }
    : { config: await parseConfig(text, CONFIG_NAME), file: CONFIG_NAME, read };
}

/** Reads files below a folder; a missing one is null, one that is no regular file is an error. */
export function diskReader(folder: string): FileReader {
  return async path => readFile(join(folder, path));
}

function readFile(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isFile())
    throw new LeakgateError('CONFIG_INVALID', { file: basename(path), problem: 'it is not a regular file.' });
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new LeakgateError(
      'CONFIG_INVALID',
      { file: basename(path), problem: `it cannot be read (${(error as NodeJS.ErrnoException).code}).` },
      { cause: error },
    );
  }
}

async function parseConfig(text: string, file: string): Promise<Config> {
  const value = await parseJsonc(text.replace(/^\uFEFF/, ''), file);
  const { validateConfig } = await import('./schema.js');
  const checked = validateConfig(value);
  if ('problem' in checked) throw new LeakgateError('CONFIG_INVALID', { file, problem: checked.problem });
  return checked.config;
}

async function parseJsonc(text: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    // Comments and trailing commas are allowed; the parser for them is only loaded for files that have them.
  }
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  let value: unknown;
  try {
    value = parse(text, errors, { allowTrailingComma: true });
  } catch {
    throw new LeakgateError('CONFIG_INVALID', { file, problem: 'it is not JSON: it is nested too deeply.' }); // the parser recurses
  }
  const [first] = errors;
  if (!first) return value;
  const line = text.slice(0, first.offset).split('\n').length;
  throw new LeakgateError('CONFIG_INVALID', {
    file: `${file}:${line}`,
    problem: `it is not JSON: ${printParseErrorCode(first.error)}.`,
  });
}
