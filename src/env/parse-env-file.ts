// An env file → its entries and what is wrong with it, as the program that loads it would read it. Pure; runs nothing, expands nothing.
// Formats: github.com/motdotla/dotenv (README, "Rules"); docs.docker.com/reference/cli/docker/container/run (--env-file); direnv.net.

import { decodeText } from './decode-text.js';
import { EnvEntry } from './env-entry.js';
import { isEnvPlaceholder } from './env-placeholder.js';
import { LineStarts } from './line-starts.js';
import { readDocker, readDotenv, readEnvrc } from './read-assignments.js';
import type { EnvFormat, EnvProblem } from './types.js';

export type EnvFile = { entries: readonly EnvEntry[]; problems: readonly EnvProblem[] };

const READERS = { dotenv: readDotenv, envrc: readEnvrc, docker: readDocker } as const;

/** The format that a file of this name has; Docker's manual calls its own kind `env.list`. */
export function envFormatOf(path: string): EnvFormat {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.envrc')) return 'envrc';
  return name === 'env.list' ? 'docker' : 'dotenv';
}

/**
 * Reads an env file.
 *
 * @param bytes the whole file; UTF-8, or UTF-16 with a byte order mark
 * @returns entries in the order of the file, with those that a later one replaces; nothing is thrown for any bytes
 */
export function parseEnvFile(bytes: Uint8Array, format: EnvFormat = 'dotenv'): EnvFile {
  const text = decodeText(bytes);
  if (text === null) return { entries: [], problems: [{ kind: 'not-text', line: 1, name: null }] };
  const lines = new LineStarts(text);
  const { assignments, faults } = READERS[format](text);
  const problems: EnvProblem[] = faults.map(({ kind, at, name }) => ({ kind, line: lines.pointAt(at).line, name }));
  const seen = new Set<string>();
  const entries = assignments.map(({ name, value, at, start, end }) => {
    const { line } = lines.pointAt(at);
    if (seen.has(name)) problems.push({ kind: 'duplicate-key', line, name });
    seen.add(name);
    const region = lines.regionOf(start, end);
    return new EnvEntry({ name, value, line, region, isPlaceholder: isEnvPlaceholder(name, value) });
  });
  return { entries, problems: problems.sort((a, b) => a.line - b.line) };
}
