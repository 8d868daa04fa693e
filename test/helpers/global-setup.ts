// The tests drive the built program: it must be there.

import { existsSync } from 'node:fs';

/** Stops the run with one clear line when dist/ is missing. */
export default function setup(): void {
  if (!existsSync('dist/leakgate.cjs')) throw new Error('dist/ is missing; run: npm run build');
}
