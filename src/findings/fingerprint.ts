// A stable name for (rule, secret): the same on every machine and for every commit, path and line. Pure.

import { createHmac, scrypt, scryptSync } from 'node:crypto';
import type { Secret } from '../secret.js';

const VERSION = 'leakgate-secret-v1';
const GUESSABLE_BITS = 64; // below this a plain keyed hash could be searched through in minutes
const HASH_BYTES = 16;
const SCRYPT = { N: 512, r: 8, p: 1 }; // about 1 ms a value: 10^7 guesses take hours, a scan does not notice

/**
 * Names a secret without revealing it.
 *
 * @returns 24 lower-case hex digits of a keyed hash; of a slow one where the value could be guessed
 */
export function fingerprint(ruleId: string, secret: Secret): string {
  const value = secret.reveal();
  const salt = saltOf(ruleId);
  return hashOf(salt, isGuessable(value) ? scryptSync(value, salt, HASH_BYTES, SCRYPT) : value);
}

/** The same of many secrets: those that are hashed slowly by other threads, while this one goes on. */
export class Fingerprints {
  readonly #names = new Map<string, Map<Secret, string>>(); // '': not there yet, or quick to make
  readonly #begun: Promise<unknown>[] = [];

  /** Begins with a secret that will be asked for. */
  begin(ruleId: string, secret: Secret): void {
    const names = this.#names.get(ruleId) ?? new Map<Secret, string>();
    this.#names.set(ruleId, names);
    if (names.has(secret)) return;
    names.set(secret, '');
    const value = secret.reveal();
    if (!isGuessable(value)) return;
    const begun = slowHashOf(value, saltOf(ruleId)).then(name => names.set(secret, name));
    begun.catch(() => {}); // of a scan that fails before it asks, nobody hears of this
    this.#begun.push(begun);
  }

  /** Waits for all that was begun. @returns names secrets as `fingerprint` does */
  async end(): Promise<(ruleId: string, secret: Secret) => string> {
    await Promise.all(this.#begun);
    return (ruleId, secret) => this.#names.get(ruleId)?.get(secret) || fingerprint(ruleId, secret);
  }
}

function slowHashOf(value: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(value, salt, HASH_BYTES, SCRYPT, (error, hash) => (error ? reject(error) : resolve(hashOf(salt, hash))));
  });
}

function saltOf(ruleId: string): string {
  return `${VERSION}:${ruleId}`;
}

function hashOf(salt: string, text: string | Uint8Array): string {
  return createHmac('sha256', salt).update(text).digest('hex').slice(0, 24);
}

function isGuessable(value: string): boolean {
  return estimateBits(value) < GUESSABLE_BITS;
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
  let size = 0;
  if (/[a-z]/.test(value)) size += 26;
  if (/[A-Z]/.test(value)) size += 26;
  if (/\d/.test(value)) size += 10;
  if (/[^A-Za-z0-9]/.test(value)) size += 32;
  return value.length * Math.log2(Math.max(2, size));
}
