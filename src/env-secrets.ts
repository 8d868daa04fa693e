// Versions of env files and templates → the secrets in them, by the same pipeline as every scan.

import { readObjects } from './git/read-objects.js';
import type { Git } from './git/run-git.js';
import { type ScanInput, scan } from './scan.js';
import { type Source, Tally } from './sources/source.js';
import type { BytePath, Finding, Gap, Occurrence, Oid, Place } from './types.js';

/** One content and every place it stands in. `bytes` null: an object of git that is still to be read. */
export type Version = { id: string; bytes: Uint8Array | null; places: Place[] };

export type FoundSecrets = {
  findings: readonly Finding[];
  gaps: readonly Gap[];
  counts: Tally;
};

export type SecretsInput = Omit<ScanInput, 'source' | 'notices' | 'scanPacks'>;

/** Scans versions. */
export async function findSecrets(git: Git, versions: readonly Version[], input: SecretsInput): Promise<FoundSecrets> {
  const tally = new Tally();
  const gaps: Gap[] = [];
  const source: Source = {
    mode: 'env',
    target: '',
    head: null,
    branch: null,
    blobs: () => readVersions(git, versions, { tally, gaps }),
    attribute: async () => ({ places: new Map(), history: null }),
    gaps,
    notices: [],
    counts: () => tally.counts(),
    progress: () => ({ done: 0, total: 0, unit: 'files' }),
    close: () => {},
  };
  const result = await scan({ ...input, source, notices: [], scanPacks: null });
  return { findings: result.findings, gaps: result.gaps, counts: tally };
}

async function* readVersions(git: Git, versions: readonly Version[], log: { tally: Tally; gaps: Gap[] }) {
  for (const { id, bytes, places } of versions) {
    if (bytes === null) continue;
    log.tally.add(bytes.length);
    yield { id, kind: 'file', bytes, piece: null, before: null, places } as const;
  }
  const objects = new Map(versions.filter(({ bytes }) => bytes === null).map(version => [version.id, version.places]));
  for await (const object of readObjects(git, [...objects.keys()])) {
    const places = objects.get(object.oid) ?? [];
    if (!('bytes' in object)) {
      log.gaps.push({
        kind: object.type === 'missing' ? 'object-missing' : 'object-unreadable',
        what: `${places[0]?.path ?? ''} (${object.oid})`,
        reason: object.type === 'missing' ? 'the object is not in the repository' : object.reason,
      });
      continue;
    }
    log.tally.add(object.bytes.length);
    yield { id: object.oid, kind: 'file', bytes: object.bytes, piece: null, before: null, places } as const;
  }
}

/** A secret in a version of a file, masked. */
export type HeldSecret = { finding: Finding; occurrence: Occurrence };

/** The secrets of each file, in all its versions. */
export type SecretsByPath = ReadonlyMap<BytePath, readonly HeldSecret[]>;

/** Sorts secrets by the files that hold them. */
export function byPath(findings: readonly Finding[]): SecretsByPath {
  const files = new Map<BytePath, HeldSecret[]>();
  for (const finding of findings)
    for (const occurrence of finding.occurrences) {
      const list = files.get(occurrence.path ?? '');
      if (list) list.push({ finding, occurrence });
      else files.set(occurrence.path ?? '', [{ finding, occurrence }]);
    }
  return files;
}

/** The secrets that a file holds, each once. @param blob of one version; null: of any */
export function secretsIn(secrets: SecretsByPath, path: BytePath, blob: Oid | null): HeldSecret[] {
  const seen = new Set<Finding>();
  return (secrets.get(path) ?? []).filter(({ finding, occurrence }) => {
    if (seen.has(finding) || (blob !== null && occurrence.blob !== blob)) return false;
    seen.add(finding);
    return true;
  });
}

/** Those that nothing allows. */
export function openSecrets(held: readonly HeldSecret[]): HeldSecret[] {
  return held.filter(({ finding }) => finding.suppression === null);
}
