// The fast door of a history (packs, deltas, trees) against the slow one (everything through git): same findings, same lives.

import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.js';
import { markerNames } from '../../src/config/defaults.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { sample, sampleCrcToken } from '../../src/sample.js';
import { scan } from '../../src/scan.js';
import { PackScanner } from '../../src/scan-packs.js';
import { historySource } from '../../src/sources/history.js';
import type { PackedSource } from '../../src/sources/source.js';
import type { ScanResult } from '../../src/types.js';
import { TestRepository } from '../helpers/repository.js';

const engine = compileRules(rules);
const markers = new Set(markerNames);

async function audit(dir: string, slow: boolean): Promise<ScanResult> {
  const source = historySource({ dir, env: process.env, refsOnly: false, overlap: engine.overlap, slow });
  try {
    return await scan({
      source,
      engine,
      suppress: {
        ignore: new Map(),
        ignoreFile: '',
        baseline: new Set(),
        baselineFile: '',
        isAllowedPath: () => false,
        today: '2024-01-01',
        strict: false,
      },
      markers,
      showSecrets: false,
      reportsPublishable: true,
      now: () => new Date(0),
      config: null,
      notices: [],
      onProgress: null,
      scanPacks: slow ? null : scanHere,
    });
  } finally {
    source.close();
  }
}

async function* scanHere(packed: PackedSource) {
  const scanner = new PackScanner(packed.history, engine, markers);
  try {
    for (const job of packed.jobs) yield scanner.run(job);
  } finally {
    scanner.close();
  }
}

async function expectSame(dir: string): Promise<ScanResult> {
  const [fast, slow] = [await audit(dir, false), await audit(dir, true)];
  expect(fast.findings).toEqual(slow.findings);
  expect(fast.gaps).toEqual(slow.gaps);
  expect(fast.counts).toEqual(slow.counts);
  return fast;
}

const filler = (seed: number, lines: number) =>
  Array.from({ length: lines }, (_, i) => `const value${i} = compute(${(i * seed) % 97});`).join('\n');

// A history with everything that changes what a commit shows: edits, moves, removals, merges, a stash, loose and packed objects.
function busyRepository(options: { init?: readonly string[] } = {}): TestRepository {
  const repository = new TestRepository(options);
  const token = sampleCrcToken('ghp_', 30);
  repository.commit({ 'src/app.ts': filler(3, 300), 'README.md': 'hello\n' });
  repository.commit({ 'src/app.ts': `${filler(3, 150)}\nconst token = '${token}';\n${filler(5, 150)}` }, 'add');
  for (let i = 0; i < 15; i++)
    repository.commit({
      'src/app.ts': `${filler(3, 150)}\n// ${i}\nconst token = '${token}';\n${filler(5 + i, 150)}`,
      [`src/lib/deep/f${i}.ts`]: filler(i, 40),
    });
  repository.git('mv', 'src/app.ts', 'src/main.ts');
  repository.commit({ 'config/.env': `DB_PASSWORD=${sample('base62', 18)}\n` }, 'move');
  repository.git('switch', '-q', '-c', 'side', 'HEAD~5');
  repository.commit(
    { 'side.txt': `api_key = "${sample('base62', 32, 2)}"\n` },
    `message with ${sampleCrcToken('ghp_', 30, 3)}`,
  );
  repository.git('switch', '-q', 'main');
  repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  repository.commit({ 'config/.env': '' }, 'remove');
  repository.git('tag', '-a', 'v1', '-m', `release ${sampleCrcToken('ghp_', 30, 4)}`);
  repository.write('stashed.txt', `secret_token: ${sample('base62', 30, 6)}\n`);
  repository.git('stash', 'push', '-q', '-u');
  return repository;
}

it('sees the same without WebAssembly', async () => {
  const repository = busyRepository();
  repository.git('repack', '-q', '-a', '-d', '-f');
  const { findings, counts } = await audit(repository.dir, false);
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const without = await audit(repository.dir, false);
    expect(findings.length).toBeGreaterThan(3);
    expect(without.findings).toEqual(findings);
    expect(without.counts).toEqual(counts);
  } finally {
    vi.unstubAllGlobals();
  }
});

it.each([
  { name: 'loose objects', prepare: () => {} },
  {
    name: 'one pack',
    prepare: (r: TestRepository) => r.git('repack', '-q', '-a', '-d', '-f', '--depth=50', '--window=50'),
  },
  {
    name: 'one pack and loose objects',
    prepare: (r: TestRepository) =>
      r.git('repack', '-q', '-a', '-d', '-f') + r.commit({ 'late.txt': `password = "${sample('base62', 16, 9)}"\n` }),
  },
  {
    name: 'two packs',
    prepare: (r: TestRepository) =>
      r.git('repack', '-q', '-d') + r.commit({ 'late.txt': filler(9, 90) }) + r.git('repack', '-q', '-d'),
  },
])('gives the same through both doors: $name', async ({ prepare }) => {
  const repository = busyRepository();
  prepare(repository);
  const { findings } = await expectSame(repository.dir);
  expect(findings.length).toBeGreaterThanOrEqual(6);
});

it('gives the same through both doors: SHA-256', async () => {
  const repository = busyRepository({ init: ['--object-format=sha256'] });
  repository.git('repack', '-q', '-a', '-d', '-f');
  await expectSame(repository.dir);
});

const REAL = process.env.LEAKGATE_TEST_REPOSITORY ?? '';

it.skipIf(!existsSync(REAL))(
  'gives the same through both doors: the repository in LEAKGATE_TEST_REPOSITORY',
  { timeout: 600_000 },
  async () => {
    await expectSame(REAL);
  },
);
