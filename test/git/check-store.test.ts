// Damage to the object store that git itself passes over in silence.

import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStore } from '../../src/git/check-store.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

const isRoot = process.getuid?.() === 0;

function packed(options: { init?: readonly string[] } = {}) {
  const repository = new TestRepository(options);
  repository.commit({ 'a.txt': 'one', 'b.txt': 'two' });
  repository.git('repack', '-q', '-a', '-d');
  const objects = join(repository.dir, '.git', 'objects');
  const pack = readdirSync(join(objects, 'pack')).find(name => name.endsWith('.pack')) ?? '';
  const path = (extension: string) => join(objects, 'pack', pack.replace(/pack$/, extension));
  for (const name of readdirSync(join(objects, 'pack'))) chmodSync(join(objects, 'pack', name), 0o644);
  return { repository, objects, pack, path };
}

function overwrite(path: string, offset: number, bytes: readonly number[]): void {
  const content = readFileSync(path);
  content.set(bytes, offset);
  writeFileSync(path, content);
}

describe('checkStore', () => {
  it('finds nothing wrong with loose objects, packs and SHA-256', () => {
    const loose = new TestRepository();
    loose.commit({ 'a.txt': 'one' });
    expect(checkStore(join(loose.dir, '.git', 'objects'), 20)).toEqual([]);
    expect(checkStore(packed().objects, 20)).toEqual([]);
    expect(checkStore(packed({ init: ['--object-format=sha256'] }).objects, 32)).toEqual([]);
  });

  it('compares a pack with an index of version 1 as well', () => {
    const { repository, objects, pack, path } = packed();
    rmSync(path('idx'));
    repository.git('index-pack', '--index-version=1', path('pack'));
    expect(checkStore(objects, 20)).toEqual([]);
    truncateSync(path('pack'), 60);
    expect(checkStore(objects, 20)).toMatchObject([{ what: pack }]);
  });

  it.each<{
    name: string;
    damage: (path: (extension: string) => string) => void;
    what: 'pack' | 'idx';
    reason: RegExp;
  }>([
    { name: 'a pack without its index', damage: path => rmSync(path('idx')), what: 'pack', reason: /no index/ },
    { name: 'an index without its pack', damage: path => rmSync(path('pack')), what: 'idx', reason: /pack is missing/ },
    {
      name: 'a pack that is cut',
      damage: path => truncateSync(path('pack'), 60),
      what: 'pack',
      reason: /cut or damaged/,
    },
    {
      name: 'an empty pack',
      damage: path => truncateSync(path('pack'), 0),
      what: 'pack',
      reason: /does not begin like a pack/,
    },
    {
      name: 'a pack with another beginning',
      damage: path => overwrite(path('pack'), 0, [0x4a]),
      what: 'pack',
      reason: /does not begin like a pack/,
    },
    {
      name: 'a pack with another end',
      damage: path => overwrite(path('pack'), readFileSync(path('pack')).length - 1, [0x00]),
      what: 'pack',
      reason: /cut or damaged/,
    },
    {
      name: 'a pack that counts other objects',
      damage: path => overwrite(path('pack'), 8, [0, 0, 0, 99]),
      what: 'pack',
      reason: /the pack 99/,
    },
    {
      name: 'an index of an unknown version',
      damage: path => overwrite(path('idx'), 4, [0, 0, 0, 9]),
      what: 'pack',
      reason: /version 9/,
    },
    { name: 'an empty index', damage: path => truncateSync(path('idx'), 0), what: 'pack', reason: /cannot be read/ },
    {
      name: 'an index of another pack',
      damage: path => copyFileSync(otherPack().path('idx'), path('idx')),
      what: 'pack',
      reason: /cut or damaged|knows/,
    },
  ])('names $name', ({ damage, what, reason }) => {
    const { objects, pack, path } = packed();
    damage(path);
    expect(checkStore(objects, 20)).toEqual([
      { what: pack.replace(/pack$/, what), reason: expect.stringMatching(reason) },
    ]);
  });

  it('names a store that is not there', () => {
    const dir = join(temporaryFolder(), 'objects');
    expect(checkStore(dir, 20)).toEqual([{ what: dir, reason: 'the folder cannot be read (ENOENT)' }]);
  });

  it.skipIf(isRoot)('names a folder of loose objects that may not be read', () => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'one' });
    const objects = join(repository.dir, '.git', 'objects');
    const folder = readdirSync(objects).find(name => /^[0-9a-f]{2}$/.test(name)) ?? '';
    chmodSync(join(objects, folder), 0o000);
    const problems = checkStore(objects, 20);
    chmodSync(join(objects, folder), 0o755);
    expect(problems).toEqual([{ what: join(objects, folder), reason: 'the folder cannot be read (EACCES)' }]);
  });

  it('looks into alternates, absolute and relative, and their alternates', () => {
    const { objects, pack, path } = packed();
    truncateSync(path('pack'), 60);
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    for (const dir of [first, second]) mkdirSync(join(dir, 'info'));
    writeFileSync(join(first, 'info', 'alternates'), `# a comment\n${second}\n`);
    writeFileSync(join(second, 'info', 'alternates'), `${join('..', objects)}\n${objects}\n`);
    expect(checkStore(first, 20)).toContainEqual({ what: pack, reason: expect.stringMatching(/cut or damaged/) });
  });

  it('names an alternate that is not there', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'info'));
    writeFileSync(join(dir, 'info', 'alternates'), join(dir, 'gone'));
    expect(checkStore(dir, 20)).toEqual([{ what: join(dir, 'gone'), reason: 'the folder cannot be read (ENOENT)' }]);
  });

  it('ends when alternates name each other', () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    for (const [dir, other] of [
      [first, second],
      [second, first],
    ] as const) {
      mkdirSync(join(dir, 'info'));
      writeFileSync(join(dir, 'info', 'alternates'), other);
    }
    expect(checkStore(first, 20)).toEqual([]);
  });

  it('names a folder in the place of a pack', () => {
    const { objects, pack, path } = packed();
    renameSync(path('pack'), path('old'));
    mkdirSync(path('pack'));
    expect(checkStore(objects, 20)).toEqual([{ what: pack, reason: 'it cannot be read (EISDIR)' }]);
  });
});

function otherPack() {
  const other = packed();
  other.repository.commit({ 'c.txt': 'three' });
  other.repository.git('repack', '-q', '-a', '-d');
  const pack = readdirSync(join(other.objects, 'pack')).find(name => name.endsWith('.idx')) ?? '';
  return { path: (extension: string) => join(other.objects, 'pack', pack.replace(/idx$/, extension)) };
}
