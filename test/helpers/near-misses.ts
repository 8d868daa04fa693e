// Input that a rule nearly matches, over and over: what a pattern that backtracks is slow on.

import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import type { FullRule } from '../../src/rule.js';

/** Each keyword with characters that the pattern likes, as long as a match can be, and matches without their end. */
export function nearMisses(rule: FullRule, length: number): Buffer {
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

/** Keywords without anything between them. */
export function denseKeywords(rule: FullRule, length: number): Buffer {
  const words = rule.keywords.map(word => (rule.matcher === 'assignment' ? `${word}=` : word));
  return Buffer.from(repeat(words.join(''), length), 'latin1');
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
