// One file → the variables that it reads. Most files hold none of the words that could read one, and are done after a search for
// them. Pure; nothing is thrown for any bytes.

import type { BytePath } from '../../types.js';
import { decodeText } from '../decode-text.js';
import type { FileReads } from '../types.js';
import { familyOf } from './families.js';
import { Report } from './report.js';

const NONE: FileReads = { reads: [], dynamic: [], envFiles: [] };

/** Says whether a file of this name can read variables at all, so that others need not be opened. */
export function canReadEnv(path: BytePath): boolean {
  return familyOf(path) !== null;
}

/**
 * Finds the variables that a file reads, by the language that its name says.
 *
 * @param bytes the whole file
 */
export function findReads(path: BytePath, bytes: Uint8Array): FileReads {
  const family = familyOf(path);
  if (!family) return NONE;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!family.keywords.some(keyword => buffer.includes(keyword, 0, 'latin1'))) return NONE;
  const text = decodeText(bytes);
  return text === null ? NONE : family.find(new Report(text, path)).finish();
}
