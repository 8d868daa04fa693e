// Streams of any size, by ours or by node:zlib; deltas by WebAssembly and without.

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, DeltaOps } from '../../src/git/delta.js';
import { Unpacker } from '../../src/git/unpack.js';

describe('inflate', () => {
  it.each([
    { name: 'ours', usesOwn: true },
    { name: 'zlib', usesOwn: false },
  ])('reads small and large streams alike: $name', ({ usesOwn }) => {
    const unpacker = new Unpacker(usesOwn);
    for (const length of [0, 1, 65_000, 66_000, 3_000_000, 5_000_000]) {
      const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * i) >> 7));
      const stream = deflateSync(bytes);
      const padded = Buffer.concat([Buffer.from('xx'), stream, Buffer.alloc(8)]);
      const block = { at: unpacker.memory.take(length), size: length };
      expect(unpacker.inflate(padded, { from: 2, to: 2 + stream.length }, block)).toBe(true);
      expect(bytes.equals(unpacker.memory.bytes.subarray(block.at, block.at + length))).toBe(true);
      expect(unpacker.inflate(padded, { from: 2, to: 1 + stream.length }, block)).toBe(false);
    }
  });
});

// Copies and inserts that fit, then sometimes bytes that were changed.
const instruction = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 127 }).map(bytes => [bytes.length, ...bytes]),
  fc.tuple(fc.nat(1500), fc.nat(600)).map(([from, length]) => [0xb3, from & 255, from >> 8, length & 255, length >> 8]),
  fc.constantFrom([0x80], [0x90, 7], [0x91, 3, 20], [0], [0xff]),
);
const deltas = fc.record({
  base: fc.uint8Array({ minLength: 1000, maxLength: 70_000 }),
  instructions: fc.array(instruction, { maxLength: 40 }).map(list => Uint8Array.from(list.flat())),
  difference: fc.constantFrom(0, 0, 0, 1, -1),
});

// The size that the instructions say they make, read without any check.
function sizeOf(instructions: Uint8Array): number {
  let size = 0;
  for (let at = 0; at < instructions.length; ) {
    const code = instructions[at++] ?? 0;
    const fields = [0, 1, 2, 3, 4, 5, 6].map(bit => ((code >> bit) & 1 ? (instructions[at++] ?? 0) : 0));
    if (code < 0x80) {
      at += code - fields.filter((_, bit) => (code >> bit) & 1).length;
      size += code;
    } else size += (fields[4] ?? 0) + (fields[5] ?? 0) * 256 + (fields[6] ?? 0) * 65536 || 0x10000;
  }
  return size;
}

describe('applyDelta', () => {
  it('does in WebAssembly what it does without', () => {
    const unpacker = new Unpacker();
    let applied = 0;
    fc.assert(
      fc.property(deltas, ({ base, instructions, difference }) => {
        const size = Math.max(0, sizeOf(instructions) + difference);
        const plain = { target: new Uint8Array(size), ops: new DeltaOps() };
        const isDone = applyDelta(instructions, 0, { base, target: plain.target }, plain.ops);
        unpacker.tidy();
        const place = (bytes: Uint8Array) => {
          const at = unpacker.memory.take(bytes.length);
          unpacker.memory.bytes.set(bytes, at);
          return { at, size: bytes.length };
        };
        const target = place(new Uint8Array(size));
        expect(unpacker.applyDelta(place(instructions), place(base), target)).toBe(isDone);
        if (!isDone) return;
        applied++;
        expect(Buffer.compare(unpacker.memory.bytes.subarray(target.at, target.at + size), plain.target)).toBe(0);
        expect([...unpacker.ops()]).toEqual([...plain.ops.view()]);
      }),
      { numRuns: 500 },
    );
    expect(applied).toBeGreaterThan(50);
  });

  it('has room for any number of copies', () => {
    const unpacker = new Unpacker();
    const count = 200_000; // 12 bytes each, far beyond what is reserved
    const delta = Buffer.from(Array.from({ length: count }, (_, i) => [0x91, 2 * (i % 100), 1]).flat());
    const [base, at, target] = [200, delta.length, count].map(size => ({ at: unpacker.memory.take(size), size }));
    if (!base || !at || !target) throw new Error('nothing was taken');
    unpacker.memory.bytes.set(delta, at.at);
    expect(unpacker.applyDelta(at, base, target)).toBe(true);
    expect(unpacker.ops().length).toBe(3 * count);
    expect([...unpacker.ops().subarray(-3)]).toEqual([count - 1, 198, 1]);
  });
});
