// Tests about the set of rules: every example through the whole engine, names and sources, and that no pattern is slow.

import { readdirSync } from 'node:fs';
import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import { describe, expect, it } from 'vitest';
import { docs } from '../rules/docs.js';
import { rules } from '../rules/index.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { scanBytes } from '../src/engine/scan-bytes.js';
import { patternLength } from '../src/pattern-length.js';
import { checkExamples } from '../src/prove-rules.js';
import { defineRule, type FullRule } from '../src/rule.js';

const LOOK_BYTES = 32; // engine/compile-rules.ts counts on it
const MIB = 1024 * 1024;

const modules: { file: string; exported: Record<string, FullRule> }[] = [];
for (const file of readdirSync('rules').filter(
  name => name.endsWith('.ts') && !/^(?:index|docs|responses)\.ts$/.test(name),
)) {
  const exported: Record<string, FullRule> = await import(`../rules/${file.slice(0, -'.ts'.length)}.ts`);
  // Responses stand in the same files; test/responses.test.ts is about them.
  modules.push({
    file,
    exported: Object.fromEntries(Object.entries(exported).filter(([, entry]) => 'pattern' in entry)),
  });
}

const idsWhere = (isWrong: (rule: FullRule) => boolean) => rules.filter(isWrong).map(rule => rule.id);

describe('examples', () => {
  it('hold, each against all rules', () => {
    expect(checkExamples(rules)).toEqual([]);
  });

  it('are at least two that match, with the secret marked, and two that do not', () => {
    expect(idsWhere(rule => rule.match.length < 2 || rule.noMatch.length < 2)).toEqual([]);
    expect(idsWhere(rule => !rule.match.every(text => /^[^«»]*«[^«»]+»[^«»]*$/.test(text)))).toEqual([]);
  });

  it('are not the same twice', () => {
    expect(
      idsWhere(rule => new Set([...rule.match, ...rule.noMatch]).size < rule.match.length + rule.noMatch.length),
    ).toEqual([]);
  });

  it('and references stand in the documentation of their rule', () => {
    expect(rules.map(rule => docs.get(rule.id)?.match)).toEqual(rules.map(rule => rule.match));
  });
});

