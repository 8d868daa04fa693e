// A report goes to a file whole or not at all: written beside it under another name, then renamed. Links and FIFOs are refused.

import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LeakgateError } from '../errors.js';

/**
 * Checks that a report can be written to a path, before a long scan begins.
 *
 * @throws {LeakgateError} OUTPUT_REFUSED
 */
export function checkOutput(path: string, cwd: string): void {
  const refuse = (reason: string): never => {
    throw new LeakgateError('OUTPUT_REFUSED', { path, reason });
  };
  const target = resolve(cwd, path);
  const stat = statOf(target);
  if (stat?.isSymbolicLink()) refuse('it is a symbolic link, which could lead out of this folder');
  if (stat?.isDirectory()) refuse('it is a folder');
  if (stat && !stat.isFile()) refuse('it is not a regular file');
  if (!isFolder(dirname(target))) refuse('its folder does not exist');
}

// A file where a folder should be throws whatever the option says.
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Writes a report.
 *
 * @throws {LeakgateError} OUTPUT_REFUSED; an existing report is untouched then
 */
export function writeOutput(path: string, cwd: string, text: string): void {
  checkOutput(path, cwd);
  const target = resolve(cwd, path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new LeakgateError(
      'OUTPUT_REFUSED',
      { path, reason: `it could not be written (${(error as NodeJS.ErrnoException).code})` },
      { cause: error },
    );
  }
}
