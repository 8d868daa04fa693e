// The pipeline, read first: bytes from a source → hits → matches → places → findings. The only file that sees
// sources, engine and findings together. Prints nothing, exits nothing, reads no clock.

import { claimNames } from './claim-names.js';
import type { Engine } from './engine/compile-rules.js';
import { DECODING } from './engine/evaluate-hit.js';
import type { Fingerprints } from './findings/fingerprint.js';
import type { Collected, Group } from './findings/group.js';
import type { SuppressInput } from './findings/suppress.js';
import { keepSightings, recallSightings } from './keep-sightings.js';
import type { PackPart, PlainSighting } from './scan-packs.js';
import { LoudBlobs, pairMatches, searchBlob } from './search-blob.js';
import type { Secret } from './secret.js';
import type { PackedSource, Source } from './sources/source.js';
import { nameOf, withMembers } from './sources/with-members.js';
import type { Blob, CommitInfo, Finding, Gap, LocatedMatch, Notice, ScanResult, Sighting } from './types.js';

export type ScanInput = {
  source: Source;
  engine: Engine;
  suppress: SuppressInput;
  markers: ReadonlySet<string>; // inline comments that count
  showSecrets: boolean;
  reportsPublishable: boolean; // keys that are made to be public
  now: () => Date;
  config: string | null;
  notices: readonly Notice[];
  onProgress: (() => void) | null; // called once per blob
  scanPacks: ((packed: PackedSource) => AsyncIterable<PackPart>) | null; // runs the jobs of a packed history; in any order
};