describe('names and sources', () => {
  it('ids are kebab-case, unique and sorted', () => {
    const ids = rules.map(rule => rule.id);
    expect(ids.filter(id => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('an export is named like its id', () => {
    const toCamel = (id: string) => id.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
    const wrong = modules.flatMap(({ exported }) =>
      Object.entries(exported).filter(([name, rule]) => name !== toCamel(rule.id)),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('a file holds the rules of one provider, or formats of no provider', () => {
    const mixed = modules.filter(({ exported }) => {
      const own = Object.values(exported);
      return new Set(own.map(rule => rule.provider)).size > 1 && !own.every(rule => rule.generic);
    });
    expect(mixed.map(({ file }) => file)).toEqual([]);
  });

  it('every rule of every file is in the list', () => {
    expect(modules.flatMap(({ exported }) => Object.values(exported).map(rule => rule.id)).sort()).toEqual(
      rules.map(rule => rule.id),
    );
  });

  it('every rule cites at least one web address', () => {
    const isAddress = (text: string) => URL.canParse(text) && /^https?:\/\/[\w-]+(?:\.[\w-]+)+/.test(text);
    expect(idsWhere(rule => rule.references.length === 0 || !rule.references.every(isAddress))).toEqual([]);
  });

  it('every rule has a title and a provider', () => {
    expect(idsWhere(rule => rule.title.trim() === '' || rule.provider.trim() === '')).toEqual([]);
  });
});

describe('bounds', () => {
  it('keywords have three or more printable characters', () => {
    expect(
      idsWhere(
        rule =>
          (rule.keywords.length === 0) !== (rule.matcher === 'magic') ||
          !rule.keywords.every(word => /^[\x20-\x7e]{3,}$/.test(word)),
      ),
    ).toEqual([]);
  });

  it('context words are lower case, as they are compared', () => {
    expect(idsWhere(rule => (rule.near?.words ?? []).some(word => word !== word.toLowerCase()))).toEqual([]);
  });

  it('a match is as long as the rule says, and reaches at least its keyword', () => {
    expect(idsWhere(rule => rule.matcher === 'pattern' && rule.after !== patternLength(rule.pattern).max)).toEqual([]);
    expect(idsWhere(rule => rule.before >= Math.max(rule.after, 1))).toEqual([]);
  });

  it('lookarounds see at most 32 characters', () => {
    expect(idsWhere(rule => patternLength(rule.pattern).look > LOOK_BYTES)).toEqual([]);
  });

  it('patterns keep no state and know no Unicode: they run on bytes', () => {
    expect(idsWhere(rule => /[gyuv]/.test(rule.pattern.flags))).toEqual([]);
  });
});

describe('speed', () => {
  it('a pattern that backtracks is found out', () => {
    const slow = defineRule({
      id: 'slow-key',
      title: 'Slow',
      provider: 'Acme',
      severity: 'low',
      keywords: ['slow_'],
      pattern: /slow_[a-z]{1,400}[a-z]{1,400}[a-z]{1,400}!/,
      references: [],
      match: [],
      noMatch: [],
    });
    expect(millisecondsFor(slow, nearMisses(slow, MIB / 16))).toBeGreaterThan(500);
  });

  it('1 MB of near-misses takes every rule less than half a second', () => {
    const slow = rules.flatMap(rule => {
      const bytes = nearMisses(rule, MIB);
      // Another program may have had the machine: the best of three counts.
      const best = [1, 2, 3].reduce(
        least => (least < 500 ? least : Math.min(least, millisecondsFor(rule, bytes))),
        Number.POSITIVE_INFINITY,
      );
      return best < 500 ? [] : [`${rule.id}: ${Math.round(best)} ms`];
    });
    expect(slow).toEqual([]);
  }, 300_000);

  it('keywords without anything between them take a rule four times as long when there are four times as many', () => {
    const slow = rules.flatMap(rule => {
      const words = rule.keywords.map(word => (rule.matcher === 'assignment' ? `${word}=` : word));
      const run = (length: number) => millisecondsFor(rule, Buffer.from(repeat(words.join(''), length), 'latin1'));
      const short = run(MIB / 16);
      // What is this fast need not be measured again.
      if (short < 100 || run(MIB / 4) < 8 * short) return [];
      return run(MIB / 4) < 8 * run(MIB / 16) ? [] : [`${rule.id}: ${Math.round(short)} ms for 64 kB`];
    });
    expect(slow).toEqual([]);
  }, 300_000);
});

// Of this process alone: other programs on the machine do not make a rule slow. Patterns only: decoding has a budget of its own.
function millisecondsFor(rule: FullRule, bytes: Uint8Array): number {
  const engine = compileRules([rule]);
  const start = process.cpuUsage();
  scanBytes(engine, bytes, { decodeBudget: 0 });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// Over and over: each keyword with characters that the pattern likes, as long as a match can be, and matches without their end.
function nearMisses(rule: FullRule, length: number): Buffer {
  const keywords = rule.keywords.slice(0, 4);
  const { alternatives } = parseRegExpLiteral(rule.pattern).pattern;
  const runs = [...alphabetsOf(alternatives)].flatMap(chars =>
    keywords.map(word => `${word}${repeat(chars, rule.before + rule.after + 8)}\0`),
  );
  const cut = Array.from({ length: 4 }, (_, turn) => longest(alternatives, turn)).flatMap(text => [
    `${text.slice(0, -1)}\0`,
    ` ${text}${text.slice(-1)}`,
  ]);
  const assigned = keywords.flatMap(word => [
    `${word} = "${repeat('aB3', 500)}\n`,
    `${word}: ${repeat('x1', 400)} `,
    `${word}(${word}, `,
  ]);
  const parts = rule.matcher === 'assignment' ? assigned : [...runs, ...cut];
  // Shares of one size, so that a long filler does not crowd out the others.
  const share = Math.ceil(length / parts.length);
  return Buffer.from(
    parts
      .map(part => repeat(part, share))
      .join('')
      .slice(0, length),
    'latin1',
  );
}

function repeat(text: string, length: number): string {
  return text.repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length);
}

type Node = AST.Element | AST.Alternative;

// The character classes of a pattern, each as a text of some of its characters.
function alphabetsOf(nodes: readonly Node[], found = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.type === 'CharacterSet' || node.type === 'CharacterClass') found.add(charsOf(node));
    else if (node.type === 'Quantifier') alphabetsOf([node.element], found);
    else if (node.type === 'Alternative') alphabetsOf(node.elements, found);
    else if (node.type === 'Group' || node.type === 'CapturingGroup') alphabetsOf(node.alternatives, found);
  }
  found.delete('');
  return found;
}

const CANDIDATES = 'aZ09mK5_-+/=.: \t\n"\'\\,;@#';

function charsOf(node: AST.CharacterSet | AST.CharacterClass): string {
  const pattern = new RegExp(`^${node.raw}$`, 's');
  return [...CANDIDATES].filter(char => pattern.test(char)).join('');
}

// A text that the pattern takes as far as it goes: every repetition at its most, another branch at each turn.
function longest(alternatives: readonly AST.Alternative[], turn: number): string {
  const branch = alternatives[turn % alternatives.length];
  return (branch?.elements ?? []).map(element => longestOf(element, turn)).join('');
}

function longestOf(node: AST.Element, turn: number): string {
  if (node.type === 'Character') return String.fromCharCode(node.value);
  if (node.type === 'CharacterSet' || node.type === 'CharacterClass')
    return charsOf(node).charAt(turn) || charsOf(node).charAt(0);
  if (node.type === 'Group' || node.type === 'CapturingGroup') return longest(node.alternatives, turn);
  return node.type === 'Quantifier' ? longestOf(node.element, turn).repeat(node.max) : '';
}
