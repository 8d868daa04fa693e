// Secrets in base64, base64 twice, hex and escapes: found at the place where they are written, with the value that they have.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { compileRules, type Engine, isFoundEncoded } from '../../src/engine/compile-rules.js';
import { decodeRun } from '../../src/engine/decode-run.js';
import { encodeKeyword, type Way } from '../../src/engine/encode-keyword.js';
import { DECODING } from '../../src/engine/evaluate-hit.js';
import { type ScanOptions, scanBytes } from '../../src/engine/scan-bytes.js';
import { defineRule } from '../../src/rule.js';
import { sample, sampleCrcToken } from '../../src/sample.js';
import type { Span } from '../../src/types.js';

const engine = compileRules(rules);

// What is written, and where a span of the plain text stands in it.
type Encoding = { name: string; encode: (text: string) => string; place: (text: string, span: Span) => Span };

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const placeInBase64 = (_text: string, { start, end }: Span) => ({
  start: Math.floor((start * 4) / 3),
  end: Math.ceil((end * 4) / 3),
});
const placeInHex = (_text: string, { start, end }: Span) => ({ start: 2 * start, end: 2 * end });
const byCharacter = (name: string, encode: (text: string) => string): Encoding => ({
  name,
  encode,
  place: (text, { start, end }) => ({
    start: encode(text.slice(0, start)).length,
    end: encode(text.slice(0, end)).length,
  }),
});

const ENCODINGS: readonly Encoding[] = [
  { name: 'base64', encode: base64, place: placeInBase64 },
  {
    name: 'base64 of URLs, without padding',
    encode: text => Buffer.from(text, 'latin1').toString('base64url'),
    place: placeInBase64,
  },
  { name: 'hex', encode: text => Buffer.from(text, 'latin1').toString('hex'), place: placeInHex },
  {
    name: 'upper-case hex',
    encode: text => Buffer.from(text, 'latin1').toString('hex').toUpperCase(),
    place: placeInHex,
  },
  byCharacter('percent-encoding', encodeURIComponent),
  {
    name: 'base64 twice',
    encode: text => base64(`{"auth":"${base64(text)}"}`),
    place: (text, span) => {
      const inner = placeInBase64(text, span);
      return placeInBase64('', { start: inner.start + '{"auth":"'.length, end: inner.end + '{"auth":"'.length });
    },
  },
];

type Seen = { ruleId: string; value: string; span: Span };

function find(text: string | Uint8Array, options: ScanOptions = {}, within: Engine = engine): Seen[] {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  return scanBytes(within, bytes, options).matches.map(({ ruleId, secret, span }) => ({
    ruleId,
    value: secret.reveal(),
    span,
  }));
}

// Every rule that is looked for in encoded text, by its own first example. Tokens with escapes of their own come out in other forms.
const EXAMPLES = rules
  .filter(rule => isFoundEncoded(rule) && rule.keywords.every(word => word.length >= 4))
  .flatMap(rule => rule.match.slice(0, 1).map(text => text.replace(/[«»]/g, '')))
  .filter(text => /^[\x20-\x7e\n]+$/.test(text) && !/%[0-9A-F]{2}|\\/.test(text));

describe.each(ENCODINGS)('$name', ({ encode, place }) => {
  it('of a line with a token gives its match, with its value, where it is written', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '#'), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), words, words, (example, before, after) => {
        const line = `${before}\n${example}\n${after}`;
        const [plain] = find(line);
        if (!plain) throw new Error('the example itself is not found');
        const written = place(line, plain.span);
        expect(find(`data = "${encode(line)}"`)).toContainEqual({
          ...plain,
          span: { start: written.start + 8, end: written.end + 8 },
        });
      }),
      { numRuns: 150 },
    );
  });
});

it('there are examples of more than 200 rules among the encoded ones', () => {
  expect(EXAMPLES.length).toBeGreaterThan(200);
});

