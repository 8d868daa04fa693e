// The WebAssembly of the delta-aware scan and its tables, in the memory that objects are unpacked into. Pure.

import type { Block } from '../git/unpack.js';
import type { UnpackMemory } from '../git/unpack-memory.js';
import { kernelEnd, writeTables } from '../kernel/kernel.js';
import type { CompiledRule, Engine } from './compile-rules.js';
import {
  ASSIGNS_AT,
  ENDS_WORD_AT,
  IN_NAME_AT,
  KEYWORD_BYTES,
  KEYWORDS_AT,
  KIND_ASSIGNMENT,
  KIND_PATTERN,
  MEMO_BYTES,
  MEMO_SLOTS,
  RULE_BANNED,
  RULE_BEFORE,
  RULE_BYTES,
  RULE_DISTINCTIVE,
  RULE_ENCODED,
  RULE_ENOUGH,
  RULE_FOLLOWS,
  RULE_FOLLOWS_AT,
  RULE_KIND,
  RULE_MOST_AHEAD,
  RULE_MOST_BACK,
  RULE_READ,
  RULE_WORD,
  SET_BYTES,
  UNKNOWN_RULES,
} from './delta-layout.js';
import { DELTA_WASM } from './delta-wasm.js';
import { ENDS_WORD, WORD_CHARS } from './encoded.js';
import { READ_BYTES } from './evaluate-hit.js';
import { BEGINS, NAME_CHARS } from './find-operator.js';
import { followsOf } from './pattern-follows.js';

/** What src/engine/assembly exports. */
type Exports = {
  readonly pendingEnd: { readonly value: number };
  readonly carriedEnd: { readonly value: number };
  prepare(tablesAt: number, memoAt: number): void;
  setWork(at: number, bytes: number): void;
  scanObject(
    at: number,
    size: number,
    isBinary: number,
    isLeaf: number,
    parent: number,
    parentEnd: number,
    parentSize: number,
    ops: number,
    opsEnd: number,
  ): number;
  hasNul(at: number, length: number): number;
  remember(
    at: number,
    size: number,
    start: number,
    keyword: number,
    isBinary: number,
    back: number,
    ahead: number,
  ): void;
};

// The part of it that is used here: it is in no library of types that Node programs have.
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
};
type WasmModule = { readonly __module: unique symbol };

const RULES_BYTES = 512 * 1024; // of what is known of rules; a keyword for which there is no room is never rejected
const FIRST_PART_BYTES = 64 * 1024;
const LEARNED_AFTER = 16; // most keywords are met a few times, and evaluated before their rules are read
const FULL = -1;

let compiled: WasmModule | null = null;

function tablesAt(engine: Engine): number {
  return kernelEnd(engine.keywords);
}

function rulesAt(engine: Engine): number {
  return aligned(tablesAt(engine) + KEYWORDS_AT + engine.keywords.keywords.length * KEYWORD_BYTES);
}

/** Where what a core needs ends: the memory is to be made with so much of it reserved. */
export function coreEnd(engine: Engine): number {
  return aligned(rulesAt(engine) + RULES_BYTES) + 4 * MEMO_SLOTS + MEMO_BYTES;
}

function aligned(at: number): number {
  return (at + 63) & ~63;
}

/** What one scan of an object has written into the memory. */
export type CoreOutcome = {
  rows: Block; // in the work area: to be copied before the next scan
  pendingAt: number;
  pendingEnd: number;
  carriedAt: number;
  carriedEnd: number;
};

/** The scan in one memory. Not to be used by two callers at once. */
export class DeltaCore {
  readonly #engine: Engine;
  readonly #memory: UnpackMemory;
  readonly #exports: Exports;
  readonly #sets = new Map<string, number>(); // what is in a set → where it stands
  readonly #met: Uint8Array; // how often `learn` was called for a keyword, up to LEARNED_AFTER
  #rulesEnd: number;
  readonly #rulesLimit: number;
  #partBytes = FIRST_PART_BYTES;
  #workAt = 0;
  #era = -1; // of the memory when the work area was taken
  #ints: Int32Array = new Int32Array(0);
  readonly #outcome = { rows: { at: 0, size: 0 }, pendingAt: 0, pendingEnd: 0, carriedAt: 0, carriedEnd: 0 };

