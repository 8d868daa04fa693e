// One hit and one rule → a match, or the reason why there is none. Looks only at the bytes that the rule's bounds allow. Pure.

import { isPlaceholder } from '../placeholder.js';
import type { Confidence, Rule } from '../rule.js';
import type { Span } from '../types.js';
import { checks, type Verdict } from './checks.js';
import type { CompiledRule } from './compile-rules.js';
import { entropy } from './entropy.js';

/** What one evaluation says. `dropped` names the filter; for `leakgate explain`. */
export type Outcome =
  | { kept: true; span: Span; value: string; confidence: Confidence; reasons: string[]; rank: number }
  | { kept: false; span: Span; dropped: string };

/**
 * Runs a rule's pattern at a hit and its filters over what it finds.
 *
 * @param text the bytes as latin1
 * @param hit where the keyword begins, and its length
 * @returns null when the pattern does not match there
 */
export function evaluate(compiled: CompiledRule, text: string, hit: { start: number; length: number }): Outcome | null {
  const found = matchAt(compiled, text, hit);
  if (!found) return null;
  const span = spanOf(found);
  return judge(compiled.rule, text, { span, match: { start: found.index, end: found.index + found[0].length } });
}

// The leftmost match that holds the keyword. Sticky at each start: a search would read on to the end of the text.
function matchAt(compiled: CompiledRule, text: string, hit: { start: number; length: number }): RegExpExecArray | null {
  const pattern = compiled.pattern();
  for (let at = Math.max(0, hit.start - compiled.rule.before); at <= hit.start; at++) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found && found.index + found[0].length >= hit.start + hit.length) return found;
  }
  return null;
}

function spanOf(found: RegExpExecArray): Span {
  const [start, end] = found.indices?.groups?.secret ??
    found.indices?.[0] ?? [found.index, found.index + found[0].length];
  return { start, end };
}

function judge(rule: Rule, text: string, found: { span: Span; match: Span }): Outcome {
  const { span, match } = found;
  const value = text.slice(span.start, span.end);
  const drop = (dropped: string): Outcome => ({ kept: false, span, dropped });
  if (rule.publicValues.includes(value)) return drop('a documented sample value');
  const verdict = verdictOf(rule, value, text, match);
  if (verdict === 'invalid' && rule.enforceCheck) return drop(`the check ${rule.check} fails`);
  if (verdict !== 'valid' && isWeak(rule, value)) return drop('a placeholder: words, repetition or a sequence');
  if (rule.minEntropy > 0 && entropy(value) < rule.minEntropy)
    return drop(`entropy under ${rule.minEntropy} bits per character`);
  if (rule.near && !isNear(rule.near, text, found))
    return drop(`none of its context words nearby (${rule.near.words.join(', ')})`);
  return { kept: true, span, value, ...weigh(rule, verdict) };
}

function verdictOf(rule: Rule, value: string, text: string, match: Span): Verdict {
  if (!rule.check) return 'unknown';
  const around = {
    match: text.slice(match.start, match.end),
    previous: text.charAt(match.start - 1),
    next: text.charAt(match.end),
  };
  return checks[rule.check](value, around);
}

// A fixed prefix says nothing about the random part: `AAAA…:APA91b` or `-----BEGIN` must not count as repetition.
function isWeak(rule: Rule, value: string): boolean {
  if (rule.check === 'private-key' || rule.check === 'url-password') return false;
  let prefix = 0;
  for (const keyword of rule.keywords)
    if (keyword.length > prefix && value.slice(0, keyword.length).toLowerCase() === keyword.toLowerCase())
      prefix = keyword.length;
  return isPlaceholder(value.slice(prefix));
}

// Everything around the secret itself: a name in the match counts, a word inside a random token does not.
function isNear(near: NonNullable<Rule['near']>, text: string, { match, span }: { match: Span; span: Span }): boolean {
  const before = text.slice(Math.max(0, match.start - near.before), span.start).toLowerCase();
  const after = text.slice(span.end, match.end + near.after).toLowerCase();
  return near.words.some(word => before.includes(word) || after.includes(word));
}

const SEVERITY_RANK = { critical: 3, high: 2, medium: 1, low: 0 } as const;
const LOWER: Record<Confidence, Confidence> = { high: 'medium', medium: 'low', low: 'low' };

function weigh(rule: Rule, verdict: Verdict): { confidence: Confidence; reasons: string[]; rank: number } {
  const specific = rule.generic ? 2 : rule.distinctive ? 20 : 10;
  const rank = specific + SEVERITY_RANK[rule.severity] + (verdict === 'valid' ? 5 : 0);
  if (verdict === 'valid') return { confidence: 'high', reasons: [`the check ${rule.check} holds`], rank };
  if (verdict === 'invalid')
    return { confidence: LOWER[rule.confidence], reasons: [`the check ${rule.check} fails`], rank };
  return { confidence: rule.confidence, reasons: [rule.distinctive ? 'distinctive shape' : 'shape and context'], rank };
}
