// Which findings are allowed, by whom and why. They are kept and marked, never dropped in silence. Pure.

import type { BytePath, IgnoreEntry, Suppression } from '../types.js';
import type { Group } from './group.js';

export type SuppressInput = {
  ignore: ReadonlyMap<string, IgnoreEntry>;
  ignoreFile: string; // its name, for reports
  baseline: ReadonlySet<string>; // fingerprints of an earlier report
  baselineFile: string;
  isAllowedPath: (path: BytePath, ruleId: string) => boolean; // by the config
  today: string; // YYYY-MM-DD; an entry that expires on a day before does not count
  strict: boolean; // inline comments do not count
};

/** Decides whether a finding is suppressed, by the first of: path in the config, ignore file, baseline, inline comment. */
export function suppress(
  group: Pick<Group, 'ruleId' | 'occurrences'>,
  fingerprint: string,
  input: SuppressInput,
): Suppression | null {
  const { occurrences } = group;
  // A secret that no place is known for is in no allowed place either; `every` alone would say yes.
  if (occurrences.length > 0 && occurrences.every(({ path }) => isAllowed(path, group.ruleId, input)))
    return { kind: 'config', reason: null, source: 'allow.paths' };
  const entry = input.ignore.get(fingerprint);
  if (entry && !isExpired(entry, input.today))
    return { kind: 'ignore-file', reason: entry.reason, source: `${input.ignoreFile}:${entry.line}` };
  if (input.baseline.has(fingerprint)) return { kind: 'baseline', reason: null, source: input.baselineFile };
  return input.strict ? null : inlineSuppression(group);
}

// A file in an archive is named `archive!file`; who allows the archive allows what is in it.
function isAllowed(path: BytePath | null, ruleId: string, { isAllowedPath }: SuppressInput): boolean {
  if (path === null) return false;
  const end = path.indexOf('!');
  return isAllowedPath(path, ruleId) || (end > 0 && isAllowedPath(path.slice(0, end), ruleId));
}

/** An entry counts until the end of its day. */
export function isExpired(entry: IgnoreEntry, today: string): boolean {
  return entry.expires !== null && entry.expires < today;
}

// What stands at HEAD decides when the secret is still there: a marker added later allows the older versions too.
function inlineSuppression({ occurrences }: Pick<Group, 'occurrences'>): Suppression | null {
  const atHead = occurrences.filter(occurrence => occurrence.atHead);
  const deciding = atHead.length > 0 ? atHead : occurrences;
  const [first] = deciding;
  if (!first?.marker || deciding.some(occurrence => occurrence.marker === null)) return null;
  return { kind: 'inline', reason: first.marker.reason, source: first.marker.marker };
}
