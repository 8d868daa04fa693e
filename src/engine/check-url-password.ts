// Is the password in a URL's userinfo a real one? Pure.

import { isPlaceholder } from '../placeholder.js';
import type { Around, Verdict } from './checks.js';

const LOCAL =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|db|database|postgres|mysql|mariadb|mongo|mongodb|redis|rabbitmq|cache|queue)$/i;
const EXAMPLE_HOST =
  /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|host(?:name)?|your[\w-]*|my-?(?:host|server)|foo|bar)$|[<{$%[]/i;
const WEAK =
  /^(?:postgres|root|mysql|mongo|redis|admin|guest|user|test|pass(?:word|wd)?|secret|dev(?:elopment)?|local|[a-z]{1,8}[_-]?(?:pass(?:word|wd)?|pw|dev|test)|(?:pass(?:word|wd)?|dev|test)[_-]?[a-z\d]{0,6}|12345\d*)$/i;

/**
 * Judges `scheme://user:password@host…`.
 *
 * @param secret the password as written, percent-encoding kept
 * @returns invalid: a placeholder, an unfilled variable, or a local default that opens nothing
 */
export function checkUrlPassword(secret: string, around: Around): Verdict {
  const url = /\/\/([^:@/\s]{0,128}):[^@]{0,256}@([^/?#\s:"'`<>,;]{0,253})/.exec(around.match);
  const user = url?.[1] ?? '';
  const host = url?.[2] ?? '';
  if (isPlaceholder(secret) || /[<>{}$*%[\]]$|^[<{$*%[(]|\$\{|\{\{/.test(secret)) return 'invalid';
  if (EXAMPLE_HOST.test(host) || secret.toLowerCase() === user.toLowerCase()) return 'invalid';
  if (/^(?:pass(?:word|wd)?|pwd|pw|pass(?:word)?\d{0,4}|secret|token|user|xxx+|\.{2,}|\*+)$/i.test(secret))
    return 'invalid';
  return LOCAL.test(host) && (WEAK.test(secret) || secret.length < 8) ? 'invalid' : 'unknown';
}
