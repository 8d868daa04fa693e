// Every validator on known tokens and, where it is a checksum, on each of their corruptions by one character.
// Tokens are put together here: no file holds a whole one.

import { describe, expect, it } from 'vitest';
import { crc32, encodeBase32, marvin32, toBase62 } from '../../src/checksum.js';
import { checks, type Verdict } from '../../src/engine/checks.js';
import type { CheckName } from '../../src/rule.js';
import { sample, sampleJwt } from '../../src/sample.js';

const ALNUM_30 = 'AbCdEfGhIjKlMnOpQrStUvWxYz' + '0123';
const ALNUM_36 = `${ALNUM_30}456789`;

// `free` is the part in front that the checksum does not cover.
const TOKENS: { name: string; check: CheckName; free: string; token: string }[] = [
  { name: 'GitHub', check: 'crc32-base62-30', free: 'ghp_', token: `${ALNUM_30}2piBxe` },
  {
    name: 'GitHub, a small number',
    check: 'crc32-base62-30',
    free: 'ghp_',
    token: `PadCheck${'0'.repeat(21)}1` + '0W2eVE',
  },
  { name: 'npm', check: 'crc32-base62-30', free: 'npm_', token: `${ALNUM_30}2piBxe` },
  { name: 'Vercel', check: 'crc32-base62-50', free: 'vcp_', token: `${ALNUM_36}AbCdEfGhIjKlMn` + '1De7jf' },
  {
    name: 'SaladCloud',
    check: 'crc32-base62-rest',
    free: 'salad_cloud_acme_',
    token: ALNUM_30.slice(0, 26) + '3Im1eB',
  },
  { name: 'Cloudflare', check: 'crc32-hex-40', free: 'cfut_', token: `${ALNUM_36}AbCd` + 'cd7e2082' },
  { name: 'Zuplo', check: 'crc32-hex-zuplo', free: 'zpka_', token: 'abcdef0123456789'.repeat(2) + '_5c85ad83' },
  { name: 'Grafana', check: 'crc32-hex-grafana', free: '', token: `glsa_${ALNUM_36.slice(0, 32)}` + '_147f441b' },
  { name: 'Bitbucket', check: 'crc32-hex-atlassian', free: '', token: `ATBB${ALNUM_30.slice(0, 24)}` + '7E1D237E' },
  {
    name: 'Atlassian',
    check: 'crc32-hex-atlassian',
    free: '',
    token: `ATATT3xFfGF0${`${ALNUM_36}_-`.repeat(4)}=` + 'AEC63C71',
  },
  {
    name: 'Confluent',
    check: 'crc32-base64-confluent',
    free: 'cflt',
    token: `${ALNUM_36}+/${ALNUM_30.slice(0, 16)}` + '5j8G7A',
  },
  {
    name: 'GitLab, routable',
    check: 'crc32-base36-gitlab',
    free: '',
    token: 'glpat-' + 'AAECAwQFBgcICQoLDA0OD2M6MQpvOjEKdToxCw' + '.01.120h2srho',
  },
  {
    name: 'Azure Cache',
    check: 'azure-his',
    free: '',
    token: 'X82y' + '9F6q5tjAkjLoytIphD297EU+sdCC' + 'sAzCa0QvUBA=',
  },
  {
    name: 'Azure Storage',
    check: 'azure-his',
    free: '',
    token: 'X82y' + '9F6q5tjAkjLoytIphD297EU+sdCCsDkxz4A2iRYs4nfSs1jeGZ8B1XQtpAO5GsTlOwudMgDj' + '+AStm2R6RA==',
  },
  {
    name: 'Azure CASK',
    check: 'azure-cask',
    free: '',
    token: `${ALNUM_36}AbCdEfGhIjKlMnOp` + 'JQQJ99BACAAAAAAAAAAAAAAAAZEGoTtH',
  },
  {
    name: 'age',
    check: 'bech32-age',
    free: '',
    token: 'AGE-SECRET-KEY-' + '1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG',
  },
  {
    name: 'NATS, from the documentation',
    check: 'nats-nkey',
    free: '',
    token: 'SUAC' + 'SSL3UAHUDXKFSNVUZRF5UHPMWZ' + '6BFDTJ7M6USDXIEDNPPQYYYCU3VY',
  },
  {
    name: 'NATS',
    check: 'nats-nkey',
    free: '',
    token: 'SUAAA' + 'AICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4H776Y',
  },
];

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

