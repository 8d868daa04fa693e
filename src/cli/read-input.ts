// A report that a command is given: a file, or standard input. Bounded, and never a device.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LeakgateError } from '../errors.js';
import type { World } from './world.js';

const MAX_BYTES = 256 * 1024 * 1024; // a report of 100,000 findings has about as much

/**
 * Reads text.
 *
 * @param file `-` for standard input
 * @throws {LeakgateError} PATH_MISSING, REPORT_INVALID
 */
export async function readInput(world: World, file: string): Promise<string> {
  if (file === '-') return readStdin(world);
  const path = resolve(world.cwd, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new LeakgateError('PATH_MISSING', { path: file });
  if (!stat.isFile()) throw new LeakgateError('REPORT_INVALID', { file, problem: 'it is not a regular file' });
  if (stat.size > MAX_BYTES) throw tooLong(file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const problem = `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new LeakgateError('REPORT_INVALID', { file, problem }, { cause: error });
  }
}

async function readStdin(world: World): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of world.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw tooLong('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLong(file: string): LeakgateError {
  return new LeakgateError('REPORT_INVALID', { file, problem: `it is longer than ${MAX_BYTES / 1024 / 1024} MB` });
}
