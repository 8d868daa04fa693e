// The value itself, for `--show-secrets` and nothing else. Pure.

import type { Secret } from '../secret.js';

/** @returns the secret as text, bytes read as UTF-8 */
export function showSecret(secret: Secret): string {
  return Buffer.from(secret.reveal(), 'latin1').toString('utf8');
}
