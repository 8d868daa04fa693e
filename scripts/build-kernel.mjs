// Writes src/kernel/kernel-wasm.ts: the search of src/kernel/assembly, compiled. `--check` only compares.

import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/kernel/assembly/scan.ts';
const OUTPUT = 'src/kernel/kernel-wasm.ts';
const LINE = 100; // characters of base64 a line

// No runtime and no static data: all memory is the caller's, as src/kernel/layout.ts divides it.
const FLAGS = ['--runtime', 'stub', '-O3', '--noAssert', '--enable', 'simd', '--zeroFilledMemory'];

async function compile() {
  let binary = null;
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'kernel.wasm', ...FLAGS], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${SOURCE} does not compile: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

const base64 = Buffer.from(await compile()).toString('base64');
const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')).map(line => `'${line}'`);
const text = `// src/kernel/assembly compiled. Written by scripts/build-kernel.mjs; a test fails when it is stale.

/** The WebAssembly module, in base64. */
export const KERNEL_WASM =
  ${lines.join(' +\n  ')};
`;
if (process.argv.includes('--check')) process.exitCode = readFileSync(OUTPUT, 'utf8') === text ? 0 : 1;
else writeFileSync(OUTPUT, text);
