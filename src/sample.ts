// Made-up secrets for examples and tests: same text on every run, random enough for every filter, in no file as a whole.

import { crc32, toBase62 } from './checksum.js';

const ALPHABETS = {
  digits: '0123456789',
  hex: '0123456789abcdef',
  upperHex: '0123456789ABCDEF',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  lowerBase32: 'abcdefghijklmnopqrstuvwxyz234567',
  lowerAlnum: '0123456789abcdefghijklmnopqrstuvwxyz',
  upperAlnum: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  base62: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  base64: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/',
  base64url: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_',
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
} as const;

export type Alphabet = keyof typeof ALPHABETS;

/**
 * Pseudo-random text, the same on every run.
 *
 * @param alphabet name of an alphabet, or the characters themselves
 * @param length characters
 * @param seed another number gives another text
 * @returns text that starts and ends with a letter or digit and has a digit and a letter wherever the alphabet has both
 */
export function sample(alphabet: Alphabet | (string & {}), length: number, seed = 1): string {
  const chars = alphabet in ALPHABETS ? ALPHABETS[alphabet as Alphabet] : alphabet;
  const next = generator(seed * 7919 + length * 104729 + chars.length);
  for (;;) {
    const text = Array.from({ length }, () => chars.charAt(next() % chars.length)).join('');
    if (isGood(text, chars)) return text;
  }
}

/** A random-looking lower-case UUID of version 4. */
export function sampleUuid(seed = 1): string {
  const hex = sample('hex', 32, seed);
  const variant = '89ab'.charAt(seed % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A token with the checksum that GitHub, npm and Vercel use: prefix, base62 body, CRC-32 of the body in six base62 digits. */
export function sampleCrcToken(prefix: string, bodyLength: number, seed = 1): string {
  const body = sample('base62', bodyLength, seed);
  return prefix + body + toBase62(crc32(body), 6);
}

/** An unsigned-looking JWT with the given header and payload and a random signature of 43 characters. */
export function sampleJwt(payload: object, header: object = { alg: 'HS256', typ: 'JWT' }, seed = 1): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${sample('base64url', 43, seed)}`;
}

function isGood(text: string, chars: string): boolean {
  const needs = (pattern: RegExp) => !pattern.test(chars) || text.length < 8 || pattern.test(text);
  const edges = text.length === 0 || (/[^\W_]/.test(text.charAt(0)) && /[^\W_]/.test(text.charAt(text.length - 1)));
  return (edges || !/[^\W_]/.test(chars)) && needs(/[0-9]/) && needs(/[a-zA-Z]/) && !/(.)\1\1/.test(text);
}

// xorshift32: small, fast and the same everywhere.
function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
