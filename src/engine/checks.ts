// Checksum and structure validators by name. A check speaks of one token only; it sees no context. Pure.

import {
  bech32Checksum,
  crc16Xmodem,
  crc32,
  decodeBase32,
  toBase36,
  toBase62,
  toHex8,
  toHex8LittleEndian,
} from '../checksum.js';
import type { CheckName } from '../rule.js';
import { checkCask, checkHis } from './check-azure.js';
import { checkBase64Userinfo, checkBase64Value } from './check-base64.js';
import { checkPrivateKey } from './check-private-key.js';
import { checkUrlPassword } from './check-url-password.js';
import { isWordy } from './guessable.js';

export type Verdict = 'valid' | 'invalid' | 'unknown';
type Check = (secret: string, around: Around) => Verdict;

/** What stands around a token: the whole match, and one character on each side of it. */
export type Around = { match: string; previous: string; next: string };

const verdict = (holds: boolean): Verdict => (holds ? 'valid' : 'invalid');
const afterLast = (text: string, mark: string) => text.slice(text.lastIndexOf(mark) + 1);

/** Every validator that a rule can name. Sources: the vendors' pages that the rules cite. */
export const checks: Record<CheckName, Check> = {
  'crc32-base62-30': secret => endsWithBase62(afterLast(secret, '_').slice(-36)),
  'crc32-base62-50': secret => endsWithBase62(afterLast(secret, '_').slice(-56)),
  'crc32-base62-rest': secret => endsWithBase62(afterLast(secret, '_')),
  'crc32-hex-40': secret => verdict(toHex8(crc32(secret.slice(-48, -8))) === secret.slice(-8)),
  'crc32-hex-zuplo': secret => verdict(toHex8(crc32(secret.split('_')[1] ?? '')) === secret.slice(-8)),
  'crc32-hex-grafana': secret => verdict(toHex8LittleEndian(crc32(secret.slice(0, 37))) === secret.slice(-8)),
  'crc32-hex-atlassian': secret => verdict(toHex8(crc32(secret.slice(0, -8))).toUpperCase() === secret.slice(-8)),
  'crc32-base64-confluent': secret => verdict(base64OfCrc(secret.slice(4, 58)) === secret.slice(58, 64)),
  'crc32-base36-gitlab': secret => verdict(toBase36(crc32(secret.slice(0, -7)), 7) === secret.slice(-7)),
  'aws-key-id': secret => verdict(/^[A-Z2-7]{16,17}$/.test(secret.slice(4)) && /[2-7]/.test(secret.slice(4))),
  'azure-his': checkHis,
  'azure-cask': checkCask,
  'pypi-macaroon': checkMacaroon,
  'bech32-age': secret => verdict(hasBech32Checksum(secret.toLowerCase())),
  'nats-nkey': checkNkey,
  jwt: checkJwt,
  'private-key': (_secret, around) => checkPrivateKey(around.match),
  'base64-value': checkBase64Value,
  'base64-userinfo': checkBase64Userinfo,
  'pkcs12-key': secret => verdict(secret.includes(KEY_BAG)),
  'base64-json': secret => verdict(isJson(Buffer.from(secret, 'base64').toString('utf8'))),
  'base64-32-bytes': secret => verdict(Buffer.from(secret, 'base64').length === 32),
  'base64-64-bytes': secret => verdict(Buffer.from(secret, 'base64').length === 64),
  'discord-bot-token': secret => verdict(/^\d{17,20}$/.test(decodeText(secret.split('.')[0] ?? ''))),
  password: secret => (isWordy(secret) ? 'invalid' : 'unknown'),
  'url-password': checkUrlPassword,
  'slack-token': secret => verdict(/-\d{9,14}(?:-|$)|^xox[a-z]-[0-9a-zA-Z-]{20,}$|^xapp-1-A/.test(secret)),
  'jfrog-reference-token': secret => verdict(/^reftkn:\d\d:\d{10}:/.test(decodeText(secret))),
  'bedrock-key': secret => verdict(decodeText(secret.replace(/^ABSK/, '')).startsWith('BedrockAPIKey-')),
  'not-base64-part': (_secret, around) =>
    verdict(!/[A-Za-z0-9+/]/.test(around.previous) && !/[A-Za-z0-9+/=]/.test(around.next)),
};

// The object identifier 1.2.840.113549.1.12.10.1.2, which stands in the open even where all else is encrypted. RFC 7292 §4.2
const KEY_BAG = '\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01\x02';

function endsWithBase62(text: string): Verdict {
  return verdict(text.length > 6 && toBase62(crc32(text.slice(0, -6)), 6) === text.slice(-6));
}

function base64OfCrc(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(text));
  return bytes.toString('base64').slice(0, 6);
}

function decodeText(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1');
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

// Header and payload must be JSON and the header must name an algorithm. RFC 7519 §5, RFC 7515 §4.1.1
function checkJwt(secret: string): Verdict {
  const [header = '', payload = ''] = secret.split('.');
  const headerText = Buffer.from(header, 'base64url').toString('utf8');
  if (!isJson(headerText)) return 'invalid';
  const names = JSON.parse(headerText) as Record<string, unknown>;
  if (typeof names.alg !== 'string') return 'invalid';
  // Encrypted tokens (five parts) and cut examples have no readable payload.
  return isJson(Buffer.from(payload, 'base64url').toString('utf8')) ? 'valid' : 'unknown';
}

// Binary macaroon, version 2: byte 02, then field 01 (location) with its length and a host name.
function checkMacaroon(secret: string): Verdict {
  const bytes = Buffer.from(secret.replace(/^pypi-/, ''), 'base64url');
  const length = bytes[2] ?? 0;
  const location = bytes.subarray(3, 3 + length).toString('latin1');
  return verdict(bytes[0] === 2 && bytes[1] === 1 && /^[a-z.]+$/.test(location) && bytes.length > length + 40);
}

function hasBech32Checksum(text: string): boolean {
  const split = text.lastIndexOf('1');
  const data = text.slice(split + 1);
  return bech32Checksum(text.slice(0, split), data.slice(0, -6)) === data.slice(-6);
}

function checkNkey(secret: string): Verdict {
  const bytes = decodeBase32(secret);
  if (!bytes || bytes.length < 4) return 'invalid';
  const body = bytes.subarray(0, bytes.length - 2);
  return verdict(crc16Xmodem(body) === (bytes[bytes.length - 2] ?? 0) + ((bytes[bytes.length - 1] ?? 0) << 8));
}
