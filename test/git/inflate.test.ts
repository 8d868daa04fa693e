// Our inflate against node:zlib: on what that can write, on what it would never write, and on what it refuses. Ours must
// leave alone what is not its own.

import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnpackMemory } from '../../src/git/unpack-memory.js';
import {
  bytesOf,
  type Codes,
  type DeflateBlock,
  distanceSymbol,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  lengthSymbol,
  type Token,
  writeStream,
} from './deflate-writer.js';

const memory = new UnpackMemory(true);
const MARGIN = 16; // bytes behind the output that may be overwritten

// Without the zlib that stands behind it: null is a refusal. Everything around input and output is `filler`, but what is
// `behind` the input, and must stay so.
function inflateOwn(
  stream: Uint8Array,
  size: number,
  { filler = 0xa5, behind = new Uint8Array(0) } = {},
): Buffer | null {
  memory.clear();
  const start = memory.take(0);
  const input = memory.take(stream.length + behind.length);
  const output = memory.take(size);
  const end = memory.take(0);
  if (!memory.own) throw new Error('there is no WebAssembly here');
  const { bytes } = memory;
  bytes.fill(filler, start, end);
  bytes.set(stream, input);
  bytes.set(behind, input + stream.length);
  const before = bytes.slice(start, output);
  const done = memory.own.inflate(input, input + stream.length, output, size);
  expect(Buffer.compare(bytes.subarray(start, output), before)).toBe(0);
  expect(bytes.subarray(output + size + MARGIN, end).every(byte => byte === filler)).toBe(true);
  expect(done).toBeLessThanOrEqual(input + stream.length);
  return done === input + stream.length ? Buffer.from(bytes.subarray(output, output + size)) : null;
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

  it('reads no stream to which the end is missing, though it is there behind it', () => {
    const bytes = Buffer.from('the rest is silence; '.repeat(20) + 'O, o, o, o.');
    for (const options of [{}, { level: 0 }, { strategy: constants.Z_FIXED }, { strategy: constants.Z_HUFFMAN_ONLY }]) {
      const stream = deflateSync(bytes, options);
      for (let to = 0; to < stream.length; to++) {
        for (const behind of [stream.subarray(to), new Uint8Array(0)]) {
          expect(inflateOwn(stream.subarray(0, to), bytes.length, { filler: to & 255, behind })).toBe(null);
        }
      }
      for (let size = 0; size < bytes.length; size++) expect(inflateOwn(stream, size)).toBe(null);
      for (let more = 1; more < 300; more++) expect(inflateOwn(stream, bytes.length + more)).toBe(null);
      expect(inflateOwn(stream, bytes.length)).toEqual(bytes);
    }
  });

  it('copies nothing from before the output, though the checksum holds', () => {
    const tokens: Token[] = [65, 66, [3, 3]];
    const bytes = Buffer.from([65, 66, 0xa5, 65, 66]);
    expect(inflateOwn(writeStream([{ kind: 'fixed', tokens }], bytes), bytes.length, { filler: 0xa5 })).toBe(null);
  });

  it('refuses lengths of more codes than there are', () => {
    const literals = spread([1, 1], [256, 65], 257, 0);
    const distances = [1, 1, 0, 0, 0, 0]; // the last four as one run
    for (const surplus of [0, 1, 3]) {
      const block: DeflateBlock = { kind: 'dynamic', tokens: [65], literals, distances, surplus };
      const stream = writeStream([block], Uint8Array.of(65));
      expect(inflateByZlib(stream) !== null).toBe(surplus === 0);
      expect(inflateOwn(stream, 1) !== null).toBe(surplus === 0);
    }
  });

  it('copies from every distance to 40 every length', () => {
    for (let distance = 1; distance <= 40; distance++) {
      const tokens: Token[] = Array.from({ length: distance }, (_, i) => 255 - 3 * i);
      for (let length = 3; length <= 258; length++) tokens.push([length, distance], length & 255);
      expectSame([{ kind: 'fixed', tokens }]);
      for (const length of [3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 49, 255, 256, 257, 258]) {
        expectSame([{ kind: 'fixed', tokens: [...tokens.slice(0, distance), [length, distance]] }]);
      }
    }
  });

  it.each([1, 2, 5, 8, 9, 10, 11, 12, 13, 14, 15])('reads codes of up to %i bits', longest => {
    const lengths = [...Array.from({ length: longest }, (_, i) => i + 1), longest]; // of a full tree
    const symbols = [256, 257, 0, 285, 255, 127, 128, 264, 265, 284, 1, 2, 3, 4, 5, 6];
    const distanceSymbols = [0, 29, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
    for (let turn = 0; turn <= longest; turn++) {
      const literals = spread(lengths, symbols, 286, turn);
      const distances = spread(lengths, distanceSymbols, 30, turn);
      const random = randomFrom(turn * 16 + longest);
      expectSame([{ kind: 'stored', bytes: noise(33_000) }, dynamicBlock(random, { literals, distances }, 33_000)]);
    }
  });

  it('reads blocks of every kind and code, one after another, and refuses what zlib refuses', () => {
    let read = 0;
    const changes = fc.array(fc.record({ at: fc.nat(), xor: fc.integer({ min: 1, max: 255 }) }), { maxLength: 1 });
    fc.assert(
      fc.property(fc.nat(), changes, fc.nat(255), (seed, all, filler) => {
        const { stream, size } = randomStream(randomFrom(seed));
        for (const { at, xor } of all) stream[at % stream.length] = (stream[at % stream.length] ?? 0) ^ xor;
        const expected = inflateByZlib(stream);
        if (expected) read++;
        expect(inflateOwn(stream, expected?.length ?? size, { filler })).toEqual(expected);
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    { name: 'no code for a distance', distances: [0], isRead: true },
    { name: 'one code for a distance', distances: [1], isRead: true },
    { name: 'one code of two bits for a distance', distances: [2], isRead: false },
    { name: 'too many codes for distances', distances: [1, 1, 1], isRead: false },
    { name: 'places without a code for a distance', distances: [1, 3], isRead: false },
  ])('takes what zlib takes: $name', ({ distances, isRead }) => {
    const literals = spread([1, 1], [256, 65], 257, 0);
    const tokens: Token[] = [65, 65, 65];
    const stream = writeStream([{ kind: 'dynamic', tokens, literals, distances }], Uint8Array.from(bytesOf(tokens)));
    expect(inflateByZlib(stream) !== null).toBe(isRead);
    expect(inflateOwn(stream, 3)).toEqual(inflateByZlib(stream));
  });
});

// Written by us, read by both.
function expectSame(blocks: readonly DeflateBlock[]): void {
  const bytes: number[] = [];
  for (const block of blocks) {
    for (const byte of block.kind === 'stored' ? block.bytes : bytesOf(block.tokens, bytes)) bytes.push(byte);
  }
  const stream = writeStream(blocks, Uint8Array.from(bytes));
  const inflated = inflateByZlib(stream);
  expect(inflated?.equals(Uint8Array.from(bytes))).toBe(true);
  expect(inflateOwn(stream, bytes.length)?.equals(Uint8Array.from(bytes))).toBe(true);
}

type Random = (below: number) => number;

function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * i * 7) >> 3);
}

