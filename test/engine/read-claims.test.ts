// What a match says of itself: whose it is, how long it is valid, what it is assigned to.

import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/engine/read-claims.js';
import { sample, sampleJwt } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';

/** Claims of what « » mark in a text, under a rule. */
function claims(ruleId: string, marked: string) {
  const start = marked.indexOf('«');
  const value = marked.slice(start + 1, marked.indexOf('»'));
  const bytes = Buffer.from(marked.replace('«', '').replace('»', ''), 'latin1');
  const span = { start, end: start + value.length };
  return readClaims({ ruleId, secret: new Secret(value), span, confidence: 'high', reasons: [], rank: 1 }, bytes);
}

// 0x81bfffffff80 shifted: the account 123456789012 in the bits where AWS puts it, encoded by hand from its definition.
function awsKeyId(account: number): string {
  const number = ((1n << 47n) | (BigInt(account) << 7n)) << 32n; // the top bit is set in every new key
  let text = '';
  for (let at = 15; at >= 0; at--)
    text += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number((number >> BigInt(at * 5)) & 31n));
  return `AKIA${text}`;
}

const sentry = `sntrys_${Buffer.from(JSON.stringify({ org: 'acme', url: 'https://sentry.io' })).toString('base64')}_${sample('base64', 43)}`;
const routable = (lines: string) => {
  const payload = Buffer.from(`${sample('base62', 16)}${lines}${String.fromCharCode(lines.length)}`).toString(
    'base64url',
  );
  return `glpat-${payload}.01.${sample('lowerAlnum', 9)}`;
};
const sid = `AC${sample('hex', 32, 3)}`;

describe('account', () => {
  it.each([
    { rule: 'aws-access-key-id', text: `«${awsKeyId(123456789012)}»`, account: 'AWS account 123456789012' },
    { rule: 'aws-access-key-id', text: `«${awsKeyId(42)}»`, account: 'AWS account 000000000042' },
    { rule: 'aws-access-key-id', text: `«AKIA${'IOSFODNN7'}${'ABCDEFG'}»`, account: null }, // older keys hold none
    {
      rule: 'aws-secret-access-key',
      text: `role = "arn:aws:iam::210987654321:role/deploy"\nkey = "«${sample('base64', 40)}»"`,
      account: 'AWS account 210987654321, by an ARN beside it',
    },
    {
      rule: 'gcp-service-account-key',
      text: '{"project_id": "acme-shop", "private_key": "«key»", "client_email": "bot@acme-shop.iam.gserviceaccount.com"}',
      account: 'Google Cloud project acme-shop, service account bot',
    },
    { rule: 'private-key-pem', text: 'project_id: x\n«key»', account: null },
    {
      rule: 'twilio-auth-token',
      text: `SID=${sid}\nTOKEN=«${sample('hex', 32)}»`,
      account: `Twilio account ${sid.slice(0, 4)}…`,
    },
    {
      rule: 'slack-webhook-url',
      text: '«https://hooks.slack.com/services/T0AB12CD34/B0/x»',
      account: 'Slack workspace T0AB…',
    },
    { rule: 'sentry-org-auth-token', text: `«${sentry}»`, account: 'Sentry organization acme at https://sentry.io' },
    { rule: 'gitlab-pat-routable', text: `«${routable('o:1\nu:2s')}»`, account: 'GitLab organization 1, user 100' },
    {
      rule: 'discord-bot-token',
      text: `«${Buffer.from('123456789012345678').toString('base64')}.x.y»`,
      account: 'Discord bot 123456789012345678',
    },
    {
      rule: 'azure-storage-key-legacy',
      text: 'AccountName=acmestore;AccountKey=«k»',
      account: 'Azure storage account acmestore',
    },
    {
      rule: 'postgres-connection-string',
      text: 'postgres://app:«pw»@db.acme.dev:5432/shop',
      account: 'app at db.acme.dev',
    },
    { rule: 'redis-url', text: `redis://:${'«pw»'}@10.0.0.7/0`, account: '10.0.0.7' },
    {
      rule: 'jwt',
      text: `«${sampleJwt({ iss: 'https://auth.acme.dev', sub: 'ann@acme.dev', role: 'admin' })}»`,
      account: 'JWT of issuer https://auth.acme.dev, role admin, for a subject that is an e-mail address',
    },
    {
      rule: 'supabase-service-role-jwt',
      text: `«${sampleJwt({ iss: 'supabase', ref: 'abcd', role: 'service_role' })}»`,
      account: 'JWT of issuer supabase, project abcd, role service_role',
    },
    {
      rule: 'jwt',
      text: `«${sampleJwt({ iss: 'a\u001b[31m'.padEnd(200, 'x') })}»`,
      account: `JWT of issuer a?[31m${'x'.repeat(94)}`,
    },
    { rule: 'jwt', text: '«eyJ.eyJ.x»', account: null },
    { rule: 'github-pat-classic', text: '«x»', account: null },
  ])('$rule says $account', ({ rule, text, account }) => {
    expect(claims(rule, text).account).toBe(account);
  });

  it('never repeats more of a token than the mask does', () => {
    const { account } = claims('slack-webhook-url', '«https://hooks.slack.com/services/T0AB12CD34/B0AB12CD34/abc»');
    expect(account).not.toContain('T0AB1');
  });
});

