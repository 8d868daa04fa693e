// The id of a key and its secret are one finding, when they stand beside each other.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { pairParts } from '../../src/findings/pair.js';
import { sample } from '../../src/sample.js';
import { SecretPool } from '../../src/secret.js';
import type { LocatedMatch } from '../../src/types.js';
import { growth } from '../helpers/cost.js';
import { NO_CLAIMS } from '../helpers/no-claims.js';
import { temporaryFolder } from '../helpers/repository.js';
import { leakgateJson } from '../helpers/run.js';

const pool = new SecretPool();
const pairsWith = (ruleId: string) => (ruleId === 'acme-secret' ? ['acme-id', 'acme-old-id'] : []);

/** A match of twenty bytes; its line is its place in hundreds. */
function located(ruleId: string, start: number): LocatedMatch {
  const line = Math.floor(start / 100) + 1;
  return {
    match: {
      ruleId,
      secret: pool.intern(`${ruleId} ${start}`),
      span: { start, end: start + 20 },
      confidence: 'medium',
      reasons: ['shape and context'],
      rank: 1,
    },
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: 21 },
    marker: null,
    parts: [],
    claims: NO_CLAIMS,
  };
}

const shown = (matches: readonly LocatedMatch[]) =>
  matches.map(({ match, parts }) => [
    match.ruleId,
    match.span.start,
    ...parts.map(part => `${part.ruleId} line ${part.region.startLine}`),
  ]);

describe('pairParts', () => {
  it.each([
    { name: 'in front of it', id: 0, secret: 100 },
    { name: 'behind it', id: 700, secret: 300 },
    { name: 'as far away as the window allows', id: 0, secret: 520 },
  ])('makes an id a part of the secret that stands $name', ({ id, secret }) => {
    const ids = located('acme-id', id);
    const matches = [ids, located('acme-secret', secret)];
    const [first, ...others] = pairParts(matches, pairsWith);
    expect(others).toEqual([]);
    expect(first?.parts).toEqual([{ ruleId: 'acme-id', secret: ids.match.secret, region: ids.region }]);
    expect(first?.match.confidence).toBe('high');
    expect(first?.match.reasons).toEqual(['shape and context', 'its other half stands beside it']);
  });

  it.each([
    { name: 'an id that is too far away', matches: [located('acme-id', 0), located('acme-secret', 521)] },
    { name: 'an id without a secret', matches: [located('acme-id', 0)] },
    { name: 'a secret without an id', matches: [located('acme-secret', 0)] },
    { name: 'ids of other rules', matches: [located('other-id', 0), located('acme-secret', 100)] },
  ])('leaves $name alone', ({ matches }) => {
    expect(pairParts(matches, pairsWith)).toEqual(matches);
  });

  it('gives each secret the id of its own block', () => {
    const blocks = [0, 200, 400].flatMap(at => [located('acme-id', at), located('acme-secret', at + 60)]);
    expect(shown(pairParts(blocks, pairsWith))).toEqual([
      ['acme-secret', 60, 'acme-id line 1'],
      ['acme-secret', 260, 'acme-id line 3'],
      ['acme-secret', 460, 'acme-id line 5'],
    ]);
  });

  it('takes one id for a secret and reports the others', () => {
    const matches = [located('acme-old-id', 0), located('acme-id', 100), located('acme-secret', 200)];
    expect(shown(pairParts(matches, pairsWith))).toEqual([
      ['acme-old-id', 0],
      ['acme-secret', 200, 'acme-id line 2'],
    ]);
  });

  it('is quick for a file of many pairs', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => located(i % 2 ? 'acme-secret' : 'acme-id', i * 40));
    expect(pairParts(many, pairsWith)).toHaveLength(10_000);
    expect(growth(size => pairParts(many.slice(0, size), pairsWith), 5000)).toBeLessThan(10);
  });
});

