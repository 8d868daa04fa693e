// What WebAssembly knows of keywords and rules, in the memory that it works in: enough to tell from the bytes around most keywords that
// no rule of theirs matches. Pure.

import type { UnpackMemory } from '../git/unpack-memory.js';
import { kernelEnd } from '../kernel/kernel.js';
import type { CompiledRule, Engine } from './compile-rules.js';
import {
  ASSIGNS_AT,
  ENDS_WORD_AT,
  IN_NAME_AT,
  KEYWORD_BYTES,
  KEYWORDS_AT,
  KIND_ASSIGNMENT,
  KIND_PATTERN,
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
import { ENDS_WORD, WORD_CHARS } from './encoded.js';
import { READ_BYTES } from './evaluate-hit.js';
import { BEGINS, NAME_CHARS } from './find-operator.js';
import { followsOf } from './pattern-follows.js';

const RULES_BYTES = 512 * 1024; // a keyword for whose rules there is no room is never rejected
const LEARNED_AFTER = 16; // most keywords are met a few times, and evaluated before their rules are read

/** Where the tables begin: behind the kernel's. */
export function tablesAt(engine: Engine): number {
  return kernelEnd(engine.keywords);
}

function rulesAt(engine: Engine): number {
  return aligned(tablesAt(engine) + KEYWORDS_AT + engine.keywords.keywords.length * KEYWORD_BYTES);
}

/** Where they end. */
export function tablesEnd(engine: Engine): number {
  return aligned(rulesAt(engine) + RULES_BYTES);
}

function aligned(at: number): number {
  return (at + 63) & ~63;
}

/** The tables of an engine's rules. Rules are added when their keywords are met. */
export class DeltaTables {
  readonly #engine: Engine;
  readonly #memory: UnpackMemory;
  readonly #sets = new Map<string, number>(); // what is in a set → where it stands
  readonly #met: Uint8Array; // how often `learn` was called for a keyword, up to LEARNED_AFTER
  #rulesEnd: number;
  readonly #rulesLimit: number;

  constructor(engine: Engine, memory: UnpackMemory) {
    this.#engine = engine;
    this.#memory = memory;
    this.#met = new Uint8Array(engine.keywords.keywords.length);
    this.#rulesEnd = rulesAt(engine);
    this.#rulesLimit = this.#rulesEnd + RULES_BYTES;
    this.#writeKeywords();
  }

  #writeKeywords(): void {
    const at = tablesAt(this.#engine);
    const { bytes } = this.#memory; // all zero so far
    setBits(bytes, at + ENDS_WORD_AT, ENDS_WORD);
    setBits(bytes, at + IN_NAME_AT, NAME_CHARS);
    setBits(bytes, at + ASSIGNS_AT, BEGINS);
    const view = this.#view();
    this.#engine.keywords.keywords.forEach((keyword, number) => {
      view.setUint16(at + KEYWORDS_AT + number * KEYWORD_BYTES, keyword.length, true);
      view.setUint16(at + KEYWORDS_AT + number * KEYWORD_BYTES + 2, UNKNOWN_RULES, true);
    });
  }

  #view(): DataView {
    return new DataView(this.#memory.bytes.buffer);
  }

  /** Counts that a keyword was met; of those that are met often it writes the rules down. */
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
    const bits = Buffer.alloc(sets.length * SET_BYTES);
    sets.forEach((isIn, i) => void setBits(bits, i * SET_BYTES, isIn));
    const key = bits.toString('latin1');
    let at = this.#sets.get(key);
    if (at === undefined) {
      at = this.#rulesEnd;
      this.#rulesEnd += bits.length;
      this.#memory.bytes.set(bits, at);
      this.#sets.set(key, at);
    }
    return at;
  }
}

// A bit for each byte that is in a set.
function setBits(bytes: Uint8Array, at: number, isIn: Uint8Array): void {
  for (let byte = 0; byte < 256; byte++)
    if (isIn[byte] === 1) bytes[at + (byte >> 3)] = (bytes[at + (byte >> 3)] as number) | (1 << (byte & 7));
}

// Whether bytes alone can tell that there is no match.
function isTold(compiled: CompiledRule): boolean {
  const { matcher } = compiled.rule;
  return matcher === 'assignment' || (matcher === 'pattern' && enoughOf(compiled) > 0);
}

function enoughOf({ rule }: CompiledRule): number {
  return Math.max(0, Math.min(rule.shortest - rule.before, READ_BYTES));
}
