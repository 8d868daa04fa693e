// How far an evaluation says that it looked: everything further away can be anything, and the outcome is the same.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { HitEvaluator } from '../../src/engine/evaluate-hit.js';
import { findKeywords } from '../../src/kernel/keywords.js';
import { sample, sampleCrcToken } from '../../src/sample.js';

const engine = compileRules(rules);

const PIECES = [
  'password',
  'db_password: ',
  'secret_key',
  'api_key',
  'token',
  'Token ',
  'github',
  'pat',
  'AKIA',
  'authorization: Bearer ',
  '"',
  "'",
  '`',
  '\\"',
  '&quot;',
  '%3D',
  ' = ',
  ': ',
  ':',
  ' := ',
  ', ',
  '(',
  ')',
  '[]byte(',
  'new String("',
  '</key>\n<string>',
  '{ default = "',
  'variable "',
  ' value: ',
  ' value="',
  '|\n  ',
  '\\\n',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '.',
  '-',
  '***',
  'err =',
  '<',
  '>',
  ';',
  sample('base62', 20),
  sample('base62', 40, 2),
  sampleCrcToken('ghp_', 30),
  'https://user:pw@host/',
  'the quick brown fox ',
];
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map(parts => parts.join(''));
const filler = fc.constantFrom('x', '"', '\n', ' ', "='Zq8", '"}', '(', '`', ';', '\\', ' secret test = ');

// What the hit gives, with places counted from where it begins.
function outcomeAt(keyword: number, bytes: string, start: number) {
  const evaluator = new HitEvaluator(engine);
  const matches = evaluator.run(keyword, bytes, start).map(({ ruleId, secret, span, confidence, reasons }) => ({
    ruleId,
    value: secret.reveal(),
    at: span.start - start,
    confidence,
    reasons,
  }));
  return { matches, back: evaluator.lookedBack, ahead: evaluator.lookedAhead };
}

it('looks no further than it says', () => {
  fc.assert(
    fc.property(text, filler, filler, (middle, before, after) => {
      const bytes = `${before.repeat(9)}${middle}${after.repeat(9)}`;
      findKeywords(engine.keywords, Buffer.from(bytes, 'latin1'), { from: 0, to: bytes.length }, (keyword, start) => {
        const { matches, back, ahead } = outcomeAt(keyword, bytes, start);
        const near = bytes.slice(Math.max(0, start - back), start + ahead);
        // Beyond the beginning and the end there is nothing to change: that there is nothing was looked at.
        const front = start - back > 0 ? before.repeat(400) : '';
        const behind = start + ahead < bytes.length ? after.repeat(2000) : '';
        const moved = front.length + Math.min(start, back);
        expect(outcomeAt(keyword, front + near + behind, moved).matches).toEqual(matches);
      });
    }),
    { numRuns: 1500 },
  );
});
