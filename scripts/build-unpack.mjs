// Writes src/git/unpack-wasm.ts: inflate and delta of src/git/assembly, compiled. `--check` only compares.

import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/git/assembly/index.ts';
const OUTPUT = 'src/git/unpack-wasm.ts';
const LINE = 100; // characters of base64 a line

// No runtime and no static data: the tables are made by prepare(), the rest of the memory is the caller's.
const FLAGS = [
  '--runtime',
  'stub',
  '-O3',
  '--noAssert',
  '--enable',
  'simd',
  '--initialMemory',
  '2',
  '--zeroFilledMemory',
];

async function compile() {
  let binary = null;
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'unpack.wasm', ...FLAGS], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${SOURCE} does not compile: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

const base64 = Buffer.from(await compile()).toString('base64');
const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')).map(line => `'${line}'`);
const text = `// src/git/assembly compiled. Written by scripts/build-unpack.mjs; a test fails when it is stale.

/** The WebAssembly module, in base64. */
export const UNPACK_WASM =
  ${lines.join(' +\n  ')};
`;
if (process.argv.includes('--check')) process.exitCode = readFileSync(OUTPUT, 'utf8') === text ? 0 : 1;
else writeFileSync(OUTPUT, text);
