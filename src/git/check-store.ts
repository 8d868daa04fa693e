// Is the object store whole? Git leaves out packs that it cannot use without failing, so we look ourselves.
// Reads no objects: headers, trailers and folders only. Formats: git Documentation/gitformat-pack.adoc

import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

export type StoreProblem = { what: string; reason: string };

const MAX_ALTERNATES = 32;

/**
 * Checks the packs and loose folders of an object directory and of its alternates.
 *
 * @param hashBytes 20 or 32, the length of an object id
 */
export function checkStore(objectsDir: string, hashBytes: number): StoreProblem[] {
  const problems: StoreProblem[] = [];
  for (const dir of storeDirs(objectsDir, problems)) {
    const names = list(dir, problems);
    for (const name of names.filter(entry => /^[0-9a-f]{2}$/.test(entry))) list(join(dir, name), problems);
    if (names.includes('pack')) checkPacks(join(dir, 'pack'), hashBytes, problems);
  }
  return problems;
}

// objects/info/alternates, followed through its own alternates as git does.
function storeDirs(objectsDir: string, problems: StoreProblem[]): string[] {
  const dirs = [objectsDir];
  for (let i = 0; i < dirs.length && dirs.length < MAX_ALTERNATES; i++) {
    const dir = dirs[i] ?? '';
    let text = '';
    try {
      text = readFileSync(join(dir, 'info', 'alternates'), 'utf8');
    } catch {
      continue; // most have none
    }
    for (const line of text.split('\n').map(entry => entry.trim())) {
      if (line === '' || line.startsWith('#')) continue;
      const next = isAbsolute(line) ? line : resolve(dir, line);
      if (list(next, problems).length > 0 && !dirs.includes(next)) dirs.push(next);
    }
  }
  return dirs;
}

function list(dir: string, problems: StoreProblem[]): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    problems.push({ what: dir, reason: `the folder cannot be read (${(error as NodeJS.ErrnoException).code})` });
    return [];
  }
}

function checkPacks(dir: string, hashBytes: number, problems: StoreProblem[]): void {
  const names = list(dir, problems);
  for (const name of names.filter(entry => entry.endsWith('.pack'))) {
    const base = name.slice(0, -'.pack'.length);
    const reason = names.includes(`${base}.idx`)
      ? packProblem(join(dir, base), hashBytes)
      : 'it has no index, so git does not use it';
    if (reason) problems.push({ what: name, reason });
  }
  for (const name of names.filter(entry => entry.endsWith('.idx'))) {
    if (!names.includes(`${name.slice(0, -4)}.pack`)) problems.push({ what: name, reason: 'its pack is missing' });
  }
}

function packProblem(base: string, hashBytes: number): string | null {
  try {
    const pack = readEnds(`${base}.pack`, hashBytes);
    const index = readEnds(`${base}.idx`, 2 * hashBytes);
    if (pack.head.toString('latin1', 0, 4) !== 'PACK') return 'it does not begin like a pack';
    const hasHeader = index.head.readUInt32BE(0) === 0xff744f63; // version 1 begins with the fan-out table
    if (hasHeader && index.head.readUInt32BE(4) !== 2) return `its index has version ${index.head.readUInt32BE(4)}`;
    const inIndex = index.head.readUInt32BE((hasHeader ? 8 : 0) + 255 * 4);
    if (pack.head.readUInt32BE(8) !== inIndex)
      return `its index knows ${inIndex} objects, the pack ${pack.head.readUInt32BE(8)}`;
    return pack.tail.equals(index.tail.subarray(0, hashBytes))
      ? null
      : 'its end does not carry the checksum that its index names: it is cut or damaged';
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'too short'})`;
  }
}

const HEAD_BYTES = 8 + 256 * 4; // of an index: magic, version, fan-out table

function readEnds(path: string, tailBytes: number): { head: Buffer; tail: Buffer } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    const tail = Buffer.alloc(Math.min(tailBytes, size));
    readSync(file, head, 0, head.length, 0);
    readSync(file, tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    closeSync(file);
  }
}
