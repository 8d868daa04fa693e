// The engine as a whole: what it finds must not depend on how a blob is cut, how it is encoded, or what stands around it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules, type Engine } from '../../src/engine/compile-rules.js';
import { decodeText } from '../../src/engine/decode.js';
import { type ScanOptions, scanBytes } from '../../src/engine/scan-bytes.js';
import { defineRule } from '../../src/rule.js';
import { sample, sampleCrcToken } from '../../src/sample.js';
import type { Piece } from '../../src/types.js';

const everything = compileRules(rules);
// Short rules, so that texts of a few thousand bytes have many pieces; with generic ones, so that rules compete.
const shortRules = rules.filter(
  rule =>
    rule.matcher !== 'magic' && // whose examples are no text
    rule.before + rule.after + (rule.near?.before ?? 0) + (rule.near?.after ?? 0) < 500,
);
const short = compileRules(shortRules);

type Seen = { ruleId: string; value: string; start: number; confidence: string };

function find(engine: Engine, bytes: Uint8Array, options: ScanOptions = {}, offset = 0): Seen[] {
  return scanBytes(engine, bytes, options).matches.map(({ ruleId, secret, span, confidence }) => ({
    ruleId,
    value: secret.reveal(),
    start: offset + span.start,
    confidence,
  }));
}

const examples = shortRules.flatMap(rule => rule.match.map(text => text.replace(/[«»]/g, '')));
const example = fc.constantFrom(...examples);
const glue = fc.constantFrom('\n', ' ', '', ';', '"', ' = ', '\r\n', '/', 'password = "', "token: '", '\n\n\n', '// ');
const filler = fc.nat(400).map(length => 'const answer = compute(42);\n'.repeat(15).slice(0, length));
const broken = fc.tuple(example, fc.nat(200)).map(([text, cut]) => text.slice(0, cut));
const manyLines = fc.array(fc.oneof({ weight: 3, arbitrary: example }, glue, glue, filler, broken), {
  minLength: 1,
  maxLength: 30,
  size: 'max',
});
const text = manyLines.map(parts => Buffer.from(parts.join('')));

// A blob in pieces as the sources cut it: `overlap` bytes of context on either side of what counts.
function inPieces(engine: Engine, bytes: Uint8Array, sizes: readonly number[]): Seen[] {
  const seen: Seen[] = [];
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const to = Math.min(bytes.length, from + (sizes[i % sizes.length] ?? 100));
    const start = Math.max(0, from - engine.overlap);
    const piece: Piece = { from: from - start, to: to - start, linesBefore: 0, columnsBefore: 0 };
    seen.push(...find(engine, bytes.subarray(start, Math.min(bytes.length, to + engine.overlap)), { piece }, start));
    from = to;
  }
  return seen;
}

