// The answer is compared with npm's own, for a table of layouts.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePackManifest, wouldPack } from '../../src/env/npm-pack.js';
import { findPackages } from '../../src/env/npm-packages.js';

type Layout = { name: string; manifest: object; ignores?: Record<string, string>; expected: string };

// Every layout has these files, each of which may hold a secret; `expected` are those that npm puts into the package.
const FILES = [
  '.env',
  '.env.local',
  'prod.env',
  'dist/.env',
  'dist/a/.env',
  'config/.env',
  'config/.env.example',
  'src/.env',
];
const ALL = FILES.join(' ');

const LAYOUTS: readonly Layout[] = [
  { name: 'nothing said', manifest: {}, expected: ALL },
  {
    name: 'a .gitignore alone',
    manifest: {},
    ignores: { '.gitignore': '.env\n' },
    expected: '.env.local prod.env config/.env.example',
  },
  {
    name: 'an .npmignore takes the place of the .gitignore',
    manifest: {},
    ignores: { '.gitignore': '.env*\n*.env\n', '.npmignore': 'src\n' },
    expected: '.env .env.local prod.env dist/.env dist/a/.env config/.env config/.env.example',
  },
  { name: 'an empty .npmignore too', manifest: {}, ignores: { '.gitignore': '*\n', '.npmignore': '' }, expected: ALL },
  { name: 'wildcards', manifest: {}, ignores: { '.npmignore': '.env.*\n*.env\n' }, expected: '' },
  {
    name: 'an exception',
    manifest: {},
    ignores: { '.npmignore': '.env*\n!.env.example\n' },
    expected: 'prod.env config/.env.example',
  },
  {
    name: 'an exception that comes first',
    manifest: {},
    ignores: { '.npmignore': '!.env.example\n.env*\n' },
    expected: 'prod.env',
  },
  {
    name: 'the root alone',
    manifest: {},
    ignores: { '.npmignore': '/.env\n' },
    expected: '.env.local prod.env dist/.env dist/a/.env config/.env config/.env.example src/.env',
  },
  {
    name: 'a folder',
    manifest: {},
    ignores: { '.npmignore': 'dist/\nconfig/**\n' },
    expected: '.env .env.local prod.env src/.env',
  },
  {
    name: 'a path',
    manifest: {},
    ignores: { '.npmignore': 'dist/a/.env\n' },
    expected: '.env .env.local prod.env dist/.env config/.env config/.env.example src/.env',
  },
  {
    name: 'folders between',
    manifest: {},
    ignores: { '.npmignore': '**/a/**\nsrc/*\n' },
    expected: '.env .env.local prod.env dist/.env config/.env config/.env.example',
  },
  {
    name: 'a file in an excluded folder',
    manifest: {},
    ignores: { '.npmignore': 'config\n!config/.env.example\n' },
    expected: '.env .env.local prod.env dist/.env dist/a/.env config/.env config/.env.example src/.env',
  },
  {
    name: 'another case',
    manifest: {},
    ignores: { '.npmignore': '.ENV\n' },
    expected: '.env.local prod.env config/.env.example',
  },
  {
    name: 'comments and blanks',
    manifest: {},
    ignores: { '.npmignore': '# .env.local\n  .env  \r\n' },
    expected: '.env.local prod.env config/.env.example',
  },
  {
    name: 'an ignore file in a folder',
    manifest: {},
    ignores: { 'dist/.npmignore': '.env\n' },
    expected: '.env .env.local prod.env config/.env config/.env.example src/.env',
  },
  {
    name: 'one that takes back',
    manifest: {},
    ignores: { '.npmignore': '.env\n', 'dist/.npmignore': '!.env\n' },
    expected: '.env.local prod.env dist/.env dist/a/.env config/.env.example',
  },
  { name: 'files: a folder', manifest: { files: ['dist'] }, expected: 'dist/.env dist/a/.env' },
  { name: 'files: a folder with a slash', manifest: { files: ['dist/'] }, expected: 'dist/.env dist/a/.env' },
  { name: 'files: a folder from here', manifest: { files: ['./dist'] }, expected: 'dist/.env dist/a/.env' },
  { name: 'files: what is in a folder', manifest: { files: ['dist/*'] }, expected: 'dist/.env dist/a/.env' },
  { name: 'files: a pattern', manifest: { files: ['dist/**/*.js'] }, expected: '' },
  {
    name: 'files: names in the root',
    manifest: { files: ['*.env'] },
    expected: 'prod.env .env',
  },
  { name: 'files: a file', manifest: { files: ['.env.local', 'config/.env'] }, expected: '.env.local config/.env' },
  {
    name: 'files: the ignore file of the root says nothing',
    manifest: { files: ['dist'] },
    ignores: { '.npmignore': '.env\n', '.gitignore': '.env\n' },
    expected: 'dist/.env dist/a/.env',
  },
  {
    name: 'files: that of a folder does',
    manifest: { files: ['dist'] },
    ignores: { 'dist/.npmignore': '.env\n' },
    expected: '',
  },
  { name: 'files: none', manifest: { files: [] }, expected: '' },
  { name: 'files: an exception', manifest: { files: ['dist', '!dist/a'] }, expected: 'dist/.env' },
];

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

