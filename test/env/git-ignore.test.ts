// Patterns against git itself, and patterns that would make a backtracking search hang.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIgnore } from '../../src/env/git-ignore.js';
import { compileGlob } from '../../src/env/glob.js';

const PATHS = [
  '.env',
  '.env.local',
  'prod.env',
  'a/.env',
  'a/b/.env',
  'a/b/c/prod.env',
  'b/.env',
  'b',
  '#x',
  '!x',
  'a b',
  '[x]',
];

const TABLE = [
  '.env',
  '/.env',
  '.env*\n!.env.local',
  '!.env.local\n.env*',
  'a/',
  'a/\n!a/.env',
  'a/*\n!a/.env',
  'a/**\n!a/b/\n!a/b/.env',
  '**/.env',
  'a/**/.env',
  '**/b/**',
  'a/b',
  'b',
  'b/',
  '*',
  '*\n!*/\n!prod.env',
  '.en?',
  '.en[u-w]',
  '.en[!v]',
  '.en[^a-u]',
  '[',
  '\\#x',
  '#x',
  '\\!x',
  'a\\ b',
  'a b   ',
  '.env\r',
  '\\[x\\]',
  'a**b',
  '.env**',
  '/',
  '//',
  '!',
  'a//b',
];

const PIECES = [
  '.env',
  'env',
  'a',
  'b',
  '*',
  '**',
  '/',
  '/',
  '?',
  '!',
  '\n',
  '\n',
  '.local',
  'prod',
  '[a-e]',
  ' ',
  '#',
];
const generated = fc.sample(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }).map(parts => parts.join('')),
  { numRuns: 60, seed: 7 },
);

function ignoredByGit(folder: string, text: string): string[] {
  writeFileSync(join(folder, '.gitignore'), text);
  try {
    const output = execFileSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
      cwd: folder,
      input: PATHS.join('\0'),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return output.split('\0').filter(path => path !== '');
  } catch {
    return []; // its exit status for none
  }
}

describe('a pattern of git', () => {
  it('leaves out what git leaves out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leakgate-ignore-'));
    try {
      execFileSync('git', ['init', '-q', folder]);
      for (const text of [...TABLE, ...generated]) {
        const isIgnored = compileIgnore(text);
        expect([text, PATHS.filter(isIgnored)]).toEqual([text, ignoredByGit(folder, text)]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('a glob', () => {
  const path = `${'a'.repeat(200)}/${'a/'.repeat(500)}b`;

  it.each([
    '*a'.repeat(200),
    '**/a/'.repeat(200) + 'x',
    '**'.repeat(500),
    'a*'.repeat(300) + '/c',
    '**/'.repeat(2000) + 'x',
  ])(
    'takes no longer for a hostile pattern than its length asks for (%#)',
    glob => {
      expect(compileGlob(glob, { ignoresCase: false, isLoose: true }).matches(path)).toBe(/^\*+$/.test(glob));
    },
    20_000,
  );

  it.each([
    { glob: 'a/b/*.env', folder: 'a', may: true },
    { glob: 'a/b/*.env', folder: 'a/b', may: true },
    { glob: 'a/b/*.env', folder: 'b', may: false },
    { glob: '**/.env', folder: 'x/y', may: true },
    { glob: 'a/b', folder: 'a/b', may: false },
  ])('$glob may match in $folder: $may', ({ glob, folder, may }) => {
    expect(compileGlob(glob, { ignoresCase: false, isLoose: false }).mayMatchIn(folder)).toBe(may);
  });
});
