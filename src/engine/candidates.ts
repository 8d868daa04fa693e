// The generic rules: a name that says "secret" and what is assigned to it. Reads an assignment once for all of them, and asks
// judge-name and judge-value. Pure.

import type { Rule } from '../rule.js';
import type { Span } from '../types.js';
import { AFTER_BYTES, type Assignment, BEFORE_BYTES, readBehind } from './assignment.js';
import { type Look, lookForName, lookFromLine } from './assignment-look.js';
import type { Outcome } from './evaluate.js';
import { nameAround } from './find-operator.js';
import { judgeName, type NameVerdict } from './judge-name.js';
import { judgeValue, type SecretName, type ValueVerdict } from './judge-value.js';
import { type Quoted, restOfList } from './read-value.js';

const LIST_BYTES = 1100; // from the keyword to the end of the last value of a list

/** A value with a name, and what it is taken for. */
export type Candidate = { assignment: Assignment; verdict: ValueVerdict };

/**
 * Reads what stands at a keyword hit, for all generic rules together: the value, or each value of a list.
 *
 * @param how.look is made smaller where less was looked at than is allowed: most names are not followed by anything that assigns
 * @param how.saysWhy values whose names do not say "secret" are wanted, too; without, their values are not read
 */
export function candidatesAt(
  text: string,
  hit: { start: number; length: number },
  { look = null, saysWhy = false }: { look?: Look | null; saysWhy?: boolean } = {},
): readonly Candidate[] {
  const name = nameAround(text, hit);
  const said = verdictOn(text.slice(name.start, name.end));
  if (!said.isSecret && !saysWhy) {
    if (look) lookForName(look, { name, hit });
    return NONE;
  }
  const assignment = readBehind(text, { name, hit }, look);
  if (!assignment) return NONE;
  const judged = (one: Assignment): Candidate => ({
    assignment: one,
    verdict: said.isSecret ? judge(text, one, said) : { kind: 'none', reason: said.reason, isByLine: true },
  });
  const others = restOfList(text, assignment, hit.start + LIST_BYTES);
  const candidates =
    others.length === 0
      ? [judged(assignment)]
      : [assignment, ...others.map(other => withValue(assignment, text, other))].map(judged);
  if (look && candidates.every(({ verdict }) => verdict.isByLine))
    lookFromLine(look, { name, hit, lineStart: assignment.lineStart });
  return candidates;
}

// The same name with the next value of its list.
function withValue(first: Assignment, text: string, { value, span, quote }: Quoted): Assignment {
  return { ...first, value, span, quote, after: text.slice(span.end, span.end + AFTER_BYTES) };
}

const NONE: readonly Candidate[] = [];

/** What a generic rule makes of a candidate; null: it is of another rule's kind. */
export function outcomeOf(rule: Rule, { assignment: { span, value }, verdict }: Candidate): Outcome | null {
  if (verdict.kind === 'none') return new Dropped(span, verdict);
  // One assignment, three rules: each takes its own kind of value.
  if (verdict.kind !== kindOf(rule.id)) return null;
  const { kind, confidence, reasons } = verdict;
  return { kept: true, span, value, confidence, reasons, rank: kind === 'weak' ? 0 : 1 };
}

/** Few ask for the reason, and it takes longer than the judgement. */
class Dropped {
  readonly kept = false;
  readonly span: Span;
  readonly #verdict: { readonly reason: string };

  constructor(span: Span, verdict: { readonly reason: string }) {
    this.span = span;
    this.#verdict = verdict;
  }

  get dropped(): string {
    return this.#verdict.reason;
  }
}

const MAX_NAMES = 20_000;
const names = new Map<string, NameVerdict>();

function verdictOn(name: string): NameVerdict {
  const known = names.get(name);
  if (known) return known;
  if (names.size >= MAX_NAMES) names.clear();
  const verdict = judgeName(name);
  names.set(name, verdict);
  return verdict;
}

// The versions of a file have the same lines: what was judged once is known. A judgement looks at nothing but this text and what it is
// divided into, and most look at its line alone.
function judge(text: string, assignment: Assignment, name: SecretName): ValueVerdict {
  const line = keyOf(text, assignment, assignment.lineStart.length);
  const byLine = judged.get(line);
  const known = byLine === null ? judged.get(keyOf(text, assignment, BEFORE_BYTES)) : byLine;
  if (known) return known;
  if (judged.size >= MAX_JUDGED) judged.clear();
  const verdict = judgeValue(assignment, name);
  if (verdict.isByLine) judged.set(line, verdict);
  else judged.set(line, null).set(keyOf(text, assignment, BEFORE_BYTES), verdict);
  return verdict;
}

const MAX_JUDGED = 20_000; // of up to half a kilobyte
const judged = new Map<string, ValueVerdict | null>(); // null: more than the line was looked at, and stands in the key of that

function keyOf(text: string, { nameSpan, span }: Assignment, back: number): string {
  const from = Math.max(0, nameSpan.start - back);
  const places = `${nameSpan.start - from} ${nameSpan.end - from} ${span.start - from} ${span.end - from} ${back} `;
  return places + text.slice(from, span.end + AFTER_BYTES);
}

function kindOf(ruleId: string): 'secret' | 'password' | 'weak' {
  if (ruleId === 'generic-weak-password') return 'weak';
  return ruleId === 'generic-password' ? 'password' : 'secret';
}
