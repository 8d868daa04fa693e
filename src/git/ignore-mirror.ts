// A temporary folder with copies of `.gitignore` files and nothing else: the work tree that check-ignore is asked about.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BytePath } from '../types.js';
import type { Git } from './run-git.js';

export type IgnoreMirror = {
  workTree: string;
  /** Copies a file. @returns why it could not be done, or null */
  write(path: BytePath, bytes: Uint8Array): string | null;
  /** Makes a file beside the work tree. @returns its path */
  writeBeside(name: string, bytes: Uint8Array): string;
  /** Removes everything. Safe to call twice. */
  remove(): void;
};

/** Makes an empty mirror, in the private folder of git: it goes with it, however the program ends. */
export function makeIgnoreMirror({ privateDir }: Git): IgnoreMirror {
  const dir = mkdtempSync(join(privateDir.dir, 'ignore-'));
  const workTree = join(dir, 'tree');
  mkdirSync(workTree);
  return {
    workTree,
    write: (path, bytes) => writeBelow(workTree, path, bytes),
    writeBeside: (name, bytes) => {
      writeFileSync(join(dir, name), bytes);
      return join(dir, name);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

// An index may name anything: a path that would lead out of the folder is not followed.
function writeBelow(root: string, path: BytePath, bytes: Uint8Array): string | null {
  if (path.split('/').some(part => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'))
    return 'its path leads out of the work tree';
  const target = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(path, 'latin1')]);
  try {
    mkdirSync(target.subarray(0, target.lastIndexOf(0x2f)), { recursive: true });
    writeFileSync(target, bytes);
    return null;
  } catch (error) {
    return `it could not be copied (${(error as NodeJS.ErrnoException).code})`;
  }
}
