// Secret → what may be shown, and texts of the repository cleared of every secret that was found. Pure.

import type { Secret } from '../secret.js';

const SHOWN = 4; // characters of a long secret: enough to recognise a prefix, far below what helps to guess it
const LONG = 16; // shorter secrets show nothing

/**
 * Masks a secret: at most its first four characters, then its length.
 *
 * @returns for example `ghp_… (40 characters)`; never six characters in a row of the secret
 */
export function mask(secret: Secret): string {
  const value = secret.reveal();
  const shown = value.length >= LONG ? value.slice(0, SHOWN).replace(/[^\x21-\x7e]/g, '?') : '';
  return `${shown}… (${value.length} characters)`;
}

const PROBE = 6; // shortest value that is looked for; shorter ones would mask ordinary words

const PAIRS = 1 << 16;

/** Replaces secrets wherever they stand in text that goes out: paths, author names, refs, reasons. */
export class Redactor {
  readonly #byStart = new Map<string, string[]>(); // first characters → values, longest first
  readonly #pairs = new Uint8Array(PAIRS); // whether a value may begin with these two: most places are told by them
  readonly #known = new Map<string, string>(); // the same paths and names come again and again

  /** @param secrets every secret of the scan, also of suppressed findings */
  constructor(secrets: Iterable<Secret>) {
    const values = [...secrets].map(secret => secret.reveal()).filter(value => value.length >= PROBE);
    // Longest first, so that a secret inside a longer one does not leave the rest of it.
    const decoded = values.filter(value => /[^\x00-\x7f]/.test(value)).map(decodeUtf8);
    for (const value of [...new Set([...values, ...decoded])].sort((a, b) => b.length - a.length)) {
      const start = value.slice(0, PROBE);
      const same = this.#byStart.get(start);
      if (same) same.push(value);
      else this.#byStart.set(start, [value]);
      this.#pairs[pairAt(value, 0)] = 1;
    }
  }

  /** @returns text with every known secret replaced by `[REDACTED]` */
  clean(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const cleaned = this.#replace(text);
    this.#known.set(text, cleaned);
    return cleaned;
  }

  #replace(text: string): string {
    const pairs = this.#pairs;
    const end = text.length - PROBE;
    let cleaned = '';
    let from = 0;
    for (let at = 0; at <= end; at++) {
      if (pairs[pairAt(text, at)] === 0) continue;
      const value = this.#byStart.get(text.slice(at, at + PROBE))?.find(candidate => text.startsWith(candidate, at));
      if (value === undefined) continue;
      cleaned += `${text.slice(from, at)}[REDACTED]`;
      from = at + value.length;
      at = from - 1;
    }
    return from === 0 ? text : cleaned + text.slice(from);
  }
}

// Characters above U+00FF share the places of others.
function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);
}

function decodeUtf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