const acme = defineRule({
  id: 'acme-key',
  title: 'Acme key',
  provider: 'Acme',
  severity: 'high',
  distinctive: true,
  keywords: ['acme_'],
  pattern: /(?<![a-z0-9])acme_[a-z0-9]{12}(?![a-z0-9])/,
  references: [],
  match: [],
  noMatch: [],
});
const small = compileRules([acme]);
const acmeKey = (seed: number) => `acme_${sample('lowerAlnum', 12, seed)}`;

const token = sampleCrcToken('ghp_', 30, 7);
const values = (text: string) => find(text).map(({ ruleId, value }) => [ruleId, value]);
const FOUND = [['github-pat-classic', token]];

describe('encoded secrets', () => {
  it.each([
    { name: 'behind a key that a generic rule knows', text: `password: ${base64(token)}` },
    { name: 'with its name, as a whole env file', text: base64(`GITHUB_TOKEN=${token}\nMODE=test\n`) },
    { name: 'in a URL of base64', text: `https://acme.dev/x/${Buffer.from(`a${token}`).toString('base64url')}/y` },
    { name: 'at the end of the file', text: base64(token) },
    { name: 'in both forms on one line', text: `${base64(`t=${token}`)} # ${Buffer.from(token).toString('hex')}` },
    { name: 'in JSON behind an escaped line end', text: `{"log": "first\\n${token}"}` },
    { name: 'in a URL behind an escaped equals sign', text: `https://acme.dev/?next=%2Fhook%3Ftoken%3D${token}%26x` },
  ])('are found $name', ({ text }) => {
    const seen = values(text);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(String))).toEqual(new Set(FOUND.map(String)));
  });

  it('that also read as a generic secret give one match', () => {
    expect(values(`api_token = "${base64(`token=${token}`)}"`)).toEqual(FOUND);
  });

  it('have the value, and so the name, of the plain ones', () => {
    const { matches, encoded } = scanBytes(engine, Buffer.from(`${token}\n${base64(token)}\n`));
    expect(matches.map(match => match.secret)).toEqual([matches[0]?.secret, matches[0]?.secret]);
    expect(encoded).toEqual([matches[1]]);
    expect(matches[1]?.reasons.at(-1)).toBe('written in base64');
  });

  it.each([60, 64, 76])('are found in base64 that is wrapped after %i characters', width => {
    const body = `${'# settings of the build\n'.repeat(5)}TOKEN_OF_THE_BUILD=${token}\n${'# end\n'.repeat(9)}`;
    const lines = base64(body).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    for (const [lineEnd, indent] of [
      ['\n', ''],
      ['\r\n', ''],
      ['\n', '    '],
    ] as const) {
      expect(values(`data: |\n${lines.map(line => indent + line + lineEnd).join('')}next: 1\n`)).toEqual(FOUND);
    }
  });

  it('end where the next setting begins', () => {
    const written = base64(`${'x'.repeat(17)} ${token}`); // a multiple of four, no padding
    expect(written.length).toBeGreaterThanOrEqual(60);
    expect(values(`FIRST=${written}\nSECOND=1\n`)).toEqual(FOUND);
  });

  it('are not what merely begins like one', () => {
    expect(values(base64('ghp_ is the prefix of such tokens, and sk_live_ of others'))).toEqual([]);
    expect(find(base64(`prefix${acmeKey(1)}`), {}, small)).toEqual([]);
    expect(find(base64(` ${acmeKey(1)}`), {}, small)).toHaveLength(1);
    expect(values(base64(token).toLowerCase())).toEqual([]);
  });

  it('that read as a placeholder are none', () => {
    expect(values(base64(`ghp_${'x'.repeat(36)}`))).toEqual([]);
  });

  it('are left out for rules that need their surroundings', () => {
    expect(values(base64(`aws_secret_access_key = ${sample('base64', 40)}`))).toEqual([]);
  });
});

