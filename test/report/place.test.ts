import { describe, expect, it } from 'vitest';
import { dayOf, oidOf, showPlace } from '../../src/report/place.js';
import { ada, oid, place, stagedPlace } from './sample-result.js';

describe('showPlace', () => {
  it.each([
    { name: 'a file has path, line and column', occurrence: place(), expected: 'src/config.ts:12:8' },
    {
      name: 'a commit is named by its message',
      occurrence: place({ path: null, kind: 'commit', blob: oid('abc1234567') }),
      expected: 'commit message of abc1234567',
    },
    {
      name: 'a tag is named by its object',
      occurrence: place({ path: null, kind: 'tag', blob: oid('abc1234567') }),
      expected: 'tag abc1234567',
    },
    {
      name: 'a blob without a name is unreachable',
      occurrence: place({ path: null, commit: null, blob: oid('abc1234567') }),
      expected: 'unreachable blob abc1234567',
    },
    {
      name: 'a path with an escape sequence is shown, not obeyed',
      occurrence: place({ path: 'a\x1b[2J' }),
      expected: 'a\\x1b[2J:12:8',
    },
  ])('$name', ({ occurrence, expected }) => {
    expect(showPlace(occurrence)).toBe(expected);
  });
});

describe('oidOf', () => {
  it.each([
    { name: 'an object id is one', blob: oid('f11e'), expected: oid('f11e') },
    { name: 'a SHA-256 id is one', blob: 'a'.repeat(64), expected: 'a'.repeat(64) },
    { name: 'a staged blob carries its id in front', blob: `${oid('5ed')}:src/a.ts`, expected: oid('5ed') },
    { name: 'a file of the work tree has none', blob: 'src/a.ts', expected: null },
  ])('$name', ({ blob, expected }) => {
    expect(oidOf(stagedPlace({ blob }))).toBe(expected);
  });
});

describe('dayOf', () => {
  it.each([
    { name: 'is the day of the committer date', commit: ada, expected: '2024-03-01' },
    { name: 'is null for a malformed date', commit: { ...ada, committerDate: '@99999999999999' }, expected: null },
    { name: 'is null without a commit', commit: null, expected: null },
  ])('$name', ({ commit, expected }) => {
    expect(dayOf(commit)).toBe(expected);
  });
});