/** Scans everything that a source yields. Never throws for what a repository contains; such things become gaps. */
export async function scan(input: ScanInput): Promise<ScanResult> {
  const { source, engine } = input;
  const startedAt = input.now().toISOString();
  const sightings: Sighting[] = [];
  const gaps: Gap[] = [];
  const claimed = new Set<Secret>(); // publishable values: not reported, but known
  await scanPacked(input, { sightings, gaps, claimed });
  const loud = new LoudBlobs();
  const onGap = (gap: Gap, blob: Blob) => {
    gaps.push(gap);
    loud.addUnfinished(blob.id);
  };
  let number = 0; // of a member in its archive
  for await (const { blob, member } of withMembers(source.blobs(), onGap)) {
    if (member === null) input.onProgress?.();
    number = member === null ? 0 : number + 1;
    const { matches, exhausted, found } = await searchBlob(blob, number, input);
    for (const name of exhausted) gaps.push(budgetGap(nameOf(blob, member), name));
    if (exhausted.length > 0) loud.addUnfinished(blob.id);
    else loud.add(blob.id, found);
    const reported = report(input, matches, claimed);
    if (reported.length > 0)
      sightings.push({ blob: blob.id, kind: blob.kind, places: blob.places, member, matches: reported });
  }
  // Threads and caches change the order in which objects are seen, which must not change what is said of them.
  if (source.mode === 'history')
    sightings.sort((a, b) => compareText(a.blob, b.blob) || compareText(a.member ?? '', b.member ?? ''));
  const seen = withoutCopies(sightings);
  const collected = await collect(seen);
  const fingerprints = await beginFingerprints(collected);
  const { groups, refs } = await toGroups(collected, seen, source);
  const names = input.showSecrets ? null : [...namesIn(groups, refs)];
  const isQuiet = names && (source.isQuiet?.(names) || claimNames(engine, names, claimed));
  source.keep?.({ blobs: loud.blobs, names: isQuiet ? names : null });
  const said = {
    branch: source.branch,
    gaps: [...source.gaps, ...gaps],
    notices: [...input.notices, ...source.notices],
  };
  if (!input.showSecrets) claimNames(engine, textsOf(said), claimed);
  const findings = await toFindings({ groups, refs }, input, {
    claimed,
    isComplete: said.gaps.length === 0,
    fingerprints,
  });
  return {
    mode: source.mode,
    target: source.target,
    head: source.head,
    findings,
    ...(input.showSecrets ? said : await maskSaid(said, [...groups.map(group => group.secret), ...claimed])),
    counts: source.counts(),
    startedAt,
    finishedAt: input.now().toISOString(),
    config: input.config,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// What is made to be public is not reported unless that is wanted, but known, so that it is masked in names.
function report(
  { engine, reportsPublishable }: ScanInput,
  matches: readonly LocatedMatch[],
  claimed: Set<Secret>,
): readonly LocatedMatch[] {
  for (const { parts } of matches) for (const { secret } of parts) claimed.add(secret);
  const isReported = ({ match }: LocatedMatch) => engine.ruleOf(match.ruleId)?.secrecy !== 'publishable';
  if (reportsPublishable || matches.every(isReported)) return matches;
  for (const { match } of matches) claimed.add(match.secret);
  return matches.filter(isReported);
}

// What an archive stores without compression is seen twice, in the archive's bytes and in the member: the member says more.
function withoutCopies(sightings: readonly Sighting[]): Sighting[] {
  const inMembers = new Map<string, Set<Secret>>();
  for (const { blob, member, matches } of sightings) {
    if (member === null) continue;
    const secrets = inMembers.get(blob) ?? new Set();
    inMembers.set(blob, secrets);
    for (const { match } of matches) secrets.add(match.secret);
  }
  return sightings.flatMap(sighting => {
    const known = sighting.member === null ? inMembers.get(sighting.blob) : undefined;
    if (!known) return [sighting];
    const matches = sighting.matches.filter(({ match }) => !known.has(match.secret));
    return matches.length > 0 ? [{ ...sighting, matches }] : [];
  });
}

type Seen = { sightings: Sighting[]; gaps: Gap[]; claimed: Set<Secret> };

// Packs are scanned delta by delta, on as many threads as the caller has; what comes back is plain values. What an earlier audit saw in
// them is looked at again.
async function scanPacked(input: ScanInput, seen: Seen): Promise<void> {
  const { source, markers } = input;
  if (!input.scanPacks) return;
  let packed = await source.packs?.(true);
  let known = packed?.kept ? await recallSightings(packed.kept, packed.read, markers) : [];
  if (known === null) [packed, known] = [await source.packs?.(false), []];
  if (!packed) return;
  packed.begin();
  const all = [...known];
  for (const sighting of known) addPlain(input, sighting, seen);
  for await (const part of packed.jobs.length > 0 ? input.scanPacks(packed) : []) {
    packed.take(part);
    input.onProgress?.();
    for (const { blob, ruleId } of part.exhausted) seen.gaps.push(budgetGap(blob, ruleId));
    for (const sighting of part.sightings) addPlain(input, sighting, seen);
    all.push(...part.sightings);
  }
  if (packed.jobs.length > 0) packed.end(() => keepSightings(all)); // else it is what was kept
}

const NO_PARTS: LocatedMatch['parts'] = [];

function addPlain(input: ScanInput, { blob, kind, matches }: PlainSighting, seen: Seen): void {
  const { engine } = input;
  // Field by field: of tens of thousands of matches, rest and spread take ten times as long.
  const located = matches.map(
    ({ ruleId, value, span, confidence, reasons, rank, region, marker, claims }): LocatedMatch => ({
      match: { ruleId, secret: engine.pool.intern(value), span, confidence, reasons, rank },
      region,
      marker,
      parts: NO_PARTS,
      claims,
    }),
  );
  const reported = report(input, pairMatches(located, engine), seen.claimed);
  if (reported.length > 0) seen.sightings.push({ blob, kind, places: null, member: null, matches: reported });
}

function budgetGap(what: string, exhausted: string): Gap {
  const reason =
    exhausted === DECODING
      ? 'so much of it looks like encoded secrets that the budget for decoding ran out; the rest was not decoded'
      : `rule ${exhausted} ran out of its step budget; the rest of the file was not searched for it`;
  return { kind: 'budget', what, reason };
}

// Most commits have nothing to report: what makes findings of sightings (hashing among it) is loaded only when there are some.
async function collect(sightings: readonly Sighting[]): Promise<Collected> {
  if (sightings.length === 0) return new Map();
  const { collectSightings } = await import('./findings/group.js');
  return collectSightings(sightings);
}

// Before it is found out where they stand, which leaves other threads the time for the slow ones.
async function beginFingerprints(collected: Collected): Promise<Fingerprints | null> {
  if (collected.size === 0) return null;
  const { Fingerprints } = await import('./findings/fingerprint.js');
  const fingerprints = new Fingerprints();
  for (const [ruleId, ofRule] of collected) for (const secret of ofRule.keys()) fingerprints.begin(ruleId, secret);
  return fingerprints;
}

async function toGroups(collected: Collected, sightings: readonly Sighting[], source: Source): Promise<Grouped> {
  const attribution = await source.attribute(new Set(sightings.map(sighting => sighting.blob)));
  if (collected.size === 0) return { groups: [], refs: [] };
  const { groupSightings } = await import('./findings/group.js');
  const groups = groupSightings(collected, attribution);
  return { groups, refs: attribution.history?.refs.given() ?? [] };
}

type Grouped = { groups: readonly Group[]; refs: readonly string[] }; // names of all refs that any group has

async function toFindings(
  { groups, refs }: Grouped,
  input: ScanInput,
  {
    claimed,
    isComplete,
    fingerprints,
  }: { claimed: ReadonlySet<Secret>; isComplete: boolean; fingerprints: Fingerprints | null },
): Promise<Finding[]> {
  if (groups.length === 0 || !fingerprints) return [];
  const { buildFindings } = await import('./findings/build-findings.js');
  const { suppress, showSecrets, engine, source } = input;
  return buildFindings(groups, {
    ruleOf: engine.ruleOf,
    fingerprint: await fingerprints.end(),
    suppress,
    showSecrets,
    refs,
    extraSecrets: claimed,
    mode: source.mode,
    now: input.now(),
    isComplete,
  });
}

type Said = Pick<ScanResult, 'branch' | 'gaps' | 'notices'>;

function textsOf({ branch, gaps, notices }: Said): string[] {
  return [branch ?? '', ...gaps.flatMap(gap => [gap.what, gap.reason]), ...notices.map(notice => notice.text)];
}

function namesIn(groups: readonly Group[], refs: readonly string[]): Set<string> {
  const names = new Set<string>(refs);
  const commits = new Set<CommitInfo | null>(); // groups share them
  for (const { occurrences, life } of groups) {
    for (const { path, commit } of occurrences) {
      names.add(path ?? '');
      commits.add(commit);
    }
    commits.add(life.removed);
  }
  for (const commit of commits) if (commit) names.add(commit.author.name).add(commit.author.email);
  return names;
}

async function maskSaid(said: Said, secrets: readonly Secret[]): Promise<Said> {
  if (secrets.length === 0) return said;
  const { Redactor } = await import('./findings/redact.js');
  const redactor = new Redactor(secrets);
  return {
    branch: said.branch === null ? null : redactor.clean(said.branch),
    gaps: said.gaps.map(({ kind, what, reason }) => ({
      kind,
      what: redactor.clean(what),
      reason: redactor.clean(reason),
    })),
    notices: said.notices.map(({ kind, text }) => ({ kind, text: redactor.clean(text) })),
  };
}
