// Rules made ready for the search: keywords with the rules they call, lazily made patterns, and the context that pieces need.

import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { defineRule, type RuleInput } from '../../src/rule.js';

function rule(id: string, keywords: readonly string[], changes: Partial<RuleInput> = {}) {
  const base = { title: id, provider: 'Acme', severity: 'high', references: [], match: [], noMatch: [] } as const;
  return defineRule({ ...base, id, keywords, pattern: /[a-z]{8}/, ...changes });
}

describe('compileRules', () => {
  it('calls all rules of a keyword, whatever case each writes it in, each once', () => {
    const engine = compileRules([rule('a', ['Acme', 'ACME']), rule('b', ['acme', 'beta'])]);
    const called = engine.keywords.keywords.map((word, i) => [word, engine.rulesOf(i).map(entry => entry.rule.id)]);
    expect(called).toEqual([
      ['acme', ['a', 'b']],
      ['beta', ['b']],
    ]);
  });

  it('knows rules by their id', () => {
    const engine = compileRules([rule('a', ['acme']), rule('b', ['beta'])]);
    expect([engine.ruleOf('b')?.id, engine.ruleOf('c')]).toEqual(['b', undefined]);
  });

  it('makes patterns sticky, so that a search never reads on, and keeps their flags', () => {
    const [compiled] = compileRules([rule('a', ['acme'], { pattern: /[a-z]{8}/gi })]).rulesOf(0);
    expect(compiled?.pattern().flags.split('').sort().join('')).toBe('diy');
    expect(compiled?.pattern()).toBe(compiled?.pattern());
  });

  it.each([
    { name: 'a longer match', changes: { pattern: /[a-z]{800}/ } },
    { name: 'a match that begins far in front', changes: { before: 800 } },
    { name: 'context words far in front', changes: { near: { words: ['x'], before: 800, after: 0 } } },
    { name: 'context words far behind', changes: { near: { words: ['x'], before: 0, after: 800 } } },
  ])('asks for more context in pieces for $name', ({ changes }) => {
    const short = compileRules([rule('a', ['acme'])]).overlap;
    const long = compileRules([rule('a', ['acme'], changes)]).overlap;
    expect(long).toBeGreaterThanOrEqual(short + 800 - 8);
  });

  it('asks for little enough that pieces of 16 MB are mostly new bytes', () => {
    expect(compileRules(rules).overlap).toBeLessThan(1024 * 1024);
  });

  it('of no rules finds nothing and needs no keyword', () => {
    expect(compileRules([]).keywords.keywords).toEqual([]);
  });
});
