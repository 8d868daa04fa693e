// leakgate on itself: what stands in this project's files and in its whole history. Nothing but masked values is printed.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leakgate } from './helpers/run.js';

const hasHistory = existsSync('.git');
const isShallow = hasHistory && existsSync('.git/shallow');

describe('this project holds no secret', () => {
  it('in its files', async () => {
    const { code, stdout } = await leakgate(['files', '.']);
    expect(code, stdout).toBe(0);
  });

  it.skipIf(!hasHistory || isShallow)(
    `in its history${hasHistory ? (isShallow ? ' (skipped: this clone is shallow)' : '') : ' (skipped: there is no .git here)'}`,
    async () => {
      const { code, stdout } = await leakgate(['history', '.']);
      expect(code, stdout).toBe(0);
    },
  );
});
