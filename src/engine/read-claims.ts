// What a match says of itself: whose it is, how long it is valid, which variable holds it. Looks at the secret and at most
// CONTEXT bytes around it; believes nothing, and gives nothing that the mask would hide. Pure.

import type { Claims, Match, Span } from '../types.js';
import { tokenAccount } from './token-account.js';
import { tokenExpiry } from './token-expiry.js';
import { variableOf } from './variable-of.js';

const CONTEXT_BYTES = 2048; // a service account's file is 2.4 KB, and its project stands in front of the key

/** What stands in front of a secret and behind it, as latin1. */
export type Surroundings = { before: string; after: string };

/** Reads what a match and its surroundings say. */
export function readClaims(match: Match, bytes: Uint8Array): Claims {
  const value = match.secret.reveal();
  const around = surroundingsOf(bytes, match.span);
  return {
    account: tokenAccount(match.ruleId, value, around),
    expiresAt: tokenExpiry(value, around),
    variable: variableOf(around.before),
    environment: environmentOf(value),
  };
}

function surroundingsOf(bytes: Uint8Array, { start, end }: Span): Surroundings {
  const text = (from: number, to: number) =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1');
  return {
    before: text(Math.max(0, start - CONTEXT_BYTES), start),
    after: text(Math.min(end, bytes.length), Math.min(bytes.length, end + CONTEXT_BYTES)),
  };
}

const ENVIRONMENT = /^[A-Za-z0-9]{1,12}[_-](live|prod|production|test|sandbox)[_-]/i; // `sk_live_…`, `whsec_test_…`, `access-sandbox-…`

function environmentOf(value: string): Claims['environment'] {
  const name = ENVIRONMENT.exec(value)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return name === 'test' || name === 'sandbox' ? 'test' : 'live';
}
