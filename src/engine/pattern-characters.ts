// Which characters a regular expression can read at all: where a text has another one, no match attempt goes on. Takes more rather
// than less: it reads what stands in the pattern, not how it is put together. Pure.

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
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const syntax = SYNTAX.exec(rest)?.[0];
    const part = syntax ?? (rest.startsWith('[') ? classAt(rest) : elementAt(rest));
    if (syntax === undefined) add(isRead, part, flags);
    at += part.length;
  }
  return isRead;
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

// A class or a set is asked byte by byte; so is a character, for its other case.
function add(isRead: Uint8Array, part: string, flags: string): void {
  const isPlain = !part.startsWith('[') && !SET.test(part) && !flags.includes('i');
  if (isPlain) {
    const code = codeOf(part);
    if (code < 256) isRead[code] = 1;
    return;
  }
  const pattern = new RegExp(`^${part}$`, flags.replace(/[gym]/g, ''));
  for (let code = 0; code < 256; code++) if (pattern.test(String.fromCharCode(code))) isRead[code] = 1;
}

function codeOf(part: string): number {
  if (!part.startsWith('\\')) return part.charCodeAt(0);
  const [, two, four, braces, control] = CODE.exec(part) ?? [];
  if (control) return control.toUpperCase().charCodeAt(0) - 64;
  const hex = two ?? four ?? braces;
  if (hex !== undefined) return Number.parseInt(hex, 16);
  return (CONTROL[part.charAt(1)] ?? part.charAt(1)).charCodeAt(0);
}
