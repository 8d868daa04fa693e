// Known leaks and a new scan → whether each old value is gone. Says what stands where, what came back, and what cannot be known. Pure.

import { incidentId } from './leak.js';

/** A leak that is to be looked for, as an earlier record or report names it. */
export type Wanted = {
  id: string;
  title: string;
  fingerprint: string | null;
  ruleId: string;
  masked: string;
  wasAtHead: boolean | null; // when the record was made
};

export type VerdictKind =
  | 'standing' // at HEAD, in the index or in the work tree
  | 'returned' // the same, but it had been gone from HEAD
  | 'history' // in the history alone
  | 'gone' // nowhere
  | 'unknown'; // could not be looked for

/** The part of a finding that matters here. */
export type Rescanned = {
  fingerprint: string;
  ruleId: string;
  exposure: { sameValue: readonly string[] };
  occurrences: readonly {
    path: string | null;
    region: { startLine: number };
    atHead: boolean;
    state: 'worktree' | 'index' | 'history';
  }[];
};

export type StandingPlace = { path: string | null; line: number; where: Where[]; ruleId: string };
type Where = 'HEAD' | 'index' | 'work tree';

export type Verdict = {
  id: string;
  title: string;
  masked: string;
  kind: VerdictKind;
  places: StandingPlace[];
  count: number; // of places; may be larger than the list
  why: string | null;
};

const MAX_PLACES = 50;

/**
 * Looks for old values in a scan of everything.
 *
 * @param isEnabled whether a rule looked
 */
export function verifyRotation(
  wanted: readonly Wanted[],
  findings: readonly Rescanned[],
  isEnabled: (ruleId: string) => boolean,
): Verdict[] {
  const byFingerprint = new Map(findings.map(finding => [finding.fingerprint, finding]));
  return wanted.map(leak => {
    const { id, title, masked, fingerprint } = leak;
    const verdict = (kind: VerdictKind, why: string | null = null, places: readonly StandingPlace[] = []): Verdict => ({
      id,
      title,
      masked,
      kind,
      places: places.slice(0, MAX_PLACES),
      count: places.length,
      why,
    });
    if (fingerprint === null) return verdict('unknown', 'the report names its place only, not the value');
    if (!isEnabled(leak.ruleId))
      return verdict('unknown', `the rule ${leak.ruleId} is not enabled here, so nothing looked for it`);
    const same = sameValue(fingerprint, byFingerprint);
    const places = same.flatMap(standingPlaces);
    if (places.length > 0) return verdict(leak.wasAtHead === false ? 'returned' : 'standing', null, places);
    return same.length > 0 ? verdict('history') : verdict('gone');
  });
}

// Fingerprints are per rule: the same value under another rule is found by way of the scan, which has seen both.
function sameValue(fingerprint: string, byFingerprint: ReadonlyMap<string, Rescanned>): Rescanned[] {
  const own = byFingerprint.get(fingerprint);
  return own ? [own, ...own.exposure.sameValue.flatMap(name => byFingerprint.get(name) ?? [])] : [];
}

// One line may stand at HEAD, in the index and in the work tree.
function standingPlaces({ occurrences, ruleId }: Rescanned): StandingPlace[] {
  const places = new Map<string, StandingPlace>();
  for (const { path, region, atHead, state } of occurrences) {
    const where: Where | null =
      state === 'worktree' ? 'work tree' : state === 'index' ? 'index' : atHead ? 'HEAD' : null;
    if (where === null) continue;
    const key = `${region.startLine}:${path ?? ''}`;
    const known = places.get(key);
    if (!known) places.set(key, { path, line: region.startLine, where: [where], ruleId });
    else if (!known.where.includes(where)) known.where.push(where);
  }
  return [...places.values()];
}

/** The exit code: 2 when something could not be looked for, 1 when a value still stands. */
export function exitCodeOfVerdicts(verdicts: readonly Verdict[], isComplete: boolean): number {
  if (!isComplete || verdicts.length === 0 || verdicts.some(({ kind }) => kind === 'unknown')) return 2;
  return verdicts.some(({ kind }) => kind === 'standing' || kind === 'returned') ? 1 : 0;
}

/** A leak of a report as something to look for. */
export function toWanted(leak: {
  identity: string;
  title: string;
  fingerprint: string | null;
  ruleId: string;
  masked: string;
  atHead: boolean | null;
}): Wanted {
  const { identity, title, fingerprint, ruleId, masked, atHead } = leak;
  return { id: incidentId(identity), title, fingerprint, ruleId, masked, wasAtHead: atHead };
}
