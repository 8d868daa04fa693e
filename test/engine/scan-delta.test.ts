// The delta-aware scan against the plain one, on generated chains of deltas: same matches for every blob.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { decodeText } from '../../src/engine/decode.js';
import { scanBytes } from '../../src/engine/scan-bytes.js';
import { type BlobState, DeltaScanner, reservedFor } from '../../src/engine/scan-delta.js';
import { UnpackMemory } from '../../src/git/unpack-memory.js';
import { defineRule } from '../../src/rule.js';
import { sample, sampleCrcToken, sampleJwt } from '../../src/sample.js';
import { deltaScan } from '../helpers/delta-scan.js';

const engine = compileRules(rules);
const scanDelta = deltaScan(engine);
// A keyword is rejected from bytes when it was met a few times: here all are, from the beginning.
scanDelta({ bytes: Buffer.from(`${engine.keywords.keywords.join('\n')}\n`.repeat(17)) });

// Pieces that chains are made of: tokens, halves of tokens, names, and what stands around them.
const PIECES = [
  sampleCrcToken('ghp_', 30),
  sampleCrcToken('ghp_', 30, 2).slice(0, 17),
  sampleCrcToken('ghp_', 30, 2).slice(17),
  'ghp',
  '_',
  `api_key = "${sample('base62', 32)}"\n`,
  'password: ',
  sample('base62', 18, 3),
  `AKIA${sample('base32', 15, 3)}2`,
  `aws_secret_access_key=${sample('base64', 40, 3)}`,
  sampleJwt({ sub: '9f1c2e7a' }),
  Buffer.from(`x ${sampleCrcToken('ghp_', 30, 4)} y`).toString('base64'),
  `postgres://api:${sample('base62', 14)}@db.acme.dev/shop`,
  '-----BEGIN RSA PRIVATE KEY-----\n',
  'twilio ',
  'SK',
  sample('hex', 32),
  '\n',
  ' = ',
  '"',
  'the quick brown fox '.repeat(40),
  'const answer = 42;\n'.repeat(30),
];

type Edit = { at: number; remove: number; insert: string };
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map(parts => parts.join(''));
const edit = fc.record({ at: fc.nat(4000), remove: fc.nat(300), insert: text });
const chain = fc.record({
  root: text,
  versions: fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
});

// Applies edits from left to right and says how the new version is made of the old one.
function apply(base: string, edits: readonly Edit[]): { next: string; ops: Int32Array } {
  const ops: number[] = [];
  let next = '';
  let from = 0;
  const copyTo = (to: number) => {
    if (to <= from) return;
    ops.push(next.length, from, to - from);
    next += base.slice(from, to);
    from = to;
  };
  for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
    copyTo(Math.min(base.length, Math.max(from, at)));
    if (insert !== '') ops.push(next.length, -1, insert.length);
    next += insert;
    from = Math.min(base.length, from + remove);
  }
  copyTo(base.length);
  return { next, ops: Int32Array.from(ops) };
}

const plainly = (matches: readonly { ruleId: string; span: { start: number; end: number }; confidence: string }[]) =>
  matches.map(({ ruleId, span, confidence }) => `${ruleId} ${span.start} ${span.end} ${confidence}`).sort();

function scanWhole(bytes: Buffer) {
  return plainly(scanBytes(engine, bytes).matches);
}

it('finds in every version of a chain what a whole scan finds', () => {
  fc.assert(
    fc.property(chain, ({ root, versions }) => {
      let current = root;
      let { state, matches } = scanDelta({ bytes: Buffer.from(current, 'latin1'), isBinary: false }, null);
      expect(plainly(matches)).toEqual(scanWhole(Buffer.from(current, 'latin1')));
      for (const edits of versions) {
        const { next, ops } = apply(current, edits);
        const parent: { state: BlobState; ops: Int32Array } = { state, ops };
        ({ state, matches } = scanDelta({ bytes: Buffer.from(next, 'latin1'), isBinary: false }, parent));
        expect(plainly(matches)).toEqual(scanWhole(Buffer.from(next, 'latin1')));
        current = next;
      }
    }),
    { numRuns: 300 },
  );
});

