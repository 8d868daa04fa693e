// A stretch of encoded text around a place → decoded text, with the way back to where each byte was written.
// Looks no further than its bounds say, so that what is found does not depend on how a blob is cut. Pure.

import type { Step, Way } from './encode-keyword.js';
import { wrappedAt, wrappedBefore } from './wrapped-line.js';

/** Decoded text; byte i was written in [from[i], to[i]) of the text it was decoded from. */
export type Decoded = {
  text: string; // latin1
  from: Int32Array;
  to: Int32Array;
  at: number; // where the keyword begins
};

/** Decoded bytes wanted on either side of the keyword. */
export type Need = { before: number; after: number };

const MAX_BEFORE = 4 * 1024; // encoded characters
const MAX_AFTER = 24 * 1024; // 18 KB of base64: the longest private key of a rule but PGP's is 16 KB

/** How much further than its bounds a run looks for line breaks that belong to it (engine/wrapped-line.ts). */
export const LINE_LOOK = 512;

// Encoded characters for one byte. Of text with escapes, where only some characters are written longer, twice is plenty.
const COST: Readonly<Record<Way, number>> = { base64: 4 / 3, hex: 2, percent: 2, json: 2, html: 2 };

/** The bounds within which `decodeRun` looks: the encoded form of what is needed, with room for line breaks. */
export function reachIn(way: Way, need: Need): Need {
  const cost = (bytes: number) => Math.ceil(bytes * COST[way]) + 8;
  return { before: Math.min(MAX_BEFORE, cost(need.before)), after: Math.min(MAX_AFTER, cost(need.after)) };
}

/**
 * Decodes the text around a keyword's encoded form.
 *
 * @param at where the form begins in `text`
 * @returns null when no unit of the encoding begins where the step says
 */
export function decodeRun(step: Step, text: string, at: number, need: Need): Decoded | null {
  const reach = reachIn(step.way, need);
  if (step.way === 'base64') return decodeUnits(text, at, { ...step, reach, unit: 4, bits: 6, values: BASE64 });
  if (step.way === 'hex') return decodeUnits(text, at, { ...step, reach, unit: 2, bits: 4, values: HEX });
  return decodeEscapes(ESCAPES[step.way], text, at, reach);
}

function valuesOf(alphabets: readonly string[]): Int8Array {
  const values = new Int8Array(256).fill(-1);
  for (const alphabet of alphabets) for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE64 = valuesOf([`${BASE62}+/`, `${BASE62}-_`]);
const HEX = valuesOf(['0123456789abcdef', '0123456789ABCDEF']);

type Units = Pick<Step, 'shift' | 'skip'> & { reach: Need; unit: number; bits: number; values: Int8Array };

function decodeUnits(text: string, at: number, units: Units): Decoded | null {
  const { shift, skip, unit, bits, values } = units;
  const before = placesBefore(text, at, units);
  if (before.length < shift) return null;
  // The keyword's unit begins `shift` characters in front of it; what is further in front comes in whole units.
  const whole = Math.floor((before.length - shift) / unit) * unit;
  const places = [...before.slice(before.length - shift - whole), ...placesFrom(text, at, units)];
  const bytes = new Uint8Array(Math.floor((places.length * bits) / 8));
  const from = new Int32Array(bytes.length);
  const to = new Int32Array(bytes.length);
  let buffer = 0;
  let held = 0;
  let byte = 0;
  places.forEach((place, i) => {
    buffer = ((buffer << bits) | (values[text.charCodeAt(place)] ?? 0)) & 0xffff;
    held += bits;
    if (held < 8) return;
    held -= 8;
    bytes[byte] = (buffer >> held) & 0xff;
    from[byte] = places[Math.floor((byte * 8) / bits)] ?? 0;
    to[byte++] = (places[i] ?? 0) + 1;
  });
  return { text: Buffer.from(bytes).toString('latin1'), from, to, at: (whole * bits) / 8 + skip };
}

// A line break inside wrapped base64 or hex belongs to the run; it costs as much of the reach as its characters are.
function placesFrom(text: string, at: number, { reach, values }: Units): number[] {
  const isPart = (place: number) => (values[text.charCodeAt(place)] ?? -1) >= 0;
  const end = Math.min(text.length, at + reach.after);
  const places: number[] = [];
  for (let place = at; place < end; place++) {
    if (isPart(place)) {
      places.push(place);
      continue;
    }
    const next = wrappedAt(text, place, isPart);
    if (next < 0) break;
    place = next - 1;
  }
  return places;
}

function placesBefore(text: string, at: number, { reach, values }: Units): number[] {
  const isPart = (place: number) => (values[text.charCodeAt(place)] ?? -1) >= 0;
  const start = Math.max(0, at - reach.before);
  const places: number[] = [];
  for (let place = at - 1; place >= start; place--) {
    if (isPart(place)) {
      places.push(place);
      continue;
    }
    const previous = wrappedBefore(text, place + 1, isPart);
    if (previous < 0) break;
    place = previous + 1;
  }
  return places.reverse();
}

type Escapes = { pattern: RegExp; decode: (written: string) => string };

const hexChar = (digits: string) => codeChar(Number.parseInt(digits, 16));
// Characters beyond one byte stand for themselves nowhere in a token: one byte takes their place.
const codeChar = (code: number) => String.fromCharCode(code < 256 ? code : 0xff);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  equals: '=',
  plus: '+',
};
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const ESCAPES: Readonly<Record<Exclude<Way, 'base64' | 'hex'>, Escapes>> = {
  percent: { pattern: /%[0-9a-f]{2}/gi, decode: written => hexChar(written.slice(1)) },
  json: {
    pattern: /\\(?:u[0-9a-fA-F]{4}|[/"\\nrt])/g,
    decode: written =>
      written.length > 2 ? hexChar(written.slice(2)) : (SIMPLE[written.charAt(1)] ?? written.charAt(1)),
  },
  html: { pattern: /&(?:#x[0-9a-f]{2}|#\d{2,3}|amp|lt|gt|quot|apos|sol|equals|plus);/gi, decode: decodeEntity },
};

function decodeEntity(written: string): string {
  const name = written.slice(1, -1).toLowerCase();
  if (name.startsWith('#x')) return hexChar(name.slice(2));
  return name.startsWith('#') ? codeChar(Number(name.slice(1))) : (NAMED[name] ?? '?');
}

function decodeEscapes({ pattern, decode }: Escapes, text: string, at: number, reach: Need): Decoded {
  const start = Math.max(0, at - reach.before);
  const written = text.slice(start, at + reach.after);
  const parts: string[] = [];
  const from = new Int32Array(written.length);
  const to = new Int32Array(written.length);
  let length = 0;
  let keyword = 0;
  const add = (char: string, place: number, size: number) => {
    if (place <= at) keyword = length;
    parts.push(char);
    from[length] = place;
    to[length++] = place + size;
  };
  let next = 0;
  const addPlain = (end: number) => {
    for (; next < end; next++) add(written.charAt(next), start + next, 1);
  };
  for (const found of written.matchAll(pattern)) {
    addPlain(found.index);
    add(decode(found[0]), start + found.index, found[0].length);
    next = found.index + found[0].length;
  }
  addPlain(written.length);
  return { text: parts.join(''), from: from.subarray(0, length), to: to.subarray(0, length), at: keyword };
}
