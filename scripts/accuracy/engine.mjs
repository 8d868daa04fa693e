// The engine, bundled from its sources, for scripts that measure or train it. Weights can be put in place of the committed ones.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const ENTRY = `
  export { rules } from './rules/index.ts';
  export { compileRules } from './src/engine/compile-rules.ts';
  export { scanBytes } from './src/engine/scan-bytes.ts';
  export { weighPath } from './src/findings/weigh-path.ts';
  export { sample } from './src/sample.ts';
`;

/**
 * Bundles and loads the engine.
 *
 * @param weights a model in the form of src/engine/secret-weights.json; null: the committed one
 */
export async function loadEngine(weights = null, entry = ENTRY) {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-accuracy-'));
  const outfile = join(folder, 'engine.mjs');
  const otherWeights = {
    name: 'other-weights',
    setup(context) {
      const contents = JSON.stringify(weights);
      context.onLoad({ filter: /secret-weights\.json$/ }, () => (weights ? { contents, loader: 'json' } : undefined));
    },
  };
  try {
    const stdin = { contents: entry, resolveDir: ROOT, loader: 'ts' };
    await build({
      stdin,
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
      plugins: [otherWeights],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
