// Reads every blob of a pack through the pack reader, on one thread.
// node scripts/bench-pack.mjs PATH/pack-… [--verify] [--sha256] [--zlib]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [base, ...flags] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'leakgate-bench-'));
const outfile = join(folder, 'bench-pack.mjs');
const contents = `
  export { openPack } from './src/git/open-pack.ts';
  export { buildForest } from './src/git/delta-forest.ts';
  export { PackWalker } from './src/git/walk-pack.ts';
`;
await build({
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  stdin: { contents, resolveDir: '.', loader: 'ts' },
  outfile,
});
const { openPack, buildForest, PackWalker } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

const laps = {};
let last = { at: performance.now(), cpu: process.cpuUsage() };
function lap(name) {
  const cpu = process.cpuUsage(last.cpu);
  laps[name] =
    `${((performance.now() - last.at) / 1000).toFixed(2)} s, processor ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s`;
  last = { at: performance.now(), cpu: process.cpuUsage() };
}

const BLOB = 3;
const found = { objects: 0, bytes: 0, inserted: 0, ops: 0, unread: [] };
const pack = openPack(base, flags.includes('--sha256') ? 32 : 20);
lap('open');
const forest = buildForest(pack, { types: [BLOB], wanted: null });
lap('forest');
const visitor = {
  enter(_entry, bytes, { ops }) {
    found.objects++;
    found.bytes += bytes.length;
    if (!ops) found.inserted += bytes.length;
    else for (let i = 0; i < ops.length; i += 3) found.inserted += ops[i + 1] < 0 ? ops[i + 2] : 0;
    found.ops += (ops?.length ?? 0) / 3;
  },
  unread: (entry, reason) => found.unread.push({ entry, reason }),
};
const walker = new PackWalker(pack, forest, visitor, {
  verifies: flags.includes('--verify'),
  usesOwn: !flags.includes('--zlib'),
});
for (const tree of forest.trees) walker.walk(tree);
lap('walk');
pack.close();
console.log({
  ...found,
  unresolved: forest.unresolved.length,
  trees: forest.trees.length,
  ...laps,
  peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
});