describe('decodeRun', () => {
  const wide = { before: 10_000, after: 10_000 };
  const ways: readonly [Way, (bytes: Uint8Array) => string][] = [
    ['base64', bytes => Buffer.from(bytes).toString('base64')],
    ['base64', bytes => Buffer.from(bytes).toString('base64url')],
    ['hex', bytes => Buffer.from(bytes).toString('hex')],
    ['percent', bytes => [...bytes].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')],
    ['json', bytes => [...bytes].map(byte => `\\u00${byte.toString(16).padStart(2, '0')}`).join('')],
    ['html', bytes => [...bytes].map(byte => `&#x${byte.toString(16).padStart(2, '0')};`).join('')],
  ];

  it.each(ways)('gives back any bytes of %s, and where each of them was written', (way, encode) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), bytes => {
        const text = encode(bytes);
        const decoded = decodeRun({ way, shift: 0, skip: 0 }, text, 0, wide);
        expect(Buffer.from(decoded?.text ?? '', 'latin1')).toEqual(Buffer.from(bytes));
        expect([decoded?.from[0], decoded?.to.at(-1)]).toEqual([0, text.replace(/=+$/, '').length]);
      }),
    );
  });

  it('looks no further than it may', () => {
    const decoded = decodeRun({ way: 'hex', shift: 0, skip: 0 }, '41'.repeat(5000), 4000, { before: 10, after: 20 });
    expect([decoded?.text.length, decoded?.at]).toEqual([38, 14]);
  });

  it('gives nothing when the unit of the form begins in front of the run', () => {
    expect(decodeRun({ way: 'base64', shift: 3, skip: 2 }, '"Z2hw', 1, wide)).toBeNull();
  });
});

describe('bytes', () => {
  it('of any kind between encoded keywords are no reason to throw, and matches lie inside them', () => {
    const words = rules.filter(isFoundEncoded).flatMap(rule => rule.keywords);
    const form = fc
      .constantFrom(...words)
      .chain(word => fc.constantFrom(...encodeKeyword(word).map(({ text }) => text), word));
    const part = fc.oneof(
      form.map(text => Buffer.from(text)),
      fc.uint8Array({ maxLength: 30 }),
      fc.base64String({ maxLength: 60 }).map(text => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 15 }), parts => {
        const bytes = Buffer.concat(parts);
        let end = 0;
        for (const { span } of find(bytes)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('pieces', () => {
  it('give the matches of the whole, wherever encoded text is cut', () => {
    const encodings = fc.constantFrom(...ENCODINGS.map(({ encode }) => encode), (text: string) =>
      base64(text.repeat(9)).replace(/.{76}/g, '$&\n'),
    );
    const part = fc.tuple(fc.nat(50), encodings).map(([seed, encode]) => encode(`\n${acmeKey(seed)};`));
    const text = fc.array(
      fc.oneof(part, fc.constantFrom('\n', ' ', ' = "', 'QUJD', '414243', '%20', '\\n', 'ab\n'.repeat(300))),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 2000 }), (parts, size) => {
        const bytes = Buffer.from(parts.join(''));
        const seen: Seen[] = [];
        for (let from = 0; from < bytes.length; from += size) {
          const start = Math.max(0, from - small.overlap);
          const to = Math.min(bytes.length, from + size);
          const piece = { from: from - start, to: to - start, linesBefore: 0, columnsBefore: 0 };
          const matches = find(bytes.subarray(start, to + small.overlap), { piece }, small);
          seen.push(
            ...matches.map(({ span, ...rest }) => ({
              ...rest,
              span: { start: start + span.start, end: start + span.end },
            })),
          );
        }
        expect(seen).toEqual(find(bytes, {}, small));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the budget for decoding', () => {
  const line = `${base64(acmeKey(1))}\n`;

  it('that runs out is reported, and what came before it is kept', () => {
    const { matches, exhausted } = scanBytes(small, Buffer.from(line.repeat(20)), { decodeBudget: 100 });
    expect(exhausted).toEqual([DECODING]);
    expect(matches.map(({ span }) => span.start)).toContain(0);
    expect(matches.length).toBeLessThan(20);
  });

  it('is large enough for a file of 30,000 encoded tokens', () => {
    const { matches, exhausted } = scanBytes(small, Buffer.from(line.repeat(30_000)));
    expect([matches.length, exhausted]).toEqual([30_000, []]);
  });
});
