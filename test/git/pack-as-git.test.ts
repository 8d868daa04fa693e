// The whole reader, from files to objects, against git on the same packs.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { readByGit, readPack } from './pack-helpers.js';
import { fill, make, packsOf, REPACK } from './pack-repositories.js';

function reindex(version: string): TestRepository {
  const repository = make(...REPACK);
  for (const base of packsOf(repository.dir)) {
    rmSync(`${base}.idx`);
    repository.git('index-pack', `--index-version=${version}`, `${base}.pack`);
  }
  return repository;
}

// The clone has the first commits; what follows arrives as a thin pack, whose bases git then appends at its end.
function completeThin(): TestRepository {
  const repository = make(...REPACK);
  const clone = new TestRepository();
  clone.git('-c', 'fetch.unpackLimit=1', 'fetch', '-q', repository.dir, 'old');
  const thin = execFileSync('git', ['pack-objects', '--thin', '--stdout', '--revs', '-q'], {
    cwd: repository.dir,
    input: 'main\n^old\n',
  });
  clone.gitWith({ input: thin }, 'index-pack', '--stdin', '--fix-thin');
  return clone;
}

describe('every object of a pack is what git reads', () => {
  it.each([
    { name: 'deep deltas by offset', open: () => make(...REPACK), hashBytes: 20 },
    { name: 'deltas by id', open: () => make('-c', 'repack.useDeltaBaseOffset=false', ...REPACK), hashBytes: 20 },
    { name: 'an index of version 1', open: () => make('-c', 'pack.indexVersion=1', ...REPACK), hashBytes: 20 },
    { name: 'offsets of 64 bits', open: () => reindex('2,0x100'), hashBytes: 20 },
    { name: 'no deltas', open: () => make('repack', '-q', '-a', '-d', '-f', '--window=0'), hashBytes: 20 },
    {
      name: 'no compression',
      open: () => make('-c', 'core.compression=0', '-c', 'pack.compression=0', ...REPACK),
      hashBytes: 20,
    },
    { name: 'a thin pack that was completed', open: completeThin, hashBytes: 20 },
  ])('$name', ({ open, hashBytes }) => {
    const { dir } = open();
    for (const base of packsOf(dir)) {
      const expected = readByGit(dir, base);
      expect(expected.size).toBeGreaterThan(60);
      expect(readPack(base, hashBytes)).toEqual({ objects: expected, unread: new Map(), unresolved: [] });
    }
  });

  it('SHA-256', () => {
    const repository = new TestRepository({ init: ['--object-format=sha256'] });
    fill(repository);
    repository.git(...REPACK);
    const [base = ''] = packsOf(repository.dir);
    expect(readPack(base, 32, { verifies: true })).toEqual({
      objects: readByGit(repository.dir, base),
      unread: new Map(),
      unresolved: [],
    });
  });

  it.each([
    { name: 'without WebAssembly', options: { usesOwn: false } },
    { name: 'when every object is compared with its id', options: { verifies: true } },
    { name: 'when no object may be kept', options: { maxHeldBytes: 0 } },
    { name: 'when two or three objects may be kept', options: { maxHeldBytes: 250_000 } },
  ])('$name', ({ options }) => {
    const { dir } = make(...REPACK);
    const [base = ''] = packsOf(dir);
    expect(readPack(base, 20, options)).toEqual({ objects: readByGit(dir, base), unread: new Map(), unresolved: [] });
  });
});
