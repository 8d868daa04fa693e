// Commits and tags as git writes them, and as broken tools do: what the object says is kept, nothing is made up.

import { describe, expect, it } from 'vitest';
import { parseCommit, parseCommitInfo, parseTag } from '../../src/git/parse-commit.js';

const TREE = 'a'.repeat(40);
const P1 = 'b'.repeat(40);
const P2 = 'c'.repeat(40);

function commit(changes: { headers?: string[]; author?: string; committer?: string; message?: string } = {}): Buffer {
  const { headers = [`tree ${TREE}`, `parent ${P1}`], message = 'change\n' } = changes;
  const author = changes.author ?? 'Ann Author <ann@acme.dev> 1709290800 +0200';
  const committer = changes.committer ?? 'Carl Committer <carl@acme.dev> 1709290900 -0530';
  return Buffer.from([...headers, `author ${author}`, `committer ${committer}`, '', message].join('\n'));
}

describe('parseCommit', () => {
  it('reads tree, parents and the committer time', () => {
    const bytes = commit({ headers: [`tree ${TREE}`, `parent ${P1}`, `parent ${P2}`] });
    expect(parseCommit('1', bytes)).toEqual({ oid: '1', tree: TREE, parents: [P1, P2], time: 1709290900 });
  });

  it('reads ids of SHA-256', () => {
    const [tree, parent] = ['d'.repeat(64), 'e'.repeat(64)];
    expect(parseCommit('1', commit({ headers: [`tree ${tree}`, `parent ${parent}`] }))).toMatchObject({
      tree,
      parents: [parent],
    });
  });

  it.each([
    { name: 'a root has no parents', bytes: commit({ headers: [`tree ${TREE}`] }), expected: { parents: [] } },
    {
      name: 'a parent that is no id is left out',
      bytes: commit({ headers: [`tree ${TREE}`, 'parent ../HEAD', `parent ${P1}`] }),
      expected: { parents: [P1] },
    },
    {
      name: 'a message that imitates headers adds nothing',
      bytes: commit({ message: `x\n\nparent ${P2}\ntree ${P2}\n` }),
      expected: { parents: [P1], tree: TREE },
    },
    {
      name: 'a header of several lines adds nothing',
      bytes: commit({ headers: [`tree ${TREE}`, 'gpgsig -----BEGIN', ` parent ${P2}`, ' -----END'] }),
      expected: { parents: [] },
    },
    { name: 'no committer is time 0', bytes: Buffer.from(`tree ${TREE}\n\nx`), expected: { time: 0, tree: TREE } },
    {
      name: 'a date that is none is time 0',
      bytes: commit({ committer: 'Carl <carl@acme.dev> yesterday' }),
      expected: { time: 0 },
    },
    {
      name: 'a date before 1970 is kept',
      bytes: commit({ committer: 'Carl <carl@acme.dev> -100 +0000' }),
      expected: { time: -100 },
    },
    {
      name: 'no empty line: everything is headers',
      bytes: Buffer.from(`tree ${TREE}\nparent ${P1}`),
      expected: { tree: TREE, parents: [P1] },
    },
    { name: 'no bytes', bytes: Buffer.alloc(0), expected: { tree: null, parents: [], time: 0 } },
  ])('$name', ({ bytes, expected }) => {
    expect(parseCommit('1', bytes)).toMatchObject(expected);
  });
});

describe('parseCommitInfo', () => {
  it('reads who and when, each on their own clock', () => {
    expect(parseCommitInfo('1', commit())).toEqual({
      oid: '1',
      author: { name: 'Ann Author', email: 'ann@acme.dev' },
      authorDate: '2024-03-01T13:00:00+02:00',
      committerDate: '2024-03-01T05:31:40-05:30',
    });
  });

  it.each([
    { author: '<ann@acme.dev> 0 +0000', name: '', email: 'ann@acme.dev', date: '1970-01-01T00:00:00Z' },
    { author: 'Ann <> 0 +0000', name: 'Ann', email: '', date: '1970-01-01T00:00:00Z' },
    {
      author: 'Jürgen Müller <j@acme.dev> 0 +0000',
      name: 'Jürgen Müller',
      email: 'j@acme.dev',
      date: '1970-01-01T00:00:00Z',
    },
    { author: 'Ann 0 +0000', name: 'Ann 0 +0000', email: '', date: '' },
    { author: 'Ann <ann@acme.dev>', name: 'Ann', email: 'ann@acme.dev', date: '' },
    { author: 'Ann <ann@acme.dev> 1709290800', name: 'Ann', email: 'ann@acme.dev', date: '2024-03-01T11:00:00Z' },
    { author: 'Ann <ann@acme.dev> 1709290800 +9999', name: 'Ann', email: 'ann@acme.dev', date: '2024-03-01T11:00:00Z' },
    { author: 'Ann <ann@acme.dev> 99999999999999 +0000', name: 'Ann', email: 'ann@acme.dev', date: '@99999999999999' },
    { author: 'Ann <ann@acme.dev> -100 +0000', name: 'Ann', email: 'ann@acme.dev', date: '1969-12-31T23:58:20Z' },
    {
      author: 'Ann <ann@acme.dev> 1709290800 +0545',
      name: 'Ann',
      email: 'ann@acme.dev',
      date: '2024-03-01T16:45:00+05:45',
    },
  ])('reads "$author"', ({ author, name, email, date }) => {
    expect(parseCommitInfo('1', commit({ author }))).toMatchObject({ author: { name, email }, authorDate: date });
  });

  it('reads bytes that are no UTF-8', () => {
    const bytes = Buffer.from('author J\xfcrgen <j@acme.dev> 0 +0000\n\nx', 'latin1');
    expect(parseCommitInfo('1', bytes).author.name).toBe('J\uFFFDrgen');
  });

  it('of no bytes knows nothing', () => {
    expect(parseCommitInfo('1', Buffer.alloc(0))).toEqual({
      oid: '1',
      author: { name: '', email: '' },
      authorDate: '',
      committerDate: '',
    });
  });
});

describe('parseTag', () => {
  it.each([
    {
      name: 'a tag',
      text: `object ${P1}\ntype commit\ntag v1.0\ntagger Ann <a@acme.dev> 0 +0000\n\nrelease\n`,
      expected: { target: P1, name: 'v1.0' },
    },
    {
      name: 'a tag whose object is no id',
      text: 'object HEAD\ntag v1.0\n\nx',
      expected: { target: null, name: 'v1.0' },
    },
    {
      name: 'a message that imitates headers',
      text: `tag v1.0\n\nobject ${P1}\n`,
      expected: { target: null, name: 'v1.0' },
    },
    { name: 'no bytes', text: '', expected: { target: null, name: '' } },
  ])('reads $name', ({ text, expected }) => {
    expect(parseTag(Buffer.from(text))).toEqual(expected);
  });
});
