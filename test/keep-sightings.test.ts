// What a cache keeps of sightings: enough to make them again from the objects, and nothing of a secret or of what stands around it.

import { beforeEach, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { markerNames } from '../src/config/defaults.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { type KeptSightings, MATCH_INTS } from '../src/git/kept-sightings.js';
import { idOf } from '../src/git/loose-object.js';
import type { ReadObject } from '../src/git/read-objects.js';
import { keepSightings, recallSightings } from '../src/keep-sightings.js';
import { sample, sampleCrcToken } from '../src/sample.js';
import { PackScanner, type PlainSighting } from '../src/scan-packs.js';
import { historySource } from '../src/sources/history.js';
import { TestRepository } from './helpers/repository.js';

const SECRETS = [sampleCrcToken('ghp_', 30, 1), sample('base62', 24, 3), sampleCrcToken('ghp_', 30, 2)];
const NAMES = ['DB_PASSWORD', 'theirToken', 'becauseISaySo'];
const markers = new Set(markerNames);

let sightings: PlainSighting[];
let kept: KeptSightings;
let objects: Map<string, ReadObject>;

beforeEach(async () => {
  const repository = new TestRepository();
  const env = `DB_PASSWORD=${SECRETS[1]}\n`;
  repository.commit({ '.env': env, 'a.ts': `const theirToken = '${SECRETS[0]}'; // leakgate:allow becauseISaySo\n` });
  repository.commit(
    { '.env': `# moved\n${env}`, 'b.ts': `\nconst theirToken = '${SECRETS[0]}';\n` },
    `with ${SECRETS[2]}`,
  );
  repository.commit({ 'encoded.txt': `token: ${Buffer.from(SECRETS[0] ?? '').toString('base64')}\n` });
  repository.git('repack', '-q', '-a', '-d', '-f');
  const engine = compileRules(rules);
  const source = historySource({ dir: repository.dir, env: process.env, refsOnly: false, overlap: engine.overlap });
  try {
    const packed = await source.packs?.(true);
    if (!packed) throw new Error('no packs');
    const scanner = new PackScanner(packed.history, engine, markers);
    sightings = packed.jobs.flatMap(job => scanner.run(job).sightings);
    scanner.close();
    objects = new Map();
    for await (const object of packed.read(sightings.map(({ blob }) => blob))) objects.set(object.oid, object);
  } finally {
    source.close();
  }
  kept = keepSightings(sightings);
});

async function* read(oids: readonly string[]): AsyncGenerator<ReadObject> {
  for (const oid of oids) yield objects.get(oid) ?? { oid, type: 'missing' };
}

const byBlob = (all: readonly PlainSighting[]) => [...all].sort((a, b) => (a.blob < b.blob ? -1 : 1));

it('makes the same sightings again', async () => {
  const verbatim = sightings.filter(({ isVerbatim }) => isVerbatim);
  expect(verbatim.length).toBeGreaterThanOrEqual(4);
  expect(byBlob((await recallSightings(kept, read, markers)) ?? [])).toEqual(byBlob(verbatim));
});

it('leaves out what does not stand in the object as it is', () => {
  const encoded = sightings.filter(({ isVerbatim }) => !isVerbatim);
  expect(encoded.length).toBe(1);
  expect(kept.blobs.map(({ oid }) => oid)).not.toContain(encoded[0]?.blob);
});

it('keeps nothing of a secret, nor of what stands around it', () => {
  const text = JSON.stringify({ ...kept, matches: [...kept.matches] });
  const parts = SECRETS.flatMap(secret => Array.from({ length: secret.length - 5 }, (_, i) => secret.slice(i, i + 6)));
  for (const part of [...parts, ...NAMES]) expect(text).not.toContain(part);
});

it('reads one object for what several hold', async () => {
  const asked: string[] = [];
  await recallSightings(
    kept,
    oids => {
      asked.push(...oids);
      return read(oids);
    },
    markers,
  );
  expect(asked.length).toBeLessThan(kept.blobs.length);
});

it.each([
  { name: 'is gone', change: (oid: string): ReadObject => ({ oid, type: 'missing' }) },
  {
    name: 'is another than its id says',
    change: (oid: string): ReadObject => ({ oid, type: 'blob', bytes: Buffer.alloc(1000, 'x') }),
  },
])('gives nothing when an object $name', async ({ change }) => {
  async function* changed(oids: readonly string[]): AsyncGenerator<ReadObject> {
    for (const [i, oid] of oids.entries()) yield i === oids.length - 1 ? change(oid) : (objects.get(oid) as ReadObject);
  }
  expect(await recallSightings(kept, changed, markers)).toBeNull();
});

it('names objects as git does', () => {
  for (const [oid, object] of objects) if ('bytes' in object) expect(idOf(object.type, object.bytes, 40)).toBe(oid);
  expect(kept.matches.length % MATCH_INTS).toBe(0);
});
