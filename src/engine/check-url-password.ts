// Is the password in a URL's userinfo a real one? Pure.

import { isPlaceholder } from '../placeholder.js';
import type { Around, Verdict } from './checks.js';
import { isWordy } from './guessable.js';
import { surprise } from './likeness.js';

const LOCAL =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|db|database|postgres|mysql|mariadb|mongo|mongodb|redis|rabbitmq|cache|queue)$/i;
const EXAMPLE_HOST =
  /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|host(?:name)?|your[\w-]*|my-?(?:host|server)|foo|bar)$|[<{$%[]/i;
// Hosts that nobody has: `server.com`, `some.url.com`, `myfakeurl.com`, `peer1`.
const MADE_UP_HOST =
  /^(?:[\w-]+\.)?(?:server|hosts?|hostname|domain|url|site|proxy|company|website|machine|node|peer|remote|address|test|fake|dummy|sample|demo|foo|bar|some)[\w-]{0,4}(?:\.(?:com|org|net|io|tld|local))?$|(?:^|[.-])(?:my|your|some|fake|test)-?[\w-]*\.[a-z]{2,5}$/i;

/**
 * Judges `scheme://user:password@host…`.
 *
 * @param secret the password as written, percent-encoding kept
 * @returns valid: random text at a host that is not this machine; invalid: a placeholder, an unfilled variable, or words at a host
 *   of this machine or of nobody
 */
export function checkUrlPassword(secret: string, around: Around): Verdict {
  const url = /\/\/([^:@/\s]{0,128}):[^@]{0,256}@([^/?#\s:"'`<>,;]{0,253})/.exec(around.match);
  const user = url?.[1] ?? '';
  const host = url?.[2] ?? '';
  if (isPlaceholder(secret) || /[<>{}$*%[\]]$|^[<{$*%[(?&]|\$\{|\{\{/.test(secret)) return 'invalid';
  if (EXAMPLE_HOST.test(host) || secret.toLowerCase() === user.toLowerCase()) return 'invalid';
  if (
    /^(?:pass(?:word|wd)?|pwd|pw|pass(?:word)?\d{0,4}|secret|token|user|xxx+|\.{2,}|\*+|my(?:pass|secret)\w{0,4})$/i.test(
      secret,
    )
  )
    return 'invalid';
  const isWords = isWordy(decode(secret));
  if (isWords && (LOCAL.test(host) || MADE_UP_HOST.test(host) || /test|fake|dummy|example|sample/i.test(user)))
    return 'invalid';
  if (isWords) return 'unknown';
  return secret.length >= 10 && !LOCAL.test(host) && isRandom(secret) ? 'valid' : 'unknown';
}

function decode(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}

function isRandom(secret: string): boolean {
  return /\d/.test(secret) && /[A-Za-z]/.test(secret) && surprise(secret).mean > 18;
}