// The highest bit of a digit changes: the last character of base64 and base32 may have low bits that mean nothing.
function corruptions(token: string, check: CheckName): string[] {
  const digits = check === 'nats-nkey' ? BASE32 : BASE64;
  return [...token].flatMap((char, at) => {
    const value = digits.indexOf(char);
    if (value < 0) return [];
    return [token.slice(0, at) + digits.charAt((value + digits.length / 2) % digits.length) + token.slice(at + 1)];
  });
}

const judge = (check: CheckName, secret: string, match = secret): Verdict =>
  checks[check](secret, { match, previous: '', next: '' });

describe('checksums', () => {
  it.each(TOKENS)('$name: the known token is valid', ({ check, free, token }) => {
    expect(judge(check, free + token)).toBe('valid');
  });

  it.each(TOKENS)('$name: no corruption of one character is valid', ({ check, free, token }) => {
    const corrupted = corruptions(token, check).map(text => free + text);
    expect(corrupted.length).toBeGreaterThan(20);
    expect(corrupted.filter(text => judge(check, text) === 'valid')).toEqual([]);
  });

  it.each(TOKENS)('$name: a token cut by one character is not valid', ({ check, free, token }) => {
    expect(judge(check, free + token.replace(/=+$/, '').slice(0, -1))).not.toBe('valid');
  });

  it('of Azure is unknown, not invalid, for a signature that is not known here', () => {
    expect(judge('azure-his', sample('base64', 44))).toBe('unknown');
  });

  it.each([
    { seed: 'Send0000', expected: 'valid' },
    { seed: 'Listen00', expected: 'valid' },
    { seed: 'Unknown0', expected: 'valid' },
    { seed: 'Access00', expected: 'invalid' },
  ])('of Service Bus, made with the seed $seed, is $expected', ({ seed, expected }) => {
    const body = Buffer.from(`${sample('base62', 33, 4)}+ASbA`, 'base64');
    const tail = Buffer.alloc(4);
    tail.writeUInt32LE(marvin32(body, seed));
    expect(body).toHaveLength(28);
    expect(judge('azure-his', Buffer.concat([body, tail]).toString('base64'))).toBe(expected);
  });

  it('of a GitHub token from the documentation does not hold', () => {
    expect(judge('crc32-base62-30', 'ghp_16C7e42F292c6912' + 'E7710c838347Ae178B4a')).toBe('invalid');
  });

  it('of nothing at all does not hold', () => {
    expect(judge('crc32-base62-30', 'ghp_')).toBe('invalid');
    expect(judge('crc32-base62-rest', toBase62(crc32(''), 6))).toBe('invalid');
    expect(judge('nats-nkey', 'S1AA')).toBe('invalid');
  });
});

const PYPI =
  'pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAw' +
  'MAACKlszLCIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDAiXQAABiAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const snowflake = base64('1065432109876543210');

