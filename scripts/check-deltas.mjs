// Compares, object by object, what the delta-aware scan finds in a real pack with what a scan of each object as a whole finds.
// node scripts/check-deltas.mjs PATH/pack-… [--sha256] [--part N/M]; exit status 1 when anything differs.

import { parseArgs } from 'node:util';
import { loadSource } from './load-source.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { sha256: { type: 'boolean', default: false }, part: { type: 'string', default: '1/1' } },
});
const {
  rules,
  compileRules,
  scanBytes,
  DeltaScanner,
  reservedFor,
  decodeText,
  openPack,
  buildForest,
  hexOf,
  planJobs,
  Unpacker,
  PackWalker,
} = await loadSource(`
    export { rules } from './rules/index.ts';
    export { compileRules } from './src/engine/compile-rules.ts';
    export { scanBytes } from './src/engine/scan-bytes.ts';
    export { DeltaScanner, reservedFor } from './src/engine/scan-delta.ts';
    export { decodeText } from './src/engine/decode.ts';
    export { openPack } from './src/git/open-pack.ts';
    export { buildForest } from './src/git/delta-forest.ts';
    export { hexOf } from './src/git/pack-index.ts';
    export { planJobs } from './src/git/shared-history.ts';
    export { Unpacker } from './src/git/unpack.ts';
    export { PackWalker } from './src/git/walk-pack.ts';
  `);

const [COMMIT, BLOB, TAG] = [1, 3, 4];
const [part, parts] = flags.part.split('/').map(Number);
const [base = ''] = positionals;
const engine = compileRules(rules);
const pack = openPack(base, flags.sha256 ? 32 : 20);
const forest = buildForest(pack, { types: [COMMIT, BLOB, TAG], wanted: null });
const jobs = planJobs([{ base, index: pack.index, forest, firstNumber: 0 }]).filter((_, i) => i % parts === part - 1);
const unpacker = new Unpacker(true, reservedFor(engine));
const scanner = new DeltaScanner(engine, unpacker.memory);
const seen = { objects: 0, bytes: 0, withMatches: 0, matches: 0, different: 0, unread: 0 };

const textOf = ({ matches, exhausted }) =>
  JSON.stringify([
    matches.map(({ ruleId, span, confidence, reasons, rank, secret }) => [
      ruleId,
      span.start,
      span.end,
      confidence,
      reasons,
      rank,
      engine.pool.valueOf(secret),
    ]),
    exhausted,
  ]);

const walker = new PackWalker(
  pack,
  forest,
  {
    enter: (entry, { length }, { parent, block, opsBlock, isLeaf }) => {
      const { at, size } = block;
      const bytesNow = () => unpacker.memory.bytes.subarray(at, at + size); // the memory may grow
      seen.objects++;
      seen.bytes += length;
      let bytes = bytesNow();
      const text = decodeText(bytes);
      if (text.bytes !== bytes) return null; // UTF-16 is scanned whole anyway
      const blob = { at, size, isBinary: text.isBinary, isLeaf };
      const byDelta = scanner.scan(blob, parent && opsBlock ? { state: parent, ops: opsBlock } : null);
      bytes = bytesNow();
      const whole = scanBytes(engine, bytes, { isBinary: text.isBinary });
      if (whole.matches.length > 0) seen.withMatches++;
      seen.matches += whole.matches.length;
      const again = scanBytes(engine, bytes, { isBinary: text.isBinary, hits: byDelta.hits });
      if (textOf(byDelta) !== textOf(whole) || textOf(again) !== textOf(whole)) {
        if (seen.different++ < 10) console.log('different:', hexOf(pack.index, entry));
      }
      return byDelta.state;
    },
    leave: (_, state) => {
      if (state) scanner.release(state);
    },
    unread: () => seen.unread++,
  },
  { maxObjectBytes: 64 * 1024 * 1024, unpacker },
);
for (const job of jobs) if (job.kind === 'contents') for (const tree of job.trees) walker.walk(tree);
pack.close();
console.log(seen);
process.exitCode = seen.different > 0 ? 1 : 0;
