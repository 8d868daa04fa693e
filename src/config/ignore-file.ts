// .leakgateignore: one allowed secret per line, bound to its fingerprint, with a reason and optionally an owner and an end.
// `<fingerprint> [owner=<who>] [expires=<YYYY-MM-DD>] <reason>`; `#` begins a comment line.

import { LeakgateError } from '../errors.js';
import type { IgnoreEntry } from '../types.js';

/**
 * Reads the entries of an ignore file.
 *
 * @param file its name, for messages
 * @throws {LeakgateError} IGNORE_INVALID with the line
 */
export function parseIgnoreFile(text: string, file: string): Map<string, IgnoreEntry> {
  const entries = new Map<string, IgnoreEntry>();
  text.split('\n').forEach((raw, index) => {
    const line = raw
      .replace(/\r$/, '')
      .replace(/^\uFEFF/, '')
      .trim();
    if (line === '' || line.startsWith('#')) return;
    const entry = parseEntry(line, index + 1, file);
    if (entries.has(entry.fingerprint))
      fail(
        file,
        index + 1,
        `the fingerprint ${entry.fingerprint} is already on line ${entries.get(entry.fingerprint)?.line}.`,
      );
    entries.set(entry.fingerprint, entry);
  });
  return entries;
}

function parseEntry(text: string, line: number, file: string): IgnoreEntry {
  const [fingerprint = '', ...words] = text.split(/\s+/);
  if (!/^[0-9a-f]{24}$/.test(fingerprint))
    fail(file, line, `"${fingerprint.slice(0, 40)}" is not a fingerprint of 24 hex digits, as a report shows it.`);
  const fields = new Map<string, string>();
  while (/^(?:owner|expires)=/.test(words[0] ?? '')) {
    const [key = '', value = ''] = (words.shift() ?? '').split('=', 2);
    fields.set(key, value);
  }
  const expires = fields.get('expires') ?? null;
  if (expires !== null && !isDate(expires)) fail(file, line, `expires=${expires} is not a date such as 2027-01-31.`);
  if (words.length === 0) fail(file, line, 'a reason is missing behind the fingerprint.');
  return { fingerprint, reason: words.join(' '), owner: fields.get('owner') ?? null, expires, line };
}

// The 30th of February is read as the 2nd of March, so the day must come back as it was written.
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function fail(file: string, line: number, problem: string): never {
  throw new LeakgateError('IGNORE_INVALID', { file, line, problem });
}

/** Whether the entries stand in the order of their fingerprints, which keeps merges free of conflicts. */
export function isSorted(entries: ReadonlyMap<string, IgnoreEntry>): boolean {
  const fingerprints = [...entries.keys()];
  return fingerprints.every((fingerprint, i) => i === 0 || (fingerprints[i - 1] ?? '') < fingerprint);
}
