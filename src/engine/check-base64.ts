// What base64 in a manifest or a registry config says when it is read: a placeholder is none the less one for being encoded. Pure.

import { isPlaceholder } from '../placeholder.js';
import { checkUrlPassword } from './check-url-password.js';
import type { Verdict } from './checks.js';

const DEFAULT_WORD =
  /^(?:pass(?:word|wd)?|secret|token|key|value|admin|root|user(?:name)?|test(?:ing)?|none|null|true|false|change-?me|postgres|mysql|redis|guest)\d{0,4}$/i;

/**
 * Judges a value that is base64 of text, such as an entry of a Kubernetes Secret.
 *
 * @returns invalid: it reads as a placeholder or a default; unknown: anything else, also what is no base64 of text
 */
export function checkBase64Value(secret: string): Verdict {
  const text = textOf(secret);
  if (text === null) return 'unknown';
  const value = text.trim();
  return isPlaceholder(value) || DEFAULT_WORD.test(value) ? 'invalid' : 'unknown';
}

/** Judges base64 of `user:password`, as `docker login` writes it. */
export function checkBase64Userinfo(secret: string): Verdict {
  const [, user = '', password = ''] = /^([^:]*):([\s\S]*)$/.exec(textOf(secret) ?? '') ?? [];
  if (password === '') return 'invalid';
  if (DEFAULT_WORD.test(password)) return 'invalid';
  return checkUrlPassword(password, { match: `https://${user}:${password}@registry`, previous: '', next: '' });
}

// Text is what has no control characters but white space; a key in binary form is none.
function textOf(base64: string): string | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return /[\x00-\x08\x0e-\x1f\x7f\ufffd]/.test(text) ? null : text;
}