describe('rules', () => {
  it('pair with rules that exist, and not with each other', () => {
    const byId = new Map(rules.map(rule => [rule.id, rule]));
    const wrong = rules.flatMap(rule =>
      rule.pairsWith.filter(id => byId.get(id)?.pairsWith.length !== 0).map(id => `${rule.id} ${id}`),
    );
    expect(wrong).toEqual([]);
    expect(rules.filter(rule => rule.pairsWith.length > 0).length).toBeGreaterThan(10);
  });

  const hex = (seed: number) => sample('hex', 32, seed);
  const id = (prefix: string, rest: string) => prefix + rest;
  const CASES = [
    {
      name: 'AWS',
      text: (at: number) => ({ id: id('AKIA', `${sample('base32', 15, at)}7`), secret: sample('base64', 40, at) }),
      write: (key: string, secret: string) =>
        `[default]\naws_access_key_id = ${key}\naws_secret_access_key = ${secret}\n`,
      rules: ['aws-secret-access-key', 'aws-access-key-id'],
    },
    {
      name: 'Twilio',
      text: (at: number) => ({ id: id('AC', hex(at)), secret: hex(at + 1) }),
      write: (key: string, secret: string) => `TWILIO_ACCOUNT_SID=${key}\nTWILIO_AUTH_TOKEN=${secret}\n`,
      rules: ['twilio-auth-token', 'twilio-account-sid'],
    },
    {
      name: 'DigitalOcean Spaces',
      text: (at: number) => ({ id: id('DO00', sample('upperAlnum', 16, at)), secret: sample('base64', 43, at) }),
      write: (key: string, secret: string) => `SPACES_ACCESS_KEY_ID=${key}\nSPACES_SECRET_ACCESS_KEY=${secret}\n`,
      rules: ['digitalocean-spaces-secret-key', 'digitalocean-spaces-access-key'],
    },
    {
      name: 'Google OAuth',
      text: (at: number) => ({
        id: `${sample('digits', 12, at)}-${sample('lowerAlnum', 32, at)}.apps.googleusercontent.com`,
        secret: id('GOCSPX-', sample('base64url', 28, at)),
      }),
      write: (key: string, secret: string) => `{"client_id": "${key}",\n "client_secret": "${secret}"}\n`,
      rules: ['google-oauth-client-secret', 'google-oauth-client-id'],
    },
    {
      name: 'Google Cloud Storage HMAC',
      text: (at: number) => ({ id: id('GOOG1E', sample('upperAlnum', 55, at)), secret: sample('base64', 40, at) }),
      write: (key: string, secret: string) => `access_key: ${key}\nsecret: ${secret}\n`,
      rules: ['gcs-hmac-secret', 'gcs-hmac-key'],
    },
    {
      name: 'Alibaba Cloud',
      text: (at: number) => ({ id: id('LTAI5t', sample('base62', 18, at)), secret: sample('base62', 30, at) }),
      write: (key: string, secret: string) => `accessKeyId: '${key}',\naccessKeySecret: '${secret}',\n`,
      rules: ['alibaba-access-key-secret', 'alibaba-access-key-id'],
    },
    {
      name: 'Tencent Cloud',
      text: (at: number) => ({ id: id('AKID', sample('base62', 32, at)), secret: sample('base62', 32, at + 1) }),
      write: (key: string, secret: string) => `SecretId: '${key}',\nSecretKey: '${secret}',\n`,
      rules: ['tencent-secret-key', 'tencent-secret-id'],
    },
  ];

  it('report the key pairs of seven vendors as one finding each, with its id, and an id alone by itself', async () => {
    const dir = temporaryFolder();
    const secrets: string[] = [];
    CASES.forEach(({ text, write }, at) => {
      const pair = text(at + 1);
      secrets.push(pair.id, pair.secret);
      writeFileSync(join(dir, `${at}.txt`), write(pair.id, pair.secret));
    });
    const alone = CASES[0]?.text(99).id ?? '';
    writeFileSync(join(dir, 'alone.txt'), `key: ${alone}\n`);
    const { report } = await leakgateJson(['files', '.'], { cwd: dir, secrets: [...secrets, alone] });
    const findings = report.findings as unknown as {
      ruleId: string;
      parts: { ruleId: string; masked: string; region: { startLine: number } }[];
    }[];
    expect(findings.map(finding => [finding.ruleId, ...finding.parts.map(part => part.ruleId)]).sort()).toEqual(
      [...CASES.map(entry => entry.rules), ['aws-access-key-id']].sort(),
    );
    const aws = findings.find(({ ruleId }) => ruleId === 'aws-secret-access-key');
    expect(aws?.parts[0]).toMatchObject({ masked: 'AKIA… (20 characters)', region: { startLine: 2 } });
  });
});
