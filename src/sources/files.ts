// A work tree, a folder, files: what is on the disk, whether git knows it or not. Needs no git, follows no links.

import { createReadStream, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LeakgateError } from '../errors.js';
import type { Blob, Gap, Notice, Place } from '../types.js';
import { cutPieces, PIECE_BYTES } from './pieces.js';
import { type Source, Tally } from './source.js';

export type FilesInput = {
  paths: readonly string[]; // as given; globs are already resolved
  cwd: string;
  overlap: number; // bytes of context between pieces
  isExcluded: (path: string) => boolean; // by the config; relative path with `/`
};

type File = { disk: string | Buffer; name: string; size: number }; // name: bytes as latin1

/**
 * A source over files and folders.
 *
 * @throws {LeakgateError} PATH_MISSING
 */
export function filesSource(input: FilesInput): Source {
  const tally = new Tally();
  const gaps: Gap[] = [];
  const notices: Notice[] = [];
  const files: File[] = [];
  const walk = { files, gaps, tally, isExcluded: input.isExcluded };
  for (const path of input.paths) addOperand(walk, path, input.cwd);
  let done = 0;
  return {
    mode: 'files',
    target: input.paths.join(' '),
    head: null,
    branch: null,
    async *blobs() {
      for (const file of files) {
        done++;
        yield* readFile(file, input.overlap, { tally, gaps });
      }
      if (tally.blobs === 0 && gaps.length === 0)
        gaps.push({ kind: 'nothing-scanned', what: input.paths.join(' '), reason: 'there is no file in it' });
    },
    attribute: async () => ({ places: new Map(), history: null }),
    gaps,
    notices,
    counts: () => tally.counts(),
    progress: () => ({ done, total: files.length, unit: 'files' }),
    close: () => {},
  };
}

type Walk = { files: File[]; gaps: Gap[]; tally: Tally; isExcluded: (path: string) => boolean };

function addOperand(walk: Walk, path: string, cwd: string): void {
  const disk = resolve(cwd, path);
  const stat = statSync(disk, { throwIfNoEntry: false }); // an operand that is a link is meant: follow it
  if (!stat) throw new LeakgateError('PATH_MISSING', { path });
  const name = Buffer.from(
    path
      .replaceAll('\\', '/')
      .replace(/^\.\/+/, '')
      .replace(/\/+$/, ''),
  ).toString('latin1');
  if (stat.isDirectory()) walkFolder(walk, Buffer.from(disk), name === '.' ? '' : name);
  else if (stat.isFile()) walk.files.push({ disk, name, size: stat.size });
  else walk.gaps.push({ kind: 'file-unreadable', what: path, reason: 'it is not a regular file' });
}

const SLASH = Buffer.from('/');

// Names stay bytes: two names that differ only in invalid UTF-8 are two files.
function walkFolder(walk: Walk, root: Buffer, rootName: string): void {
  const stack: { disk: Buffer; name: string }[] = [{ disk: root, name: rootName }];
  for (let folder = stack.pop(); folder; folder = stack.pop()) {
    let entries: Buffer[];
    try {
      entries = readdirSync(folder.disk, { encoding: 'buffer' }).sort(Buffer.compare);
    } catch (error) {
      walk.gaps.push({
        kind: 'file-unreadable',
        what: folder.name || '.',
        reason: `the folder cannot be read (${(error as NodeJS.ErrnoException).code})`,
      });
      continue;
    }
    const below: typeof stack = [];
    for (const entry of entries) addEntry(walk, { folder, entry, below });
    stack.push(...below.reverse());
  }
}

function addEntry(
  walk: Walk,
  at: { folder: { disk: Buffer; name: string }; entry: Buffer; below: { disk: Buffer; name: string }[] },
): void {
  const disk = Buffer.concat([at.folder.disk, SLASH, at.entry]);
  const name = at.folder.name === '' ? at.entry.toString('latin1') : `${at.folder.name}/${at.entry.toString('latin1')}`;
  if (walk.isExcluded(name)) {
    walk.tally.skip('excluded by the config');
    return;
  }
  let stat: ReturnType<typeof lstatSync>;
  try {
    stat = lstatSync(disk);
  } catch (error) {
    walk.gaps.push({ kind: 'file-unreadable', what: name, reason: String((error as NodeJS.ErrnoException).code) });
    return;
  }
  if (stat.isDirectory()) {
    if (at.entry.toString('latin1') === '.git') walk.tally.skip('git directory (use: leakgate history)');
    else at.below.push({ disk, name });
  } else if (stat.isFile()) walk.files.push({ disk, name, size: stat.size });
  else walk.tally.skip(stat.isSymbolicLink() ? 'symbolic link' : 'no regular file');
}

async function* readFile(file: File, overlap: number, log: { tally: Tally; gaps: Gap[] }): AsyncGenerator<Blob> {
  const place: Place = { path: file.name, commit: null, kind: 'file', state: 'worktree' };
  const blob = { id: file.name, kind: 'file', before: null, places: [place] } as const;
  try {
    if (file.size <= PIECE_BYTES) {
      const bytes = readFileSync(file.disk);
      log.tally.add(bytes.length);
      yield { ...blob, bytes, piece: null };
      return;
    }
    for await (const { bytes, piece } of cutPieces(
      createReadStream(file.disk, { highWaterMark: 4 * 1024 * 1024 }),
      overlap,
    ))
      yield { ...blob, bytes, piece };
    log.tally.add(file.size);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
    log.gaps.push({
      kind: 'file-unreadable',
      what: file.name,
      reason: `it cannot be read (${(error as NodeJS.ErrnoException).code})`,
    });
  }
}
