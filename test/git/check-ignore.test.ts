// The question to git about ignored paths, with names that are no names, and that the mirror stays where it is.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkIgnore, ignores } from '../../src/git/check-ignore.js';
import { makeIgnoreMirror } from '../../src/git/ignore-mirror.js';
import { openSession } from '../../src/sources/session.js';
import { TestRepository } from '../helpers/repository.js';

function open() {
  const repository = new TestRepository();
  const session = openSession(repository.dir, process.env, false);
  onTestFinished(() => session.close());
  return { session, mirror: makeIgnoreMirror(session.git) };
}

it.each([
  { name: 'a plain path', path: '.env', isIgnored: true, rule: '.gitignore:1:.env' },
  {
    name: 'a path in a folder with rules of its own',
    path: 'a/b/.env',
    isIgnored: false,
    rule: 'a/.gitignore:2:!.env',
  },
  { name: 'a path that no rule matches', path: 'a/c', isIgnored: false, rule: null },
  {
    name: 'a path that looks like pathspec magic',
    path: ':(top,icase)x/.env',
    isIgnored: true,
    rule: '.gitignore:1:.env',
  },
  { name: 'a path with wildcards', path: 'w*[a]?/.env', isIgnored: true, rule: '.gitignore:1:.env' },
  { name: 'a path with a line break', path: 'x\ny/.env', isIgnored: true, rule: '.gitignore:1:.env' },
  { name: 'a path that is no UTF-8', path: '\xff\xfe/.env', isIgnored: true, rule: '.gitignore:1:.env' },
  { name: 'a path that begins like an option', path: '--stdin/.env', isIgnored: true, rule: '.gitignore:1:.env' },
])('$name', async ({ path, isIgnored, rule }) => {
  const { session, mirror } = open();
  mirror.write('.gitignore', Buffer.from('.env\n'));
  mirror.write('a/.gitignore', Buffer.from('# b\n!.env\n'));
  const [found = null] = await checkIgnore(session.git, { workTree: mirror.workTree, paths: [path], machine: null });
  expect(ignores(found)).toBe(isIgnored);
  expect(found && `${found.source}:${found.line}:${found.pattern}`).toBe(rule);
});

it.each(['../.gitignore', '/tmp/.gitignore', 'a/../../.gitignore', '.git/info/.gitignore', 'a//.gitignore', ''])(
  'a file cannot be copied to %j',
  path => {
    const { mirror } = open();
    expect(mirror.write(path, Buffer.from('x'))).toBe('its path leads out of the work tree');
  },
);

it('goes with the private folder of git', () => {
  const { session, mirror } = open();
  mirror.write('a/b/.gitignore', Buffer.from('x'));
  expect(existsSync(join(mirror.workTree, 'a', 'b', '.gitignore'))).toBe(true);
  session.close();
  expect(existsSync(session.git.privateDir.dir)).toBe(false);
});

it('keeps the order of many paths', async () => {
  const { session, mirror } = open();
  mirror.write('.gitignore', Buffer.from('*7\n'));
  const paths = Array.from({ length: 5000 }, (_, n) => `folder${n % 50}/file${n}`);
  const rules = await checkIgnore(session.git, { workTree: mirror.workTree, paths, machine: null });
  expect(paths.filter((_, at) => ignores(rules[at] ?? null))).toEqual(paths.filter(path => path.endsWith('7')));
});
