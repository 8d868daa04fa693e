// One keyword hit → what all rules of the keyword make of it, plain and decoded, within the budgets of a blob. Shared by whole and
// delta-aware scans. Pure.

import type { Match, Span } from '../types.js';
import type { Look } from './assignment-look.js';
import { type Candidate, candidatesAt, outcomeOf } from './candidates.js';
import { type CompiledForm, type CompiledRule, type Engine, needOf } from './compile-rules.js';
import {
  type Encoded,
  ESCAPE_CHARS,
  type Escape,
  escapeAt,
  escapeBefore,
  escapesBehind,
  inPlace,
  lookForEscapes,
  mayEndEscape,
  plainWordEnd,
  readEscapes,
  readForm,
} from './encoded.js';
import { evaluate, type Outcome } from './evaluate.js';

export type Dropped = { ruleId: string; span: Span; reason: string };

export type EvaluatorOptions = {
  isBinary?: boolean;
  onDrop?: (dropped: Dropped) => void;
  stepBudget?: number; // evaluations per rule and blob
  decodeBudget?: number; // bytes decoded per blob
};

const STEP_BUDGET = 2_000_000; // evaluations; each is bounded by the rule's reach. 30,000 findings in one file stay far below
// A file of 16 MB that is base64 from end to end with a token in every line stays below; a crafted one ends within seconds.
const DECODE_BUDGET = 64 * 1024 * 1024;

/** Bytes. */
export const READ_BYTES = 256; // to find out how far a pattern could read takes longer than to evaluate it again, from here on

type Hit = { start: number; length: number };
// matches: what was found so far, added to; candidates: what generic rules have read at the hit, if one of them had a turn
type Try = { text: string; hit: Hit; matches: Match[]; candidates: readonly Candidate[] | null };

// Steps of each rule, and whose they are: one list for all evaluators, as a list for each blob took longer than its evaluations.
// An evaluator is done before the next one begins.
let stepsOf = new Uint32Array(1024);
let turnOf = new Float64Array(1024);
let turns = 0;

function growSteps(index: number): void {
  const [steps, turn] = [stepsOf, turnOf];
  stepsOf = new Uint32Array(2 * index);
  turnOf = new Float64Array(2 * index);
  stepsOf.set(steps);
  turnOf.set(turn);
}

/** Evaluates the hits of one blob, before another one does so for the next. */
export class HitEvaluator {
  readonly #engine: Engine;
  readonly #options: EvaluatorOptions;
  #turn = ++turns;
  #isBinary: boolean;
  #exhausted: Set<string> | null = null; // made when there is something to hold: a thread makes millions of evaluators
  /** How far the last `run` looked at most, in bytes from the start of the keyword. */
  lookedBack = 0;
  lookedAhead = 0;
  readonly #look: Look = { back: 0, ahead: 0 };
  #decoded = 0; // bytes
  #isUndecoded = false;

  constructor(engine: Engine, options: EvaluatorOptions = {}) {
    this.#engine = engine;
    this.#options = options;
    this.#isBinary = options.isBinary ?? false;
  }

  /** Makes it ready for another blob. */
  begin(isBinary: boolean): void {
    this.#turn = ++turns;
    this.#isBinary = isBinary;
    this.#exhausted = null;
    this.#decoded = 0;
    this.#isUndecoded = false;
  }

