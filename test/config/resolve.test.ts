// Flags and config become the frozen options of one scan.

import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { type ResolveInput, resolveOptions } from '../../src/config/resolve.js';
import type { Config } from '../../src/config/schema.js';
import { defineRule } from '../../src/rule.js';

const rule = (id: string) =>
  defineRule({
    id,
    title: id,
    provider: 'Acme',
    severity: 'high',
    keywords: ['acme'],
    pattern: /acme/,
    references: [],
    match: [],
    noMatch: [],
  });
const RULES = [rule('acme-key'), rule('acme-token'), rule('other-key')];
const A = 'a1'.repeat(12);
const B = 'b2'.repeat(12);

type Changes = Partial<Omit<ResolveInput, 'flags' | 'loaded'>> & {
  config?: Partial<Config>;
  flags?: Partial<ResolveInput['flags']>;
  files?: Record<string, string>;
};

function resolve({ config = {}, flags = {}, files = {}, ...changes }: Changes = {}) {
  return resolveOptions({
    loaded: {
      config: { ...defaultConfig, ...config },
      file: '.leakgate.json',
      read: async path => files[path] ?? null,
    },
    mode: 'files',
    rules: RULES,
    flags: { minConfidence: null, strict: false, baseline: new Set(), baselineFile: '', noIgnore: false, ...flags },
    ...changes,
  });
}

const rulesOf = (changes: Partial<Config['rules']>) =>
  resolve({ config: { rules: { ...defaultConfig.rules, ...changes } } });

describe('resolveOptions', () => {
  it('is frozen', async () => {
    expect(Object.isFrozen(await resolve())).toBe(true);
  });

  it('leaves out rules that are disabled', async () => {
    expect((await rulesOf({ disable: ['acme-token'] })).rules.map(({ id }) => id)).toEqual(['acme-key', 'other-key']);
  });

  it('changes the severity of a rule and nothing else, also not in the list that it was given', async () => {
    const { rules } = await rulesOf({ severity: { 'acme-key': 'low' } });
    expect(rules.map(({ id, severity }) => [id, severity])).toEqual([
      ['acme-key', 'low'],
      ['acme-token', 'high'],
      ['other-key', 'high'],
    ]);
    expect(rules[0]?.pattern).toBe(RULES[0]?.pattern);
    expect(RULES[0]?.severity).toBe('high');
  });

  it.each([
    { name: 'disable', changes: { disable: ['acme-tokn'] } },
    { name: 'severity', changes: { severity: { 'acme-tokn': 'low' as const } } },
  ])('refuses a rule in $name that does not exist, and offers the nearest', async ({ changes }) => {
    await expect(rulesOf(changes)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      data: { file: '.leakgate.json', problem: 'there is no rule "acme-tokn"; did you mean "acme-token"?' },
    });
  });

  it('refuses to look for nothing', async () => {
    await expect(rulesOf({ disable: RULES.map(({ id }) => id) })).rejects.toMatchObject({ code: 'NO_RULES' });
  });

  it.each([
    {
      name: 'the flag',
      mode: 'staged',
      flags: { minConfidence: 'low' },
      config: { minConfidence: 'high' },
      expected: 'low',
    },
    { name: 'the config', mode: 'staged', flags: {}, config: { minConfidence: 'high' }, expected: 'high' },
    { name: 'medium for a hook', mode: 'staged', flags: {}, config: {}, expected: 'medium' },
    { name: 'low for an audit', mode: 'history', flags: {}, config: {}, expected: 'low' },
  ] as const)('takes the least confidence from $name', async ({ mode, flags, config, expected }) => {
    expect((await resolve({ mode, flags, config })).minConfidence).toBe(expected);
  });

  it('reads the ignore file that the config names, and says when it is not sorted', async () => {
    const files = { 'allowed.txt': `${B} two\n${A} one\n` };
    const options = await resolve({ config: { ignoreFile: 'allowed.txt' }, files });
    expect([[...options.ignore.keys()], options.ignoreFile]).toEqual([[B, A], 'allowed.txt']);
    expect(options.notices).toEqual([
      { kind: 'ignore-order', text: expect.stringContaining('allowed.txt is not sorted') },
    ]);
  });

  it('reads no ignore file when no config counts', async () => {
    expect((await resolve({ flags: { noIgnore: true }, files: { '.leakgateignore': 'nonsense' } })).ignore.size).toBe(
      0,
    );
  });

  it('refuses an ignore file that is wrong', async () => {
    await expect(resolve({ files: { '.leakgateignore': 'nonsense' } })).rejects.toMatchObject({
      code: 'IGNORE_INVALID',
      data: { line: 1 },
    });
  });

  it.each([
    { glob: 'test/**', path: 'test/a/b.ts', isAllowed: true },
    { glob: 'test/**', path: 'src/test/b.ts', isAllowed: false },
    { glob: '**/*.md', path: 'README.md', isAllowed: true },
    { glob: '*.md', path: 'docs/README.md', isAllowed: false },
    { glob: '**', path: '.github/x.yml', isAllowed: true },
    { glob: 'schlüssel/*', path: Buffer.from('schlüssel/a').toString('latin1'), isAllowed: true },
  ])('the glob $glob allows $path: $isAllowed', async ({ glob, path, isAllowed }) => {
    const { isAllowedPath } = await resolve({ config: { allow: { paths: [glob], markers: [] } } });
    expect(isAllowedPath(path, 'acme-key')).toBe(isAllowed);
  });

  it('allows and excludes nothing by itself', async () => {
    const { isAllowedPath, isExcluded } = await resolve();
    expect([isAllowedPath('a', 'acme-key'), isExcluded('a')]).toEqual([false, false]);
  });
});
