// Entries of env files → those that reach every browser, values that several places share, and passwords that anybody would guess.
// Values are looked at and never handed on. Pure.

import { createHmac } from 'node:crypto';
import type { BytePath } from '../types.js';
import type { EnvEntry } from './env-entry.js';
import { type Environment, environmentOf } from './environment-of.js';
import { publishableKind } from './publishable.js';

/** An env file or another file with literal assignments, and its entries. */
export type PlacedEntries = { path: BytePath; entries: readonly EnvEntry[] };

/** Does the value, under this name, look like a secret? The engine answers; this room may not ask it itself. */
export type IsSecret = (name: string, value: string) => boolean;

export type EntryPlace = { path: BytePath; name: string; line: number; environment: Environment };

/** `value`: it looks like a secret. `name`: the name says secret, and the browser will have whatever is set. */
export type Exposed = EntryPlace & { kind: 'value' | 'name'; prefix: string };

/**
 * One value in several places. `environments`: the same in two of them. `template`: a template and a real file share it.
 * `names`: under different names. `files`: only in several files.
 */
export type Reused = { kind: 'environments' | 'template' | 'names' | 'files'; places: readonly EntryPlace[] };

/** What the bundlers of these frameworks put into the code that browsers load, by the prefix of the name. */
export const BROWSER_PREFIXES: readonly { prefix: string; source: string }[] = [
  { prefix: 'NEXT_PUBLIC_', source: 'https://nextjs.org/docs/app/guides/environment-variables' },
  { prefix: 'NUXT_PUBLIC_', source: 'https://nuxt.com/docs/guide/going-further/runtime-config' },
  { prefix: 'EXPO_PUBLIC_', source: 'https://docs.expo.dev/guides/environment-variables/' },
  { prefix: 'VITE_', source: 'https://vite.dev/guide/env-and-mode' },
  { prefix: 'REACT_APP_', source: 'https://create-react-app.dev/docs/adding-custom-environment-variables/' },
  { prefix: 'GATSBY_', source: 'https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/' },
  { prefix: 'VUE_APP_', source: 'https://cli.vuejs.org/guide/mode-and-env.html' },
  { prefix: 'NG_APP_', source: 'https://github.com/chihab/ngx-env' },
  { prefix: 'PUBLIC_', source: 'https://docs.astro.build/en/guides/environment-variables/' },
];

const SECRET_NAME =
  /(?:^|_)(?:SECRET|SECRETS|PRIVATE_?KEY|PASSWORD|PASSWD|PASSPHRASE|PWD|SERVICE_ROLE|SERVICE_ACCOUNT|CREDENTIALS?|ACCESS_KEY|ADMIN_KEY|MASTER_KEY|SIGNING_KEY|ENCRYPTION_KEY|CONNECTION_STRING|DATABASE_URL)(?:_|$)/;
const ABOUT_SECRET =
  /_(?:URL|URI|PATH|NAME|LENGTH|MIN|MAX|TTL|EXPIR\w*|ENABLED|DISABLED|TYPE|HOST|PORT|REGION|REQUIRED|LABEL|HINT|REGEX|PATTERN|TIMEOUT)$/;

/** The browser prefix of a name, or null. */
export function browserPrefix(name: string): string | null {
  return BROWSER_PREFIXES.find(({ prefix }) => name.startsWith(prefix))?.prefix ?? null;
}

/** Entries that a bundler puts into every browser and that should not be there. Blanks and placeholders count by their name alone. */
export function findExposed(files: readonly PlacedEntries[], isSecret: IsSecret): Exposed[] {
  return placed(files).flatMap(({ entry, place }): Exposed[] => {
    const prefix = browserPrefix(entry.name);
    if (prefix === null) return [];
    const name = entry.name.slice(prefix.length);
    const isFilled = !entry.isBlank && !entry.isPlaceholder;
    if (isFilled && publishableKind(name, entry.value) !== null) return [];
    if (isFilled && isSecret(entry.name, entry.value)) return [{ ...place, kind: 'value', prefix }];
    if (!isSecretName(name)) return [];
    return [{ ...place, kind: 'name', prefix }];
  });
}

function isSecretName(name: string): boolean {
  const isAbout = ABOUT_SECRET.test(name) && !name.endsWith('DATABASE_URL');
  return SECRET_NAME.test(name) && !isAbout && !/(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON)(?:_|$)/.test(name);
}

const SHORTEST = 8; // characters of a value that two places hardly share by chance

/**
 * Groups places by their value; only a keyed hash of it is ever kept, and not handed on.
 *
 * @param key of the hash, random for every run
 */
export function findReused(files: readonly PlacedEntries[], isSecret: IsSecret, key: Uint8Array): Reused[] {
  const groups = new Map<string, EntryPlace[]>();
  for (const { entry, place } of placed(files)) {
    const credential = credentialOf(entry.value);
    if (entry.isBlank || entry.isPlaceholder || credential.length < SHORTEST) continue;
    const prefix = browserPrefix(entry.name) ?? '';
    if (publishableKind(entry.name.slice(prefix.length), entry.value) !== null) continue;
    if (!isSecret(entry.name, entry.value)) continue;
    const hash = createHmac('sha256', key).update(credential).digest('base64');
    const known = groups.get(hash);
    if (known) known.push(place);
    else groups.set(hash, [place]);
  }
  return [...groups.values()].filter(isShared).map(places => ({ kind: kindOf(places), places }));
}

// `"x"`, `x` and `x` with a line break behind it are one; of a URL only the password counts, as hosts differ by environment.
function credentialOf(value: string): string {
  const text = value.trim().replace(/^(["'`])(.*)\1$/s, '$2');
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:([^\s/]+)@/i.exec(text)?.[1];
  return password ?? text;
}

// A file that holds a key twice only repeats itself.
function isShared(places: readonly EntryPlace[]): boolean {
  return new Set(places.map(({ path, name }) => `${path}\0${name}`)).size > 1;
}

function kindOf(places: readonly EntryPlace[]): Reused['kind'] {
  const environments = new Set(places.map(({ environment }) => environment));
  if (environments.has('template') && environments.size > 1) return 'template';
  environments.delete('unknown');
  if (environments.size > 1) return 'environments';
  return new Set(places.map(({ name }) => name)).size > 1 ? 'names' : 'files';
}

/** Every entry with its place, in the order of the files. */
export function placed(files: readonly PlacedEntries[]): { entry: EnvEntry; place: EntryPlace }[] {
  return files.flatMap(({ path, entries }) => {
    const environment = environmentOf(path);
    return entries.map(entry => ({ entry, place: { path, name: entry.name, line: entry.line, environment } }));
  });
}