it('inherits a match through a copy that is not new', () => {
  const token = `TOKEN=${sampleCrcToken('ghp_', 30)}\n`;
  const filler = 'x = 1\n'.repeat(20_000);
  const base = Buffer.from(filler + token + filler);
  const { state } = scanDelta({ bytes: base, isBinary: false }, null);
  const next = Buffer.concat([Buffer.from('# new\n'), base]);
  const ops = Int32Array.from([0, -1, 6, 6, 0, base.length]);
  const { matches } = scanDelta({ bytes: next, isBinary: false }, { state, ops });
  expect(plainly(matches)).toEqual(scanWhole(next));
  expect(matches).toHaveLength(1);
});

it('scans a version whole when its parent was read as binary', () => {
  const bytes = Buffer.from(`password = "${sample('base62', 18)}"\n`);
  const { state } = scanDelta({ bytes, isBinary: true }, null);
  const { matches } = scanDelta({ bytes, isBinary: false }, { state, ops: Int32Array.from([0, 0, bytes.length]) });
  expect(plainly(matches)).toEqual(scanWhole(bytes));
});

// Copies in any order, twice, or overlapping, as packs may have them.
const piece = fc.oneof(
  fc.record({ from: fc.nat(3000), length: fc.integer({ min: 1, max: 900 }) }),
  text.filter(part => part !== '').map(insert => ({ insert })),
);

it('finds in deltas of any shape what a whole scan finds', () => {
  fc.assert(
    fc.property(text, fc.array(fc.array(piece, { maxLength: 9 }), { minLength: 1, maxLength: 5 }), (root, versions) => {
      let current = root;
      let { state } = scanDelta({ bytes: Buffer.from(current, 'latin1') });
      for (const [number, pieces] of versions.entries()) {
        const ops: number[] = [];
        let next = '';
        for (const part of pieces) {
          const from = 'insert' in part ? -1 : Math.min(part.from, current.length);
          const added = 'insert' in part ? part.insert : current.slice(from, from + part.length);
          if (added !== '') ops.push(next.length, from, added.length);
          next += added;
        }
        const isLeaf = number === versions.length - 1;
        const outcome = scanDelta({ bytes: Buffer.from(next, 'latin1'), isLeaf }, { state, ops: Int32Array.from(ops) });
        expect(plainly(outcome.matches)).toEqual(scanWhole(Buffer.from(next, 'latin1')));
        ({ state } = outcome);
        current = next;
      }
    }),
    { numRuns: 300 },
  );
});

it('scans objects with more hits than there is room for at first', () => {
  const line = 'password = getPassword(secret, token)\n';
  const token = `TOKEN=${sampleCrcToken('ghp_', 30)}\n`;
  const base = Buffer.from(line.repeat(9000) + token);
  const scan = deltaScan(engine);
  const { state, matches } = scan({ bytes: base });
  expect(plainly(matches)).toEqual(scanWhole(base));
  const next = Buffer.concat([base, Buffer.from(line)]);
  const ops = Int32Array.from([0, 0, base.length, base.length, -1, line.length]);
  expect(plainly(scan({ bytes: next }, { state, ops }).matches)).toEqual(plainly(matches));
});

it('remembers what gave nothing only for the same bytes', () => {
  const scan = deltaScan(engine);
  const value = sample('base62', 32, 5);
  const near = `const api_key = readKey("${value}")\n`;
  const leak = `const api_key = "${value}"; // .....\n`;
  for (const bytes of [near, near + leak, leak + near, leak, near + near + leak].map(part =>
    Buffer.from(part + part),
  )) {
    expect(plainly(scan({ bytes }).matches)).toEqual(scanWhole(bytes));
    expect(plainly(scan({ bytes, isBinary: true }).matches)).toEqual(
      plainly(scanBytes(engine, bytes, { isBinary: true }).matches),
    );
  }
});

it('gives back what states hold of the memory', () => {
  const memory = new UnpackMemory(true, reservedFor(engine));
  const scanner = new DeltaScanner(engine, memory);
  const bytes = Buffer.from('password = getPassword(secret, token)\n'.repeat(500));
  const at = memory.take(bytes.length);
  memory.bytes.set(bytes, at);
  const scan = () => scanner.release(scanner.scan({ at, size: bytes.length, isBinary: false }, null).state);
  scan();
  const { length } = memory.bytes;
  for (let i = 0; i < 2000; i++) scan();
  expect(memory.bytes.length).toBe(length);
});

