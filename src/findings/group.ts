// Sightings in blobs → one group per (rule, secret), with every occurrence and its life. Pure.

import type { Secret } from '../secret.js';
import type {
  Attribution,
  BytePath,
  Change,
  Claims,
  History,
  Life,
  LocatedMatch,
  Occurrence,
  Oid,
  Part,
  Place,
  Sighting,
} from '../types.js';
import { type Trace, traceLife } from './life.js';

/** One secret under one rule, before it is named, suppressed and masked. */
export type Group = {
  ruleId: string;
  secret: Secret;
  best: LocatedMatch; // of the highest confidence
  parts: Part[]; // each once, where it was first seen
  occurrences: (Occurrence & { marker: LocatedMatch['marker'] })[]; // place to fix first
  life: Life;
  claims: Claims; // of all its matches; where they differ, what most of them say
  pushedAt: string | null; // ISO 8601, first push that a reflog knows of
};

type Seen = { sighting: Sighting; located: LocatedMatch };
type AllSeen = [Seen, ...Seen[]]; // of one secret

/** What was seen, by rule and secret. */
export type Collected = ReadonlyMap<string, ReadonlyMap<Secret, Readonly<AllSeen>>>;

/** Collects what was seen of each secret. */
export function collectSightings(sightings: readonly Sighting[]): Collected {
  const collected = new Map<string, Map<Secret, AllSeen>>();
  for (const sighting of sightings) {
    for (const located of sighting.matches) {
      const { ruleId, secret } = located.match;
      let ofRule = collected.get(ruleId);
      if (!ofRule) {
        ofRule = new Map();
        collected.set(ruleId, ofRule);
      }
      const seen = ofRule.get(secret);
      if (seen) seen.push({ sighting, located });
      else ofRule.set(secret, [{ sighting, located }]);
    }
  }
  return collected;
}

/** Groups everything that was collected. */
export function groupSightings(collected: Collected, attribution: Attribution): Group[] {
  const context = { attribution, changesOf: indexChanges(attribution) };
  return [...collected].flatMap(([ruleId, ofRule]) =>
    [...ofRule].map(([secret, seen]) => toGroup(ruleId, secret, seen, context)),
  );
}

type Context = { attribution: Attribution; changesOf: ReadonlyMap<Oid, readonly number[]> };

// Blob → indexes of the changes that touch it, so that a group looks only at its own.
function indexChanges({ history }: Attribution): Map<Oid, number[]> {
  const index = new Map<Oid, number[]>();
  const add = (oid: Oid, at: number) => {
    const list = index.get(oid);
    if (!list) index.set(oid, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  };
  history?.changes.forEach(({ after, before }, at) => {
    add(after, at);
    for (const oid of before) add(oid, at);
  });
  return index;
}

const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

function toGroup(ruleId: string, secret: Secret, seen: Readonly<AllSeen>, context: Context): Group {
  const { history } = context.attribution;
  const blobs = new Set<Oid>();
  const carriers: Oid[] = [];
  let best = seen[0].located;
  for (const { sighting, located } of seen) {
    const { kind, blob } = sighting;
    if (kind === 'file') blobs.add(blob);
    if (kind !== 'file' || history?.refs.has(blob)) carriers.push(blob);
    if (CONFIDENCE[located.match.confidence] < CONFIDENCE[best.match.confidence]) best = located;
  }
  const trace = traceLife(history, changesFor(context, blobs), { blobs, carriers });
  return {
    ruleId,
    secret,
    best,
    parts: partsOf(seen),
    occurrences: sortOccurrences(occurrencesOf(seen, trace, context)),
    life: trace.life,
    claims: claimsOf(seen),
    pushedAt: history && firstPush(history, [...trace.appearances.map(({ commit }) => commit), ...carriers]),
  };
}

function claimsOf(seen: Readonly<AllSeen>): Claims {
  const first = seen[0].located.claims;
  if (seen.every(({ located }) => located.claims === first)) return first; // as all that is recalled of a secret
  const claims = seen.map(({ located }) => located.claims);
  return {
    account: mostFrequent(claims.map(({ account }) => account)),
    expiresAt: mostFrequent(claims.map(({ expiresAt }) => expiresAt)),
    variable: mostFrequent(claims.map(({ variable }) => variable)),
    environment: mostFrequent(claims.map(({ environment }) => environment)),
  };
}

// Of equally frequent ones the first in order of text: threads give sightings in no order.
function mostFrequent<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || compare(a, b));
  return first?.[0] ?? null;
}

function firstPush({ pushes }: History, commits: readonly Oid[]): string | null {
  if (pushes.size === 0) return null; // only the clone that pushed knows
  const times = commits.flatMap(oid => pushes.get(oid) ?? []);
  return times.sort()[0] ?? null;
}

