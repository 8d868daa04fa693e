// Path bytes → what people read, and what goes into a URI. Neither is cleaned for a terminal: sanitise does that.

import type { BytePath } from '../types.js';

const RESERVED = /[^A-Za-z0-9._~/-]+/g; // all but the unreserved characters of RFC 3986 §2.3, and the separator

const PLAIN = /^[A-Za-z0-9._~-][A-Za-z0-9._~/-]*$/; // is its own URI
const ASCII = /^[\x00-\x7f]*$/;

// Lead byte, then how many continuation bytes; narrower ranges keep out overlong forms, surrogates and what is past U+10FFFF.
// Runs are bounded, so that no path exhausts the stack of the matcher.
const UTF8_RUN =
  /(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}){1,500}|[\x80-\xff]/g;

/**
 * Shows a path: valid UTF-8 is decoded, every other byte becomes `\xNN`.
 *
 * @param path one character per byte; text with characters above U+00FF is taken as decoded already
 */
export function showPath(path: BytePath): string {
  if (ASCII.test(path) || !isBytes(path)) return path;
  return path.replace(UTF8_RUN, bytes => {
    return bytes.length > 1 || bytes < '\x80'
      ? Buffer.from(bytes, 'latin1').toString('utf8')
      : `\\x${bytes.charCodeAt(0).toString(16)}`;
  });
}

/**
 * Encodes a path as a relative URI reference, byte by byte: everything but unreserved characters and `/` is `%NN`.
 *
 * @returns without a leading slash; `unnamed` for an empty path
 * Source: RFC 3986 §2.1, §4.2 (a first segment must hold no colon); SARIF 2.1.0 §3.4.3
 */
export function pathToUri(path: BytePath): string {
  if (PLAIN.test(path)) return path;
  const bytes = isBytes(path) ? path : Buffer.from(path, 'utf8').toString('latin1');
  const encoded = bytes.replace(RESERVED, run =>
    Buffer.from(run, 'latin1').toString('hex').toUpperCase().replace(/../g, '%$&'),
  );
  return encoded.replace(/^\/+/, '') || 'unnamed';
}

function isBytes(path: string): boolean {
  return !/[^\x00-\xff]/.test(path);
}
