// Packs with changed or missing bytes: every object is read right or named, or the pack is refused with our own error.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeakgateError } from '../../src/errors.js';
import { type Reading, readByGit, readPack, withSum } from './pack-helpers.js';
import { make, packsOf, REPACK } from './pack-repositories.js';

describe('damage', () => {
  type Whole = { dir: string; pack: Buffer; idx: Buffer; expected: Reading['objects'] };

  function makeWhole(): Whole {
    const repository = make(...REPACK);
    const [base = ''] = packsOf(repository.dir);
    return {
      dir: repository.dir,
      pack: readFileSync(`${base}.pack`),
      idx: readFileSync(`${base}.idx`),
      expected: readByGit(repository.dir, base),
    };
  }

  const changes = fc.array(fc.record({ at: fc.nat(), xor: fc.integer({ min: 1, max: 255 }) }), {
    minLength: 1,
    maxLength: 4,
  });

  function damage(bytes: Buffer, changed: readonly { at: number; xor: number }[]): Buffer {
    const copy = Buffer.from(bytes);
    for (const { at, xor } of changed) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ xor;
    return copy;
  }

  function write({ dir }: Whole, pack: Buffer, idx: Buffer): string {
    writeFileSync(join(dir, 'pack-x.pack'), pack);
    writeFileSync(join(dir, 'pack-x.idx'), idx);
    return join(dir, 'pack-x');
  }

  // Every object is read right, or named; or the whole pack is refused with our own error.
  function check(all: Whole, pack: Buffer, idx: Buffer): void {
    const base = write(all, pack, idx);
    try {
      const { objects, unread, unresolved } = readPack(base, 20, { verifies: true });
      for (const [id, text] of objects) expect(text === all.expected.get(id), id).toBe(true);
      expect(new Set([...objects.keys(), ...unread.keys(), ...unresolved]).size).toBe(all.expected.size);
    } catch (error) {
      if (!LeakgateError.is(error)) throw error;
    }
  }

  it('in a pack never gives wrong bytes and leaves no object unnamed', () => {
    const all = makeWhole();
    fc.assert(
      fc.property(changes, changed => check(all, damage(all.pack, changed), all.idx)),
      { numRuns: 100 },
    );
  });

  it('in an index is refused', () => {
    const all = makeWhole();
    fc.assert(
      fc.property(changes, changed => {
        const idx = damage(all.idx, changed);
        fc.pre(!idx.equals(all.idx));
        const base = write(all, all.pack, idx);
        expect(() => readPack(base)).toThrow(LeakgateError);
      }),
      { numRuns: 200 },
    );
  });

  it('in an index whose checksum was made to fit never gives wrong bytes', () => {
    const all = makeWhole();
    const body = all.idx.subarray(0, -20);
    fc.assert(
      fc.property(changes, changed => check(all, all.pack, withSum(damage(body, changed)))),
      { numRuns: 100 },
    );
  });

  it('by cutting off the end is refused', () => {
    const all = makeWhole();
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('pack' as const, 'idx' as const), (at, which) => {
        const cut = all[which].subarray(0, at % all[which].length);
        const base = write(all, which === 'pack' ? cut : all.pack, which === 'idx' ? cut : all.idx);
        expect(() => readPack(base)).toThrow(LeakgateError);
      }),
      { numRuns: 200 },
    );
  });
});
