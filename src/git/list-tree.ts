// Tree → its files, and the index → its entries. Names are bytes.

import { LeakgateError } from '../errors.js';
import type { BytePath, Oid } from '../types.js';
import { type Git, runGit } from './run-git.js';

export type Entry = { mode: string; oid: Oid; path: BytePath; stage: number };

/** All files of a tree or commit. */
export async function listTree(git: Git, treeish: Oid): Promise<Entry[]> {
  const output = await runGit(git, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', treeish]);
  return parse(output, /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]*)$/, ([, mode = '', oid = '', path = '']) => ({
    mode,
    oid,
    path,
    stage: 0,
  }));
}

/** All entries of the index, every stage. */
export async function listIndex(git: Git): Promise<Entry[]> {
  const output = await runGit(git, ['ls-files', '-s', '-z']);
  return parse(output, /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]*)$/, ([, mode = '', oid = '', stage = '0', path = '']) => ({
    mode,
    oid,
    path,
    stage: Number(stage),
  }));
}

function cutOff(): LeakgateError {
  return new LeakgateError('GIT_FAILED', { command: 'ls-tree', reason: 'its answer was cut off' });
}

function parse(output: Buffer, pattern: RegExp, toEntry: (found: RegExpExecArray) => Entry): Entry[] {
  const entries: Entry[] = [];
  const records = output.toString('latin1').split('\0');
  if (records.pop() !== '') throw cutOff();
  for (const record of records) {
    const found = pattern.exec(record);
    if (!found) throw cutOff();
    entries.push(toEntry(found));
  }
  return entries;
}
