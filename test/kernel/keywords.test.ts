// The kernel against a search that compares every keyword at every place: it must report the same, in TypeScript as in
// WebAssembly.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasKernel } from '../../src/kernel/kernel.js';
import { compileKeywords, findKeywords, packKeywords, unpackKeywords } from '../../src/kernel/keywords.js';
import { sample, sampleCrcToken } from '../../src/sample.js';
import { findKeywordsSlowly, type OracleHit } from '../helpers/oracle.js';
import { leakgateJson } from '../helpers/run.js';
import { findBehind, findInKernel, findPlainly, type Range } from './searches.js';

const SEARCHES = [
  { name: 'in TypeScript', find: findPlainly },
  { name: 'in WebAssembly', find: findInKernel },
];

const sorted = (hits: readonly OracleHit[]) => [...hits].sort((a, b) => a.start - b.start || a.keyword - b.keyword);

// Few letters, so that keywords overlap, contain one another and share their anchors.
const narrow = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '_', '!'), minLength: 3, maxLength: 7 });
const wide = fc
  .string({ unit: 'binary-ascii', minLength: 3, maxLength: 60 })
  .filter(text => /^[\x20-\x7e]+$/.test(text));
const keywordList = fc.uniqueArray(fc.oneof(narrow, wide), {
  minLength: 1,
  maxLength: 12,
  selector: keyword => keyword.toLowerCase(),
});

function mixCase(text: string, bits: number): string {
  return [...text].map((char, i) => ((bits >> (i % 16)) & 1 ? char.toUpperCase() : char.toLowerCase())).join('');
}

// Bytes made of keywords in mixed case, parts of keywords, their bytes with other high bits, and noise.
function bytesFor(keywords: readonly string[]): fc.Arbitrary<Uint8Array> {
  const keyword = fc.constantFrom(...keywords);
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(keyword, fc.nat(65535)).map(([text, bits]) => Buffer.from(mixCase(text, bits))) },
    { weight: 2, arbitrary: fc.tuple(keyword, fc.nat(20)).map(([text, cut]) => Buffer.from(text.slice(0, cut))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(keyword, fc.constantFrom(0x20, 0x40, 0x80))
        .map(([text, bit]) => Buffer.from(text).map(byte => byte ^ bit)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6 }) },
  );
  return fc.array(part, { maxLength: 14 }).map(parts => Buffer.concat(parts));
}

const searches = keywordList.chain(keywords =>
  fc.record({
    keywords: fc.constant(keywords),
    bytes: bytesFor(keywords),
    cuts: fc.tuple(fc.nat(120), fc.nat(120)),
    lead: fc.nat(2100), // more than two chunks
  }),
);

function rangesOf(bytes: Uint8Array, cuts: readonly number[]): Range[] {
  const [from = 0, to = 0] = cuts.map(cut => Math.min(cut, bytes.length)).sort((a, b) => a - b);
  return [
    { from: 0, to: bytes.length },
    { from, to },
  ];
}

describe('this machine', () => {
  it('has the WebAssembly that half of these tests are about', () => {
    expect(hasKernel()).toBe(true);
  });
});

