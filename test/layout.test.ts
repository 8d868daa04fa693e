// The plan of the house, held by a test: which file may import which, what pure rooms may not touch, sizes, and the map.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

// Row of each room. A file imports from its own room or from a lower row, never sideways or up.
const ROW: Readonly<Record<string, number>> = {
  'src/types.ts': 0,
  'src/errors.ts': 0,
  'src/rule.ts': 0,
  'src/response.ts': 0,
  'src/rotation-policy.ts': 0,
  'src/secret.ts': 0,
  'src/markers.ts': 0,
  'src/checksum.ts': 0,
  'src/sample.ts': 0,
  'src/pattern-length.ts': 0,
  'src/int-list.ts': 0,
  'src/numbered.ts': 0,
  'src/sorted-texts.ts': 0,
  'src/wasm.ts': 0,
  'src/placeholder.ts': 0,
  'src/env-rules.ts': 0,
  rules: 1,
  'src/git': 1,
  'src/kernel': 1,
  'src/config': 2,
  'src/sources': 2,
  'src/engine': 2,
  'src/findings': 2,
  'src/env': 2,
  'src/incident': 2,
  'src/report': 2,
  'src/scan.ts': 3,
  'src/claim-names.ts': 3,
  'src/scan-packs.ts': 3,
  'src/keep-sightings.ts': 3,
  'src/search-blob.ts': 3,
  'src/prove-rules.ts': 3,
  'src/env-audit.ts': 3,
  'src/env-clean.ts': 3,
  'src/env-collect.ts': 3,
  'src/env-look.ts': 3,
  'src/env-staged.ts': 3,
  'src/env-file-defects.ts': 3,
  'src/env-fix.ts': 3,
  'src/env-secrets.ts': 3,
  'src/cli': 4,
  'src/index.ts': 4,
};
const PURE = ['src/engine', 'src/findings', 'src/report', 'src/incident', 'src/kernel', 'rules'];
const FILE_ROWS = [0, 3]; // of single files, which may import one another
const MAX_LINES = 300;
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bMath\.random\b|\bperformance\.now\b|\bconsole\.\w+\(/;
const REVEAL = /\.reveal\b/;
const EXIT = /\bprocess\.exit\b(?!Code)/;
const ANY = /(?:[:<|&,(]|\bas|=>)\s*any\b(?!\s+\w)/;

const files = ['src', 'rules'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name.replaceAll('\\', '/')))
    .filter(name => name.endsWith('.ts') && !name.includes('/assembly/'))
    .sort(),
);
const pureFiles = files.filter(file => PURE.includes(roomOf(file)));
const sources = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));

function roomOf(file: string): string {
  return file in ROW
    ? file
    : file
        .split('/')
        .slice(0, file.startsWith('src/') ? 2 : 1)
        .join('/');
}

function importsIn(source: string): string[] {
  return [...source.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)].map(
    found => found[1] ?? found[2] ?? found[3] ?? '',
  );
}

function mayImport(file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  const [fromRow, toRow] = [ROW[from] ?? Number.NaN, ROW[to] ?? Number.NaN];
  return from === to || toRow < fromRow || (toRow === fromRow && FILE_ROWS.includes(toRow));
}

// Good enough for our own code: `//` in a URL has a colon in front of it, and no string holds a comment.
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Lines of code that break a rule, each behind its file. */
function linesWith(pattern: RegExp, names: readonly string[]): string[] {
  return names.flatMap(name =>
    withoutComments(sources.get(name) ?? '')
      .split('\n')
      .flatMap(line => (pattern.test(line) ? [`${name}: ${line.trim()}`] : [])),
  );
}

