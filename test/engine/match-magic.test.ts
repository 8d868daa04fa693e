// Key stores and password databases are told by their first bytes; certificates and other files that begin alike are none.

import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { scanBytes } from '../../src/engine/scan-bytes.js';
import { sampleCrcToken } from '../../src/sample.js';
import { deltaScan } from '../helpers/delta-scan.js';

const engine = compileRules(rules);
const keyStore = Buffer.concat([Buffer.from('feedfeed000000020000000100000001', 'hex'), Buffer.alloc(300, 'key')]);
const idsIn = (bytes: Uint8Array, from = 0) =>
  scanBytes(engine, bytes, {
    isBinary: true,
    piece: from === 0 ? null : { from, to: bytes.length, linesBefore: 0, columnsBefore: 0 },
  }).matches.map(match => match.ruleId);

describe('matchMagic', () => {
  it('reports the file as the secret, at its beginning', () => {
    const [match] = scanBytes(engine, keyStore, { isBinary: true }).matches;
    expect(match).toMatchObject({ ruleId: 'java-key-store', span: { start: 0, end: 16 }, confidence: 'high' });
    expect(match?.secret).toBe(engine.pool.intern(keyStore.toString('latin1')));
  });

  it('tells two files apart that begin alike', () => {
    const other = Buffer.concat([keyStore, Buffer.from('!')]);
    const [a, b] = [keyStore, other].map(bytes => scanBytes(engine, bytes).matches[0]?.secret);
    expect(a).not.toBe(b);
  });

  it('hides nothing that the file holds', () => {
    const token = sampleCrcToken('ghp_', 30, 5);
    expect(idsIn(Buffer.concat([keyStore, Buffer.from(` ${token} `)]))).toEqual([
      'java-key-store',
      'github-pat-classic',
    ]);
  });

  it('gives the same from a delta as from the whole', () => {
    const whole = scanBytes(engine, keyStore, { isBinary: true }).matches;
    expect(deltaScan(engine)({ bytes: keyStore, isBinary: true }).matches).toEqual(whole);
  });

  it.each([
    { name: 'a later piece of a file', bytes: keyStore, from: 8 },
    { name: 'an empty file', bytes: Buffer.alloc(0), from: 0 },
    { name: 'the magic alone', bytes: keyStore.subarray(0, 4), from: 0 },
    { name: 'text that names such files', bytes: Buffer.from('id_rsa, .p12, .jks and .kdbx'), from: 0 },
  ])('is not misled by $name', ({ bytes, from }) => {
    expect(idsIn(bytes, from)).toEqual([]);
  });
});