describe('pieces', () => {
  it('give the matches of the whole, in the same order, wherever they are cut', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, sizes, (bytes, cuts) => {
        fc.pre(bytes.length / Math.max(...cuts) < 300);
        expect(inPieces(short, bytes, cuts)).toEqual(find(short, bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('give the matches of the whole with every rule, the long ones too', () => {
    const all = rules.flatMap(rule => rule.match.map(source => source.replace(/[«»]/g, '')));
    const bytes = Buffer.from(Array.from({ length: 5 }, () => all.join('\n\n')).join('\n'));
    expect(bytes.length).toBeGreaterThan(4 * everything.overlap);
    const whole = find(everything, bytes);
    expect(whole.length).toBeGreaterThan(5 * rules.length);
    expect(inPieces(everything, bytes, [250_001, 99_991])).toEqual(whole);
  });

  it.each([1, 7, 40])('give one match when a piece ends %i bytes into a token that two rules claim', cut => {
    const line = Buffer.from(`password = "${sampleCrcToken('ghp_', 30)}"`);
    expect(inPieces(short, line, [12 + cut, 1000])).toEqual(find(short, line));
    expect(find(short, line).map(({ ruleId }) => ruleId)).toEqual(['github-pat-classic']);
  });
});

describe('bytes', () => {
  it('of any kind are no reason to throw, and matches lie inside them, apart from each other', () => {
    const anyExample = fc.constantFrom(...rules.flatMap(rule => [...rule.match, ...rule.noMatch]));
    const damaged = fc.tuple(anyExample, fc.nat(), fc.nat(255)).map(([source, at, byte]) => {
      const bytes = Buffer.from(source.replace(/[«»]/g, ''));
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    const keyword = fc.constantFrom(...everything.keywords.keywords).map(word => Buffer.from(word));
    const part = fc.oneof(fc.uint8Array({ maxLength: 40 }), damaged, keyword);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        const { bytes, isBinary } = decodeText(Buffer.concat(parts));
        const { matches, encoded, exhausted } = scanBytes(everything, bytes, { isBinary });
        expect(exhausted).toEqual([]);
        let end = 0;
        for (const match of matches) {
          const { span, secret, reasons } = match;
          expect(span.start).toBeGreaterThanOrEqual(end);
          const isEncoded = reasons.some(reason => reason.startsWith('written in '));
          const written = Buffer.from(bytes).toString('latin1', span.start, span.end);
          // Some keywords are the encoded forms of others: what stands there is not what is meant.
          expect(encoded.includes(match)).toBe(isEncoded && !secret.reveal().startsWith(written));
          if (!isEncoded) expect(secret.reveal()).toBe(written);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 500 },
    );
  });

  it('of UTF-16 in either order, with or without a mark, have the matches of their UTF-8', () => {
    const ascii = examples
      .filter(source => /^[\x20-\x7e\n\t]{40,}$/.test(source))
      .map(source => `# settings\n${source}\n`);
    fc.assert(
      fc.property(fc.constantFrom(...ascii), fc.boolean(), fc.boolean(), (source, isBig, hasMark) => {
        const wide = Buffer.from(hasMark ? `\uFEFF${source}` : source, 'utf16le');
        const { bytes, isBinary } = decodeText(isBig ? wide.swap16() : wide);
        const plain = find(short, Buffer.from(source));
        expect(find(short, bytes, { isBinary })).toEqual(plain);
        expect(plain.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('with a NUL, a binary file, give distinctive rules only', () => {
    const token = sampleCrcToken('ghp_', 30);
    const bytes = Buffer.from(`\0password = "${sample('base62', 24)}"\0${token}\0`);
    const { isBinary } = decodeText(bytes);
    expect(find(everything, bytes).map(match => match.ruleId)).toEqual(['generic-password', 'github-pat-classic']);
    expect(find(everything, bytes, { isBinary }).map(match => match.ruleId)).toEqual(['github-pat-classic']);
  });
});

describe('rules that compete', () => {
  it('give one match, of the provider rather than of the assignment', () => {
    const token = sampleCrcToken('ghp_', 30, 3);
    for (const line of [
      `password = "${token}"`,
      `api_token: ${token}`,
      `https://ann:${token}@github.com/acme/app.git`,
    ]) {
      const matches = find(everything, Buffer.from(line));
      expect(matches.map(match => [match.ruleId, match.value])).toEqual([['github-pat-classic', token]]);
    }
  });

  it('give one object for one secret at two places', () => {
    const token = sampleCrcToken('ghp_', 30, 3);
    const [first, second] = scanBytes(everything, Buffer.from(`a ${token}\nb ${token}\n`)).matches;
    expect(first?.secret).toBeDefined();
    expect(first?.secret).toBe(second?.secret);
  });
});

describe('the step budget', () => {
  const acme = defineRule({
    id: 'acme-key',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'high',
    keywords: ['acme_'],
    pattern: /acme_[a-z0-9]{12}/,
    references: [],
    match: [],
    noMatch: [],
  });
  const engine = compileRules([acme, { ...acme, id: 'acme-other', keywords: ['acme_x'] }]);
  const token = `acme_${sample('lowerAlnum', 12)}`;

  it('of a rule that runs out is reported, and what came before it is kept', () => {
    const placeholder = `acme_${'a'.repeat(12)} `;
    const { matches, exhausted } = scanBytes(engine, Buffer.from(`${token} ${placeholder.repeat(9)} ${token}`), {
      stepBudget: 5,
    });
    expect(exhausted).toEqual(['acme-key']);
    expect(matches.map(match => match.span.start)).toEqual([0]);
  });

  it('is not spent where no pattern can read on', () => {
    const { matches, exhausted } = scanBytes(engine, Buffer.from(`${token} ${'acme_ '.repeat(9)} ${token}`), {
      stepBudget: 5,
    });
    expect([matches.length, exhausted]).toEqual([2, []]);
  });

  it('that is just enough is not reported', () => {
    const { matches, exhausted } = scanBytes(engine, Buffer.from(`${token} ${token}`), { stepBudget: 2 });
    expect([matches.length, exhausted]).toEqual([2, []]);
  });

  it('is large enough for a file of 30,000 tokens', () => {
    const { matches, exhausted } = scanBytes(engine, Buffer.from(`${token}\n`.repeat(30_000)));
    expect([matches.length, exhausted]).toEqual([30_000, []]);
  });
});

describe('onDrop', () => {
  it('names the rule, the place and the filter, once for each text', () => {
    const dropped: string[] = [];
    scanBytes(everything, Buffer.from('password = "${DB_PASSWORD}"'), {
      onDrop: ({ ruleId, span, reason }) => dropped.push(`${ruleId} ${span.start}-${span.end}: ${reason}`),
    });
    expect(dropped).toEqual([
      'generic-password 12-26: an unfilled variable or template',
      'generic-weak-password 12-26: an unfilled variable or template',
    ]);
  });
});