// Gives the symbols these lengths, beginning with another one in each turn.
function spread(lengths: readonly number[], symbols: readonly number[], count: number, turn: number): number[] {
  const all = Array.from({ length: count }, () => 0);
  for (const [i, length] of lengths.entries()) all[symbols[(i + turn) % lengths.length] ?? 0] = length;
  return all;
}

// A code of `count` symbols among the first ones, `needed` with them; sometimes one that is no code.
function randomCode(random: Random, symbols: number, needed: number[]): number[] {
  const count = Math.min(symbols, Math.max(2, needed.length) + random(random(2) === 0 ? 10 : symbols));
  const lengths = [0];
  while (lengths.length < count) {
    const at = random(3) === 0 ? lengths.length - 1 : random(lengths.length);
    const length = (lengths[at] ?? 0) + 1;
    if (length <= 15) lengths.splice(at, 1, length, length);
  }
  if (random(20) === 0) lengths[random(count)] = random(16);
  const all = Array.from({ length: symbols }, () => 0);
  const chosen = new Set(needed);
  while (chosen.size < count) chosen.add(random(symbols));
  for (const symbol of chosen) all[symbol] = lengths.pop() ?? 0;
  return all;
}

function dynamicBlock(random: Random, codes: Codes, before: number): DeflateBlock {
  return { kind: 'dynamic', tokens: randomTokens(random, codes, before), ...codes };
}

// Of symbols that have a code; matches reach back at most to the first byte.
function randomTokens(random: Random, { literals, distances }: Codes, before: number): Token[] {
  const tokens: Token[] = [];
  const used = literals.flatMap((length, symbol) => (length > 0 && symbol < 256 ? [symbol] : []));
  const count = random(200);
  let size = before;
  for (let i = 0; i < count; i++) {
    const length = 3 + (random(3) === 0 ? random(256) : random(16));
    const distance = 1 + random(Math.min(size, [4, 40, 400, 32_768][random(4)] ?? 0));
    const hasCodes = literals[lengthSymbol(length).symbol] && distances[distanceSymbol(distance).symbol];
    if (hasCodes && distance <= size) tokens.push([length, distance]);
    else if (used.length > 0) tokens.push(used[random(used.length)] ?? 0);
    const last = tokens.at(-1);
    size += typeof last === 'object' ? last[0] : 1;
  }
  return tokens;
}

function randomStream(random: Random): { stream: Buffer; size: number } {
  const bytes: number[] = [];
  const blocks: DeflateBlock[] = [];
  for (let i = random(5); i >= 0; i--) {
    const kind = random(6);
    let block: DeflateBlock;
    if (kind === 0) block = { kind: 'stored', bytes: noise(random(random(3) === 0 ? 5000 : 20)) };
    else if (kind === 1) {
      const codes = { literals: FIXED_LITERALS, distances: FIXED_DISTANCES };
      block = { kind: 'fixed', tokens: randomTokens(random, codes, bytes.length) };
    } else {
      const literals = randomCode(random, 257 + random(30), [256, 65]);
      block = dynamicBlock(random, { literals, distances: randomCode(random, 2 + random(29), []) }, bytes.length);
    }
    for (const byte of block.kind === 'stored' ? block.bytes : bytesOf(block.tokens, bytes)) bytes.push(byte);
    blocks.push(block);
  }
  return { stream: writeStream(blocks, Uint8Array.from(bytes)), size: bytes.length };
}
