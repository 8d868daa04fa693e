// Files that are secrets as such, told by how they begin: key stores and password databases. The first bytes decide, never the name.
// Pure.

import type { Match } from '../types.js';
import { checks } from './checks.js';
import type { CompiledRule, Engine } from './compile-rules.js';
import { followsOf } from './pattern-follows.js';

/** Looked at to tell such a file. */
export const MAGIC_BYTES = 64; // longer than any such beginning
const VALUE_BYTES = 64 * 1024; // of the file, as the value that names the finding

/**
 * Matches the beginning of a blob.
 *
 * @returns at most one match for each rule; its span is the beginning alone, so that it hides nothing that the file holds
 */
export function matchMagic(engine: Engine, bytes: Uint8Array): Match[] {
  const rules = engine.magics();
  if (rules.length === 0) return [];
  const start = latin1(bytes.subarray(0, MAGIC_BYTES));
  return rules.flatMap(compiled => matchStart(engine, compiled, { start, bytes }));
}

/** Whether the first MAGIC_BYTES are those of such a file, whatever follows. */
export function beginsWithMagic(engine: Engine, bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, MAGIC_BYTES));
  return engine.magics().some(compiled => {
    const pattern = compiled.pattern();
    pattern.lastIndex = 0;
    return pattern.test(start);
  });
}

/** Whether such a file may begin with a byte: millions of blobs are asked. */
export function mayBeginWith(engine: Engine, byte: number): boolean {
  return firstBytesOf(engine)[byte] === 1;
}

const firstBytes = new WeakMap<Engine, Uint8Array>();

// For each byte 1: such a file may begin with it.
function firstBytesOf(engine: Engine): Uint8Array {
  let all = firstBytes.get(engine);
  if (!all) {
    all = new Uint8Array(256);
    for (const { rule } of engine.magics()) {
      const [first] = followsOf(rule.pattern, '', true);
      for (let byte = 0; byte < 256; byte++) if (!first || first[byte] === 1) all[byte] = 1;
    }
    firstBytes.set(engine, all);
  }
  return all;
}

function matchStart(engine: Engine, compiled: CompiledRule, blob: { start: string; bytes: Uint8Array }): Match[] {
  const { rule } = compiled;
  const pattern = compiled.pattern();
  pattern.lastIndex = 0;
  const end = pattern.exec(blob.start)?.[0].length;
  if (end === undefined) return [];
  const value = latin1(blob.bytes.subarray(0, VALUE_BYTES));
  const verdict = rule.check ? checks[rule.check](value, { match: value, previous: '', next: '' }) : 'unknown';
  if (verdict === 'invalid') return [];
  const secret = engine.pool.intern(value);
  const reasons = ['the file begins as such files do'];
  return [{ ruleId: rule.id, secret, span: { start: 0, end }, confidence: rule.confidence, reasons, rank: 0 }];
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
