// Rules of the user are proved before they are used: bounded, fast, and right about their own examples.

import { describe, expect, it } from 'vitest';
import type { CustomRule } from '../../src/config/schema.js';
import { validateConfig } from '../../src/config/schema.js';
import { compileCustomRules } from '../../src/prove-rules.js';
import { sample } from '../../src/sample.js';

const TOKEN = `acme_${sample('lowerAlnum', 20)}`;

function entry(changes: Partial<CustomRule>): CustomRule {
  const base = {
    id: 'acme-key',
    title: 'Acme key',
    keywords: ['acme_'],
    pattern: '\\bacme_[a-z0-9]{20}\\b',
    match: [`key: «${TOKEN}»`],
    noMatch: ['acme_short'],
  };
  const checked = validateConfig({ rules: { custom: [{ ...base, ...changes }] } });
  const [rule] = 'config' in checked ? checked.config.rules.custom : [];
  if (!rule) throw new Error('problem' in checked ? checked.problem : 'no rule');
  return rule;
}

function compile(changes: Partial<CustomRule>, known: readonly string[] = []) {
  return compileCustomRules([entry(changes)], new Set(known), { file: '.leakgate.json', now: () => performance.now() });
}

describe('compileCustomRules', () => {
  it('gives a rule that is as long as its pattern and fires alone', () => {
    expect(compile({})).toMatchObject([
      { id: 'acme-key', provider: 'Custom', severity: 'high', after: 25, distinctive: true },
    ]);
  });

  it('can ignore case', () => {
    const match = [`key: «${TOKEN.toUpperCase()}»`];
    expect(compile({ ignoreCase: true, match })[0]?.pattern.flags).toBe('i');
  });

  it('can begin in front of the keyword', () => {
    const changes = { pattern: '[a-z]{3}-acme_[a-z0-9]{20}', before: 4, match: [`«xyz-${TOKEN}»`] };
    expect(compile(changes)).toHaveLength(1);
  });

  it.each<{ name: string; changes: Partial<CustomRule>; problem: RegExp }>([
    { name: 'no regular expression', changes: { pattern: 'acme_[' }, problem: /Invalid regular expression/ },
    { name: 'a star', changes: { pattern: 'acme_.*' }, problem: /unbounded at \.\*/ },
    { name: 'a plus', changes: { pattern: 'acme_[a-z0-9]+' }, problem: /unbounded at \[a-z0-9\]\+/ },
    { name: 'an open count', changes: { pattern: 'acme_[a-z0-9]{20,}' }, problem: /unbounded/ },
    { name: 'a backreference', changes: { pattern: '(a)cme_\\1[a-z0-9]{20}' }, problem: /Backreference/ },
    {
      name: 'a match of 20,000 bytes',
      changes: { pattern: 'acme_[a-z0-9]{20,20000}' },
      problem: /20005 bytes long; the limit is 16384/,
    },
    {
      name: 'a pattern that backtracks',
      changes: { pattern: 'acme_[a-z]{1,300}[a-z]{1,300}[a-z]{1,300}[0-9]{20}!', match: ['acme_'] },
      problem: /backtracks/,
    },
    {
      name: 'a pattern without its keyword',
      changes: { pattern: 'other_[a-z0-9]{20}', match: [`«other_${sample('lowerAlnum', 20)}»`] },
      problem: /match example 1 matches nothing; does a keyword stand/,
    },
    {
      name: 'a match example that does not match',
      changes: { match: [`«${TOKEN}»`, 'acme_none'] },
      problem: /match example 2 matches nothing/,
    },
    {
      name: 'a match example that is a placeholder',
      changes: { match: [`«acme_${'x'.repeat(20)}»`] },
      problem: /do all filters let it pass/,
    },
    {
      name: 'a match example with two matches',
      changes: { match: [`«${TOKEN}» ${TOKEN}`] },
      problem: /match example 1 gives 2 matches/,
    },
    {
      name: 'a mark around another text',
      changes: { match: [`acme_«${TOKEN.slice(5)}»`] },
      problem: /reports another text than the marked one/,
    },
    {
      name: 'a noMatch example that matches',
      changes: { noMatch: ['acme_short', TOKEN] },
      problem: /noMatch example 2 is reported by acme-key/,
    },
  ])('refuses $name', ({ changes, problem }) => {
    let caught: unknown;
    try {
      compile(changes);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({
      code: 'RULE_INVALID',
      data: { file: '.leakgate.json', rule: 'acme-key', problem: expect.stringMatching(problem) },
    });
  });

  it('refuses the id of a built-in rule', () => {
    expect(() => compile({}, ['acme-key'])).toThrow(/a built-in rule has this id/);
  });

  it('refuses the id of another rule of the config', () => {
    const both = [entry({}), entry({ pattern: '\\bacme_[a-z0-9]{20}' })];
    expect(() => compileCustomRules(both, new Set(), { file: 'f', now: () => performance.now() })).toThrow(
      /another rule of this file has this id/,
    );
  });

  it('echoes no example: it may hold a real secret', () => {
    expect(() => compile({ noMatch: [TOKEN] })).not.toThrow(new RegExp(TOKEN.slice(5, 11)));
  });
});