describe('structure', () => {
  it.each<{ name: string; check: CheckName; secret: string; match?: string; expected: Verdict }>([
    { name: 'an AWS key id', check: 'aws-key-id', secret: 'AKIA' + 'Y34FZKBOKMUTVV7A', expected: 'valid' },
    {
      name: 'an AWS key id with a digit that base32 has not',
      check: 'aws-key-id',
      secret: 'AKIA' + 'Y34FZKB0KMUTVV7A',
      expected: 'invalid',
    },
    {
      name: 'words that begin like an AWS key id',
      check: 'aws-key-id',
      secret: 'ASIA' + 'ANDPACIFICREGION',
      expected: 'invalid',
    },
    { name: 'a PyPI token', check: 'pypi-macaroon', secret: PYPI, expected: 'valid' },
    {
      name: 'a PyPI token without its signature',
      check: 'pypi-macaroon',
      secret: PYPI.slice(0, 40),
      expected: 'invalid',
    },
    {
      name: 'a PyPI token of version 1',
      check: 'pypi-macaroon',
      secret: PYPI.replace('AgEI', 'AQEI'),
      expected: 'invalid',
    },
    {
      name: 'a PyPI token whose location is no host',
      check: 'pypi-macaroon',
      secret: `pypi-AgEI${sample('base64url', 120)}`,
      expected: 'invalid',
    },
    { name: 'a JWT', check: 'jwt', secret: sampleJwt({ sub: 'ann' }), expected: 'valid' },
    {
      name: 'a JWT whose payload is encrypted',
      check: 'jwt',
      secret: `${sampleJwt({}).split('.')[0]}.${sample('base64url', 40)}.x`,
      expected: 'unknown',
    },
    {
      name: 'a JWT without an algorithm',
      check: 'jwt',
      secret: sampleJwt({ sub: 'ann' }, { typ: 'JWT' }),
      expected: 'invalid',
    },
    {
      name: 'a JWT whose header is JSON but no object',
      check: 'jwt',
      secret: `${base64('null')}.${base64('{}')}.x`,
      expected: 'invalid',
    },
    {
      name: 'three parts that are no JWT',
      check: 'jwt',
      secret: `${sample('base62', 20)}.${sample('base62', 20)}.x`,
      expected: 'invalid',
    },
    { name: 'JSON in base64', check: 'base64-json', secret: base64('{"user": "ann"}'), expected: 'valid' },
    { name: 'base64 of something else', check: 'base64-json', secret: base64('user: ann'), expected: 'invalid' },
    { name: '32 bytes in base64', check: 'base64-32-bytes', secret: base64('k'.repeat(32)), expected: 'valid' },
    { name: '31 bytes in base64', check: 'base64-32-bytes', secret: base64('k'.repeat(31)), expected: 'invalid' },
    { name: '64 bytes in base64', check: 'base64-64-bytes', secret: base64('k'.repeat(64)), expected: 'valid' },
    { name: '65 bytes in base64', check: 'base64-64-bytes', secret: base64('k'.repeat(65)), expected: 'invalid' },
    { name: 'a Discord token', check: 'discord-bot-token', secret: `${snowflake}.GbxYz1.abc`, expected: 'valid' },
    {
      name: 'a Discord token of no snowflake',
      check: 'discord-bot-token',
      secret: `${base64('ann@acme.dev')}.GbxYz1.abc`,
      expected: 'invalid',
    },
    {
      name: 'a Slack token with the numbers of team and user',
      check: 'slack-token',
      secret: `xoxb-${'2145'}67890123-x`,
      expected: 'valid',
    },
    { name: 'a Slack token without numbers', check: 'slack-token', secret: 'xoxb-short', expected: 'invalid' },
    {
      name: 'a JFrog reference token',
      check: 'jfrog-reference-token',
      secret: base64(`reftkn:01:1754000000:${'abc'}`),
      expected: 'valid',
    },
    { name: 'another base64 text', check: 'jfrog-reference-token', secret: base64('reference'), expected: 'invalid' },
    {
      name: 'a Bedrock key',
      check: 'bedrock-key',
      secret: `ABSK${base64('BedrockAPIKey-1a2b:c3')}`,
      expected: 'valid',
    },
    {
      name: 'what only begins like a Bedrock key',
      check: 'bedrock-key',
      secret: `ABSK${base64('somewhere')}`,
      expected: 'invalid',
    },
  ])('$name is $expected', ({ check, secret, expected }) => {
    expect(judge(check, secret)).toBe(expected);
  });

  it.each([
    { previous: ' ', next: ';', expected: 'valid' },
    { previous: '', next: '', expected: 'valid' },
    { previous: 'a', next: '', expected: 'invalid' },
    { previous: '/', next: '', expected: 'invalid' },
    { previous: '', next: '=', expected: 'invalid' },
    { previous: '=', next: '', expected: 'valid' },
  ])('not-base64-part between "$previous" and "$next" is $expected', ({ previous, next, expected }) => {
    expect(checks['not-base64-part']('abc', { match: 'abc', previous, next })).toBe(expected);
  });

  it('a NATS seed of another alphabet is invalid', () => {
    expect(judge('nats-nkey', encodeBase32(Buffer.from('x'.repeat(36))).toLowerCase())).toBe('invalid');
  });
});