describe('expiry', () => {
  const sig = `${sample('base62', 43)}%3D`;
  const bedrock = Buffer.from('bedrock.amazonaws.com/?X-Amz-Date=20260101T000000Z&X-Amz-Expires=43200').toString(
    'base64',
  );
  it.each([
    { name: 'exp of a JWT', text: `«${sampleJwt({ exp: 1_700_000_000 })}»`, at: '2023-11-14T22:13:20.000Z' },
    { name: 'exp beyond what a date can be', text: `«${sampleJwt({ exp: 1e300 })}»`, at: null },
    { name: 'exp that is no number', text: `«${sampleJwt({ exp: 'soon' })}»`, at: null },
    { name: 'a JWT without exp', text: `«${sampleJwt({ iss: 'x' })}»`, at: null },
    {
      name: 'se of a SAS',
      text: `https://a.blob.core.windows.net/f?se=2031-01-01T00%3A00%3A00Z&sig=«${sig}»`,
      at: '2031-01-01T00:00:00.000Z',
    },
    {
      name: 'se behind the signature',
      text: `x?sv=2022-11-02&sig=«${sig}»&se=2024-05-06`,
      at: '2024-05-06T00:00:00.000Z',
    },
    {
      name: 'se of Service Bus, in seconds',
      text: `SharedAccessSignature sr=x&sig=«${sig}»&se=1900000000&skn=root`,
      at: '2030-03-17T17:46:40.000Z',
    },
    { name: 'se of another URL', text: `https://a/?se=2031-01-01&x=1 https://b/?sig=«${sig}»`, at: null },
    {
      name: 'a presigned URL',
      text: 'https://b.s3.amazonaws.com/k?X-Amz-Date=20260102T030405Z&X-Amz-Expires=3600&X-Amz-Security-Token=«t»',
      at: '2026-01-02T04:04:05.000Z',
    },
    {
      name: 'a presigned URL with an impossible date',
      text: 'https://b/k?X-Amz-Date=20261399T000000Z&X-Amz-Expires=60&t=«t»',
      at: null,
    },
    { name: 'a short-term Bedrock key', text: `«bedrock-api-key-${bedrock}»`, at: '2026-01-01T12:00:00.000Z' },
    { name: 'a plain token', text: 'TOKEN=«abc»', at: null },
  ])('of $name', ({ text, at }) => {
    expect(claims('jwt', text).expiresAt).toBe(at);
  });
});

describe('variable', () => {
  it.each([
    { text: 'API_KEY=«x»', name: 'API_KEY' },
    { text: 'export API_KEY="«x»"', name: 'API_KEY' },
    { text: "const apiKey = '«x»';", name: 'apiKey' },
    { text: 'const apiKey: string = `«x»`;', name: 'apiKey' },
    { text: 'process.env.API_KEY = "«x»"', name: 'API_KEY' },
    { text: 'os.environ["API_KEY"] = "«x»"', name: 'API_KEY' },
    { text: '{"user": "a", "apiKey": "«x»"}', name: 'apiKey' },
    { text: '  api_key: «x»', name: 'api_key' },
    { text: 'DATABASE_URL=postgres://app:«x»@h/d', name: 'DATABASE_URL' },
    { text: 'ENV API_KEY «x»', name: 'API_KEY' },
    { text: '- name: API_KEY\n  value: «x»', name: 'API_KEY' },
    { text: '<add key="ApiKey" value="«x»"/>', name: 'ApiKey' },
    { text: '$config["api_key"] => "«x»"', name: 'api_key' },
    { text: 'key := []byte("«x»")', name: 'key' },
    { text: 'Authorization: Bearer «x»', name: null },
    { text: 'curl https://api.acme.dev/«x»', name: null },
    { text: 'see «x»', name: null },
    { text: '«x»', name: null },
  ])('of $text is $name', ({ text, name }) => {
    expect(claims('acme-key', text).variable).toBe(name);
  });
});

describe('environment', () => {
  it.each([
    { value: `sk${'_live_'}abc`, environment: 'live' },
    { value: `rk${'_test_'}abc`, environment: 'test' },
    { value: 'access-sandbox-abc', environment: 'test' },
    { value: 'ghp_liveabc', environment: null },
    { value: 'abc_test', environment: null },
  ])('of $value is $environment', ({ value, environment }) => {
    expect(claims('acme-key', `«${value}»`).environment).toBe(environment);
  });
});
