import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { claimNames, hitsInEach } from '../src/claim-names.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { findKeywords } from '../src/kernel/keywords.js';
import { sampleCrcToken } from '../src/sample.js';
import type { Secret } from '../src/secret.js';

const engine = compileRules(rules);
const TOKEN = sampleCrcToken('ghp_', 30, 7);
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('hitsInEach', () => {
  it('gives for each text what a search of it alone gives', () => {
    const texts = [
      'refs/heads/main',
      '',
      'gh',
      'p_',
      TOKEN,
      'password',
      '',
      'refs/tags/api_key=1',
      'x'.repeat(1000),
      'ghp_',
    ];
    const alone = texts.map(text => {
      const hits: [number, number][] = [];
      const bytes = bytesOf(text);
      findKeywords(engine.keywords, bytes, { from: 0, to: bytes.length }, (keyword, start) =>
        hits.push([start, keyword]),
      );
      return hits;
    });
    expect(alone.flat().length).toBeGreaterThan(3);
    expect(hitsInEach(engine, texts.map(bytesOf))).toEqual(alone);
  });

  it('finds no keyword that begins in one text and ends in the next', () => {
    expect(hitsInEach(engine, [bytesOf('gh'), bytesOf('p_')])).toEqual([[], []]);
  });

  it('does not decide about a text that begins as a key store does', () => {
    const keyStore = Buffer.from('03d9a29a67fb4bb5', 'hex');
    expect(hitsInEach(engine, [bytesOf('main'), keyStore])).toEqual([[], null]);
  });
});

describe('claimNames', () => {
  it('claims a token in one of many names', () => {
    const claimed = new Set<Secret>();
    expect(claimNames(engine, ['main', `fix-${TOKEN}`, 'v1.0'], claimed)).toBe(false);
    expect([...claimed].map(secret => engine.pool.valueOf(secret))).toEqual([TOKEN]);
  });

  it('says that there was none', () => {
    const claimed = new Set<Secret>();
    expect(claimNames(engine, ['main', 'token', 'src/password.ts'], claimed)).toBe(true);
    expect(claimed.size).toBe(0);
  });
});
