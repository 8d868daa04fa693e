// Literal values that code, manifests and Dockerfiles give to variables with a browser prefix: `NEXT_PUBLIC_X: 'value'`. They come as
// entries, as if they stood in an env file. Pure.

import { decodeText } from './decode-text.js';
import { EnvEntry } from './env-entry.js';
import { isEnvPlaceholder } from './env-placeholder.js';
import { BROWSER_PREFIXES } from './exposure.js';
import { LineStarts } from './line-starts.js';

const NAMES = `(?<![\\w$])((?:${BROWSER_PREFIXES.map(({ prefix }) => prefix).join('|')})[A-Z0-9_]+)`;
// A value is set, or stands in where none is set. Longer than what people write, a literal is none of these values.
const QUOTED = new RegExp(
  `${NAMES}["'\`]?\\]?\\s{0,8}(?::|=(?![=>])|\\|\\|=?|\\?\\?=?)\\s{0,8}(["'\`])([^"'\`\\n]{0,2000})\\2`,
  'g',
);
const BARE = new RegExp(`${NAMES}[ \\t]{0,8}(?::[ \\t]|=)[ \\t]{0,8}([^\\s"'\`#,;]{1,2000})`, 'g');
const IS_CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|rb|php|go|rs|java|kt|cs|ex|exs)$/i;

/**
 * Finds literal values of variables that reach the browser.
 *
 * @param path says whether a value may stand without quotes: not in code, where that is an expression
 */
export function findBrowserLiterals(path: string, bytes: Uint8Array): EnvEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!BROWSER_PREFIXES.some(({ prefix }) => buffer.includes(prefix, 0, 'latin1'))) return [];
  const text = decodeText(bytes);
  if (text === null) return [];
  const lines = new LineStarts(text);
  const found = [...text.matchAll(QUOTED)].map(match => toEntry(match, match[3] ?? '', 1, lines));
  if (!IS_CODE.test(path)) {
    found.push(...[...text.matchAll(BARE)].map(match => toEntry(match, match[2] ?? '', 0, lines)));
  }
  return found.sort((a, b) => a.line - b.line);
}

function toEntry(match: RegExpExecArray, value: string, behind: number, lines: LineStarts): EnvEntry {
  const name = match[1] ?? '';
  const end = match.index + match[0].length - behind;
  return new EnvEntry({
    name,
    value,
    line: lines.pointAt(match.index).line,
    region: lines.regionOf(end - value.length, end),
    isPlaceholder: isEnvPlaceholder(name, value),
  });
}
