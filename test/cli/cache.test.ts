// The cache of a history: a second audit says what the first one said, whatever has happened to the cache or the repository.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { sample, sampleCrcToken } from '../../src/sample.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const SECRETS = [sampleCrcToken('ghp_', 30, 1), sampleCrcToken('ghp_', 30, 2), sample('base62', 24, 3)];

let repository: TestRepository;
let config: string;

const text = (seed: number) =>
  Array.from({ length: 80 }, (_, i) => `const value${i} = compute(${(i * seed) % 97});`).join('\n');

beforeEach(() => {
  config = temporaryFolder();
  repository = new TestRepository();
  repository.commit({ 'src/app.ts': text(3), 'docs/readme.md': 'hello\n' });
  repository.commit({ 'src/app.ts': `${text(3)}\nconst token = '${SECRETS[0]}';\n${text(5)}` }, 'add');
  repository.commit(
    { 'src/app.ts': `// moved\n${text(3)}\nconst token = '${SECRETS[0]}';\n${text(7)}` },
    `a message with ${SECRETS[1]}`,
  );
  repository.commit({ 'lib/deep/.env': `DB_PASSWORD=${SECRETS[2]}\n`, [`docs/${SECRETS[1]}.txt`]: 'named\n' });
  repository.commit({ 'lib/deep/.env': '' }, 'remove');
  repository.git('tag', '-a', 'v1', '-m', 'release');
  repository.git('repack', '-q', '-a', '-d', '-f');
});

const folder = () => join(repository.dir, '.git', 'leakgate');
const treesFile = () => join(folder(), readdirSync(folder()).find(name => name.startsWith('trees-')) ?? 'none');
const cacheFile = () => join(folder(), readdirSync(folder()).find(name => name.startsWith('audit-')) ?? 'none');

/** The report of an audit, without its times. */
async function audit(...flags: string[]): Promise<string> {
  const run = await leakgate(['history', repository.dir, '--format', 'json', ...flags], {
    env: { XDG_CONFIG_HOME: config },
    secrets: SECRETS,
  });
  expect(run.code, run.stderr).toBe(1);
  return run.stdout.replace(/("(?:startedAt|finishedAt)": )"[^"]*"/g, '$1""');
}

it('says the same the second time, in every byte but the times', async () => {
  const first = await audit();
  const written = statSync(cacheFile()).mtimeMs;
  expect(await audit()).toBe(first);
  expect(statSync(cacheFile()).mtimeMs).toBe(written);
  expect(await audit('--no-cache')).toBe(first);
});

it('says the same with another number of threads', async () => {
  const first = await audit('--no-cache', '--jobs', '1');
  expect(await audit('--no-cache', '--jobs', '3')).toBe(first);
});

it('holds no secret, no content and no name that can be read', async () => {
  await audit();
  const bytes = readFileSync(cacheFile());
  for (const word of [
    ...SECRETS,
    ...SECRETS.map(secret => secret.slice(4, 14)),
    'DB_PASSWORD',
    'readme.md',
    'app.ts',
  ]) {
    expect(bytes.includes(word)).toBe(false);
    expect(bytes.includes(Buffer.from(word).toString('base64').slice(0, 12))).toBe(false);
  }
  expect(statSync(cacheFile()).mode & 0o077).toBe(0);
  expect(statSync(join(config, 'leakgate', 'cache-key')).mode & 0o077).toBe(0);
});

it('neither reads nor writes with --no-cache', async () => {
  const first = await audit('--no-cache');
  expect(existsSync(folder())).toBe(false);
  expect(existsSync(join(config, 'leakgate'))).toBe(false);
  await audit();
  writeFileSync(cacheFile(), 'something else');
  expect(await audit('--no-cache')).toBe(first);
  expect(readFileSync(cacheFile(), 'utf8')).toBe('something else');
});

