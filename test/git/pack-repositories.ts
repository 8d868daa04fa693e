// Repositories whose packs are worth reading.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestRepository } from '../helpers/repository.js';

/** Many versions of a few files, so that deltas are deep and have branches; a large one, binary ones, an empty one. */
export function fill(repository: TestRepository): void {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const line = () => Array.from({ length: 8 }, () => random(1e6).toString(36)).join(' ');
  const files = [40, 200, 1500].map(count => Array.from({ length: count }, line));
  const parts: Buffer[] = [];
  for (let version = 0; version < 25; version++) {
    for (const lines of files) for (let i = 0; i < 3; i++) lines.splice(random(lines.length), random(3), line());
    const text = (name: string) => `data ${Buffer.byteLength(name)}\n${name}\n`;
    parts.push(Buffer.from(`commit refs/heads/${version < 15 ? 'old' : 'main'}\n`));
    parts.push(
      Buffer.from(`committer Carl <carl@acme.dev> ${1704067200 + version} +0000\n${text(`change ${version}`)}`),
    );
    if (version === 15) parts.push(Buffer.from('from refs/heads/old\n'));
    const noise = Buffer.from(Array.from({ length: 3000 }, () => random(256)));
    const contents: [string, Buffer][] = files.map((lines, i) => [`src/file-${i}.txt`, Buffer.from(lines.join('\n'))]);
    for (const [path, bytes] of [...contents, ['empty', Buffer.alloc(0)], [`noise/${version % 4}.bin`, noise]] as [
      string,
      Buffer,
    ][]) {
      parts.push(Buffer.from(`M 644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n'));
    }
  }
  const tagger = 'tagger Carl <carl@acme.dev> 1704067200 +0000';
  parts.push(Buffer.from(`tag v1\nfrom refs/heads/main\n${tagger}\ndata 13\nthe first one\n`));
  repository.gitWith({ input: Buffer.concat(parts) }, 'fast-import', '--quiet', '--force');
}

/** Paths of the packs of a repository, without .pack and .idx. */
export function packsOf(dir: string): string[] {
  const folder = join(dir, '.git', 'objects', 'pack');
  return readdirSync(folder)
    .filter(name => name.endsWith('.pack'))
    .map(name => join(folder, name.slice(0, -5)));
}

/** A repository in one pack, as a run of git makes it. */
export function make(...repack: string[]): TestRepository {
  const repository = new TestRepository();
  fill(repository);
  repository.git(...repack);
  return repository;
}

/** Deep deltas. */
export const REPACK = ['repack', '-q', '-a', '-d', '-f', '--depth=50', '--window=50'];