type Packed = { name: string; files: { path: string }[] };

function packByNpm(cwd: string, folders: readonly string[]): Packed[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', ...folders], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const parsed = JSON.parse(output) as Packed[] | Record<string, Packed>;
  return Object.values(parsed);
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-pack-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sorted = (paths: readonly string[]) => [...paths].sort();

const manifests = LAYOUTS.map(({ manifest }, i) =>
  JSON.stringify({ name: `acme-${i}`, version: '1.0.0', ...manifest }),
);
let packed: readonly Packed[] = [];

beforeAll(() => {
  packed = inFolder(root => {
    LAYOUTS.forEach(({ ignores }, i) => {
      const files = Object.fromEntries(FILES.map(path => [path, 'A=1\n']));
      write(join(root, `layout-${i}`), { 'package.json': manifests[i] ?? '', ...ignores, ...files });
    });
    return packByNpm(
      root,
      LAYOUTS.map((_, i) => `./layout-${i}`),
    );
  });
}, 120_000);

describe.each(LAYOUTS.map((layout, i) => ({ ...layout, i })))('$name', ({ i, ignores = {}, expected }) => {
  const wanted = sorted(expected.split(' ').filter(path => path !== ''));

  it('is answered', () => {
    const manifest = parsePackManifest(manifests[i] ?? '');
    if (!manifest) throw new Error('no manifest');
    const found = FILES.filter(path => wouldPack(path, manifest, new Map(Object.entries(ignores))));
    expect(sorted(found)).toEqual(wanted);
  });

  it('is what npm says', () => {
    const { files } = packed.find(({ name }) => name === `acme-${i}`) ?? { files: [] };
    expect(files.length).toBeGreaterThan(0); // package.json is always there
    expect(sorted(files.map(({ path }) => path).filter(path => FILES.includes(path)))).toEqual(wanted);
  });
});

describe('a workspace', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'root', private: true, workspaces: ['packages/*'] }),
    '.gitignore': '.env\n',
    'packages/a/package.json': JSON.stringify({ name: 'a', version: '1.0.0' }),
    'packages/a/.env': 'A=1\n',
    'packages/a/.env.local': 'A=1\n',
    'other/b/package.json': JSON.stringify({ name: 'b', version: '1.0.0' }),
    'other/b/.env': 'A=1\n',
  };
  const packages = findPackages(new Map(Object.entries(files)));

  it.each(['packages/a', 'other/b'])(
    '%s is packed as npm packs it',
    folder => {
      const own = packages.find(({ folder: place }) => place === folder);
      const [answer] = inFolder(root => {
        write(root, files);
        return packByNpm(join(root, folder), []);
      });
      const env = (answer?.files ?? []).map(({ path }) => path).filter(path => path.startsWith('.env'));
      expect(['.env', '.env.local'].filter(path => `${folder}/${path}` in files && own?.packs(path))).toEqual(
        sorted(env),
      );
    },
    60_000,
  );

  it('that is private is no package', () => {
    expect(packages.map(({ folder }) => folder)).toEqual(['packages/a', 'other/b']);
  });
});

it.each(['', '{', '[]x', 'null', '1'])('%j is no manifest', text => {
  expect(parsePackManifest(text)).toBeNull();
});
