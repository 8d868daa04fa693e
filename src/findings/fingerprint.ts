// A stable name for (rule, secret): the same on every machine and for every commit, path and line. Pure.

import { createHmac, scryptSync } from 'node:crypto';
import type { Secret } from '../secret.js';

const VERSION = 'leakgate-secret-v1';
const GUESSABLE_BITS = 64; // below this a plain keyed hash could be searched through in minutes
const SCRYPT = { N: 512, r: 8, p: 1 }; // about 1 ms a value: 10^7 guesses take hours, a scan does not notice

/**
 * Names a secret without revealing it.
 *
 * @returns 24 lower-case hex digits of a keyed hash; of a slow one where the value could be guessed
 */
export function fingerprint(ruleId: string, secret: Secret): string {
  const value = secret.reveal();
  const salt = `${VERSION}:${ruleId}`;
  const text = estimateBits(value) < GUESSABLE_BITS ? scryptSync(value, salt, 16, SCRYPT) : value;
  return createHmac('sha256', salt).update(text).digest('hex').slice(0, 24);
}

/**
 * Names what an env check found. Neither path nor name is a secret, so a plain hash will do.
 *
 * @returns 24 lower-case hex digits
 */
export function envFingerprint(ruleId: string, path: string, name: string): string {
  return createHmac('sha256', `leakgate-env-v1:${ruleId}`)
    .update(`${path}\0${name}`, 'latin1')
    .digest('hex')
    .slice(0, 24);
}

// Length times the bits of its alphabet: an upper bound that is enough to tell a password from a token.
function estimateBits(value: string): number {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];
  const sizes = [26, 26, 10, 32];
  const size = classes.reduce((sum, pattern, i) => sum + (pattern.test(value) ? (sizes[i] ?? 0) : 0), 0);
  return value.length * Math.log2(Math.max(2, size));
}