  /** @param memory made with `coreEnd` bytes reserved, and WebAssembly */
  constructor(engine: Engine, memory: UnpackMemory) {
    if (!memory.own) throw new RangeError('no WebAssembly');
    this.#engine = engine;
    this.#memory = memory;
    compiled ??= new WebAssembly.Module(Buffer.from(DELTA_WASM, 'base64'));
    // The types of Exports are those of assembly/index.ts.
    this.#exports = new WebAssembly.Instance(compiled, { env: { memory: memory.own.memory } }).exports as Exports;
    this.#met = new Uint8Array(engine.keywords.keywords.length);
    this.#rulesEnd = rulesAt(engine);
    this.#rulesLimit = this.#rulesEnd + RULES_BYTES;
    writeTables(memory.own.memory.buffer, engine.keywords);
    this.#writeKeywords();
    this.#exports.prepare(tablesAt(engine), aligned(this.#rulesLimit));
  }

  /** The memory as numbers; another array after it has grown. */
  get ints(): Int32Array {
    const { buffer } = this.#memory.bytes;
    if (this.#ints.buffer !== buffer) this.#ints = new Int32Array(buffer);
    return this.#ints;
  }

  /** @param delta rows of the base, its size, and how the object is made of it; null: all of it is new */
  scan(
    { at, size }: Block,
    { isBinary, isLeaf }: { isBinary: boolean; isLeaf: boolean },
    delta: { rows: Block; baseSize: number; ops: Block } | null,
  ): CoreOutcome {
    const { pendingEnd, carriedEnd } = this.#exports;
    for (;;) {
      if (this.#era !== this.#memory.era) this.#takeWork();
      const rowsBytes = this.#exports.scanObject(
        at,
        size,
        isBinary ? 1 : 0,
        isLeaf ? 1 : 0,
        delta ? delta.rows.at : 0,
        delta ? delta.rows.at + delta.rows.size : 0,
        delta ? delta.baseSize : 0,
        delta ? delta.ops.at : 0,
        delta ? delta.ops.at + delta.ops.size : 0,
      );
      if (rowsBytes !== FULL) {
        const outcome = this.#outcome;
        outcome.rows.at = this.#workAt;
        outcome.rows.size = rowsBytes;
        outcome.pendingAt = this.#workAt + 2 * this.#partBytes;
        outcome.pendingEnd = pendingEnd.value;
        outcome.carriedAt = this.#workAt + 3 * this.#partBytes;
        outcome.carriedEnd = carriedEnd.value;
        return outcome;
      }
      this.#memory.give(this.#workAt, 4 * this.#partBytes);
      this.#partBytes *= 4;
      this.#takeWork();
    }
  }

  /** Whether one of the first bytes is NUL. */
  hasNul({ at, size }: Block, among: number): boolean {
    return this.#exports.hasNul(at, Math.min(size, among)) !== 0;
  }

  /** Remembers that an evaluation gave nothing, and how far it looked. */
  remember(
    { at, size }: Block,
    hit: { start: number; keyword: number; isBinary: boolean },
    look: { back: number; ahead: number },
  ): void {
    this.#exports.remember(at, size, hit.start, hit.keyword, hit.isBinary ? 1 : 0, look.back, look.ahead);
  }

  #takeWork(): void {
    this.#era = this.#memory.era;
    this.#workAt = this.#memory.take(4 * this.#partBytes);
    this.#exports.setWork(this.#workAt, this.#partBytes);
  }

