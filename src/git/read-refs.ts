// Refs, reflogs and pseudo-refs, read as files: git itself would run what the repository configures.
// Format: git Documentation/gitrepository-layout.adoc, git-pack-refs.adoc

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Oid } from '../types.js';
import { type Repository, readText } from './repository.js';

export type Ref = { name: string; oid: Oid };
export type Push = { oid: Oid; at: number }; // what a remote-tracking branch was set to, in seconds since 1970

export type Refs = {
  refs: Ref[]; // refs/**, each once, sorted by name
  head: Oid | null; // null: unborn or broken
  branch: string | null; // HEAD's branch, without refs/heads/
  others: Oid[]; // reflogs, pseudo-refs, HEADs of other work trees
  pushes: Push[]; // that this clone made and still remembers, the earliest first
  problems: string[]; // refs that could not be read
};

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const MAX_DEPTH = 64; // folders below refs/; git itself allows no deeper names than a path may have

/** Reads all refs of a repository. */
export function readRefs(repository: Repository): Refs {
  const problems: string[] = [];
  const table = new Map<string, string>();
  for (const [name, oid] of packedRefs(repository.commonDir)) table.set(name, oid);
  for (const name of filesBelow(repository.commonDir, 'refs', problems)) {
    const text = readText(join(repository.commonDir, name))?.trim();
    if (text) table.set(name, text);
    else problems.push(`${name} is empty or cannot be read`);
  }
  const resolveName = (value: string, depth = 0): Oid | null => {
    if (OID.test(value)) return value;
    const target = /^ref: (.+)$/.exec(value)?.[1];
    const next = target === undefined || depth > 5 ? undefined : table.get(target);
    return next === undefined ? null : resolveName(next, depth + 1);
  };
  const refs: Ref[] = [];
  for (const [name, value] of table) {
    const oid = resolveName(value);
    if (oid) refs.push({ name, oid });
    else if (!value.startsWith('ref: ')) problems.push(`${name} does not hold an object id`);
  }
  const head = readText(join(repository.gitDir, 'HEAD'))?.trim() ?? '';
  return {
    refs: refs.sort((a, b) => (a.name < b.name ? -1 : 1)),
    head: resolveName(head),
    branch: /^ref: refs\/heads\/(.+)$/.exec(head)?.[1] ?? null,
    others: otherOids(repository, resolveName),
    pushes: readPushes(repository),
    problems,
  };
}

/** HEAD alone, without reading every ref: what a hook needs. */
export function readHead(repository: Repository): Pick<Refs, 'head' | 'branch'> {
  const text = readText(join(repository.gitDir, 'HEAD'))?.trim() ?? '';
  let value = text;
  for (let depth = 0; depth < 5 && value.startsWith('ref: '); depth++) {
    const name = value.slice('ref: '.length);
    if (!/^refs\/|^[A-Z_]+$/.test(name) || name.includes('..')) break;
    value =
      readText(join(repository.commonDir, name))?.trim() || (new Map(packedRefs(repository.commonDir)).get(name) ?? '');
  }
  return { head: OID.test(value) ? value : null, branch: /^ref: refs\/heads\/(.+)$/.exec(text)?.[1] ?? null };
}

function packedRefs(commonDir: string): [string, Oid][] {
  const text = readText(join(commonDir, 'packed-refs')) ?? '';
  const found: [string, Oid][] = [];
  for (const line of text.split('\n')) {
    if (!/^[0-9a-f]{40,64} refs\/.+\r?$/.test(line)) continue;
    const space = line.indexOf(' ');
    found.push([line.slice(space + 1, line.endsWith('\r') ? -1 : line.length), line.slice(0, space)]);
  }
  return found;
}

// Regular files only: a FIFO or a device under refs/ must not be opened.
function filesBelow(base: string, folder: string, problems: string[], depth = 0): string[] {
  const found: string[] = [];
  let entries: string[] = [];
  try {
    entries = readdirSync(join(base, folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') problems.push(`${folder} cannot be read`);
    return found;
  }
  for (const entry of entries) {
    const name = `${folder}/${entry}`;
    const stat = lstatSync(join(base, name), { throwIfNoEntry: false });
    if (stat?.isDirectory() && depth < MAX_DEPTH) found.push(...filesBelow(base, name, problems, depth + 1));
    else if (stat?.isFile() && !entry.endsWith('.lock')) found.push(name);
    else if (stat && !stat.isFile() && !stat.isDirectory()) problems.push(`${name} is not a regular file`);
  }
  return found;
}

const PUSHED = /^[0-9a-f]+ ([0-9a-f]+) .*> (\d{1,12}) [+-]\d{4}\tupdate by push/;

// Only the clone that pushed remembers it; a fresh one, as in CI, knows of the clone alone.
function readPushes({ commonDir }: Repository): Push[] {
  const pushes = filesBelow(commonDir, 'logs/refs/remotes', []).flatMap(name =>
    (readText(join(commonDir, name)) ?? '').split('\n').flatMap(line => {
      const [, oid = '', at] = PUSHED.exec(line) ?? [];
      return OID.test(oid) ? [{ oid, at: Number(at) }] : [];
    }),
  );
  return pushes.sort((a, b) => a.at - b.at || (a.oid < b.oid ? -1 : 1));
}

function otherOids(repository: Repository, resolveName: (value: string) => Oid | null): Oid[] {
  const oids = new Set<Oid>();
  const ignored: string[] = [];
  for (const base of new Set([repository.gitDir, repository.commonDir])) {
    for (const name of filesBelow(base, 'logs', ignored)) {
      for (const line of (readText(join(base, name)) ?? '').split('\n')) {
        for (const oid of line.split(' ', 2)) if (OID.test(oid) && !/^0+$/.test(oid)) oids.add(oid);
      }
    }
    for (const name of readdirSync(base)) {
      if (!/^[A-Z_]*HEAD$/.test(name)) continue;
      for (const line of (readText(join(base, name)) ?? '').split('\n')) {
        const oid = resolveName(line.split(/[\t ]/, 1)[0] === 'ref:' ? line.trim() : (line.split(/[\t ]/, 1)[0] ?? ''));
        if (oid) oids.add(oid);
      }
    }
  }
  for (const name of filesBelow(repository.commonDir, 'worktrees', ignored)) {
    const text = name.endsWith('/HEAD') ? (readText(join(repository.commonDir, name))?.trim() ?? '') : '';
    const oid = text === '' ? null : resolveName(text);
    if (oid) oids.add(oid);
  }
  return [...oids];
}
