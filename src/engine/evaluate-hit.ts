// One keyword hit → what all rules of the keyword make of it, plain and decoded, within the budgets of a blob. Shared by whole and
// delta-aware scans. Pure.

import type { Match, Span } from '../types.js';
import { AssignmentJudge } from './assignment.js';
import { type CompiledForm, type CompiledRule, type Engine, isFoundEncoded, needOf } from './compile-rules.js';
import { type Encoded, escapeAt, escapeBefore, escapesBehind, inPlace, readEscapes, readForm } from './encoded.js';
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

type Hit = { start: number; length: number };
type Try = { text: string; hit: Hit; matches: Match[] }; // matches: what was found so far, added to

/** Evaluates the hits of one blob. */
export class HitEvaluator {
  readonly #engine: Engine;
  readonly #options: EvaluatorOptions;
  readonly #steps = new Map<number, number>();
  readonly #exhausted = new Set<string>();
  readonly #assignments = new AssignmentJudge();
  #decoded = 0; // bytes
  #isUndecoded = false;

  constructor(engine: Engine, options: EvaluatorOptions = {}) {
    this.#engine = engine;
    this.#options = options;
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
    const matches: Match[] = [];
    for (const rule of this.#engine.rulesOf(keyword)) this.#tryRule(rule, { text, hit, matches });
    for (const form of this.#engine.formsOf(keyword)) this.#tryForm(form, { text, hit, matches });
    return matches;
  }

  #tryRule(compiled: CompiledRule, { text, hit, matches }: Try): void {
    const { rule } = compiled;
    if (this.#options.isBinary && !rule.distinctive) return;
    if (!this.#takeStep(compiled)) return;
    if (rule.matcher === 'assignment') {
      for (const outcome of this.#assignments.match(rule, text, hit)) this.#take(rule.id, outcome, matches);
      return;
    }
    const outcome = evaluate(compiled, text, hit);
    const unescaped = isFoundEncoded(rule) ? this.#tryEscapes(compiled, text, hit, outcome) : null;
    const best = unescaped ?? outcome;
    if (best) this.#take(rule.id, best, matches);
  }

  // The keyword is plain, but not all that follows: the key behind `SharedAccessKey=` has a + that a URL writes %2B.
  #tryEscapes(compiled: CompiledRule, text: string, hit: Hit, plain: Outcome | null): Outcome | null {
    const way = plain
      ? escapeAt(text, plain.span.end)
      : (escapeBefore(text, hit.start) ?? escapesBehind(text, hit, compiled.reach));
    if (way === null || !this.#mayDecode()) return null;
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
    const steps = (this.#steps.get(index) ?? 0) + 1;
    if (steps > (this.#options.stepBudget ?? STEP_BUDGET)) {
      this.#exhausted.add(rule.id);
      return false;
    }
    this.#steps.set(index, steps);
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
    return [...this.#exhausted, ...(this.#isUndecoded ? [DECODING] : [])];
  }
}

/** Stands among the exhausted rules when the budget for decoding ran out. */
export const DECODING = 'decoding';
