// Compiles the folders of AssemblyScript and writes each as a file of TypeScript that holds the module. `--check` only compares.

import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const MODULES = [
  { source: 'src/kernel/assembly/scan.ts', output: 'src/kernel/kernel-wasm.ts', name: 'KERNEL_WASM', flags: [] },
  {
    source: 'src/git/assembly/index.ts',
    output: 'src/git/unpack-wasm.ts',
    name: 'UNPACK_WASM',
    flags: ['--initialMemory', '2'],
  },
  {
    source: 'src/engine/assembly/index.ts',
    output: 'src/engine/delta-wasm.ts',
    name: 'DELTA_WASM',
    flags: ['--importMemory'],
  },
];
const LINE = 100; // characters of base64 a line

// No runtime and no static data: all memory is the caller's.
const FLAGS = ['--runtime', 'stub', '-O3', '--noAssert', '--enable', 'simd', '--zeroFilledMemory'];

async function compile({ source, flags }) {
  let binary = null;
  const { error, stderr } = await asc.main([source, '--outFile', 'module.wasm', ...FLAGS, ...flags], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${source} does not compile: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

for (const module of MODULES) {
  const base64 = Buffer.from(await compile(module)).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')).map(line => `'${line}'`);
  const folder = module.source.slice(0, module.source.lastIndexOf('/'));
  const text = `// ${folder} compiled. Written by scripts/build-wasm.mjs; a test fails when it is stale.

/** The WebAssembly module, in base64. */
export const ${module.name} =
  ${lines.join(' +\n  ')};
`;
  if (!process.argv.includes('--check')) writeFileSync(module.output, text);
  else if (readFileSync(module.output, 'utf8') !== text) {
    console.error(`${module.output} is stale: run node scripts/build-wasm.mjs`);
    process.exitCode = 1;
  }
}