describe('is passed over and made anew', () => {
  // Places all over the file: magic, nonce, tag, head and arrays.
  it.each([0, 33, 45, 60, 70, 150, 0.5, 0.999])('with a byte flipped at %d', async at => {
    const first = await audit();
    const bytes = readFileSync(cacheFile());
    const place = at > 0 && at < 1 ? Math.floor(at * bytes.length) : at;
    bytes[place] = (bytes[place] ?? 0) ^ 0x41;
    writeFileSync(cacheFile(), bytes);
    expect(await audit()).toBe(first);
    expect(readFileSync(cacheFile()).equals(bytes)).toBe(false);
  });

  it.each([0, 40, 61])('when it is cut to %d bytes', async length => {
    const first = await audit();
    truncateSync(cacheFile(), length);
    expect(await audit()).toBe(first);
  });

  it('when another user has written it', async () => {
    const first = await audit();
    const before = readFileSync(cacheFile());
    rmSync(join(config, 'leakgate'), { recursive: true });
    expect(await audit()).toBe(first);
    expect(readFileSync(cacheFile()).equals(before)).toBe(false);
  });

  it('when it is of other rules', async () => {
    await audit();
    const own = readFileSync(cacheFile());
    const rules = join(config, 'rules.json');
    writeFileSync(rules, JSON.stringify({ rules: { disable: ['generic-secret'] } }));
    const first = await audit('--config', rules, '--no-cache');
    await audit('--config', rules);
    for (const name of readdirSync(folder())) writeFileSync(join(folder(), name), own);
    expect(await audit('--config', rules)).toBe(first);
  });

  it('when a pack has been changed in its place', async () => {
    await audit();
    const dir = join(repository.dir, '.git', 'objects', 'pack');
    const pack = join(dir, readdirSync(dir).find(name => name.endsWith('.pack')) ?? '');
    const { atime, mtime } = statSync(pack);
    const bytes = readFileSync(pack);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    rmSync(pack);
    writeFileSync(pack, bytes);
    utimesSync(pack, atime, mtime);
    const fresh = await leakgate(['history', repository.dir, '--no-cache'], { env: { XDG_CONFIG_HOME: config } });
    const cached = await leakgate(['history', repository.dir], { env: { XDG_CONFIG_HOME: config } });
    expect(fresh.code).toBe(2);
    expect(cached).toEqual(fresh);
  });
});

describe('gives what an audit without it gives', () => {
  const late = () => repository.commit({ 'late.txt': `key = '${sampleCrcToken('ghp_', 30, 5)}'\n` }, 'late');

  it.each([
    { name: 'after a commit', change: late },
    { name: 'after another pack', change: () => late() + repository.git('repack', '-q', '-d') },
    { name: 'after a garbage collection', change: () => late() + repository.git('gc', '-q', '--prune=now') },
    {
      name: 'after a branch has gone',
      change: () =>
        repository.git('update-ref', '-d', 'refs/tags/v1') + repository.git('reset', '-q', '--hard', 'HEAD~2'),
    },
    {
      name: 'when packed trees name a loose file, which is packed later',
      change: () => {
        const oid = repository.gitWith(
          { input: `x = '${sampleCrcToken('ghp_', 30, 6)}'\n` },
          'hash-object',
          '-w',
          '--stdin',
        );
        const tree = repository.gitWith({ input: `100644 blob ${oid}\tloose.txt\n` }, 'mktree');
        const commit = repository.git('commit-tree', tree, '-m', 'by hand');
        repository.git('update-ref', 'refs/heads/by-hand', commit);
        repository.gitWith(
          { input: `${tree}\n${commit}\n` },
          'pack-objects',
          '-q',
          join('.git', 'objects', 'pack', 'pack'),
        );
        repository.git('prune-packed', '-q');
      },
    },
  ])('$name', async ({ change }) => {
    await audit();
    change();
    const fresh = await audit('--no-cache');
    expect(await audit()).toBe(fresh);
    expect(await audit()).toBe(fresh);
    repository.git('repack', '-q', '-d');
    expect(await audit()).toBe(await audit('--no-cache'));
  });
});

