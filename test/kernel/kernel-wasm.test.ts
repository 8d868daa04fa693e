// The compiled kernel belongs to its source.

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('is what scripts/build-kernel.mjs makes of the assembly', () => {
  expect(() => execFileSync(process.execPath, ['scripts/build-kernel.mjs', '--check'])).not.toThrow();
});
