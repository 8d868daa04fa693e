// Our inflate against node:zlib, on what that can write and on what it refuses; deltas by WebAssembly and without.

import { execFileSync } from 'node:child_process';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, DeltaOps } from '../../src/git/delta.js';
import { Unpacker } from '../../src/git/unpack.js';
import { type Own, UnpackMemory } from '../../src/git/unpack-memory.js';

function ownOf(memory: UnpackMemory): Own {
  if (!memory.own) throw new Error('there is no WebAssembly here');
  return memory.own;
}

// Without the zlib that stands behind it: null is a refusal.
const memory = new UnpackMemory(true);

function inflateOwn(stream: Uint8Array, size: number): Buffer | null {
  memory.clear();
  const input = memory.take(stream.length);
  const output = memory.take(size);
  memory.bytes.set(stream, input);
  const end = ownOf(memory).inflate(input, input + stream.length, output, size);
  return end === input + stream.length ? Buffer.from(memory.bytes.subarray(output, output + size)) : null;
}

function inflateByZlib(stream: Uint8Array): Buffer | null {
  try {
    const { buffer, engine } = inflateSync(stream, { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return engine.bytesWritten === stream.length ? buffer : null;
  } catch {
    return null;
  }
}

// Text that repeats itself near and far, noise, and runs of one byte.
const part = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
  fc.string({ maxLength: 80 }).map(text => Buffer.from(text)),
  fc.tuple(fc.nat(255), fc.nat(1000)).map(([byte, length]) => Buffer.alloc(length, byte)),
  fc.constantFrom('function ', 'return ', 'const value = ', '\n  ').map(text => Buffer.from(text)),
  fc
    .tuple(fc.nat(99), fc.nat(40_000))
    .map(([seed, length]) => Buffer.from(Array.from({ length }, (_, i) => ((i * i * (seed + 3)) >> 5) & 127))),
);
const content = fc
  .tuple(fc.array(part, { maxLength: 12 }), fc.nat(3))
  .map(([parts, times]) => Buffer.concat(Array.from({ length: times + 1 }, () => parts).flat()));
const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ),
});

describe('inflate', () => {
  it('reads what zlib writes, with any setting', () => {
    fc.assert(
      fc.property(content, settings, (bytes, options) => {
        expect(inflateOwn(deflateSync(bytes, options), bytes.length)?.equals(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([1, -1, 100])('refuses a stream that is shorter or longer than said by %i', difference => {
    const bytes = Buffer.from('to be or not to be, that is the question; '.repeat(9));
    expect(inflateOwn(deflateSync(bytes), bytes.length + difference)).toBe(null);
  });

  it('refuses what zlib refuses, and reads the same where it does not', () => {
    const small = fc.tuple(
      fc.array(part, { maxLength: 3 }).map(parts => Buffer.concat(parts).subarray(0, 2000)),
      settings,
    );
    const change = fc.array(fc.record({ at: fc.nat(), xor: fc.integer({ min: 1, max: 255 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(small, change, fc.nat(5), ([bytes, options], changes, cut) => {
        const stream = deflateSync(bytes, options);
        for (const { at, xor } of changes) stream[at % stream.length] = (stream[at % stream.length] ?? 0) ^ xor;
        const damaged = cut === 0 ? stream.subarray(0, stream.length >> 1) : stream;
        const expected = inflateByZlib(damaged);
        expect(inflateOwn(damaged, expected?.length ?? bytes.length)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

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
        unpacker.clear();
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

describe('src/git/unpack-wasm.ts', () => {
  it('is what scripts/build-unpack.mjs writes', () => {
    expect(() => execFileSync(process.execPath, ['scripts/build-unpack.mjs', '--check'])).not.toThrow();
  });
});