  /**
   * Runs the rules of a keyword.
   *
   * @param text the bytes around the hit as latin1, at least as far as the rules look
   * @param start of the keyword in `text`
   * @returns matches with spans in `text`; the same one may come again from another keyword
   */
  run(keyword: number, text: string, start: number): Match[] {
    const hit = { start, length: this.#engine.keywords.keywords[keyword]?.length ?? 0 };
    this.lookedBack = 0;
    this.lookedAhead = hit.length;
    const matches: Match[] = [];
    const attempt: Try = { text, hit, matches, candidates: null };
    for (const rule of this.#engine.rulesOf(keyword)) this.#tryRule(rule, attempt);
    const forms = this.#engine.formsOf(keyword);
    if (forms.length === 0) return matches;
    this.#noteLook(this.#engine.back[keyword] ?? 0, this.#engine.ahead[keyword] ?? 0);
    for (const form of forms) this.#tryForm(form, attempt);
    return matches;
  }

  /**
   * Whether none of the rules of a keyword can match, told from the bytes: most keywords stand in text that their patterns cannot
   * read, and need not be looked at as text. What was looked at is noted, as by `run`.
   */
  rejects(keyword: number, bytes: Uint8Array, start: number): boolean {
    const rules = this.#engine.beginningWith(keyword);
    if (!rules) return false;
    const length = this.#engine.keywords.keywords[keyword]?.length ?? 0;
    this.lookedBack = 1;
    this.lookedAhead = length;
    for (const compiled of rules) {
      const { rule, isFoundEncoded } = compiled;
      if (this.#isBinary && !rule.distinctive) continue;
      if (compiled.banned()?.[bytes[start - 1] as number] === 1) {
        if (!isFoundEncoded) continue;
        if (mayEndEscape(bytes, start)) return false;
        this.#noteLook(ESCAPE_CHARS, length);
        continue;
      }
      const isRead = compiled.isRead();
      const enough = start + Math.min(rule.shortest, READ_BYTES);
      let end = start;
      while (end < enough && isRead[bytes[end] as number] === 1) end++;
      if (end === enough) return false;
      const wordEnd = isFoundEncoded ? plainWordEnd(bytes, { start, length }, compiled.reach) : end;
      if (wordEnd < 0) return false;
      this.#noteLook(isFoundEncoded ? ESCAPE_CHARS : 1, Math.max(end + 1, wordEnd + ESCAPE_CHARS) - start);
    }
    return true;
  }

  #noteLook(back: number, ahead: number): void {
    if (back > this.lookedBack) this.lookedBack = back;
    if (ahead > this.lookedAhead) this.lookedAhead = ahead;
  }

  #tryRule(compiled: CompiledRule, attempt: Try): void {
    const { rule, most } = compiled;
    if (this.#isBinary && !rule.distinctive) return;
    if (!this.#takeStep(compiled)) {
      this.#noteLook(most.before, most.after);
      return;
    }
    if (rule.matcher === 'assignment') this.#tryAssignment(compiled, attempt);
    else this.#tryPattern(compiled, attempt);
  }

  // Read once for all generic rules, which differ in what they take of it.
  #tryAssignment({ rule, most }: CompiledRule, attempt: Try): void {
    const { text, hit, matches } = attempt;
    if (!attempt.candidates) {
      const look = this.#look;
      look.back = most.before;
      look.ahead = most.after;
      attempt.candidates = candidatesAt(text, hit, { look, saysWhy: this.#options.onDrop !== undefined });
      this.#noteLook(look.back, look.ahead);
    }
    for (const candidate of attempt.candidates) {
      const outcome = outcomeOf(rule, candidate);
      if (outcome) this.#take(rule.id, outcome, matches);
    }
  }

  #tryPattern(compiled: CompiledRule, { text, hit, matches }: Try): void {
    const { rule, most } = compiled;
    const banned = compiled.banned();
    if (banned !== null && banned[text.charCodeAt(hit.start - 1)] === 1 && !isEscaped(compiled, text, hit)) {
      this.#noteLook(ESCAPE_CHARS, hit.length);
      return;
    }
    const end = readEnd(compiled, text, hit);
    const isTooShort = end - hit.start + rule.before < rule.shortest;
    const outcome = isTooShort ? null : evaluate(compiled, text, hit);
    const way = compiled.isFoundEncoded ? wayNear(compiled, text, { hit, plain: outcome }) : null;
    const unescaped = way === null ? null : this.#tryEscapes(compiled, text, { hit, plain: outcome, way });
    const best = unescaped ?? outcome;
    if (best) this.#take(rule.id, best, matches);
    if (best || way !== null) this.#noteLook(most.before, most.after);
    else this.#noteRead(compiled, text, { hit, end });
  }

  // Without a match nothing nearby was looked at, and nothing behind the first byte that the pattern cannot read.
  #noteRead(compiled: CompiledRule, text: string, { hit, end }: { hit: Hit; end: number }): void {
    const { rule, least } = compiled;
    const isRead = compiled.isRead();
    let start = hit.start - rule.before;
    const first = Math.max(0, hit.start - least.before);
    while (start > first && isRead[text.charCodeAt(start - 1)] === 1) start--;
    this.#noteLook(hit.start - start + 1, end + 1 - hit.start);
    if (compiled.isFoundEncoded) this.#noteLook(ESCAPE_CHARS, lookForEscapes(text, hit, compiled.reach));
  }

  // The keyword is plain, but not all that follows: the key behind `SharedAccessKey=` has a + that a URL writes %2B.
  #tryEscapes(compiled: CompiledRule, text: string, { hit, plain, way }: Escaped): Outcome | null {
    if (!this.#mayDecode()) return null;
    const outcome = this.#evaluateEncoded(
      compiled,
      readEscapes(way, text, hit.start, needOf(compiled.rule)),
      hit.length,
    );
    // A plain match in front of an escape may be the whole secret: `…token%22`.
    const isMore = outcome !== null && outcome.span.end > (plain?.span.end ?? 0);
    return isMore && (outcome.kept || plain === null) ? outcome : null;
  }

