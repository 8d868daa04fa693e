// Passwords that somebody would guess: defaults, a word or two with a few digits, sequences. Pure.

import { isPlaceholder } from '../placeholder.js';
import { coverWords, surprise } from './likeness.js';

const GUESSABLE =
  /^(?:admin|administrator|root|toor|pass|passw0rd|passwd|password|p@ss|p@ssw0rd|secret|letmein|welcome|qwerty|abc|iloveyou|monkey|dragon|master|login|test|testing|tester|user|guest|demo|default|hello|love|god|sys|system|oracle|postgres|mysql|mongo|redis|rabbit|elastic|minio|minioadmin|vagrant|ubuntu|raspberry|pi|dev|local|changeme|temp|tmp|super|manager|foo|bar|baz|foobar|hunter2|sa|sql|tiger|mariadb|symfony|laravel|django|rails|spring|nginx|apache|jenkins|grafana|docker|kafka|keycloak|wordpress|drupal)?[\W_]{0,2}(?:admin|root|pass|word|password|secret|test|user|123)?[\d!@#$%^&*._-]{0,6}$/i;

// `p4ssw0rd` and `s3cr3t` are as guessable as what they are made of.
function plainLetters(value: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', $: 's', '@': 'a' };
  const [, body = '', tail = ''] = /^(.*?)([\d!@#$%^&*._-]*)$/.exec(value) ?? [];
  return body.replace(/[0-5$@]/g, sign => letters[sign] ?? sign) + tail;
}

/** Says whether a password is a well-known default: `admin`, `p4ssw0rd`, `changeme123`. */
export function isDefault(written: string): boolean {
  const value = written.replace(/%([2-7][\da-f])/gi, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/^\d{6,12}$/.test(value)) return isKeyboardRun(value) || isPlaceholder(value);
  return GUESSABLE.test(plainLetters(value));
}

/** Says whether a password is a default, or one or two words with a few digits. */
export function isGuessable(value: string): boolean {
  if (isDefault(value) || /^(?:q1w2|1q2w|1qaz|zaq1|pwn[e3]d)/i.test(value)) return true;
  if (/[A-Za-z][013457$@]+[A-Za-z]/.test(value) && isMadeOfWords(plainLetters(value))) return true;
  const [, letters = ''] = /^([A-Z]?[a-z]{4,16})\d{1,4}$/.exec(value) ?? [];
  const cover = coverWords(letters);
  return cover.words > 0 && cover.words < 3 && cover.letters > 0.95;
}

function isMadeOfWords(text: string): boolean {
  const { letters, words } = coverWords(text);
  return words > 0 && words <= 3 && letters > 0.95;
}

/**
 * Says whether a password is made of nothing but words, a short number and punctuation, or is a placeholder. Wider than
 * {@link isGuessable}: for places where a password stands beside a user and a host, and examples are as frequent as secrets.
 */
export function isWordy(value: string): boolean {
  if (isPlaceholder(value) || isGuessable(value) || isKeyboardRun(value)) return true;
  const { letters, words } = coverWords(value);
  const digits = value.replace(/\D/g, '').length;
  if (words > 0 && words <= 4 && letters > 0.85 && digits <= 4) return true;
  // Names and foreign words that no dictionary of code has: `lovelace`.
  return /^[A-Za-z][a-z]{3,}\d{0,2}$/.test(value) && surprise(value).mean < 16.5;
}

// `123456`, `654321`, `qwerty`, `112233`: no more than three steps that are not to a neighbour or to the same.
function isKeyboardRun(value: string): boolean {
  if (!/^\d{3,10}$/.test(value)) return /^(?:qwe|asd|zxc|abc|1q2w)/i.test(value) && value.length < 10;
  let breaks = 0;
  for (let i = 1; i < value.length; i++) if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - 1)) > 1) breaks++;
  return breaks <= value.length / 4;
}
