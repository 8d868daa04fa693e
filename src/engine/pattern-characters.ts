// Which characters a regular expression can read at all, and which may not stand in front of it: most keywords stand where no match
// attempt gets far. Takes more rather than less: it reads what stands in the pattern, not how it is put together. Pure.

const SET = /\\[dDsSwW]|\./;
const CODE = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]+)\}|c([a-z]))/i;
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', 0: '\0' };
// Parts of the syntax that name no character: beginnings of groups, bounds of repetition, borders.
const SYNTAX = /^(?:\(\?(?:[:=!]|<[=!]|<\w+>)|\(|\)|\||\{\d+(?:,\d*)?\}|[*+?^$]|\\[bB])/;

/**
 * Collects the characters of a pattern, lookarounds included.
 *
 * @returns for each byte 1: may be read and passed
 */
export function charactersOf({ source, flags }: RegExp): Uint8Array {
  const isRead = new Uint8Array(256);
  for (const { text, isSyntax } of partsOf(source)) if (!isSyntax) addCharacters(isRead, text, flags);
  return isRead;
}

const LEAD = /^\(\?<!(\[(?:[^\]\\]|\\.)+\]|\\[wd])\)/;

/**
 * Collects the characters that must not stand in front of a match: those of `(?<![…])` at the beginning of a pattern.
 *
 * @returns for each byte 1: no match begins behind it; null: the pattern does not begin like that
 */
export function bannedBefore({ source, flags }: RegExp): Uint8Array | null {
  const banned = LEAD.exec(source)?.[1];
  if (banned === undefined) return null;
  let depth = 0;
  for (const { text, isSyntax } of partsOf(source)) {
    if (!isSyntax) continue;
    if (text === '|' && depth === 0) return null; // begins in another way, too
    depth += text.startsWith('(') ? 1 : text === ')' ? -1 : 0;
  }
  const isBanned = new Uint8Array(256);
  addCharacters(isBanned, banned, flags);
  return isBanned;
}

/** A part of a pattern: a character, a class or a set; or syntax, which names none. */
export type Part = { text: string; isSyntax: boolean };

/** Divides a pattern. */
export function* partsOf(source: string): Generator<Part> {
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const syntax = SYNTAX.exec(rest)?.[0];
    const text = syntax ?? (rest.startsWith('[') ? classAt(rest) : elementAt(rest));
    yield { text, isSyntax: syntax !== undefined };
    at += text.length;
  }
}

function classAt(text: string): string {
  let end = 1;
  while (end < text.length && text[end] !== ']') end += text[end] === '\\' ? 2 : 1;
  return text.slice(0, end + 1);
}

function elementAt(text: string): string {
  if (!text.startsWith('\\')) return text.slice(0, 1);
  return CODE.exec(text)?.[0] ?? text.slice(0, 2);
}

/** Adds the characters of a part that is no syntax. @param isRead for each byte 1 */
export function addCharacters(isRead: Uint8Array, part: string, flags: string): void {
  const isPlain = !part.startsWith('[') && !SET.test(part) && !flags.includes('i');
  if (isPlain) {
    const code = codeOf(part);
    if (code < 256) isRead[code] = 1;
    return;
  }
  for (const code of bytesOf(part, flags.replace(/[gymd]/g, ''))) isRead[code] = 1;
}

const known = new Map<string, readonly number[]>(); // hundreds of rules have the same few classes

// A class or a set is asked byte by byte; so is a character, for its other case.
function bytesOf(part: string, flags: string): readonly number[] {
  const key = `${flags}/${part}`;
  let bytes = known.get(key);
  if (!bytes) {
    const pattern = new RegExp(`^${part}$`, flags);
    bytes = ALL_BYTES.filter(code => pattern.test(String.fromCharCode(code)));
    known.set(key, bytes);
  }
  return bytes;
}

const ALL_BYTES = Array.from({ length: 256 }, (_, code) => code);

function codeOf(part: string): number {
  if (!part.startsWith('\\')) return part.charCodeAt(0);
  const [, two, four, braces, control] = CODE.exec(part) ?? [];
  if (control) return control.toUpperCase().charCodeAt(0) - 64;
  const hex = two ?? four ?? braces;
  if (hex !== undefined) return Number.parseInt(hex, 16);
  return (CONTROL[part.charAt(1)] ?? part.charAt(1)).charCodeAt(0);
}
