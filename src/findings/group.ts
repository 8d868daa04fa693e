// Sightings in blobs → one group per (rule, secret), with every occurrence and its life. Pure.

import type { Secret } from '../secret.js';
import type {
  Attribution,
  BytePath,
  Change,
  Claims,
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

/** Groups everything that was seen. */
export function groupSightings(sightings: readonly Sighting[], attribution: Attribution): Group[] {
  const groups = new Map<string, Map<Secret, Seen[]>>();
  for (const sighting of sightings) {
    for (const located of sighting.matches) {
      const { ruleId, secret } = located.match;
      const ofRule = groups.get(ruleId) ?? new Map<Secret, Seen[]>();
      groups.set(ruleId, ofRule);
      const seen = ofRule.get(secret);
      if (seen) seen.push({ sighting, located });
      else ofRule.set(secret, [{ sighting, located }]);
    }
  }
  const changesOf = indexChanges(attribution);
  return [...groups].flatMap(([ruleId, ofRule]) =>
    [...ofRule].map(([secret, seen]) => toGroup(ruleId, secret, seen, { attribution, changesOf })),
  );
}

type Context = { attribution: Attribution; changesOf: ReadonlyMap<Oid, readonly number[]> };

// Blob → indexes of the changes that touch it, so that a group looks only at its own.
function indexChanges({ history }: Attribution): Map<Oid, number[]> {
  const index = new Map<Oid, number[]>();
  history?.changes.forEach((change, at) => {
    for (const oid of new Set([change.after, ...change.before])) {
      const list = index.get(oid);
      if (list) list.push(at);
      else index.set(oid, [at]);
    }
  });
  return index;
}

const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

function toGroup(ruleId: string, secret: Secret, seen: readonly Seen[], context: Context): Group {
  const blobs = new Set(seen.filter(({ sighting }) => sighting.kind === 'file').map(({ sighting }) => sighting.blob));
  const { history } = context.attribution;
  const isCarrier = ({ sighting: { kind, blob } }: Seen) => kind !== 'file' || history?.refs.has(blob);
  const carriers = seen.filter(isCarrier).map(({ sighting }) => sighting.blob);
  const trace = traceLife(history, changesFor(context, blobs), { blobs, carriers });
  const occurrences = occurrencesOf(seen, trace, context);
  const best = seen
    .map(({ located }) => located)
    .reduce((a, b) => (CONFIDENCE[b.match.confidence] < CONFIDENCE[a.match.confidence] ? b : a));
  return {
    ruleId,
    secret,
    best,
    parts: partsOf(seen),
    occurrences: sortOccurrences(occurrences),
    life: trace.life,
    claims: claimsOf(seen),
    pushedAt: firstPush(history, [...trace.appearances.map(({ commit }) => commit), ...carriers]),
  };
}

function claimsOf(seen: readonly Seen[]): Claims {
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

function firstPush(history: Attribution['history'], commits: readonly Oid[]): string | null {
  const times = commits.flatMap(oid => history?.pushes.get(oid) ?? []);
  return times.sort()[0] ?? null;
}

function partsOf(seen: readonly Seen[]): Part[] {
  const parts = new Map<Secret, Part>();
  for (const { located } of seen)
    for (const part of located.parts) if (!parts.has(part.secret)) parts.set(part.secret, part);
  return [...parts.values()];
}

function changesFor({ attribution, changesOf }: Context, blobs: ReadonlySet<Oid>): Change[] {
  const indexes = new Set<number>();
  for (const oid of blobs) for (const at of changesOf.get(oid) ?? []) indexes.add(at);
  const changes = attribution.history?.changes ?? [];
  return [...indexes].sort((a, b) => a - b).flatMap(at => changes[at] ?? []);
}

type Marked = Group['occurrences'][number];

function occurrencesOf(seen: readonly Seen[], trace: Trace, { attribution }: Context): Marked[] {
  const { history } = attribution;
  const occurrences: Marked[] = [];
  for (const { sighting, located } of seen) {
    const base = { blob: sighting.blob, region: located.region, marker: located.marker };
    const atHead = history?.headPaths.get(sighting.blob) ?? [];
    const known = sighting.places ?? attribution.places.get(sighting.blob);
    if (known) {
      occurrences.push(
        ...known.map(place => ({
          ...inside(place, sighting.member),
          ...base,
          atHead: place.path !== null && atHead.includes(place.path),
        })),
      );
      continue;
    }
    const places = placesOf(sighting.blob, trace, attribution);
    occurrences.push(...places.map(place => ({ ...inside(place, sighting.member), ...base })));
  }
  return occurrences;
}

// A file in an archive is named behind it.
function inside<P extends Place>(place: P, member: BytePath | null): P {
  return member === null ? place : { ...place, path: `${place.path ?? ''}!${member}` };
}

// Where a blob brought the secret in, and where it stands at HEAD, each path once.
function placesOf(blob: Oid, trace: Trace, { history }: Attribution): (Place & { atHead: boolean })[] {
  const head = new Set(history?.headPaths.get(blob) ?? []);
  const places = trace.appearances
    .filter(appearance => appearance.blob === blob)
    .map((appearance): Place & { atHead: boolean } => ({
      path: appearance.path,
      commit: history?.commits.get(appearance.commit) ?? null,
      kind: 'file',
      state: 'history',
      atHead: head.delete(appearance.path),
    }));
  for (const path of head) {
    const origin = trace.appearances.findLast(appearance => appearance.path === path) ?? trace.appearances.at(-1);
    places.push({
      path,
      commit: origin ? (history?.commits.get(origin.commit) ?? null) : null,
      kind: 'file',
      state: 'history',
      atHead: true,
    });
  }
  return places;
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
