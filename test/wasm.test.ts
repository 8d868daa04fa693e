// The compiled modules belong to their sources.

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('are what scripts/build-wasm.mjs makes of the assembly', () => {
  expect(() => execFileSync(process.execPath, ['scripts/build-wasm.mjs', '--check'])).not.toThrow();
});
