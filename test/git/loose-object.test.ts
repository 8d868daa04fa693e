// Loose objects against what git wrote, and files that are none.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listLoose, parseLoose, readLoose } from '../../src/git/loose-object.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';

const OPTIONS = { maxBytes: 1_000_000, verifies: true };

describe('readLoose', () => {
  it.each([
    { format: 'sha1', hashBytes: 20 },
    { format: 'sha256', hashBytes: 32 },
  ])('reads what git writes: $format', ({ format, hashBytes }) => {
    const repository = new TestRepository({ init: [`--object-format=${format}`] });
    const commit = repository.commit({ a: 'one\n', 'b/c': '', big: 'x'.repeat(300_000) }, 'a message');
    repository.git('tag', '-a', '-m', 'a tag', 'v1');
    const objectsDir = join(repository.dir, '.git', 'objects');
    const ids = listLoose(objectsDir, hashBytes);
    const listed = repository.git(
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objectname) %(objecttype) %(objectsize)',
    );
    const described = ids.map(id => {
      const object = readLoose(objectsDir, id, OPTIONS);
      return typeof object === 'string' ? `${id} ${object}` : `${id} ${object.type} ${object.bytes.length}`;
    });
    expect(described).toEqual(listed.split('\n'));
    const read = readLoose(objectsDir, commit, OPTIONS);
    expect(typeof read === 'string' ? read : Buffer.from(read.bytes).toString()).toContain('\n\na message');
  });

  it('compares with the id when asked to', () => {
    const repository = new TestRepository();
    repository.commit({ a: 'one\n' });
    const objectsDir = join(repository.dir, '.git', 'objects');
    const [first = '', second = ''] = listLoose(objectsDir, 20);
    const pathOf = (id: string) => join(objectsDir, id.slice(0, 2), id.slice(2));
    chmodSync(pathOf(first), 0o600);
    writeFileSync(pathOf(first), readFileSync(pathOf(second)));
    expect(readLoose(objectsDir, first, OPTIONS)).toBe('its content does not match its id');
    expect(readLoose(objectsDir, first, { ...OPTIONS, verifies: false })).toEqual(
      readLoose(objectsDir, second, OPTIONS),
    );
  });

  it('says why a file cannot be read', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'ab', 'c'.repeat(38)), { recursive: true });
    expect(readLoose(dir, `ab${'c'.repeat(38)}`, OPTIONS)).toBe('it is no file');
    expect(readLoose(dir, `ab${'d'.repeat(38)}`, OPTIONS)).toBe('it cannot be read (ENOENT)');
  });
});

describe('parseLoose', () => {
  const blob = Buffer.from('blob 4\0four');

  it.each([
    {
      name: 'data that are cut off',
      file: deflateSync(blob).subarray(0, -2),
      expected: 'its compressed data are damaged',
    },
    {
      name: 'bytes behind the data',
      file: Buffer.concat([deflateSync(blob), Buffer.from('!')]),
      expected: 'its length is not true',
    },
    {
      name: 'a length that is not true',
      file: deflateSync(Buffer.from('blob 5\0four')),
      expected: 'its length is not true',
    },
    { name: 'an unknown type', file: deflateSync(Buffer.from('blub 4\0four')), expected: 'its header is damaged' },
    {
      name: 'a length with leading zeros',
      file: deflateSync(Buffer.from('blob 04\0four')),
      expected: 'its header is damaged',
    },
    { name: 'no header', file: deflateSync(Buffer.from('four')), expected: 'its header is damaged' },
    {
      name: 'more than is allowed',
      file: deflateSync(Buffer.from(`blob 2000\0${'x'.repeat(2000)}`)),
      expected: 'it is larger than 1000 bytes',
    },
  ])('refuses $name', ({ file, expected }) => {
    expect(parseLoose(file, 1000)).toBe(expected);
  });
});