// What is read through git, in two ways, decoded, allowed, outside the packs, or named by no commit.
describe('of a repository with everything that is not simply read', () => {
  const other = sampleCrcToken('ghp_', 30, 7);
  let tagged: string;

  beforeEach(() => {
    repository.commit({
      'logs.gz': gzipSync(`first\ntoken = '${other}'\n`),
      'quiet.gz': gzipSync('nothing to see\n'),
      'wide.txt': Buffer.from(`\ufefftoken = '${sampleCrcToken('ghp_', 30, 8)}'\n`, 'utf16le'),
      'encoded.txt': `token: ${Buffer.from(sampleCrcToken('ghp_', 30, 9)).toString('base64')}\n`,
      'allowed.ts': `const key = '${sampleCrcToken('ghp_', 30, 10)}'; // leakgate:allow only a sample\n`,
      'pair.env': `AWS_ACCESS_KEY_ID=AKIA${'QYLPMN5HHHFPZAM2'}\nAWS_SECRET_ACCESS_KEY=${sample('base64', 40, 4)}\n`,
    });
    tagged = repository.gitWith({ input: `x = '${sampleCrcToken('ghp_', 30, 11)}'\n` }, 'hash-object', '-w', '--stdin');
    repository.git('tag', 'tagged-blob', tagged);
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD~2');
    repository.git('repack', '-q', '-a', '-d', '-f');
    repository.commit({ 'loose.txt': `key = '${sampleCrcToken('ghp_', 30, 12)}'\n`, 'plain.txt': 'loose and quiet\n' });
  });

  it('says the same the second time, and does not write again', async () => {
    const first = await audit('--no-cache');
    expect(await audit()).toBe(first);
    const [written, trees] = [statSync(cacheFile()).mtimeMs, statSync(treesFile()).mtimeMs];
    expect(await audit()).toBe(first);
    expect(await audit('--jobs', '1')).toBe(first);
    expect([statSync(cacheFile()).mtimeMs, statSync(treesFile()).mtimeMs]).toEqual([written, trees]);
  });

  it.each([
    { name: 'a branch moves', change: () => repository.git('update-ref', 'refs/heads/side', 'HEAD~3') },
    { name: 'HEAD leaves its branch', change: () => repository.git('switch', '-q', '--detach', 'HEAD~1') },
    {
      name: 'what no commit has is staged',
      change: () => repository.git('update-index', '--add', '--cacheinfo', `100644,${tagged},staged.txt`),
    },
    {
      name: 'what a branch of a remote was pushed to is remembered',
      change: () => {
        const log = join(repository.dir, '.git', 'logs', 'refs', 'remotes', 'origin');
        mkdirSync(log, { recursive: true });
        const oid = repository.git('rev-parse', 'HEAD~2');
        const zeros = '0'.repeat(40);
        writeFileSync(join(log, 'main'), `${zeros} ${oid} A <a@acme.dev> 1700000000 +0000\tupdate by push\n`);
      },
    },
    { name: 'the loose objects are packed', change: () => repository.git('repack', '-q', '-d') },
    { name: 'a pack is touched', change: () => touchPacks() },
  ])('says what is true when $name', async ({ change }) => {
    await audit();
    change();
    const fresh = await audit('--no-cache');
    expect(await audit()).toBe(fresh);
    expect(await audit()).toBe(fresh);
  });

  it.each([
    { name: 'are damaged', harm: () => flip(treesFile(), 0.5) },
    { name: 'are gone', harm: () => rmSync(treesFile()) },
    {
      name: 'are those of another audit',
      harm: () => {
        const old = readFileSync(treesFile());
        rmSync(cacheFile());
        return audit().then(() => writeFileSync(treesFile(), old));
      },
    },
  ])('does without the trees when they $name', async ({ harm }) => {
    const first = await audit();
    await harm();
    expect(await audit()).toBe(first); // nothing has changed: they are not asked for
    repository.git('update-ref', 'refs/heads/side', 'HEAD~3');
    const fresh = await audit('--no-cache');
    expect(await audit()).toBe(fresh);
    expect(await audit()).toBe(fresh);
  });

  it('does not take one file for the other', async () => {
    const first = await audit();
    writeFileSync(cacheFile(), readFileSync(treesFile()));
    expect(await audit()).toBe(first);
  });

  it('does not hold for other inline comments', async () => {
    await audit();
    const path = join(config, 'markers.json');
    writeFileSync(path, JSON.stringify({ allow: { markers: [] } }));
    const fresh = await audit('--config', path, '--no-cache');
    expect(await audit('--config', path)).toBe(fresh);
  });

  it('names what has become unreadable since', async () => {
    await audit();
    const oid = repository.git('rev-parse', 'HEAD:plain.txt');
    const path = join(repository.dir, '.git', 'objects', oid.slice(0, 2), oid.slice(2));
    rmSync(path);
    writeFileSync(path, 'damaged');
    const run = (...flags: string[]) =>
      leakgate(['history', repository.dir, ...flags], { env: { XDG_CONFIG_HOME: config } });
    const fresh = await run('--no-cache');
    expect(fresh.code).toBe(2);
    expect(await run()).toEqual(fresh);
    expect(await run()).toEqual(fresh);
  });
});

function flip(path: string, part: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(part * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 0x41;
  writeFileSync(path, bytes);
}

function touchPacks(): void {
  const dir = join(repository.dir, '.git', 'objects', 'pack');
  for (const name of readdirSync(dir)) utimesSync(join(dir, name), 1_700_000_000, 1_700_000_000);
}

describe('refuses what is no file or folder of its own', () => {
  it('a link instead of the folder', async () => {
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, folder());
    await audit();
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('a link instead of the file', async () => {
    const first = await audit();
    const elsewhere = join(config, 'elsewhere');
    writeFileSync(elsewhere, readFileSync(cacheFile()));
    const path = cacheFile();
    rmSync(path);
    symlinkSync(elsewhere, path);
    expect(await audit()).toBe(first);
    expect(statSync(path).isFile()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('a FIFO instead of the file', async () => {
    const first = await audit();
    const path = cacheFile();
    rmSync(path);
    execFileSync('mkfifo', [path]);
    expect(await audit()).toBe(first);
  });

  it('a file instead of the folder, which it says', async () => {
    const first = JSON.parse(await audit('--no-cache')) as { findings: unknown };
    writeFileSync(folder(), 'mine');
    const second = JSON.parse(await audit()) as { findings: unknown };
    expect(second.findings).toEqual(first.findings);
    expect(JSON.stringify(second)).toContain('nothing was kept for the next audit');
    expect(readFileSync(folder(), 'utf8')).toBe('mine');
  });
});
