// One rule at one hit: which filter lets a match pass, which drops it and says so, and how sure the outcome is.

import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/engine/compile-rules.js';
import { evaluate } from '../../src/engine/evaluate.js';
import { defineRule, type RuleInput } from '../../src/rule.js';
import { sample, sampleCrcToken } from '../../src/sample.js';

const BODY = sample('base62', 20, 5);

function rule(changes: Partial<RuleInput> = {}): RuleInput {
  return {
    id: 'acme-key',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'high',
    keywords: ['acme_'],
    pattern: /\bacme_[A-Za-z0-9]{20}\b/,
    references: [],
    match: [],
    noMatch: [],
    ...changes,
  };
}

function judge(changes: Partial<RuleInput>, text: string, keyword = 'acme_') {
  const [compiled] = compileRules([defineRule(rule(changes))]).rulesOf(0);
  if (!compiled) throw new Error('the rule has no keyword');
  return evaluate(compiled, text, { start: text.toLowerCase().indexOf(keyword), length: keyword.length });
}

describe('evaluate', () => {
  it('gives the match, its place and its reasons', () => {
    expect(judge({}, `key = acme_${BODY};`)).toEqual({
      kept: true,
      span: { start: 6, end: 31 },
      value: `acme_${BODY}`,
      confidence: 'high',
      reasons: ['shape and context'],
      rank: 12,
    });
  });

  it('gives null where the pattern does not match', () => {
    expect(judge({}, 'acme_short')).toBeNull();
  });

  it('reports the group `secret` where there is one', () => {
    const outcome = judge({ pattern: /acme_(?<secret>[A-Za-z0-9]{20})/ }, `acme_${BODY}`);
    expect(outcome).toMatchObject({ kept: true, value: BODY, span: { start: 5, end: 25 } });
  });

  it('lets a match begin in front of its keyword, no further than `before` bytes', () => {
    const pattern = /[a-z]{4}-acme_[A-Za-z0-9]{20}/;
    expect(judge({ pattern, before: 5 }, `abcd-acme_${BODY}`)).toMatchObject({
      kept: true,
      span: { start: 0, end: 30 },
    });
    expect(judge({ pattern, before: 4 }, `abcd-acme_${BODY}`)).toBeNull();
  });

  it('does not take a match that ends before the keyword does', () => {
    expect(judge({ pattern: /x{1,2}/, before: 3 }, 'xxacme_')).toBeNull();
  });

  it.each([
    {
      name: 'a documented value',
      changes: { publicValues: [`acme_${BODY}`] },
      text: `acme_${BODY}`,
      dropped: 'a documented sample value',
    },
    {
      name: 'a failing check that counts',
      changes: { check: 'crc32-base62-30', enforceCheck: true } as const,
      text: `acme_${BODY}`,
      dropped: 'the check crc32-base62-30 fails',
    },
    {
      name: 'a placeholder',
      changes: {},
      text: `acme_EXAMPLE${BODY.slice(7)}`,
      dropped: 'a placeholder: words, repetition or a sequence',
    },
    {
      name: 'low entropy',
      changes: { minEntropy: 3.5 },
      text: 'acme_abcdefghhgfeabdcfgeh'.replace('abcdefgh', 'abdcfegh'),
      dropped: 'entropy under 3.5 bits per character',
    },
    {
      name: 'no context word',
      changes: { near: { words: ['cloud'], before: 10, after: 10 } },
      text: `acme_${BODY}`,
      dropped: 'none of its context words nearby (cloud)',
    },
  ])('drops $name, and says why', ({ changes, text, dropped }) => {
    expect(judge(changes, text)).toMatchObject({ kept: false, dropped });
  });

  it.each([
    { name: 'right in front', text: `cloud acme_${BODY}`, kept: true },
    { name: 'in capitals', text: `CLOUD acme_${BODY}`, kept: true },
    { name: 'right behind', text: `acme_${BODY} cloud`, kept: true },
    { name: 'at the last byte that counts', text: `cloud     acme_${BODY}`, kept: true },
    { name: 'one byte too far in front', text: `cloud      acme_${BODY}`, kept: false },
    { name: 'one byte too far behind', text: `acme_${BODY}      cloud`, kept: false },
    { name: 'inside the secret', text: `acme_${BODY.slice(0, 8)}cloud${BODY.slice(13)}`, kept: false },
  ])('takes a context word $name: $kept', ({ text, kept }) => {
    expect(judge({ near: { words: ['cloud'], before: 10, after: 10 } }, text)).toMatchObject({ kept });
  });

  it('does not take a fixed prefix for repetition', () => {
    const changes = { keywords: ['aaaaaaaaaa'], pattern: /a{10}[A-Za-z0-9]{20}/ };
    expect(judge(changes, `aaaaaaaaaa${BODY}`, 'aaaaaaaaaa')).toMatchObject({ kept: true });
  });

  const withCheck = { check: 'crc32-base62-30', pattern: /acme_\w{36}/ } as const;
  it.each([
    {
      name: 'a check that holds',
      changes: { ...withCheck, confidence: 'low' } as const,
      text: sampleCrcToken('acme_', 30),
      confidence: 'high',
      rank: 17,
      reason: 'the check crc32-base62-30 holds',
    },
    {
      name: 'a check that fails',
      changes: withCheck,
      text: `acme_${sample('base62', 36)}`,
      confidence: 'medium',
      rank: 12,
      reason: 'the check crc32-base62-30 fails',
    },
    {
      name: 'a distinctive rule',
      changes: { distinctive: true },
      text: `acme_${BODY}`,
      confidence: 'high',
      rank: 22,
      reason: 'distinctive shape',
    },
    {
      name: 'a rule of a technology',
      changes: { generic: true },
      text: `acme_${BODY}`,
      confidence: 'high',
      rank: 4,
      reason: 'shape and context',
    },
    {
      name: 'a critical rule',
      changes: { severity: 'critical' } as const,
      text: `acme_${BODY}`,
      confidence: 'high',
      rank: 13,
      reason: 'shape and context',
    },
  ])('weighs $name', ({ changes, text, confidence, rank, reason }) => {
    expect(judge(changes, text)).toMatchObject({ kept: true, confidence, rank, reasons: [reason] });
  });

  it('keeps a token that reads like a placeholder when its check holds', () => {
    const repeated = `PadCheck${'0'.repeat(21)}1` + '0W2eVE';
    expect(judge(withCheck, `acme_${repeated}`)).toMatchObject({ kept: true, confidence: 'high' });
  });
});
