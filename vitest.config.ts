import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'test',
    maxWorkers: 2, // most tests wait for child processes
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/helpers/global-setup.ts'],
    setupFiles: ['test/helpers/no-leak.ts'],
    reporters: ['default', './test/helpers/closing-line.ts'],
  },
});