  #writeKeywords(): void {
    const at = tablesAt(this.#engine);
    this.#writeSet(at + ENDS_WORD_AT, ENDS_WORD);
    this.#writeSet(at + IN_NAME_AT, NAME_CHARS);
    this.#writeSet(at + ASSIGNS_AT, BEGINS);
    const view = this.#view();
    this.#engine.keywords.keywords.forEach((keyword, number) => {
      view.setUint16(at + KEYWORDS_AT + number * KEYWORD_BYTES, keyword.length, true);
      view.setUint16(at + KEYWORDS_AT + number * KEYWORD_BYTES + 2, UNKNOWN_RULES, true);
    });
  }

  #view(): DataView {
    return new DataView(this.#memory.bytes.buffer);
  }

  /** To be called for each hit that was pending: keywords that are often so are rejected from then on where bytes can tell. */
  learn(keyword: number): void {
    const met = (this.#met[keyword] as number) + 1;
    if (met > LEARNED_AFTER) return;
    this.#met[keyword] = met;
    if (met < LEARNED_AFTER) return;
    const rules = this.#engine.rulesOf(keyword);
    const isKnown = rules.length > 0 && this.#engine.formsOf(keyword).length === 0 && rules.every(isTold);
    if (!isKnown) return;
    const text = this.#engine.keywords.keywords[keyword] ?? '';
    const follows = rules.map(({ rule }) =>
      rule.matcher === 'pattern' ? followsOf(rule.pattern, text, rule.before === 0) : [],
    );
    const room = rules.length * (RULE_BYTES + 2 * SET_BYTES) + follows.flat().length * SET_BYTES;
    if (this.#rulesEnd + room > this.#rulesLimit) return;
    const sets = rules.map((compiled, i) => ({
      read: this.#setAt([compiled.isRead()]),
      banned: this.#bannedAt(compiled),
      follows: this.#setAt(follows[i] ?? []),
    }));
    const view = this.#view();
    const entry = tablesAt(this.#engine) + KEYWORDS_AT + keyword * KEYWORD_BYTES;
    view.setUint32(entry + 4, this.#rulesEnd, true);
    view.setUint16(entry + 2, rules.length, true);
    rules.forEach((compiled, i) => {
      const { rule, isFoundEncoded, most, reach } = compiled;
      const at = this.#rulesEnd + i * RULE_BYTES;
      view.setUint8(at + RULE_KIND, rule.matcher === 'assignment' ? KIND_ASSIGNMENT : KIND_PATTERN);
      view.setUint8(at + RULE_DISTINCTIVE, rule.distinctive ? 1 : 0);
      view.setUint8(at + RULE_ENCODED, isFoundEncoded ? 1 : 0);
      view.setUint32(at + RULE_BEFORE, rule.before, true);
      view.setUint32(at + RULE_ENOUGH, enoughOf(compiled), true);
      view.setUint32(at + RULE_WORD, Math.min(WORD_CHARS, reach - text.length), true);
      view.setUint32(at + RULE_MOST_BACK, most.before, true);
      view.setUint32(at + RULE_MOST_AHEAD, most.after, true);
      view.setUint32(at + RULE_READ, sets[i]?.read ?? 0, true);
      view.setUint8(at + RULE_FOLLOWS, follows[i]?.length ?? 0);
      view.setUint32(at + RULE_FOLLOWS_AT, sets[i]?.follows ?? 0, true);
      view.setUint32(at + RULE_BANNED, sets[i]?.banned ?? 0, true);
    });
    this.#rulesEnd += rules.length * RULE_BYTES;
  }

  #bannedAt(compiled: CompiledRule): number {
    const banned = compiled.banned();
    return banned ? this.#setAt([banned]) : 0;
  }

  // Sets one behind the other; many rules have the same ones.
  #setAt(sets: readonly Uint8Array[]): number {
    const key = sets.map(isIn => isIn.join('')).join();
    let at = this.#sets.get(key);
    if (at === undefined) {
      at = this.#rulesEnd;
      this.#rulesEnd += sets.length * SET_BYTES;
      sets.forEach((isIn, i) => void this.#writeSet((at as number) + i * SET_BYTES, isIn));
      this.#sets.set(key, at);
    }
    return at;
  }

  #writeSet(at: number, isIn: Uint8Array): void {
    const { bytes } = this.#memory;
    for (let i = 0; i < SET_BYTES; i++) bytes[at + i] = 0;
    for (let byte = 0; byte < 256; byte++) if (isIn[byte] === 1) (bytes[at + (byte >> 3)] as number) |= 1 << (byte & 7);
  }
}

// Whether bytes alone can tell that there is no match.
function isTold(compiled: CompiledRule): boolean {
  const { matcher } = compiled.rule;
  return matcher === 'assignment' || (matcher === 'pattern' && enoughOf(compiled) > 0);
}

function enoughOf({ rule }: CompiledRule): number {
  return Math.max(0, Math.min(rule.shortest - rule.before, READ_BYTES));
}
