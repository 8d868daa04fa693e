// A hash of everything outside the packs' content that an audit of a history depends on. Reads no objects.

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileIdentity, type PackIdentity } from '../git/pack-identity.js';
import type { Refs } from '../git/read-refs.js';
import type { Repository } from '../git/repository.js';
import type { Oid } from '../types.js';

/** Refs, HEAD, reflogs and pushes; the edge of a shallow clone; the index; packs and loose objects: hex. */
export function hashState(
  repository: Repository,
  refs: Refs,
  { packs, loose }: { packs: readonly PackIdentity[]; loose: readonly Oid[] },
): string {
  const { objectsDir, commonDir, indexFile, objectFormat, refFormat, isPartial, root } = repository;
  const files = [
    join(commonDir, 'shallow'),
    join(commonDir, 'info', 'grafts'),
    indexFile,
    ...sharedIndexes(dirname(indexFile)),
    ...loose.map(oid => join(objectsDir, oid.slice(0, 2), oid.slice(2))),
  ];
  const kind = [objectFormat, refFormat, isPartial, root === null];
  const state = [packs, refs, files.map(file => [file, fileIdentity(file)]), kind];
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}

function sharedIndexes(dir: string): string[] {
  try {
    const names = readdirSync(dir).filter(name => name.startsWith('sharedindex.'));
    return names.sort().map(name => join(dir, name));
  } catch {
    return []; // no folder, no index
  }
}
