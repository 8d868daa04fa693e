// npm run bench [-- REPOSITORY… --peer 'COMMAND {}']: what leakgate costs beside what git, Node and other scanners cost, as ratios
// taken in one run on one machine. Makes its own corpora in a temporary folder. Prints, judges nothing: no test depends on it.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { git, makeHistory, makeMonorepo, sourceText } from './bench-repository.mjs';
import { loadSource, ROOT } from './load-source.mjs';

const BIN = join(ROOT, 'bin', 'leakgate.js');
const USAGE = `npm run bench [-- REPOSITORY… --runs N --commits N --only PART --peer 'COMMAND {}']
  --runs N      of each measure, medians are printed (7)
  --commits N   of the generated history (1500)
  --only PART   keywords, inflate, staged, history, growth or env
  --peer 'COMMAND {}'  another scanner, beside ours; {} stands for the repository`;
const { values: flags, positionals } = readArgs();

function readArgs() {
  const options = {
    runs: { type: 'string', default: '7' },
    commits: { type: 'string', default: '1500' },
    only: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h', default: false },
  };
  try {
    const parsed = parseArgs({ allowPositionals: true, options });
    if (!parsed.values.help) return parsed;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message.split('. ')[0]}. Usage:\n${USAGE}`);
    process.exit(2);
  }
}

const RUNS = Number(flags.runs);

/** Runs a program to its end. @returns milliseconds; NaN when it failed and may */
function time(command, args, { cwd, input, env, isPeer = false, mayFail = false } = {}) {
  const start = performance.now();
  const stdio = [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'];
  const run = spawnSync(command, args, { cwd, input, env: { ...process.env, ...env }, stdio });
  if (run.error) throw run.error;
  const taken = performance.now() - start;
  if (run.status === 2 && args.includes(BIN)) incomplete = true;
  else if (run.status !== 0 && mayFail) return Number.NaN;
  else if (run.status !== 0 && run.status !== 1 && !isPeer)
    throw new Error(`${command} ${args.join(' ')} ended with ${run.status ?? run.signal}`);
  return taken;
}

let incomplete = false; // a scan has said that something is missing: its figure counts, but not as one of everything

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Medians of several measures, taken in turn so that a busy moment hits all of them. */
function inTurn(measures, runs = RUNS) {
  for (const measure of measures) measure(); // fills the caches
  const taken = measures.map(() => []);
  for (let run = 0; run < runs; run++) for (const [n, measure] of measures.entries()) taken[n].push(measure());
  return taken.map(median);
}

const row = (name, value) => console.log(`  ${name.padEnd(58)} ${value}`);
const ms = value => (Number.isNaN(value) ? 'it fails here' : `${value.toFixed(0)} ms`);
const ratio = (a, b) => (Number.isNaN(a / b) ? 'not measured' : `${(a / b).toFixed(2)} ×`);

/** A commit of ten changed files, as the hook sees it. */
function staged(folder) {
  const dir = join(folder, 'staged');
  mkdirSync(dir);
  makeHistory(dir, { commits: 50, secrets: [] });
  for (let n = 0; n < 10; n++) writeFileSync(join(dir, 'src', `part${n}`, `file${n}.ts`), sourceText(20_000, n + 500));
  git(dir, 'add', '-A');
  const [node, hook] = inTurn(
    [() => time(process.execPath, ['-e', '0']), () => time(process.execPath, [BIN, 'staged'], { cwd: dir })],
    3 * RUNS,
  );
  console.log('\nstaged: ten changed files');
  row('node -e 0', ms(node));
  row('leakgate staged', ms(hook));
  row('leakgate staged / node -e 0', ratio(hook, node));
}

/** A whole history: cold, again, and against what git needs to hand out the same content. */
function history(folder, repositories) {
  for (const { name, dir } of repositories) {
    const copy = join(folder, 'copy'); // the second audit finds a cache there, and the repository is left alone
    cpSync(dir, copy, { recursive: true });
    const { input, count, megabytes } = blobsOf(copy);
    incomplete = false;
    const audit = (...more) =>
      time(process.execPath, [BIN, 'history', copy, ...REPORT, ...more], { env: userOf(folder) });
    const [pipe, log, first, second, ...peers] = inTurn([
      () => time('git', ['cat-file', '--batch', '--buffer'], { cwd: copy, input }),
      () => time('git', ['log', '-p', '-U0', '--all'], { cwd: copy, mayFail: true }), // ends where an object is missing
      () => audit('--no-cache'),
      () => audit(),
      ...flags.peer.map(command => () => time('sh', ['-c', command.replaceAll('{}', copy)], { isPeer: true })),
    ]);
    console.log(`\nhistory: ${name}, ${count} blobs, ${megabytes.toFixed(0)} MB of blob bytes`);
    if (incomplete)
      console.log('  (the scan was incomplete: something that the history names is not there, see leakgate history)');
    row('git cat-file --batch --buffer, all blobs, to /dev/null', ms(pipe));
    row('git log -p -U0 --all, to /dev/null', ms(log));
    row(
      'leakgate history, SARIF',
      `${ms(first)}, ${((1000 * megabytes) / first).toFixed(0)} MB of blob bytes a second`,
    );
    row('leakgate history / git cat-file', ratio(first, pipe));
    row('leakgate history / git log -p', ratio(first, log));
    row('leakgate history again, without a change', ms(second));
    row('second audit / first', ratio(second, first));
    const peak = peakMegabytes(folder, ['history', copy, ...REPORT, '--no-cache']);
    row('leakgate history, peak memory (git not included)', `${peak} MB`);
    for (const [n, command] of flags.peer.entries()) {
      row(command, ms(peers[n]));
      row('that / leakgate history', ratio(peers[n], first));
    }
    rmSync(copy, { recursive: true, force: true });
  }
}

const REPORT = ['--format', 'sarif', '--output', join(tmpdir(), `leakgate-bench-${process.pid}.sarif`), '--no-config'];
const userOf = folder => ({ XDG_CONFIG_HOME: join(folder, 'config') });

function blobsOf(dir) {
  const format = '--batch-check=%(objecttype) %(objectname) %(objectsize)';
  const blobs = git(dir, 'cat-file', '--batch-all-objects', '--unordered', format)
    .split('\n')
    .map(line => line.split(' '))
    .filter(([type]) => type === 'blob');
  return {
    input: blobs.map(([, oid]) => `${oid}\n`).join(''),
    count: blobs.length,
    megabytes: blobs.reduce((sum, [, , size]) => sum + Number(size), 0) / 1e6,
  };
}

/** The same kind of history, once, twice and four times as long. */
function growth(folder) {
  const lengths = [1, 2, 4].map(times => times * Number(flags.commits));
  const measures = lengths.map(commits => {
    const dir = join(folder, `growth-${commits}`);
    mkdirSync(dir);
    makeHistory(dir, { commits, secrets: [] });
    return () => time(process.execPath, [BIN, 'history', dir, ...REPORT, '--no-cache']);
  });
  const taken = inTurn(measures);
  console.log('\ngrowth: a generated history');
  for (const [n, commits] of lengths.entries())
    row(`${commits} commits`, `${ms(taken[n])}, ${ratio(taken[n], taken[0])}`);
}

/** Unpacking alone: every blob of the generated pack, on one thread. */
async function inflate(_folder, [{ dir }]) {
  const { openPack, buildForest, PackWalker, listPacks } = await loadSource(`
    export { listPacks, openPack } from './src/git/open-pack.ts';
    export { buildForest } from './src/git/delta-forest.ts';
    export { PackWalker } from './src/git/walk-pack.ts';
  `);
  const pack = openPack(listPacks(join(dir, '.git', 'objects')).bases[0], 20);
  const forest = buildForest(pack, { types: [3], wanted: null });
  let bytes = 0;
  const walk = usesOwn => () => {
    const visitor = { enter: (_entry, object) => (bytes += object.length), unread: () => {} };
    const walker = new PackWalker(pack, forest, visitor, { usesOwn });
    const start = performance.now();
    for (const tree of forest.trees) walker.walk(tree);
    return performance.now() - start;
  };
  const [own, zlib] = inTurn([walk(true), walk(false)]);
  pack.close();
  const megabytes = bytes / (2 * (RUNS + 1)) / 1e6;
  console.log(`\ninflate: every blob of the generated pack, ${megabytes.toFixed(0)} MB`);
  row('WebAssembly', `${ms(own)}, ${(megabytes / own).toFixed(2)} GB/s`);
  row('node:zlib and deltas in JavaScript', `${ms(zlib)}, ${(megabytes / zlib).toFixed(2)} GB/s`);
  row('node:zlib / WebAssembly', ratio(zlib, own));
}

/** The largest resident set of the program itself, as the kernel saw it. */
function peakMegabytes(folder, args) {
  const hook = join(folder, 'peak.cjs');
  const output = join(folder, 'peak.txt');
  writeFileSync(
    hook,
    "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));",
  );
  time(process.execPath, ['--require', hook, BIN, ...args], { env: { PEAK_FILE: output } });
  return (Number(readFileSync(output, 'utf8')) / 1024).toFixed(0);
}

/** The search for keywords alone, against one regular expression of the same keywords. */
async function keywords() {
  const { compileKeywords, findKeywords, indexRules, rules } = await loadSource(`
    export { compileKeywords, findKeywords } from './src/kernel/keywords.ts';
    export { indexRules } from './src/engine/compile-rules.ts';
    export { rules } from './rules/index.ts';
  `);
  const words = indexRules(rules).keywords;
  const set = compileKeywords(words);
  const bytes = Buffer.from(sourceText(4e6));
  const pattern = new RegExp(words.map(word => word.replace(/[^a-z0-9]/g, '\\$&')).join('|'), 'gi');
  const clock = work => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  let hits = 0;
  const [kernel, alternation] = inTurn([
    () => clock(() => findKeywords(set, bytes, { from: 0, to: bytes.length }, () => hits++)),
    () => clock(() => bytes.toString('latin1').match(pattern)),
  ]);
  console.log(`\nkeywords: ${words.length} of them in ${(bytes.length / 1e6).toFixed(0)} MB of text like source code`);
  row('the kernel', `${(bytes.length / 1e6 / kernel).toFixed(2)} GB/s, ${Math.round(hits / (RUNS + 1))} hits`);
  row('one V8 alternation', `${(bytes.length / 1e6 / alternation).toFixed(4)} GB/s`);
  row('alternation / kernel', ratio(alternation, kernel));
}

/** A monorepo of 2,000 folders and 100,000 files: what the env checks cost beyond listing its files. */
function env(folder) {
  const dir = join(folder, 'monorepo');
  mkdirSync(dir);
  makeMonorepo(dir, { folders: 2000, filesPerFolder: 50 });
  const audit = () => time(process.execPath, [BIN, 'env', dir, '--quiet', '--no-config']);
  const [node, list, whole, now] = inTurn(
    [
      () => time(process.execPath, ['-e', '0']),
      () => time('git', ['ls-files', '-s', '-z'], { cwd: dir }),
      audit,
      () => time(process.execPath, [BIN, 'env', dir, '--quiet', '--no-config', '--no-history']),
    ],
    Math.min(RUNS, 5),
  );
  console.log('\nenv: a monorepo of 2,000 folders and 100,000 files');
  row('node -e 0', ms(node));
  row('git ls-files -s', ms(list));
  row('leakgate env', `${ms(whole)}, ${ms(whole - list)} beyond git ls-files`);
  row('leakgate env --no-history', `${ms(now)}, ${ms(now - list)} beyond git ls-files`);
}

const SECTIONS = { keywords, inflate, staged, history, growth, env };

const folder = mkdtempSync(join(tmpdir(), 'leakgate-bench-'));
try {
  const { sampleCrcToken } = await loadSource("export { sampleCrcToken } from './src/sample.ts';");
  const generated = join(folder, 'history');
  mkdirSync(generated);
  makeHistory(generated, {
    commits: Number(flags.commits),
    secrets: Array.from({ length: 10 }, (_, n) => sampleCrcToken('ghp_', 30, n + 1)),
  });
  const repositories = [
    { name: `generated, ${flags.commits} commits`, dir: generated },
    ...positionals.map(path => ({ name: path, dir: resolve(path) })),
  ];
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  console.log(`Node ${process.version}, ${git(folder, '--version')}, ${processor}; medians of ${RUNS} runs.`);
  for (const [name, section] of Object.entries(SECTIONS))
    if (flags.only === undefined || flags.only === name) await section(folder, repositories);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(REPORT[3], { force: true });
}
