// Tokens with a checksum or a structure, made here by the vendors' algorithms: found in every syntax, and not when one character is off.

import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import {
  bech32Checksum,
  crc16Xmodem,
  crc32,
  encodeBase32,
  marvin32,
  toBase36,
  toBase62,
  toHex8,
  toHex8LittleEndian,
} from '../src/checksum.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { scanBytes } from '../src/engine/scan-bytes.js';
import { sample, sampleCrcToken, sampleJwt, sampleUuid } from '../src/sample.js';

const TOKENS_PER_TYPE = 10;
const engine = compileRules(rules);

type TokenType = {
  ruleId: string;
  make: (seed: number) => string;
  inBase64: string | null; // the rule that finds it in base64; null: none, because it is told by what stands around it
};

const type = (ruleId: string, make: TokenType['make'], inBase64: string | null = ruleId): TokenType => ({
  ruleId,
  make,
  inBase64,
});

const TYPES: readonly TokenType[] = [
  type('github-pat-classic', seed => sampleCrcToken('ghp_', 30, seed)),
  type('github-oauth-token', seed => sampleCrcToken('gho_', 30, seed)),
  type('github-app-user-token', seed => sampleCrcToken('ghu_', 30, seed)),
  type('npm-access-token', seed => sampleCrcToken('npm_', 30, seed)),
  type('gitlab-pat-routable', gitlabRoutable),
  type('vercel-personal-access-token', seed => sampleCrcToken('vcp_', 50, seed)),
  type('salad-cloud-key', seed => sampleCrcToken('salad_cloud_acme_', 40, seed)),
  type('cloudflare-user-api-token', seed => withCrc('cfut_', sample('base62', 40, seed))),
  type('zuplo-api-key', seed => withCrc('zpka_', sample('lowerAlnum', 32, seed), '_')),
  type('grafana-service-account-token', grafanaServiceAccount),
  type('atlassian-api-token', atlassianApiToken),
  type('confluent-api-secret', confluentSecret),
  type('azure-cask-key', azureCask),
  type('azure-storage-key', azureStorage, null),
  type('pypi-api-token', pypiMacaroon),
  type('age-secret-key', ageIdentity),
  type('nats-nkey-seed', natsSeed, null),
  type('aws-access-key-id', seed => `AKIA${sample('base32', 15, seed)}7`),
  type(
    'jwt',
    seed => sampleJwt({ iss: 'https://login.acme.dev', sub: sampleUuid(seed) }, { alg: 'HS256', typ: 'JWT' }, seed),
    'jwt-base64',
  ),
  type('slack-bot-token', seed => {
    const id = sample('digits', 11, seed);
    return `${'xoxb'}-1${id}-2${sample('digits', 12, seed + 50)}-${sample('base62', 24, seed)}`;
  }),
  type('jfrog-reference-token', seed => {
    const text = `reftkn:01:1${sample('digits', 9, seed)}:${sample('base62', 27, seed)}`;
    return Buffer.from(text).toString('base64');
  }),
  type('aws-bedrock-api-key-long', seed => {
    const text = `BedrockAPIKey-${sample('lowerAlnum', 4, seed)}-at-${sample('digits', 12, seed)}:${sample('base64', 64, seed)}`;
    return `${'ABSK'}${Buffer.from(text).toString('base64')}`;
  }),
];

const CONTEXTS: readonly { name: string; write: (token: string) => string }[] = [
  { name: 'an env file', write: token => `MODE=test\nDEPLOY_TOKEN=${token}\n` },
  { name: 'JSON', write: token => `{"name": "ci", "token": "${token}"}` },
  { name: 'YAML', write: token => `deploy:\n  token: ${token}\n  retries: 3\n` },
  { name: 'a string in code', write: token => `const token = '${token}';` },
  { name: 'a URL', write: token => `https://acme.dev/hook?access_token=${token}&mode=1` },
  { name: 'a header', write: token => `curl -H "Authorization: Bearer ${token}" https://acme.dev` },
  { name: 'XML', write: token => `<add key="Token" value="${token}" />` },
  { name: 'a comment', write: token => `// the old one was ${token}, see the wiki` },
  { name: 'a shell export', write: token => `export DEPLOY_TOKEN="${token}" && ./deploy` },
  { name: 'lines that end in CRLF', write: token => `mode=1\r\ntoken=${token}\r\nretries=3\r\n` },
  { name: 'the end of a file without a line end', write: token => `mode: 1\n${token}` },
];

const find = (text: string) =>
  scanBytes(engine, Buffer.from(text)).matches.map(({ ruleId, secret }) => [ruleId, secret.reveal()]);
const tokensOf = ({ make }: TokenType) => Array.from({ length: TOKENS_PER_TYPE }, (_, i) => make(i + 1));

describe.each(TYPES)('$ruleId', tokenType => {
  const { ruleId, inBase64 } = tokenType;
  const rule = rules.find(({ id }) => id === ruleId);

  it.each(CONTEXTS)('is found whole, once and for sure in $name', ({ write }) => {
    for (const token of tokensOf(tokenType)) {
      expect(find(write(token))).toEqual([[ruleId, token]]);
      expect(scanBytes(engine, Buffer.from(write(token))).matches[0]?.reasons[0]).toBe(
        `the check ${rule?.check} holds`,
      );
    }
  });

  it(inBase64 ? 'is found in base64' : 'is not looked for in base64', () => {
    for (const token of tokensOf(tokenType)) {
      // A JWT is not distinctive enough to be looked for anywhere in base64: its rule knows how one begins there.
      const text = inBase64 === ruleId ? `token=${token}\n` : token;
      const found = find(`data: ${Buffer.from(text).toString('base64')}`).map(([id]) => id);
      if (inBase64) expect(found).toEqual([inBase64]);
      else expect(found).not.toContain(ruleId);
    }
  });

  it('is another one for each seed', () => {
    expect(new Set(tokensOf(tokenType)).size).toBe(TOKENS_PER_TYPE);
  });
});