describe.each(SEARCHES)('the search $name', ({ find }) => {
  const all = (keywords: readonly string[], bytes: Uint8Array) =>
    find(compileKeywords(keywords), bytes, { from: 0, to: bytes.length });

  it('finds what the slow search finds, everywhere and in any range', () => {
    fc.assert(
      fc.property(searches, ({ keywords, bytes, cuts }) => {
        const set = compileKeywords(keywords);
        for (const range of rangesOf(bytes, cuts)) {
          expect(sorted(find(set, bytes, range))).toEqual(sorted(findKeywordsSlowly(keywords, bytes, range)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { name: 'at the first byte', keywords: ['abcde'], text: 'abcde-', starts: [0] },
    { name: 'at the last byte', keywords: ['abcde'], text: '-abcde', starts: [1] },
    { name: 'of three bytes at both ends', keywords: ['abc'], text: 'abc-abc', starts: [0, 4] },
    { name: 'of sixteen bytes, one vector', keywords: ['0123456789abcdef'], text: '0123456789ABCDEF', starts: [0] },
    { name: 'of seventeen', keywords: ['0123456789abcdefg'], text: '0123456789ABCDEFG0123456789abcdefh', starts: [0] },
    { name: 'in any case', keywords: ['ghp_'], text: 'GHP_ Ghp_ ghp_', starts: [0, 5, 10] },
    { name: 'written in upper case', keywords: ['AKIA'], text: 'akia AKIA', starts: [0, 5] },
    { name: 'overlapping itself', keywords: ['aaa'], text: 'aaaaa', starts: [0, 1, 2] },
    { name: 'not cut off by the end', keywords: ['abcde'], text: 'abcd', starts: [] },
    {
      name: 'not where a control byte has the same low bits',
      keywords: ['abcd'],
      text: '\x01\x02\x03\x04',
      starts: [],
    },
    { name: 'not where punctuation differs from a letter in one bit', keywords: ['key@'], text: 'key`', starts: [] },
    { name: 'not across a line end that the keyword has not', keywords: ['abcd'], text: 'ab\ncd', starts: [] },
  ])('finds a keyword $name', ({ keywords, text, starts }) => {
    expect(all(keywords, Buffer.from(text, 'latin1')).map(hit => hit.start)).toEqual(starts);
  });

  it.each([
    { name: 'a keyword that begins in the range and ends behind it counts', range: { from: 0, to: 2 }, starts: [1] },
    { name: 'a keyword that begins in front of the range does not count', range: { from: 2, to: 9 }, starts: [] },
    { name: 'the first byte of the range counts', range: { from: 1, to: 9 }, starts: [1] },
    { name: 'the byte behind the range does not count', range: { from: 0, to: 1 }, starts: [] },
    { name: 'an empty range has nothing', range: { from: 1, to: 1 }, starts: [] },
  ])('$name', ({ range, starts }) => {
    expect(find(compileKeywords(['abcde']), Buffer.from('-abcde---'), range).map(hit => hit.start)).toEqual(starts);
  });

  it('finds nothing in no bytes, and nothing without keywords', () => {
    expect([all(['abc'], new Uint8Array()), all([], Buffer.from('abc'))]).toEqual([[], []]);
  });

  it('finds a keyword longer than its tables can say by the part that they hold', () => {
    const keyword = sample('hex', 2500);
    expect(all([keyword], Buffer.from(`-${keyword}`))).toEqual([{ keyword: 0, start: 1 }]);
  });
});

describe('the search in WebAssembly', () => {
  it('reports in the order of the search in TypeScript, by start', () => {
    fc.assert(
      fc.property(searches, ({ keywords, bytes }) => {
        const set = compileKeywords(keywords);
        const hits = findInKernel(set, bytes, { from: 0, to: bytes.length });
        expect(hits).toEqual(findPlainly(set, bytes, { from: 0, to: bytes.length }));
        expect(hits).toEqual(hits.toSorted((a, b) => a.start - b.start));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same wherever the bytes stand', () => {
    fc.assert(
      fc.property(searches, ({ keywords, bytes, cuts, lead }) => {
        const set = compileKeywords(keywords);
        for (const range of rangesOf(bytes, cuts)) {
          expect(sorted(findBehind(lead, set, bytes, range))).toEqual(
            sorted(findKeywordsSlowly(keywords, bytes, range)),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const PIECE = 256 * 1024; // of findKeywords

function find(keywords: readonly string[], bytes: Uint8Array, range: Range): OracleHit[] {
  const hits: OracleHit[] = [];
  findKeywords(compileKeywords(keywords), bytes, range, (keyword, start) => hits.push({ keyword, start }));
  return hits;
}

describe('findKeywords', () => {
  it.each([PIECE - 6, PIECE - 5, PIECE - 1, PIECE, PIECE + 1])(
    'finds a keyword that begins at byte %i, near the seam of two pieces',
    start => {
      const bytes = Buffer.alloc(2 * PIECE, '.');
      bytes.write('needle', start);
      expect(find(['needle', 'edl'], bytes, { from: 0, to: bytes.length })).toEqual([
        { keyword: 0, start },
        { keyword: 1, start: start + 2 },
      ]);
    },
  );

  it('gives each hit once and in order where every byte begins one', () => {
    const bytes = Buffer.alloc(PIECE + 100, 'a');
    const starts = find(['aaa'], bytes, { from: 50, to: bytes.length }).map(hit => hit.start);
    expect(starts).toEqual(Array.from({ length: bytes.length - 52 }, (_, i) => 50 + i));
  });

  it('ends where the bytes end when the range goes on', () => {
    expect(find(['abc'], Buffer.from('-abc'), { from: 0, to: 100_000 })).toEqual([{ keyword: 0, start: 1 }]);
  });

  it('may be called while it reports', () => {
    const outer = compileKeywords(['outer']);
    const inner = compileKeywords(['inner']);
    const bytes = Buffer.alloc(3 * PIECE, '.');
    for (const at of [10, 20, PIECE + 10, 2 * PIECE + 10]) bytes.write('outer', at);
    const starts: number[] = [];
    findKeywords(outer, bytes, { from: 0, to: bytes.length }, (_, start) => {
      starts.push(start);
      findKeywords(inner, Buffer.alloc(PIECE, 'inner'), { from: 0, to: PIECE }, () => {});
    });
    expect(starts).toEqual([10, 20, PIECE + 10, 2 * PIECE + 10]);
  });

  it('does without WebAssembly', async () => {
    const secret = sampleCrcToken('ghp_', 30);
    const input = `${'const a = 1;\n'.repeat(20_000)}token = "${secret}"\n`;
    const options = { input, secrets: [secret], env: { NODE_OPTIONS: '--jitless' } };
    const { report } = await leakgateJson(['stdin'], options);
    expect(report.findings.map(finding => finding.ruleId)).toEqual(['github-pat-classic']);
  });
});

describe('compileKeywords', () => {
  it.each(['', 'ab', 'schlüssel', 'a\tbc', 'tok\n'])(
    'refuses %j, which is not 3 or more printable ASCII characters',
    keyword => {
      expect(() => compileKeywords([keyword])).toThrow(RangeError);
    },
  );

  it('refuses one keyword in two cases', () => {
    expect(() => compileKeywords(['Token', 'token'])).toThrow(RangeError);
  });

  it('knows the longest keyword, and none as 0', () => {
    expect([compileKeywords(['abc', 'abcdefgh']).longest, compileKeywords([]).longest]).toEqual([8, 0]);
  });
});

describe('packKeywords', () => {
  it('makes of keywords what JSON can hold and unpackKeywords understands', () => {
    const keywords = ['AKIA', 'sk-', 'a much longer keyword'];
    expect(unpackKeywords(JSON.parse(JSON.stringify(packKeywords(keywords))))).toEqual({
      ...compileKeywords(keywords),
      image: Buffer.from(compileKeywords(keywords).image),
    });
  });
});
