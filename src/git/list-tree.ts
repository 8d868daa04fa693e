// Tree → its files, and the index → its entries. Names are bytes.

import { LeakgateError } from '../errors.js';
import type { BytePath, Oid } from '../types.js';
import { type Git, runGit, streamGit } from './run-git.js';

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
  const entries: Entry[] = [];
  await readIndex(git, entry => entries.push(entry));
  return entries;
}

/** Hands out the same one by one: of 100,000 entries most readers keep little. */
export async function readIndex(git: Git, onEntry: (entry: Entry) => void): Promise<void> {
  let rest = '';
  let oidEnd = 0;
  await streamGit(git, { args: ['ls-files', '-s', '-z'] }, chunk => {
    const records = (rest + chunk.toString('latin1')).split('\0');
    rest = records.pop() ?? '';
    for (const record of records) {
      // Cut by place, not by pattern: an index of 100,000 files is read at every audit.
      if (oidEnd === 0) oidEnd = record.indexOf(' ', MODE_DIGITS + 1);
      onEntry(entryOf(record, oidEnd));
    }
  });
  if (rest !== '') throw cutOff();
}

function entryOf(record: string, oidEnd: number): Entry {
  if (
    record.charCodeAt(MODE_DIGITS) !== SPACE ||
    record.charCodeAt(oidEnd) !== SPACE ||
    record.charCodeAt(oidEnd + 2) !== TAB
  )
    throw cutOff();
  return {
    mode: record.slice(0, MODE_DIGITS),
    oid: record.slice(MODE_DIGITS + 1, oidEnd),
    stage: record.charCodeAt(oidEnd + 1) - ZERO,
    path: record.slice(oidEnd + 3),
  };
}

const MODE_DIGITS = 6;
const [SPACE, TAB, ZERO] = [0x20, 0x09, 0x30];

function cutOff(): LeakgateError {
  return new LeakgateError('GIT_FAILED', { command: 'ls-tree', reason: 'its answer was cut off' });
}

function parse(output: Buffer, pattern: RegExp, toEntry: (found: RegExpExecArray) => Entry): Entry[] {
  return recordsOf(output).map(record => {
    const found = pattern.exec(record);
    if (!found) throw cutOff();
    return toEntry(found);
  });
}

function recordsOf(output: Buffer): string[] {
  const records = output.toString('latin1').split('\0');
  if (records.pop() !== '') throw cutOff();
  return records;
}
