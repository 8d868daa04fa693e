// Passwords of env files that anybody would guess: defaults of images and frameworks, words with digits, keyboard rows, the user's own
// name. Whether that matters is for the environment to say: on one's own machine it is meant. Pure.

import { type EntryPlace, type PlacedEntries, placed } from './exposure.js';

/** `default`: what images and manuals use. `pattern`: a sequence, a repetition or a word with digits. `user`: the user's name. */
export type Weak = EntryPlace & {
  kind: 'default' | 'pattern' | 'user' | 'short';
  isLocal: boolean; // for a host of this machine, or in a file for development, tests or as a template
};

const PASSWORD_NAME = /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|PASSCODE)(?:_\d+)?$/i;
const SECRET_NAME =
  /(?:^|_)(?:JWT|SESSION|COOKIE|AUTH|APP|DJANGO|FLASK|NEXTAUTH|ENCRYPTION|SIGNING|CSRF|TOKEN)_?\w*(?:SECRET|KEY)$|^SECRET_KEY(?:_BASE)?$|^SECRET$/i;
const WORDS =
  /^(?:admin|administrator|root|toor|pass|passw(?:or)?d|passwort|password|p@ss|secret|supersecret|letmein|welcome|qwerty|qwertz|azerty|abc|iloveyou|monkey|dragon|master|login|test|testing|user|guest|demo|default|hello|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|elastic|minio|minioadmin|grafana|keycloak|vagrant|ubuntu|docker|local|localhost|dev|devel|development|staging|changeme|change-?me|changeit|temp|tmp|super|manager|foo|bar|foobar|sa|sql|oracle|django|laravel|rails|jwt|session|company|summer|winter|spring|autumn)$/;
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/([^\s:@/]*):([^\s/]*)@([^\s/?#:]+)/i;
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1|host\.docker\.internal|[\w-]+)$/i;
const UNFILLED = /^\$\w|\$[{(]|\{\{|^<.*>$|^\[.*\]$|^%.*%$|\.\.\.|^x{3,}$|^\*+$/i;

/** Entries whose password, or password in a URL, is a bad one. Blanks and variables that are still to be filled are none. */
export function findWeak(files: readonly PlacedEntries[]): Weak[] {
  return placed(files).flatMap(({ entry, place }) => {
    const url = URL_PASSWORD.exec(entry.value);
    const isNamed = PASSWORD_NAME.test(entry.name);
    if (!url && !isNamed && !SECRET_NAME.test(entry.name)) return [];
    const [user, password] = url ? [url[1] ?? '', url[2] ?? ''] : ['', entry.value.trim()];
    const kind = weaknessOf(password, user, isNamed || url !== null);
    if (kind === null || (kind === 'short' && entry.isPlaceholder)) return [];
    const isLocal = (url !== null && LOCAL_HOST.test(url[3] ?? '')) || isForOneself(place);
    return [{ ...place, kind, isLocal }];
  });
}

function isForOneself({ environment }: EntryPlace): boolean {
  return environment === 'development' || environment === 'test' || environment === 'template';
}

/** Why a password is weak; null when it is not, or when nothing is filled in. */
export function weaknessOf(password: string, user: string, isPassword: boolean): Weak['kind'] | null {
  if (password === '' || UNFILLED.test(password)) return null;
  const plain = plainLetters(password.toLowerCase());
  if (user !== '' && plain === plainLetters(user.toLowerCase())) return 'user';
  const words = plain.replace(/[\d!@#$%^&*._-]+$/, '').split(/[\s_.-]+/);
  if (words.every(word => word === '' || WORDS.test(word))) {
    if (words.some(word => word !== '')) return 'default';
    return password.length < 16 ? 'pattern' : null; // digits and signs alone
  }
  if (isSequence(password) || isRepetition(password)) return 'pattern';
  if (/^[a-z]{3,12}\d{1,4}[!@#$%^&*.]?$/.test(plain) && password.length < 12) return 'pattern';
  const shortest = isPassword ? 8 : 16;
  return password.length < shortest ? 'short' : null;
}

// `p4ssw0rd` is as good as what it is made of.
function plainLetters(text: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };
  const [, body = '', tail = ''] = /^(.*?)([\d!@#$%^&*._-]*)$/.exec(text) ?? [];
  return body.replace(/[0-5@$]/g, sign => letters[sign] ?? sign) + tail;
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];

function isSequence(password: string): boolean {
  const text = password.toLowerCase();
  if (text.length < 4) return false;
  return ROWS.some(row => row.includes(text) || [...row].reverse().join('').includes(text));
}

function isRepetition(password: string): boolean {
  return /^(.{1,4})\1+$/.test(password);
}
