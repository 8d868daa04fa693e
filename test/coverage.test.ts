// Every token type with a distinctive prefix that the collected facts know is found by a rule, or left out for a stated reason.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { scanBytes } from '../src/engine/scan-bytes.js';

const FACTS = '../shared/facts/providers.json';

type Fact = { id: string; prefix: string[]; distinctive: boolean };
type Exception = { id: string; prefix: string; reason: string };

const facts: Fact[] = existsSync(FACTS) ? JSON.parse(readFileSync(FACTS, 'utf8')) : [];
const exceptions: Exception[] = JSON.parse(readFileSync('fixtures/rules/exceptions.json', 'utf8'));
const engine = compileRules(rules);
const examples = rules.flatMap(rule => rule.match.map(text => ({ ruleId: rule.id, text: text.replace(/[«»]/g, '') })));

// Proved by an example that has the prefix (test/rules.test.ts), or by one of a sibling prefix that is still found with this one.
function isCovered({ prefix: siblings }: Fact, prefix: string): boolean {
  const wanted = prefix.toLowerCase();
  if (examples.some(({ text }) => text.toLowerCase().includes(wanted))) return true;
  return siblings.some(sibling =>
    examples.some(({ ruleId, text }) => text.includes(sibling) && isFoundBy(ruleId, text.replace(sibling, prefix))),
  );
}

function isFoundBy(ruleId: string, text: string): boolean {
  return scanBytes(engine, Buffer.from(text)).matches.some(match => match.ruleId === ruleId);
}

const isExcepted = (fact: Fact, prefix: string) =>
  exceptions.some(({ id, prefix: excepted }) => id === fact.id && (excepted === '*' || excepted === prefix));

const missing = (fact: Fact) =>
  fact.prefix.filter(prefix => !isCovered(fact, prefix)).map(prefix => ({ fact, prefix }));
const uncovered = facts.filter(fact => fact.distinctive).flatMap(missing);

describe.skipIf(!existsSync(FACTS))(
  `the token types of ${FACTS} (skipped where that file is not beside the project)`,
  () => {
    it('are several hundred with a distinctive prefix', () => {
      expect(facts.filter(fact => fact.distinctive && fact.prefix.length > 0).length).toBeGreaterThan(400);
    });

    it('are each found by a rule, or excepted with a reason', () => {
      const open = uncovered.filter(({ fact, prefix }) => !isExcepted(fact, prefix));
      expect(open.map(({ fact, prefix }) => `${fact.id}: no rule finds ${prefix}`)).toEqual([]);
    });

    it('are excepted only where no rule finds them', () => {
      const needed = exceptions.filter(({ id, prefix }) =>
        uncovered.some(entry => entry.fact.id === id && (prefix === '*' || prefix === entry.prefix)),
      );
      expect(needed).toEqual(exceptions);
    });
  },
);

describe('exceptions', () => {
  it('each give a reason, and stand there once', () => {
    expect(exceptions.filter(({ reason }) => reason.length < 40)).toEqual([]);
    const keys = exceptions.map(({ id, prefix }) => `${id} ${prefix}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
