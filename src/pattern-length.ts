// How long a regular expression's match can be, and how far its lookarounds look. Rules are bounded because of this file.

import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

export type PatternLength = {
  min: number; // characters
  max: number; // characters; finite
  look: number; // characters that the longest lookbehind or lookahead reads beyond the match
};

/**
 * Measures a pattern.
 *
 * @throws {RangeError} the pattern is unbounded (`*`, `+`, `{n,}`) or uses a backreference
 */
export function patternLength(pattern: RegExp): PatternLength {
  const literal = parseRegExpLiteral(pattern);
  return ofAlternatives(literal.pattern.alternatives, pattern);
}

function ofAlternatives(alternatives: readonly AST.Alternative[], pattern: RegExp): PatternLength {
  const lengths = alternatives.map(alternative => ofSequence(alternative.elements, pattern));
  return {
    min: Math.min(...lengths.map(length => length.min)),
    max: Math.max(...lengths.map(length => length.max)),
    look: Math.max(...lengths.map(length => length.look)),
  };
}

function ofSequence(elements: readonly AST.Element[], pattern: RegExp): PatternLength {
  const total = { min: 0, max: 0, look: 0 };
  for (const element of elements) {
    const length = ofElement(element, pattern);
    total.min += length.min;
    total.max += length.max;
    total.look = Math.max(total.look, length.look);
  }
  return total;
}

function ofElement(element: AST.Element, pattern: RegExp): PatternLength {
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return { min: 1, max: 1, look: 0 };
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives, pattern);
    case 'Assertion':
      return { min: 0, max: 0, look: lookOf(element, pattern) };
    case 'Quantifier':
      return ofQuantifier(element, pattern);
    default:
      throw new RangeError(`${pattern} uses ${element.type}, which has no known length`);
  }
}

function lookOf(assertion: AST.Assertion, pattern: RegExp): number {
  if (assertion.kind !== 'lookahead' && assertion.kind !== 'lookbehind') return 1;
  const inner = ofAlternatives(assertion.alternatives, pattern);
  return inner.max + inner.look;
}

function ofQuantifier(quantifier: AST.Quantifier, pattern: RegExp): PatternLength {
  if (!Number.isFinite(quantifier.max)) throw new RangeError(`${pattern} is unbounded at ${quantifier.raw}`);
  const inner = ofElement(quantifier.element, pattern);
  return { min: inner.min * quantifier.min, max: inner.max * quantifier.max, look: inner.look };
}
