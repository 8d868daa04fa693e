// The delta-aware scan against the plain one, on generated chains of deltas: same matches for every blob.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { scanBytes } from '../../src/engine/scan-bytes.js';
import { type BlobState, scanDelta } from '../../src/engine/scan-delta.js';
import { sample, sampleCrcToken, sampleJwt } from '../../src/sample.js';

const engine = compileRules(rules);

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
      let { state, matches } = scanDelta(engine, { bytes: Buffer.from(current, 'latin1'), isBinary: false }, null);
      expect(plainly(matches)).toEqual(scanWhole(Buffer.from(current, 'latin1')));
      for (const edits of versions) {
        const { next, ops } = apply(current, edits);
        const parent: { state: BlobState; ops: Int32Array } = { state, ops };
        ({ state, matches } = scanDelta(engine, { bytes: Buffer.from(next, 'latin1'), isBinary: false }, parent));
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
  const { state } = scanDelta(engine, { bytes: base, isBinary: false }, null);
  const next = Buffer.concat([Buffer.from('# new\n'), base]);
  const ops = Int32Array.from([0, -1, 6, 6, 0, base.length]);
  const { matches } = scanDelta(engine, { bytes: next, isBinary: false }, { state, ops });
  expect(plainly(matches)).toEqual(scanWhole(next));
  expect(matches).toHaveLength(1);
});

it('scans a version whole when its parent was read as binary', () => {
  const bytes = Buffer.from(`password = "${sample('base62', 18)}"\n`);
  const { state } = scanDelta(engine, { bytes, isBinary: true }, null);
  const { matches } = scanDelta(
    engine,
    { bytes, isBinary: false },
    { state, ops: Int32Array.from([0, 0, bytes.length]) },
  );
  expect(plainly(matches)).toEqual(scanWhole(bytes));
});
