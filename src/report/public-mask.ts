// The mask of a secret as it may leave this machine: reports that are made to be uploaded or passed on hold nothing else.

import type { Finding } from '../types.js';

/** What stands for the secret. What --show-secrets puts in place of the mask stays out. */
export function publicMask({ masked }: Pick<Finding, 'masked'>): string {
  return /^[\x21-\x7e]{0,4}… \(\d+ characters\)$/.test(masked) ? masked : '…';
}