it('tells text from what has to be decoded as decodeText does', () => {
  const memory = new UnpackMemory(true, reservedFor(engine));
  const scanner = new DeltaScanner(engine, memory);
  const bytesOf = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc.uint8Array({ min: 1, maxLength: 100 }),
    fc.nat(9000).map(length => Buffer.concat([Buffer.alloc(length, 'text'), Buffer.from([0, 1])])),
    fc.constantFrom(Buffer.from('fffe61', 'hex'), Buffer.from('feff0061', 'hex')),
  );
  fc.assert(
    fc.property(bytesOf, bytes => {
      const at = memory.take(bytes.length);
      memory.bytes.set(bytes, at);
      const { isBinary, bytes: decoded } = decodeText(bytes);
      if (scanner.isText({ at, size: bytes.length })) expect([isBinary, decoded]).toEqual([false, bytes]);
      else expect(isBinary || decoded !== bytes || bytes.length === 0 || (bytes[0] ?? 0) > 0xfd).toBe(true);
      memory.give(at, bytes.length);
    }),
  );
});

it('finds a keyword at every place over a seam', () => {
  const keyword = 'a-keyword-of-24-letters-';
  const rule = defineRule({
    id: 'acme-long',
    title: 'Long keyword',
    provider: 'Acme',
    severity: 'low',
    confidence: 'high',
    keywords: [keyword],
    pattern: /a-keyword-of-24-letters-(?<secret>[a-z0-9]{16})/,
    references: ['https://acme.dev/a', 'https://acme.dev/b'],
    match: [],
    noMatch: [],
  });
  const own = compileRules([rule]);
  const scan = deltaScan(own);
  for (let cut = 1; cut < keyword.length; cut++) {
    const base = `${'x'.repeat(300)}${keyword.slice(0, cut)}${'y'.repeat(300)}${keyword.slice(cut)}${sample('base36', 16, 4)}${'z'.repeat(300)}`;
    const { state } = scan({ bytes: Buffer.from(base) });
    const [first, second] = [300 + cut, 600 + cut];
    const ops = Int32Array.from([0, 0, first, first, second, base.length - second]);
    const next = Buffer.from(base.slice(0, first) + base.slice(second));
    expect(plainly(scanBytes(own, next).matches)).toHaveLength(1);
    expect(plainly(scan({ bytes: next }, { state, ops }).matches)).toEqual(plainly(scanBytes(own, next).matches));
  }
});

it('recalls nothing from behind the end of an object', () => {
  const memory = new UnpackMemory(true, reservedFor(engine));
  const scanner = new DeltaScanner(engine, memory);
  const token = sampleCrcToken('ghp_', 30, 7);
  const bytes = Buffer.from(`${'const a = 1;\n'.repeat(5)}use("${token}x")\n${'const b = 2;\n'.repeat(5)}`);
  const at = memory.take(bytes.length);
  memory.bytes.set(bytes, at);
  expect(scanner.scan({ at, size: bytes.length, isBinary: false }, null).matches).toEqual([]);
  const size = bytes.indexOf(token) + token.length; // what made it no token stands behind
  const { matches } = scanner.scan({ at, size, isBinary: false }, null);
  expect(plainly(matches)).toEqual(scanWhole(bytes.subarray(0, size)));
  expect(matches).toHaveLength(1);
});

it('does not reject what is escaped', () => {
  const key = `${sample('base64', 20, 3)}+${sample('base64', 22, 4)}`.replace(/[/=]/g, 'a');
  for (const text of [
    `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${key}=`,
    `url?x=${encodeURIComponent(`xoxb-${sample('digits', 12)}-${sample('digits', 12, 2)}-${sample('base62', 24, 3)}`)}`,
    `%3D${sampleCrcToken('ghp_', 30, 5)}`,
    `\\n${sampleCrcToken('ghp_', 30, 6)}`,
  ]) {
    for (const written of [
      text,
      encodeURIComponent(text),
      text.replace(/\+/g, '\\u002b'),
      text.replace(/\+/g, '&#43;'),
    ]) {
      const bytes = Buffer.from(`${'a line\n'.repeat(9)}${written}\n${'a line\n'.repeat(9)}`);
      expect(plainly(scanDelta({ bytes }).matches)).toEqual(scanWhole(bytes));
    }
  }
});
