// Variables that the code reads and the template does not name → new text of the template. Values stay blank, and what is there stays. Pure.

import type { BytePath } from '../types.js';
import type { Edit } from './edit-ignore.js';

const HEADING = '# Copy this file and fill it in. Never commit the copy.';
const ADDED = '# Read by the code';

/** Adds keys with blank values at the end of a template, in its own line ends. */
export function addKeys(path: BytePath, before: Uint8Array | null, keys: readonly string[]): Edit | null {
  if (keys.length === 0) return null;
  const text = before === null ? '' : Buffer.from(before.buffer, before.byteOffset, before.length).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff)/.test(text) || text.includes('\0')) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text === '' ? `${HEADING}${end}` : text.endsWith('\n') ? '' : end;
  const heading = text === '' || text.includes(ADDED) ? '' : `${end}${ADDED}${end}`;
  return {
    path,
    before,
    after: Buffer.from(`${text}${head}${heading}${keys.map(key => `${key}=${end}`).join('')}`, 'latin1'),
  };
}
