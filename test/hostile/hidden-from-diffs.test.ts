// What git's diffs leave out or rename away: attributes, merges, changes of type, odd roots. Blobs are read, never patches.

import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { expectScan, type Planted, token } from './expect-scan.js';
import { store, storeCommit, storeTree } from './plumbing.js';

const SECRET = token(1);
const LINE = `const key = '${SECRET}';\n`;

describe('one line of attributes does not switch the scan off', () => {
  it.each([
    { name: '-diff', files: { '.gitattributes': '* -diff\n' } },
    { name: 'binary', files: { '.gitattributes': '*.ts binary\n' } },
    { name: 'a macro', files: { '.gitattributes': '[attr]quiet -diff -text -merge\n* quiet\n' } },
    { name: 'a nested file', files: { 'src/.gitattributes': 'app.ts -diff\n' } },
    { name: 'info/attributes', files: { '.git/info/attributes': '* -diff\n' } },
    {
      name: 'an invalid line, which makes git talk on stderr',
      files: { '.gitattributes': '"unclosed *.ts\n!neg -diff\n* -diff\n' },
    },
    {
      name: 'a driver that does not exist',
      files: { '.gitattributes': '* diff=nothing filter=nothing merge=nothing\n' },
    },
    {
      name: 'export-ignore and linguist-generated',
      files: { '.gitattributes': '* export-ignore linguist-generated\n' },
    },
    { name: 'an encoding for the work tree', files: { '.gitattributes': 'src/app.ts working-tree-encoding=UTF-8\n' } },
    {
      name: '5,000 patterns',
      files: { '.gitattributes': Array.from({ length: 5000 }, (_, n) => `**/a*b*${n} -diff\n`).join('') },
    },
  ])('$name', async ({ files }) => {
    const repository = new TestRepository();
    const base = repository.commit({ 'README.md': 'hello\n' });
    for (const [path, content] of Object.entries(files as Record<string, string>)) repository.write(path, content);
    repository.write('src/app.ts', LINE);
    repository.git('add', '-A');
    const found: Planted[] = [{ secret: SECRET, path: 'src/app.ts', line: 1, column: 14 }];
    await expectScan(['staged'], { found }, { cwd: repository.dir });
    repository.git('commit', '-q', '-m', 'change');
    await expectScan(['history', repository.dir], { found });
    await expectScan(['history', repository.dir, '--range', `${base}..HEAD`], { found });
  });
});

type Shape = { base: string | null; found: Planted[] };

function merged(repository: TestRepository, options: string[] = []): { base: string } {
  const base = repository.commit({ 'a.txt': 'one\ntwo\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit({ 'side.txt': 'side\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'main.txt': 'main\n' });
  repository.git('merge', '-q', '--no-ff', '--no-commit', ...options, 'side');
  return { base };
}

