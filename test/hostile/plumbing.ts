// Objects and files of git byte by byte, for what porcelain refuses to make.

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestRepository } from '../helpers/repository.js';

/** Stores bytes as an object of any type, known to git or not. @returns its id */
export function store(repository: TestRepository, type: string, bytes: string | Buffer): string {
  return repository.gitWith({ input: bytes }, 'hash-object', '-w', '-t', type, '--literally', '--stdin');
}

export type TreeEntry = { mode?: string; name: string | Buffer; oid: string };

/** Stores a tree with its entries in the order given, whatever their names. @returns its id */
export function storeTree(repository: TestRepository, entries: readonly TreeEntry[]): string {
  const parts = entries.flatMap(({ mode = '100644', name, oid }) => [
    Buffer.from(`${mode} `),
    Buffer.from(name),
    Buffer.from([0]),
    Buffer.from(oid, 'hex'),
  ]);
  return store(repository, 'tree', Buffer.concat(parts));
}

export type CommitParts = {
  tree: string;
  parents?: readonly string[];
  author?: string;
  committer?: string;
  message?: string;
};

const PERSON = 'Ann Author <ann@acme.dev> 1704067200 +0000';

/** Stores a commit from its raw parts. @returns its id */
export function storeCommit(repository: TestRepository, parts: CommitParts): string {
  const { tree, parents = [], author = PERSON, committer = PERSON, message = 'change\n' } = parts;
  const headers = [
    `tree ${tree}`,
    ...parents.map(oid => `parent ${oid}`),
    `author ${author}`,
    `committer ${committer}`,
  ];
  return store(repository, 'commit', `${headers.join('\n')}\n\n${message}`);
}

/** Where a loose object lies on the disk. */
export function looseFile(repository: TestRepository, oid: string): string {
  const objects = existsSync(join(repository.dir, '.git'))
    ? join(repository.dir, '.git', 'objects')
    : join(repository.dir, 'objects');
  return join(objects, oid.slice(0, 2), oid.slice(2));
}

/** The one file with this ending in the folder of packs. */
export function packFile(repository: TestRepository, ending: 'pack' | 'idx'): string {
  const folder = join(repository.dir, '.git', 'objects', 'pack');
  const name = readdirSync(folder).find(entry => entry.endsWith(`.${ending}`));
  if (!name) throw new Error(`there is no .${ending} in ${folder}`);
  return join(folder, name);
}

/** A file's bytes with one of them flipped. */
export function flipped(path: string, at: number): Buffer {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** Writes a commit-graph that is valid but for this: children of a commit have its parent as their own. */
export function writeLyingCommitGraph(repository: TestRepository, hidden: string): void {
  repository.git('commit-graph', 'write', '--reachable');
  const path = join(repository.dir, '.git', 'objects', 'info', 'commit-graph');
  const bytes = readFileSync(path);
  const chunk = (id: string) => Number(bytes.readBigUInt64BE(bytes.indexOf(id, 8, 'latin1') + 4));
  const count = bytes.readUInt32BE(chunk('OIDF') + 255 * 4);
  const oidAt = (n: number) => bytes.toString('hex', chunk('OIDL') + n * 20, chunk('OIDL') + (n + 1) * 20);
  const firstParent = (n: number) => chunk('CDAT') + n * 36 + 20; // behind the id of the tree
  const position = Array.from({ length: count }, (_, n) => n).findIndex(n => oidAt(n) === hidden);
  for (let n = 0; n < count; n++) {
    const isChild = bytes.readUInt32BE(firstParent(n)) === position;
    if (isChild) bytes.writeUInt32BE(bytes.readUInt32BE(firstParent(position)), firstParent(n));
  }
  const body = bytes.subarray(0, -20);
  chmodSync(path, 0o644);
  writeFileSync(path, Buffer.concat([body, createHash('sha1').update(body).digest()]));
}
