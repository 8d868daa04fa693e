// The work tree as a place that is not trusted: only regular files in real folders are read, never through a link, never a FIFO.

import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import type { BytePath } from '../types.js';

const MAX_BYTES = 8 * 1024 * 1024; // no env file, ignore file or source file of a person is longer

const IS_ASCII = /^[\x00-\x7f]*$/;

export type DiskFile = { bytes: Buffer } | { problem: 'missing' | 'link' | 'not-a-file' | 'too-large' | 'unreadable' };

/** A work tree on the disk. Paths are bytes, relative to its root. */
export class WorkTree {
  readonly root: string;
  readonly #real: Buffer;
  readonly #text: string | null; // the same, where it is ASCII
  readonly #folders = new Map<BytePath, boolean>(); // is it a real folder below the root?

  constructor(root: string) {
    this.root = root;
    this.#real = realpathSync(root, { encoding: 'buffer' });
    const text = this.#real.toString('latin1');
    this.#text = IS_ASCII.test(text) ? text : null;
  }

  /** Reads a file whole. */
  read(path: BytePath): DiskFile {
    if (!this.#isReal(folderOf(path))) return { problem: 'link' };
    let file: number;
    try {
      file = openSync(this.locate(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'missing' };
      return { problem: code === 'ELOOP' || code === 'EMLINK' ? 'link' : 'unreadable' };
    }
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return { problem: 'not-a-file' };
      return stat.size > MAX_BYTES ? { problem: 'too-large' } : { bytes: readAll(file, stat.size) };
    } catch {
      return { problem: 'unreadable' };
    } finally {
      closeSync(file);
    }
  }

  /** Names of what stands in a folder; none when it is no real folder of this tree. */
  names(folder: BytePath): readonly string[] {
    try {
      return this.#isReal(folder) ? readdirSync(this.locate(folder), { encoding: 'latin1' }) : [];
    } catch {
      return []; // gone meanwhile, or not for us
    }
  }

  /** Whether something of that path stands in a real folder of this tree. */
  has(path: BytePath): boolean {
    try {
      return this.#isReal(folderOf(path)) && lstatSync(this.locate(path), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false; // not for us
    }
  }

  /** What a path is, itself, not what it leads to. */
  typeOf(path: BytePath): 'file' | 'folder' | 'link' | 'other' {
    try {
      const stat = lstatSync(this.locate(path));
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
    } catch {
      return 'other';
    }
  }

  /** The path on the disk: as text where that is the same, which costs less. */
  locate(path: BytePath): Buffer | string {
    if (path === '') return this.#real;
    if (this.#text !== null && IS_ASCII.test(path)) return `${this.#text}/${path}`;
    return Buffer.concat([this.#real, Buffer.from(`/${path}`, 'latin1')]);
  }

  // A folder that is a link, or stands behind one, could be anywhere on this machine.
  #isReal(folder: BytePath): boolean {
    if (folder === '') return true;
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isReal = this.#isReal(folderOf(folder)) && isFolder(this.locate(folder));
    this.#folders.set(folder, isReal);
    return isReal;
  }
}

function isFolder(path: Buffer | string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readAll(file: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** The folder of a path; '' for the root. */
export function folderOf(path: BytePath): BytePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A name in a folder. */
export function inFolder(folder: BytePath, name: string): BytePath {
  return folder === '' ? name : `${folder}/${name}`;
}
