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
import { dirname, resolve, sep } from 'node:path';
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
  try {
    writeWhole(resolve(cwd, path), encode(text), 0o600);
  } catch (error) {
    throw new LeakgateError(
      'OUTPUT_REFUSED',
      { path, reason: `it could not be written (${(error as NodeJS.ErrnoException).code})` },
      { cause: error },
    );
  }
}

// Buffer.from measures the text before it encodes it, which takes half as long again. Memory that is not written to costs nothing.
function encode(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(3 * text.length);
  return bytes.subarray(0, bytes.write(text));
}

/** Writes a file beside its old version and puts it in its place. What fails leaves the old one as it was. */
export function writeWhole(target: string | Buffer, bytes: Uint8Array, mode: number): void {
  const temporary = temporaryBeside(target);
  try {
    const file = openSync(temporary, 'wx', mode);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

// Paths of a repository are bytes, and need not be text.
function temporaryBeside(target: string | Buffer): Buffer {
  const bytes = Buffer.from(target as Buffer);
  const end = bytes.lastIndexOf(sep) + 1;
  return Buffer.concat([
    bytes.subarray(0, end),
    Buffer.from('.'),
    bytes.subarray(end),
    Buffer.from(`.${process.pid}.tmp`),
  ]);
}
