// The generated repository of the benchmark: the same on every machine, packed as git packs, with a few secrets in it.

import { execFileSync, spawnSync } from 'node:child_process';

const FILES = 240;
const START = Date.UTC(2024, 0, 1) / 1000;
const WORDS =
  'const let return function import export from class public private static async await item index value result name path'.split(
    ' ',
  );
const TELLING = ['token', 'password', 'secret', 'apiKey', 'credentials']; // on one line of thirty, as in source code

/** Pseudo-random numbers below a bound, the same on every run. */
function generator(seed) {
  let state = seed;
  return bound => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

function sourceLine(random) {
  const words = Array.from(
    { length: 4 + random(8) },
    () => WORDS[random(WORDS.length)] + (random(3) === 0 ? random(9999) : ''),
  );
  if (random(30) === 0) words.push(TELLING[random(TELLING.length)]);
  return `${' '.repeat(2 * random(4))}${words.join(' ')};`;
}

/** Text that looks like source code. */
export function sourceText(bytes, seed = 7) {
  const random = generator(seed);
  const lines = [];
  for (let size = 0; size < bytes; ) {
    const line = sourceLine(random);
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Makes a repository with a long history.
 *
 * @param dir an empty folder
 * @param commits each changes three files in a few lines
 * @param secrets put into as many commits, each removed again by the next change of its file
 */
export function makeHistory(dir, { commits, secrets }) {
  const random = generator(11);
  const files = Array.from({ length: FILES }, (_, n) => sourceText(4000 + random(12_000), n + 1).split('\n'));
  const every = Math.max(1, Math.floor(commits / Math.max(1, secrets.length)));
  const stream = [];
  for (let n = 0; n < commits; n++) {
    const message = `change ${n}`;
    stream.push(
      `commit refs/heads/main\ncommitter Bench <bench@example.com> ${START + n * 3600} +0000\ndata ${message.length}\n${message}\n`,
    );
    const changed = n === 0 ? files.keys() : [random(FILES), random(FILES), random(FILES)];
    for (const file of changed) {
      const lines = files[file];
      for (let edits = 0; edits < 3; edits++) lines[random(lines.length - 1)] = sourceLine(random);
      const secret = n > 0 && n % every === 0 ? secrets[n / every - 1] : undefined;
      const text = secret ? [...lines, `key = '${secret}'`].join('\n') : lines.join('\n');
      stream.push(`M 100644 inline src/part${file % 12}/file${file}.ts\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
  }
  git(dir, 'init', '-q', '-b', 'main');
  const load = spawnSync('git', ['fast-import', '--quiet'], { cwd: dir, input: stream.join(''), maxBuffer: 1 << 30 });
  if (load.status !== 0) throw new Error(`git fast-import: ${load.stderr}`);
  git(dir, 'repack', '-a', '-d', '-q');
  git(dir, 'reset', '-q', '--hard');
}

/** Runs git; gives its output. */
export function git(dir, ...args) {
  return execFileSync('git', args, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}

/**
 * Makes a repository of many packages, each with a manifest and files of which a few read variables, in one packed commit.
 *
 * @param dir an empty folder; the files are checked out
 */
export function makeMonorepo(dir, { folders, filesPerFolder }) {
  const random = generator(13);
  const text = content => `data ${Buffer.byteLength(content)}\n${content}\n`;
  const stream = [`commit refs/heads/main\ncommitter Bench <bench@example.com> ${START} +0000\n${text('all')}`];
  const add = (path, content) => stream.push(`M 100644 inline ${path}\n${text(content)}`);
  const cover = '.env\n.env.*\n*.env\n.envrc\n.dev.vars\n.flaskenv\n!.env.example\nnode_modules\n';
  add('.gitignore', cover);
  for (let n = 0; n < folders; n++) {
    const folder = `packages/group${n % 40}/package${n}`;
    add(`${folder}/package.json`, `{ "name": "package${n}", "private": true }\n`);
    add(`${folder}/.env.example`, `API_URL_${n % 50}=\nTOKEN_${n % 50}=\n`);
    for (let file = 0; file < filesPerFolder - 2; file++) {
      const reads = file < 2 ? `export const x = process.env.${file === 0 ? 'API_URL' : 'TOKEN'}_${n % 50};\n` : '';
      add(`${folder}/src/file${file}.ts`, `${sourceText(600 + random(800), n * filesPerFolder + file + 1)}${reads}`);
    }
  }
  git(dir, 'init', '-q', '-b', 'main');
  spawnSync('git', ['fast-import', '--quiet'], { cwd: dir, input: stream.join(''), maxBuffer: 1e9 });
  git(dir, 'reset', '-q', '--hard');
}