  #tryForm(form: CompiledForm, { text, hit, matches }: Try): void {
    if (!this.#mayDecode()) return;
    const encoded = readForm(form, text, hit.start);
    if (!encoded) return;
    for (const compiled of form.rules) {
      const outcome = this.#takeStep(compiled) ? this.#evaluateEncoded(compiled, encoded, form.word.length) : null;
      if (outcome) this.#take(compiled.rule.id, outcome, matches);
    }
  }

  #evaluateEncoded(compiled: CompiledRule, encoded: Encoded, length: number): Outcome | null {
    this.#decoded += encoded.text.length;
    const outcome = evaluate(compiled, encoded.text, { start: encoded.at, length });
    return outcome && inPlace(outcome, encoded);
  }

  #takeStep({ rule, index }: CompiledRule): boolean {
    if (index >= stepsOf.length) growSteps(index);
    const steps = turnOf[index] === this.#turn ? (stepsOf[index] as number) + 1 : 1;
    if (steps > (this.#options.stepBudget ?? STEP_BUDGET)) {
      this.#exhausted ??= new Set();
      this.#exhausted.add(rule.id);
      return false;
    }
    turnOf[index] = this.#turn;
    stepsOf[index] = steps;
    return true;
  }

  #mayDecode(): boolean {
    this.#isUndecoded ||= this.#decoded >= (this.#options.decodeBudget ?? DECODE_BUDGET);
    return !this.#isUndecoded;
  }

  #take(ruleId: string, outcome: Outcome, matches: Match[]): void {
    if (outcome.kept) {
      const { span, value, confidence, reasons, rank } = outcome;
      matches.push({ ruleId, secret: this.#engine.pool.intern(value), span, confidence, reasons, rank });
    } else this.#options.onDrop?.({ ruleId, span: outcome.span, reason: outcome.dropped });
  }

  /** What ran out, as ids of rules or DECODING: the blob was not fully looked at. */
  exhausted(): string[] {
    return [...(this.#exhausted ?? []), ...(this.#isUndecoded ? [DECODING] : [])];
  }
}

// Whether what stands in front of a keyword is the end of an escape: `\nghp_`.
function isEscaped({ isFoundEncoded }: CompiledRule, text: string, hit: Hit): boolean {
  return isFoundEncoded && escapeBefore(text, hit.start) !== null;
}

// Where the pattern has to stop at the latest; most keywords stand in text that it cannot read, and need not be tried.
function readEnd(compiled: CompiledRule, text: string, hit: Hit): number {
  const { after } = compiled.least;
  const isRead = compiled.isRead();
  const limit = Math.min(text.length, hit.start + Math.min(after, READ_BYTES));
  let end = hit.start;
  while (end < limit && isRead[text.charCodeAt(end)] === 1) end++;
  return end - hit.start === READ_BYTES ? hit.start + after : end;
}

type Plain = { hit: Hit; plain: Outcome | null };
type Escaped = Plain & { way: Escape };

function wayNear({ reach }: CompiledRule, text: string, { hit, plain }: Plain): Escape | null {
  if (plain) return escapeAt(text, plain.span.end);
  return escapeBefore(text, hit.start) ?? escapesBehind(text, hit, reach);
}

/** Stands among the exhausted rules when the budget for decoding ran out. */
export const DECODING = 'decoding';
