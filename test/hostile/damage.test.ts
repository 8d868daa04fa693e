// Damaged and incomplete repositories: what cannot be read is named and gives exit 2, what can be read is scanned all the same.

import { chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { expectScan, token } from './expect-scan.js';
import { flipped, looseFile, packFile, store, storeCommit, storeTree } from './plumbing.js';

const SECRET = token(20);
const LINE = `const key = '${SECRET}';\n`;
const LOST = 'lost\n';
const AGAIN = `// in no pack\n${LINE}`;

/** A repository whose first commit has the secret and whose second has a file that cases damage. */
function twoCommits(): { repository: TestRepository; first: string; second: string; lost: string } {
  const repository = new TestRepository();
  const first = repository.commit({ 'kept.ts': LINE });
  const second = repository.commit({ 'lost.ts': LOST, 'other.txt': 'other\n' });
  return { repository, first, second, lost: repository.git('rev-parse', 'HEAD:lost.ts') };
}

type Damaged = { dir: string; gaps: string[]; named: string };

const overwrite = (path: string, bytes: string | Buffer) => {
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
};

const CASES: { name: string; damage: () => Damaged }[] = [
  {
    name: 'a loose object that is no zlib stream',
    damage: () => {
      const { repository, lost } = twoCommits();
      overwrite(looseFile(repository, lost), 'garbage');
      return { dir: repository.dir, gaps: ['object-unreadable'], named: lost };
    },
  },
  {
    name: 'a loose object that is empty',
    damage: () => {
      const { repository, lost } = twoCommits();
      overwrite(looseFile(repository, lost), '');
      return { dir: repository.dir, gaps: ['object-unreadable'], named: lost };
    },
  },
  {
    name: 'a loose object that is cut in the middle',
    damage: () => {
      const repository = new TestRepository();
      repository.commit({ 'kept.ts': LINE });
      repository.commit({ 'lost.txt': Array.from({ length: 9000 }, (_, n) => `${n * 7919}\n`).join('') });
      const lost = repository.git('rev-parse', 'HEAD:lost.txt');
      const path = looseFile(repository, lost);
      overwrite(path, readFileSync(path).subarray(0, 5000));
      return { dir: repository.dir, gaps: ['object-unreadable'], named: lost };
    },
  },
  {
    name: 'a blob that is not there',
    damage: () => {
      const { repository, lost } = twoCommits();
      rmSync(looseFile(repository, lost));
      return { dir: repository.dir, gaps: ['object-missing'], named: lost };
    },
  },
  {
    name: 'a tree that is not there',
    damage: () => {
      const { repository } = twoCommits();
      const tree = repository.git('rev-parse', 'HEAD^{tree}');
      rmSync(looseFile(repository, tree));
      return { dir: repository.dir, gaps: ['commit-unreadable', 'object-missing'], named: tree };
    },
  },
  {
    name: 'a tree that is garbage',
    damage: () => {
      const { repository, second } = twoCommits();
      const tree = store(repository, 'tree', 'this is no tree');
      const commit = storeCommit(repository, { tree, parents: [second] });
      repository.git('update-ref', 'refs/heads/main', commit);
      return { dir: repository.dir, gaps: ['commit-unreadable', 'object-unreadable'], named: commit };
    },
  },
  {
    name: 'a parent of a commit that is not there',
    damage: () => {
      const { repository, second } = twoCommits();
      const lost = storeCommit(repository, { tree: storeTree(repository, []), parents: [second] });
      const tip = storeCommit(repository, { tree: storeTree(repository, []), parents: [lost, second] });
      repository.git('update-ref', 'refs/heads/main', tip);
      rmSync(looseFile(repository, lost));
      return { dir: repository.dir, gaps: ['object-missing'], named: lost };
    },
  },
  {
    name: 'a commit whose tree is named by words',
    damage: () => {
      const { repository, second } = twoCommits();
      const commit = store(
        repository,
        'commit',
        `tree none\nparent ${second}\nauthor A <a@a> 1 +0000\ncommitter A <a@a> 1 +0000\n\nx\n`,
      );
      writeFileSync(join(repository.dir, '.git', 'refs', 'heads', 'odd'), `${commit}\n`);
      return { dir: repository.dir, gaps: ['commit-unreadable', 'repository'], named: commit };
    },
  },
  {
    name: 'an object of a type that git does not know',
    damage: () => {
      const { repository } = twoCommits();
      const oid = store(repository, 'riddle', 'what am I\n');
      for (let n = 0; n < 40; n++) store(repository, 'blob', `neighbour ${n}\n`);
      return { dir: repository.dir, gaps: ['object-unreadable'], named: oid };
    },
  },
  {
    name: 'a pack that is cut',
    damage: () => {
      const { repository } = twoCommits();
      repository.git('repack', '-q', '-a', '-d');
      repository.commit({ 'again.ts': AGAIN });
      const pack = packFile(repository, 'pack');
      chmodSync(pack, 0o644);
      truncateSync(pack, 100);
      return { dir: repository.dir, gaps: ['object-unreadable', 'pack-unreadable'], named: '.pack' };
    },
  },
  {
    name: 'a pack without its index',
    damage: () => {
      const { repository } = twoCommits();
      repository.git('repack', '-q', '-a', '-d');
      repository.commit({ 'again.ts': AGAIN });
      rmSync(packFile(repository, 'idx'));
      return { dir: repository.dir, gaps: ['object-missing', 'pack-unreadable'], named: '.pack' };
    },
  },
  {
    name: 'an index without its pack',
    damage: () => {
      const { repository } = twoCommits();
      repository.git('repack', '-q', '-a', '-d');
      repository.commit({ 'again.ts': AGAIN });
      rmSync(packFile(repository, 'pack'));
      return { dir: repository.dir, gaps: ['object-missing', 'pack-unreadable'], named: '.idx' };
    },
  },
  {
    name: 'an index of a pack that is garbage',
    damage: () => {
      const { repository } = twoCommits();
      repository.git('repack', '-q', '-a', '-d');
      repository.commit({ 'again.ts': AGAIN });
      overwrite(packFile(repository, 'idx'), 'garbage');
      return { dir: repository.dir, gaps: ['object-missing', 'pack-unreadable'], named: '.pack' };
    },
  },
  {
    name: 'alternates that lead nowhere',
    damage: () => {
      const { repository } = twoCommits();
      repository.write('.git/objects/info/alternates', '/nowhere/at/all\n');
      return { dir: repository.dir, gaps: ['pack-unreadable'], named: '/nowhere/at/all' };
    },
  },
];

describe('what cannot be read is named, what can be read is scanned', () => {
  it.each(CASES)('$name', async ({ damage }) => {
    const { dir, gaps, named } = damage();
    const found = [{ secret: SECRET }];
    const report = await expectScan(['history', dir], { found, gaps });
    expect(
      report.gaps.some(gap => `${gap.what} ${gap.reason}`.includes(named)),
      JSON.stringify(report.gaps),
    ).toBe(true);
  });

  it.each([0.2, 0.4, 0.6, 0.8])('a flipped bit in a pack, at %d of its length', async part => {
    const repository = new TestRepository();
    const noise = (seed: number) => Array.from({ length: 3000 }, (_, n) => `${(n * 7919 * seed) % 99991}\n`).join('');
    for (let n = 1; n < 6; n++) repository.commit({ [`file-${n}.txt`]: noise(n) });
    repository.git('repack', '-q', '-a', '-d');
    repository.commit({ 'kept.ts': LINE });
    const pack = packFile(repository, 'pack');
    const bytes = flipped(pack, Math.floor(readFileSync(pack).length * part));
    overwrite(pack, bytes);
    const { code, report } = await expectIncomplete(repository.dir);
    expect(code).toBe(2);
    expect(report.findings).toHaveLength(1);
    expect(report.gaps.map(gap => gap.kind)).toContain('object-unreadable');
  });
});

async function expectIncomplete(
  dir: string,
): Promise<{ code: number | null; report: { findings: unknown[]; gaps: { kind: string }[] } }> {
  const { code, stdout } = await leakgate(['history', dir, '--format', 'json'], { secrets: [SECRET] });
  return { code, report: JSON.parse(stdout) };
}