// Another character of the same kind in the same place, so that only the checksum can tell.
function corruptions(token: string, from: number): string[] {
  const kinds = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return [...token].flatMap((char, at) => {
    const kind = at < from ? undefined : kinds.find(chars => chars.includes(char));
    if (!kind) return [];
    const other = kind.charAt((kind.indexOf(char) + 1) % (kind.startsWith('0') ? 10 : 6));
    return other === char ? [] : [token.slice(0, at) + other + token.slice(at + 1)];
  });
}

const ENFORCED = TYPES.filter(({ ruleId }) => rules.some(rule => rule.id === ruleId && rule.enforceCheck));

describe('the enforced checksum', () => {
  it('is that of at least GitHub, npm, Cloudflare, Grafana and Atlassian', () => {
    const ids = ENFORCED.map(({ ruleId }) => ruleId.split('-')[0]);
    expect(ids).toEqual(expect.arrayContaining(['github', 'npm', 'cloudflare', 'grafana', 'atlassian']));
  });

  it.each(ENFORCED)('keeps $ruleId from reporting a token with one character changed', tokenType => {
    for (const token of tokensOf(tokenType)) {
      const changed = corruptions(token, token.search(/[_-]/) + 1);
      expect(changed.length).toBeGreaterThan(30);
      const wrong = find(changed.map(text => `token = "${text}"\n`).join('')).filter(([id]) => id === tokenType.ruleId);
      expect(wrong).toEqual([]);
    }
  });
});

function withCrc(prefix: string, body: string, between = ''): string {
  return prefix + body + between + toHex8(crc32(body));
}

function gitlabRoutable(seed: number): string {
  const routing = `o:1\nu:${seed}`;
  const payload = Buffer.from(`${sample('base62', 16, seed)}${routing}${String.fromCharCode(routing.length)}`).toString(
    'base64url',
  );
  const head = `${'glpat'}-${payload}.01.${toBase36(payload.length, 2)}`;
  return head + toBase36(crc32(head), 7);
}

function grafanaServiceAccount(seed: number): string {
  const start = `${'glsa'}_${sample('base62', 32, seed)}`;
  return `${start}_${toHex8LittleEndian(crc32(start))}`;
}

function atlassianApiToken(seed: number): string {
  const text = `${'ATATT3'}xFfGF0${sample('base64url', 171, seed)}=`;
  return text + toHex8(crc32(text)).toUpperCase();
}

function confluentSecret(seed: number): string {
  const body = sample('base62', 54, seed);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(body));
  return `${'cflt'}${body}${bytes.toString('base64').replaceAll('=', '')}`;
}

function azureCask(seed: number): string {
  const head = `${sample('base62', 52, seed)}${'JQQJ99'}BACYeBjFXJ3w3AAA${sample('upperAlnum', 1, seed)}`;
  const body = `${head.padEnd(76, 'A')}ACOG`;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(marvin32(Buffer.from(body, 'base64'), 'Default0'));
  return body + toBase62(bytes.readUInt32BE(0), 1).padEnd(6, '0').slice(0, 4);
}

function azureStorage(seed: number): string {
  const data = Buffer.from(`${sample('base62', 76, seed)}${'+A'}StA`, 'base64').subarray(0, 60);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(marvin32(data, 'Default0'));
  return Buffer.concat([data, checksum]).toString('base64');
}

function pypiMacaroon(seed: number): string {
  const field = (kind: number, data: string | Buffer) =>
    Buffer.concat([Buffer.from([kind, data.length]), Buffer.from(data)]);
  const end = Buffer.from([0]);
  const signature = field(6, Buffer.from(sample('hex', 64, seed), 'hex'));
  const caveat = field(2, `[3,"${sampleUuid(seed + 1)}"]`);
  const parts = [Buffer.from([2]), field(1, 'pypi.org'), field(2, sampleUuid(seed)), end, caveat, end, end, signature];
  return `${'pypi'}-${Buffer.concat(parts).toString('base64url')}`;
}

// 32 bytes are 51 characters and one bit, so the 52nd is `q` or `s`.
function ageIdentity(seed: number): string {
  const data = `${sample('qpzry9x8gf2tvdw0s3jn54khce6mua7l', 51, seed)}q`;
  return `${'age-secret'}-key-1${data}${bech32Checksum('age-secret-key-', data)}`.toUpperCase();
}

function natsSeed(seed: number): string {
  const user = 0xa0;
  const bytes = Buffer.concat([
    Buffer.from([0x90 | (user >> 5), (user & 31) << 3]),
    Buffer.from(sample('hex', 64, seed), 'hex'),
  ]);
  const crc = crc16Xmodem(bytes);
  return encodeBase32(Buffer.concat([bytes, Buffer.from([crc & 0xff, crc >> 8])]));
}
