// An engine for a set of rules: with what the build has prepared for the built-in ones, compiled anew for others.
// A set can be sent to a worker by the names of its rules.

import { compileRules, type Engine } from '../engine/compile-rules.js';
import { unpackKeywords } from '../kernel/keywords.js';
import type { Rule, Severity } from '../rule.js';
import { rules as builtIn, prepared } from './built-in.js';

/** Compiles rules. */
export function compileEnabled(rules: readonly Rule[]): Engine {
  if (rules !== builtIn || !prepared) return compileRules(rules);
  const { index, keywords } = prepared;
  return compileRules(rules, { index: { ...index, keywords: keywords.keywords }, keywords: unpackKeywords(keywords) });
}

/** A set of rules as a message can hold it: null is all that are built in. */
export type RuleSet = null | readonly ({ id: string; severity: Severity } | { custom: Rule })[];

/** Describes rules for another thread. */
export function describeRules(rules: readonly Rule[]): RuleSet {
  if (rules === builtIn) return null;
  const known = new Set(builtIn.map(rule => rule.id));
  return rules.map(rule => (known.has(rule.id) ? { id: rule.id, severity: rule.severity } : { custom: rule }));
}

/** The rules of a description. */
export function readRules(set: RuleSet): readonly Rule[] {
  if (set === null) return builtIn;
  const byId = new Map(builtIn.map(rule => [rule.id, rule]));
  return set.flatMap(entry => {
    if ('custom' in entry) return [entry.custom];
    const rule = byId.get(entry.id);
    if (!rule) return [];
    return [
      rule.severity === entry.severity
        ? rule
        : (Object.create(rule, { severity: { value: entry.severity, enumerable: true } }) as Rule),
    ];
  });
}