const NO_PARTS: Part[] = [];

function partsOf(seen: readonly Seen[]): Part[] {
  if (seen.every(({ located }) => located.parts.length === 0)) return NO_PARTS;
  const parts = new Map<Secret, Part>();
  for (const { located } of seen)
    for (const part of located.parts) if (!parts.has(part.secret)) parts.set(part.secret, part);
  return [...parts.values()];
}

function changesFor({ attribution, changesOf }: Context, blobs: ReadonlySet<Oid>): Change[] {
  const changes = attribution.history?.changes ?? [];
  const places: number[] = [];
  for (const oid of blobs) for (const at of changesOf.get(oid) ?? []) places.push(at);
  if (blobs.size > 1) places.sort((a, b) => a - b);
  const found: Change[] = [];
  let last = -1;
  for (const at of places) {
    const change = at === last ? undefined : changes[at];
    if (change) found.push(change);
    last = at;
  }
  return found;
}

type Marked = Group['occurrences'][number];

function occurrencesOf(seen: readonly Seen[], trace: Trace, { attribution }: Context): Marked[] {
  const { history, places } = attribution;
  const occurrences: Marked[] = [];
  const traced = history ? placesByBlob(trace, history) : new Map<Oid, Traced[]>();
  for (const { sighting, located } of seen) {
    const { blob, member } = sighting;
    const known = sighting.places ?? places.get(blob);
    if (!known) {
      const own = traced.get(blob) ?? (history ? placesAtHead([], trace, { blob, history }) : []);
      traced.set(blob, own);
      for (const { place, atHead } of own) occurrences.push(toOccurrence(place, atHead, { blob, member, located }));
      continue;
    }
    const head = history?.headPaths.get(blob) ?? [];
    for (const place of known) {
      const atHead = place.path !== null && head.includes(place.path);
      occurrences.push(toOccurrence(place, atHead, { blob, member, located }));
    }
  }
  return occurrences;
}

type Traced = { place: Place; atHead: boolean };

// Where the blobs brought the secret in, and where these stand at HEAD, each path once. Most versions of a file brought in nothing.
function placesByBlob(trace: Trace, history: History): Map<Oid, Traced[]> {
  const brought = new Map<Oid, Traced[]>();
  for (const { blob, path, commit } of trace.appearances) {
    const place: Place = { path, commit: history.commits.get(commit) ?? null, kind: 'file', state: 'history' };
    const list = brought.get(blob);
    if (list) list.push({ place, atHead: false });
    else brought.set(blob, [{ place, atHead: false }]);
  }
  for (const [blob, list] of brought) placesAtHead(list, trace, { blob, history });
  return brought;
}

function placesAtHead(list: Traced[], trace: Trace, { blob, history }: { blob: Oid; history: History }): Traced[] {
  const paths = history.headPaths.get(blob);
  if (!paths) return list;
  const head = new Set(paths);
  for (const traced of list) traced.atHead = traced.place.path !== null && head.delete(traced.place.path);
  for (const path of head) {
    const origin = trace.appearances.findLast(appearance => appearance.path === path) ?? trace.appearances.at(-1);
    const commit = origin ? (history.commits.get(origin.commit) ?? null) : null;
    list.push({ place: { path, commit, kind: 'file', state: 'history' }, atHead: true });
  }
  return list;
}

type Spot = { blob: Oid; member: BytePath | null; located: LocatedMatch };

// A file in an archive is named behind it.
function toOccurrence({ path, commit, kind, state }: Place, atHead: boolean, { blob, member, located }: Spot): Marked {
  const { region, marker } = located;
  return {
    path: member === null ? path : `${path ?? ''}!${member}`,
    commit,
    kind,
    state,
    blob,
    region,
    atHead,
    marker,
  };
}

function sortOccurrences(occurrences: Marked[]): Marked[] {
  if (occurrences.length < 2) return occurrences;
  const keyed = occurrences.map(occurrence => ({
    occurrence,
    key: 2 * Number(!occurrence.atHead) + Number(occurrence.path === null),
    date: Date.parse(occurrence.commit?.committerDate ?? '') || 0,
  }));
  keyed.sort(
    (a, b) =>
      a.key - b.key ||
      a.date - b.date ||
      compare(a.occurrence.path ?? '', b.occurrence.path ?? '') ||
      a.occurrence.region.startLine - b.occurrence.region.startLine ||
      a.occurrence.region.startColumn - b.occurrence.region.startColumn,
  );
  return keyed.map(({ occurrence }) => occurrence);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
