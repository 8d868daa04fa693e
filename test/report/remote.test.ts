import { describe, expect, it } from 'vitest';
import { isWebAddress, repositoryUri, viewerUri } from '../../src/report/remote.js';

describe('repositoryUri', () => {
  it.each([
    { remote: 'https://github.com/acme/project.git', expected: 'https://github.com/acme/project.git' },
    { remote: 'https://ann:token@github.com/acme/project.git', expected: 'https://github.com/acme/project.git' },
    { remote: 'https://token@host:8443/a/b?private_token=x#y', expected: 'https://host:8443/a/b' },
    { remote: 'https://ann:p@ss@host/a', expected: 'https://host/a' },
    { remote: 'ssh://git@host:22/a/b.git', expected: 'ssh://host:22/a/b.git' },
    { remote: 'git@github.com:acme/project.git', expected: 'ssh://github.com/acme/project.git' },
    { remote: '/srv/git/project.git', expected: null },
    { remote: 'C:\\git\\project', expected: null },
    { remote: '../project', expected: null },
    { remote: 'file:///home/ann/project', expected: null },
    { remote: 'https://host/a b\x1b[31m', expected: null },
    { remote: 'ext::sh -c whoami', expected: null },
    { remote: null, expected: null },
  ])('makes $expected of $remote', ({ remote, expected }) => {
    expect(repositoryUri(remote)).toBe(expected);
  });
});

describe('viewerUri', () => {
  const at = { commit: 'abc', uri: 'src/a%20b.ts', line: 3 };
  it.each([
    {
      repository: 'https://github.com/acme/project.git',
      expected: 'https://github.com/acme/project/blob/abc/src/a%20b.ts#L3',
    },
    {
      repository: 'ssh://gitlab.com/group/sub/project.git',
      expected: 'https://gitlab.com/group/sub/project/-/blob/abc/src/a%20b.ts#L3',
    },
    { repository: 'https://git.example.org/acme/project', expected: null },
    { repository: null, expected: null },
  ])('is $expected for $repository', ({ repository, expected }) => {
    expect(viewerUri(repository, at)).toBe(expected);
  });
});

describe('isWebAddress', () => {
  it.each([
    { text: 'https://docs.example.org/a_(b)#c', expected: true },
    { text: 'javascript:alert(1)', expected: false },
    { text: 'https://x/<script>', expected: false },
    { text: 'https://x/%zz', expected: false },
    { text: 'https://x/a b', expected: false },
  ])('is $expected for $text', ({ text, expected }) => {
    expect(isWebAddress(text)).toBe(expected);
  });
});
