// Rules of the user: compiled, bounded, and proved by their own examples before the scan begins.

import type { CustomRule } from './config/schema.js';
import { compileRules, type Engine } from './engine/compile-rules.js';
import { scanBytes } from './engine/scan-bytes.js';
import { LeakgateError } from './errors.js';
import { defineRule, type FullRule } from './rule.js';

const MAX_BYTES = 16 * 1024; // longest match of a custom rule
const PROBE_BYTES = 32 * 1024;
const PROBE_STEPS_MS = 400; // a linear pattern needs about one; a quadratic one on the probe needs seconds

/**
 * Turns entries of the config into rules.
 *
 * @param now a clock in milliseconds, to catch patterns that backtrack
 * @throws {LeakgateError} RULE_INVALID: not a pattern, unbounded, too slow, or an example that does not hold
 */
export function compileCustomRules(
  entries: readonly CustomRule[],
  known: ReadonlySet<string>,
  input: { file: string; now: () => number },
): FullRule[] {
  return entries.map((entry, i) => {
    const fail = (problem: string): never => {
      throw new LeakgateError('RULE_INVALID', { file: input.file, rule: entry.id, problem });
    };
    if (known.has(entry.id)) fail('a built-in rule has this id; choose another.');
    if (entries.slice(0, i).some(other => other.id === entry.id))
      fail('another rule of this file has this id; choose another.');
    const rule = define(entry, fail);
    checkSpeed(rule, input.now, fail);
    proveExamples(rule, fail);
    return rule;
  });
}

type Fail = (problem: string) => never;

function define(entry: CustomRule, fail: Fail): FullRule {
  const { ignoreCase, pattern, ...rest } = entry;
  try {
    const rule = defineRule({
      ...rest,
      provider: 'Custom',
      distinctive: true,
      pattern: new RegExp(pattern, ignoreCase ? 'i' : ''),
    });
    return rule.after + rule.before > MAX_BYTES
      ? fail(`its match may be ${rule.after} bytes long; the limit is ${MAX_BYTES}.`)
      : rule;
  } catch (error) {
    if (error instanceof LeakgateError) throw error;
    return fail(`${(error as Error).message}.`);
  }
}

// Near-misses: the keyword, then one character over and over, as long as any window.
function checkSpeed(rule: FullRule, now: () => number, fail: Fail): void {
  const engine = compileRules([rule]);
  for (const filler of ['a', '0', ' ', '-', 'aB3', '="']) {
    const text = rule.keywords
      .map(keyword => keyword + filler.repeat(Math.ceil(PROBE_BYTES / filler.length)))
      .join('\n');
    const start = now();
    scanBytes(engine, Buffer.from(text.repeat(8)));
    if (now() - start > PROBE_STEPS_MS)
      fail(
        `its pattern backtracks: ${PROBE_STEPS_MS} ms were not enough for a near-miss. Remove nested or adjacent quantifiers.`,
      );
  }
}

function proveExamples(rule: FullRule, fail: Fail): void {
  const [first] = checkExamples([rule]);
  if (first) fail(`${first.problem}.`);
}

/**
 * Runs the examples of rules through the whole engine, each against all of them.
 *
 * @returns what does not hold; a `match` must give exactly one match, of its own rule, of the marked text; a `noMatch` none
 */
export function checkExamples(rules: readonly FullRule[]): { rule: string; problem: string }[] {
  const engine = compileRules(rules);
  const problems: { rule: string; problem: string }[] = [];
  for (const rule of rules) {
    rule.match.forEach((example, i) => {
      const problem = matchProblem(engine, rule, example);
      if (problem) problems.push({ rule: rule.id, problem: `match example ${i + 1} ${problem}` });
    });
    rule.noMatch.forEach((example, i) => {
      const found = scanBytes(engine, bytesOf(rule, example)).matches[0];
      if (found) problems.push({ rule: rule.id, problem: `noMatch example ${i + 1} is reported by ${found.ruleId}` });
    });
  }
  return problems;
}

// Files that are told by their first bytes are no text.
function bytesOf(rule: FullRule, example: string): Buffer {
  return rule.matcher === 'magic' ? Buffer.from(example.replaceAll(' ', ''), 'hex') : Buffer.from(example);
}

function matchProblem(engine: Engine, rule: FullRule, example: string): string | null {
  const { matches } = scanBytes(engine, bytesOf(rule, example.replace(/[«»]/g, '')));
  const [first] = matches;
  if (!first) return 'matches nothing; does a keyword stand at its beginning, and do all filters let it pass?';
  const others = matches.filter(match => match.ruleId !== rule.id).map(match => match.ruleId);
  if (others.length > 0) return `is reported by ${others.join(', ')}`;
  if (matches.length > 1) return `gives ${matches.length} matches`;
  const wanted = /«([\s\S]*?)»/.exec(example)?.[1];
  return wanted === undefined || first.secret === engine.pool.intern(bytesOf(rule, wanted).toString('latin1'))
    ? null
    : 'reports another text than the marked one';
}
