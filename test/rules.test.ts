// Tests about the set of rules: every example through the whole engine, names and sources, and that no pattern is slow.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docs } from '../rules/docs.js';
import { rules } from '../rules/index.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { scanBytes } from '../src/engine/scan-bytes.js';
import { patternLength } from '../src/pattern-length.js';
import { checkExamples } from '../src/prove-rules.js';
import { defineRule, type FullRule } from '../src/rule.js';
import { costRatio } from './helpers/cost.js';
import { denseKeywords, nearMisses } from './helpers/near-misses.js';

const LOOK_BYTES = 32; // engine/compile-rules.ts counts on it
const MIB = 1024 * 1024;
const MAX_RATIO = 30; // the slowest takes 14 times the reference: the body of a certificate is as long, and read once a way to begin it

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
  // All that a pattern may do is read its window once: what that costs at most, in a window as long as a private key's.
  const plain = ruleOf(/slow_[a-z]{1,16000}!/);
  const reference = nearMisses(plain, MIB / 4);

  it('a pattern that backtracks is found out', () => {
    const slow = ruleOf(/slow_[a-z]{1,400}[a-z]{1,400}[a-z]{1,400}!/);
    const [work, least] = [slow, plain].map(rule => scanOf(rule, nearMisses(rule, MIB / 256)));
    expect(work && least && costRatio(work, least)).toBeGreaterThan(MAX_RATIO);
  });

  it('near-misses take no rule much longer than reading them takes', () => {
    const scanReference = scanOf(plain, reference);
    // Three turns are too few to compile what the generic rules share.
    for (const rule of rules.filter(({ generic }) => generic)) scanOf(rule, nearMisses(rule, MIB))();
    const slow = rules.flatMap(rule => {
      const ratio = costRatio(scanOf(rule, nearMisses(rule, MIB / 4)), scanReference);
      return ratio < MAX_RATIO ? [] : [`${rule.id}: ${Math.round(ratio)} times`];
    });
    expect(slow).toEqual([]);
  }, 300_000);

  it('keywords without anything between them take a rule four times as long when there are four times as many', () => {
    const slow = rules.flatMap(rule => {
      const [some, more] = [8, 32].map(kilobytes => scanOf(rule, denseKeywords(rule, kilobytes * 1024)));
      const times = some && more ? costRatio(more, some) : 0;
      return times < 10 ? [] : [`${rule.id}: ${Math.round(times)} times`];
    });
    expect(slow).toEqual([]);
  }, 300_000);
});

function ruleOf(pattern: RegExp): FullRule {
  return defineRule({
    id: 'slow-key',
    title: 'Slow',
    provider: 'Acme',
    severity: 'low',
    keywords: ['slow_'],
    pattern,
    references: [],
    match: [],
    noMatch: [],
  });
}

// Patterns only: decoding has a budget of its own.
function scanOf(rule: FullRule, bytes: Uint8Array): () => void {
  const engine = compileRules([rule]);
  return () => scanBytes(engine, bytes, { decodeBudget: 0 });
}
