// Fingerprints stand in ignore files and baselines: they must never change, and must not let anybody guess the secret.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Fingerprints, fingerprint } from '../../src/findings/fingerprint.js';
import { sample, sampleUuid } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';

const GITHUB = 'ghp_AbCdEfGhIjKlMnOpQrStUvWxYz' + '01232piBxe';

describe('fingerprint', () => {
  // Literal on purpose: whoever changes one of these breaks every ignore file in the world.
  it.each([
    { name: 'a token', rule: 'github-pat-classic', value: GITHUB, expected: '99e436b4c0ca86ca018e108d' },
    {
      name: 'the same token under another rule',
      rule: 'generic-secret',
      value: GITHUB,
      expected: 'dc0dabc86f074c82f65f73b6',
    },
    {
      name: 'a password, which is hashed slowly',
      rule: 'generic-password',
      value: 'hunter2',
      expected: 'cbb1528a8a06ddd06dbaf8e0',
    },
  ])('of $name is $expected', ({ rule, value, expected }) => {
    expect(fingerprint(rule, new Secret(value))).toBe(expected);
  });

  it('is the same for the same rule and value, and another when either differs', () => {
    const value = sample('base62', 30);
    const names = [
      fingerprint('a', new Secret(value)),
      fingerprint('a', new Secret(value)),
      fingerprint('b', new Secret(value)),
      fingerprint('a', new Secret(`${value}x`)),
    ];
    expect(names[0]).toBe(names[1]);
    expect(new Set(names).size).toBe(3);
  });

  it.each([GITHUB, 'hunter2', sample('hex', 64), sampleUuid()])('of a value is no plain hash of it', value => {
    const name = fingerprint('acme-key', new Secret(value));
    expect(name).toMatch(/^[0-9a-f]{24}$/);
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      for (const text of [value, `acme-key:${value}`, `${value}:acme-key`]) {
        const digest = createHash(algorithm).update(text).digest('hex');
        expect([digest.slice(0, 24), digest.slice(-24)]).not.toContain(name);
      }
    }
  });

  it('of what could be guessed takes long enough to make guessing dear', () => {
    const run = (value: string) => {
      const start = performance.now();
      for (let i = 0; i < 50; i++) fingerprint('acme-key', new Secret(`${value}${i}`));
      return performance.now() - start;
    };
    run('warm');
    expect(run('summer20')).toBeGreaterThan(5 * run(sample('base62', 40)));
  });
});

describe('Fingerprints', () => {
  it('names secrets as fingerprint does, those that it began with and others', async () => {
    const secrets = [GITHUB, 'hunter2', 'summer20', sample('hex', 64)].map(value => new Secret(value));
    const fingerprints = new Fingerprints();
    for (const secret of secrets.slice(0, 3)) for (const rule of ['a', 'b', 'a']) fingerprints.begin(rule, secret);
    const nameOf = await fingerprints.end();
    for (const secret of secrets)
      for (const rule of ['a', 'b', 'c']) expect(nameOf(rule, secret)).toBe(fingerprint(rule, secret));
  });
});