describe('imports', () => {
  it.each([
    { from: 'src/engine/checks.ts', to: 'src/checksum.ts', allowed: true },
    { from: 'src/engine/checks.ts', to: 'src/engine/evaluate.ts', allowed: true },
    { from: 'src/engine/checks.ts', to: 'src/kernel/keywords.ts', allowed: true },
    { from: 'src/rule.ts', to: 'src/pattern-length.ts', allowed: true },
    { from: 'src/scan.ts', to: 'src/scan-packs.ts', allowed: true },
    { from: 'src/sources/history.ts', to: 'src/scan-packs.ts', allowed: false },
    { from: 'src/findings/group.ts', to: 'src/engine/evaluate.ts', allowed: false },
    { from: 'src/git/run-git.ts', to: 'src/kernel/keywords.ts', allowed: false },
    { from: 'rules/github.ts', to: 'src/engine/checks.ts', allowed: false },
    { from: 'src/engine/checks.ts', to: 'src/scan.ts', allowed: false },
    { from: 'src/config/load.ts', to: 'src/utils/text.ts', allowed: false },
  ])('from $from to $to: $allowed', ({ from, to, allowed }) => {
    expect(mayImport(from, to)).toBe(allowed);
  });

  it('are read in every way that a file can write them', () => {
    const source =
      "import type { A } from './a.js';\nexport * from './b.js';\nimport './c.js';\nawait import('./d.js');";
    expect(importsIn(source)).toEqual(['./a.js', './b.js', './c.js', './d.js']);
  });

  it('go to the own room or to a lower row, in every file', () => {
    const wrong = files.flatMap(file =>
      importsIn(sources.get(file) ?? '')
        .filter(name => name.startsWith('.'))
        .map(name => join(dirname(file), name).replace(/\.js$/, '.ts'))
        .filter(target => !mayImport(file, target))
        .map(target => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('find every file in a room that has a row', () => {
    expect(files.filter(file => ROW[roomOf(file)] === undefined)).toEqual([]);
  });
});

describe('pure rooms', () => {
  it('are engine, findings, report, kernel and rules, and none of them is empty', () => {
    const rooms = new Set(pureFiles.map(roomOf));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['src/engine', 'src/findings', 'src/report', 'src/kernel', 'rules']),
    );
  });

  it('import nothing of Node but node:crypto', () => {
    const wrong = pureFiles.flatMap(file =>
      importsIn(sources.get(file) ?? '')
        .filter(name => name.startsWith('node:') && name !== 'node:crypto')
        .map(name => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('read no clock, draw no random number and print nothing', () => {
    expect(linesWith(IMPURE, pureFiles)).toEqual([]);
  });
});

describe('code', () => {
  it.each([
    { pattern: IMPURE, code: 'const now = Date.now();', isWrong: true },
    { pattern: IMPURE, code: 'const now = new Date();', isWrong: true },
    { pattern: IMPURE, code: 'return new Date(seconds * 1000);', isWrong: false },
    { pattern: IMPURE, code: 'console.log(line);', isWrong: true },
    { pattern: IMPURE, code: "see: 'https://console.acme.dev/docs'", isWrong: false },
    { pattern: REVEAL, code: 'const value = secret.reveal();', isWrong: true },
    { pattern: REVEAL, code: 'values.map(Secret.prototype.reveal)', isWrong: true },
    { pattern: EXIT, code: 'process.exit(2);', isWrong: true },
    { pattern: EXIT, code: 'process.exitCode = 2;', isWrong: false },
    { pattern: ANY, code: 'let value: any;', isWrong: true },
    { pattern: ANY, code: 'const rows: any[] = [];', isWrong: true },
    { pattern: ANY, code: 'const list = value as any;', isWrong: true },
    { pattern: ANY, code: 'new Map<string, any>()', isWrong: true },
    { pattern: ANY, code: "title: 'the key opens (any of them)'", isWrong: false },
  ])('$code breaks a rule: $isWrong', ({ pattern, code, isWrong }) => {
    expect(pattern.test(withoutComments(code))).toBe(isWrong);
  });

  it('is told from comments', () => {
    expect(withoutComments("a(); // console.log()\n/* Date.now */ b('https://acme.dev');")).toBe(
      "a(); \n b('https://acme.dev');",
    );
  });

  it('reveals a secret only in the engine, the fingerprint, the mask and what shows secrets on purpose', () => {
    const allowed = [
      'src/secret.ts',
      'src/findings/fingerprint.ts',
      'src/findings/redact.ts',
      'src/findings/show-secret.ts',
    ];
    const others = files.filter(file => !allowed.includes(file) && roomOf(file) !== 'src/engine');
    expect(linesWith(REVEAL, others)).toEqual([]);
  });

  it('ends the process in src/cli/main.ts alone', () => {
    expect(
      linesWith(
        EXIT,
        files.filter(file => file !== 'src/cli/main.ts'),
      ),
    ).toEqual([]);
  });

  it('has no any', () => {
    expect(linesWith(ANY, files)).toEqual([]);
  });

  it('has at most 300 lines a file, but for the generated list of rules', () => {
    const long = files.filter(
      file => file !== 'rules/index.ts' && (sources.get(file) ?? '').split('\n').length > MAX_LINES + 1,
    );
    expect(long).toEqual([]);
  });

  it('begins every file with a comment that says what it is', () => {
    expect(files.filter(file => !/^\/\/ \S/.test(sources.get(file) ?? ''))).toEqual([]);
  });
});

describe('src/README.md', () => {
  it('names every file of src with a line about it, and no file that is not there', () => {
    const present = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath.replaceAll('\\', '/'), entry.name));
    expect(filesOfMap(readFileSync('src/README.md', 'utf8')).sort()).toEqual(present.sort());
  });
});

// The tree is the code block that begins with `src/`; two spaces a level, and two or more in front of the text.
function filesOfMap(text: string): string[] {
  const tree = /```\n(src\/\n[\s\S]*?)```/.exec(text)?.[1] ?? '';
  const folders: string[] = [];
  return tree.split('\n').flatMap(line => {
    const [, indent = '', name = '', about = ''] = /^( *)(\S+)(?: {2,}(\S.*))?$/.exec(line) ?? [];
    folders.length = indent.length / 2;
    folders.push(name.replace(/\/$/, ''));
    if (name === '' || name.endsWith('/')) return [];
    return [about === '' ? `${name} has no line of text` : folders.join('/')];
  });
}

describe('rules/index.ts', () => {
  it('is what scripts/rules-index.mjs writes', () => {
    expect(() => execFileSync(process.execPath, ['scripts/rules-index.mjs', '--check'])).not.toThrow();
  });
});
