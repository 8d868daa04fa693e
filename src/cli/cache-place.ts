// Where the cache of a history is, and the key that says for which program and which rules it holds.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from '../config/resolve.js';
import type { CachePlace } from '../git/audit-cache.js';
import type { Repository } from '../git/repository.js';
import { userKey } from '../git/user-key.js';
import { describeRules } from './built-in-engine.js';
import { VERSION } from './version.js';
import type { World } from './world.js';

/** Names the cache; null when the user has no key that seals one. */
export function cachePlace(world: World, repository: Repository, options: Options): CachePlace | null {
  const seal = userKey(world.env);
  if (!seal) return null;
  return { dir: join(repository.commonDir, 'leakgate'), key: keyOf(options), seal };
}

// The program itself is part of the key: the same version may have been built twice. So is what decides whether a match is seen.
function keyOf({ rules, markers, reportsPublishable }: Options): string {
  const asText = (_key: string, value: unknown) => (value instanceof RegExp ? String(value) : value);
  return createHash('sha256')
    .update(`${VERSION}\0${JSON.stringify(describeRules(rules), asText)}\0`)
    .update(JSON.stringify([[...markers].sort(), reportsPublishable]))
    .update(readFileSync(join(__dirname, 'worker.cjs')))
    .update(readFileSync(join(__dirname, 'scans.cjs')))
    .digest('hex');
}