const SHAPES: { name: string; build: (repository: TestRepository) => Shape }[] = [
  {
    name: 'a merge that adds a file neither side has',
    build: repository => {
      const { base } = merged(repository);
      const commit = repository.commit({ 'evil.ts': LINE });
      return { base, found: [{ secret: SECRET, path: 'evil.ts', line: 1, commit }] };
    },
  },
  {
    name: 'a merge that edits a file in passing',
    build: repository => {
      const { base } = merged(repository);
      const commit = repository.commit({ 'a.txt': `one\n${LINE}two\n` });
      return { base, found: [{ secret: SECRET, path: 'a.txt', line: 2, commit }] };
    },
  },
  {
    name: 'an octopus merge of three branches with content of its own',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      const baseTree = repository.git('rev-parse', `${base}^{tree}`);
      const side = (n: number) => storeCommit(repository, { tree: baseTree, parents: [base], message: `side ${n}\n` });
      const tree = storeTree(repository, [{ name: 'all.ts', oid: store(repository, 'blob', LINE) }]);
      const commit = storeCommit(repository, { tree, parents: [base, side(1), side(2), side(3)] });
      repository.git('update-ref', 'refs/heads/main', commit);
      return { base, found: [{ secret: SECRET, path: 'all.ts', line: 1, commit }] };
    },
  },
  {
    name: 'a symbolic link that becomes a file',
    build: repository => {
      symlinkSync('nowhere', join(repository.dir, 'link'));
      const base = repository.commit({});
      unlinkSync(join(repository.dir, 'link'));
      const commit = repository.commit({ link: LINE });
      return { base, found: [{ secret: SECRET, path: 'link', line: 1, commit }] };
    },
  },
  {
    name: 'a submodule entry that becomes a file',
    build: repository => {
      const gitlink = storeTree(repository, [{ mode: '160000', name: 'lib', oid: '1'.repeat(40) }]);
      const base = storeCommit(repository, { tree: gitlink });
      const tree = storeTree(repository, [{ name: 'lib', oid: store(repository, 'blob', LINE) }]);
      const commit = storeCommit(repository, { tree, parents: [base] });
      repository.git('update-ref', 'refs/heads/main', commit);
      return { base, found: [{ secret: SECRET, path: 'lib', line: 1, commit }] };
    },
  },
  {
    name: 'the target of a symbolic link',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      symlinkSync(`https://x:${SECRET}@example.com`, join(repository.dir, 'link'));
      const commit = repository.commit({});
      return { base, found: [{ secret: SECRET, path: 'link', line: 1, column: 11, commit }] };
    },
  },
  {
    name: 'a rename with an edit in the same commit',
    build: repository => {
      const body = Array.from({ length: 50 }, (_, n) => `line ${n}\n`).join('');
      const base = repository.commit({ 'old.ts': body });
      repository.git('mv', 'old.ts', 'new.ts');
      const commit = repository.commit({ 'new.ts': body + LINE });
      return { base, found: [{ secret: SECRET, path: 'new.ts', line: 51, commit }] };
    },
  },
  {
    name: 'a root commit',
    build: repository => {
      const commit = repository.commit({ 'a.ts': LINE });
      return { base: null, found: [{ secret: SECRET, path: 'a.ts', line: 1, commit }] };
    },
  },
  {
    name: 'a side branch that is merged with -s ours, so that nothing of it remains',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      repository.git('checkout', '-q', '-b', 'side');
      const commit = repository.commit({ 'side.ts': LINE });
      repository.git('checkout', '-q', 'main');
      repository.git('merge', '-q', '-s', 'ours', '-m', 'ours', 'side');
      return { base, found: [{ secret: SECRET, path: 'side.ts', line: 1, commit }] };
    },
  },
  {
    name: 'a secret that is added and removed again within the range',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      const commit = repository.commit({ 'a.txt': `a\n${LINE}` });
      repository.commit({ 'a.txt': 'a\n' });
      return { base, found: [{ secret: SECRET, path: 'a.txt', line: 2, commit }] };
    },
  },
  {
    name: 'a second root that is merged in',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      repository.git('checkout', '-q', '--orphan', 'other');
      const commit = repository.commit({ 'other.ts': LINE });
      repository.git('checkout', '-q', 'main');
      repository.git('merge', '-q', '--allow-unrelated-histories', '-m', 'two roots', 'other');
      return { base, found: [{ secret: SECRET, path: 'other.ts', line: 1, commit }] };
    },
  },
  {
    name: 'a commit whose only parent is named twice',
    build: repository => {
      const base = repository.commit({ 'a.txt': 'a\n' });
      const tree = storeTree(repository, [{ name: 'a.ts', oid: store(repository, 'blob', LINE) }]);
      const commit = storeCommit(repository, { tree, parents: [base, base] });
      repository.git('update-ref', 'refs/heads/main', commit);
      return { base, found: [{ secret: SECRET, path: 'a.ts', line: 1, commit }] };
    },
  },
];

describe('no shape of a history hides a blob', () => {
  it.each(SHAPES)('$name', async ({ build }) => {
    const repository = new TestRepository();
    const { base, found } = build(repository);
    await expectScan(['history', repository.dir], { found });
    if (base) await expectScan(['history', repository.dir, '--range', `${base}..main`], { found });
  });

  it.each([
    { name: 'a change of mode', args: ['update-index', '--chmod=+x', 'a.ts'] },
    { name: 'a rename', args: ['mv', 'a.ts', 'b.ts'] },
    { name: 'a removal', args: ['rm', '-q', 'a.ts'] },
  ])('$name alone adds no finding', async ({ args }) => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.ts': LINE, 'other.txt': 'other\n' });
    repository.git(...args);
    await expectScan(['staged'], { found: [] }, { cwd: repository.dir });
    repository.git('commit', '-q', '-m', 'change');
    await expectScan(['history', repository.dir, '--range', `${base}..HEAD`], { found: [] });
  });
});
