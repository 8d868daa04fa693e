// One leak → one incident of the record. Pure.

import { kindOf, ROTATION_POLICY, type SecretKind } from '../rotation-policy.js';
import type { RecordInput, Uses } from './build-record.js';
import type { FoundResponse } from './find-response.js';
import { incidentId, type Leak, type LeakCommit } from './leak.js';
import { decideOrder } from './order.js';
import { buildPhases } from './phases.js';
import type { Incident, UsePlace } from './record-schema.js';

/** A leak, what to do about such a credential, and the names under which the repository uses it. */
export type IncidentOf = { leak: Leak; found: FoundResponse; names: readonly string[] };

type Context = Omit<RecordInput, 'detectedAt'> & { detectedAt: string };

const MAX_PLACES = 50; // listed; all are counted

/** Builds an incident. */
export function toIncident({ leak, found, names }: IncidentOf, context: Context): Incident {
  const { response } = found;
  const kind = kindOf(leak.ruleId, leak.exposure.variable);
  const order = decideOrder(leak, kind, response.breaks);
  const update = updateOf(names, context.uses);
  const { detectedAt, clocks } = context;
  return {
    id: incidentId(leak.identity),
    title: context.isDrill ? `DRILL: ${leak.title}` : leak.title,
    isDrill: context.isDrill,
    state: 'open',
    priority: leak.exposure.priority,
    reasons: [...leak.exposure.reasons],
    secret: secretOf(leak, kind),
    owner: { suggested: context.owners[kind] ?? null, assignee: null },
    exposure: exposureOf(leak),
    response: responseOf(found),
    order,
    phases: buildPhases({ leak, kind, response, order, detectedAt, clocks, usePlaces: update.count }),
    update,
    rotationLog: rotationLog(leak, kind, context.owners[kind] ?? null),
    notification: { required: 'unknown', whom: [...context.notify], sentAt: null },
    rca: {
      known: knownCauses(leak),
      how: null,
      whyNotCaught: null,
      prevention: { automation: null, scope: null, alerts: null },
    },
  };
}

function secretOf(leak: Leak, kind: SecretKind): Incident['secret'] {
  const { exposure } = leak;
  return {
    fingerprint: leak.fingerprint,
    ruleId: leak.ruleId,
    provider: leak.provider,
    kind,
    severity: leak.severity,
    confidence: leak.confidence,
    masked: leak.masked,
    parts: leak.parts.map(({ ruleId, masked }) => ({ ruleId, masked })),
    variable: exposure.variable,
    account: exposure.account,
    expiresAt: exposure.expiresAt,
    isExpired: exposure.expired,
    validity: 'unknown',
  };
}

function exposureOf(leak: Leak): Incident['exposure'] {
  const { exposure } = leak;
  return {
    existedBy: exposure.since,
    pushedAt: exposure.pushedAt,
    removedAt: exposure.until,
    daysAtLeast: exposure.days,
    introduced: leak.introduced && commitOf(leak.introduced),
    removed: leak.removed && commitOf(leak.removed),
    atHead: leak.atHead,
    pushed: leak.pushed,
    reachable: leak.reachable,
    files: exposure.files,
    occurrences: leak.placeCount,
    places: leak.places.slice(0, MAX_PLACES).map(({ path, line, commit, atHead }) => ({ path, line, commit, atHead })),
    branches: [...exposure.branches],
    tags: [...exposure.tags],
    remotes: [...exposure.remotes],
    cameWith: exposure.sameCommit.map(incidentId),
    sameValue: exposure.sameValue.map(incidentId),
    isComplete: exposure.isComplete,
    unknown: [...exposure.unknown],
  };
}

function commitOf({ oid, author, authorDate, committerDate }: LeakCommit): LeakCommit {
  return { oid, author, authorDate, committerDate };
}

function responseOf({ response, reason }: FoundResponse): Incident['response'] {
  const { id, title, reach, breaks, vendorRevokes, vendorNote, docs, sources } = response;
  return { id, title, because: reason, reach, breaks, vendorRevokes, vendorNote, docs, sources: [...sources] };
}

function updateOf(names: readonly string[], uses: Uses): Incident['update'] {
  const places = names.flatMap(name => [...uses.placesOf(name)]).sort(comparePlaces);
  const unnamed = 'the name of the variable is not known, or says nothing of this secret: search for what reads it';
  return {
    names: [...names],
    places: places.slice(0, MAX_PLACES),
    count: places.length,
    searched: names.length === 0 ? null : uses.commit,
    note: names.length === 0 ? unnamed : uses.note,
  };
}

const KINDS: readonly UsePlace['kind'][] = [
  'workflow',
  'compose',
  'manifest',
  'image',
  'infrastructure',
  'env-file',
  'code',
  'env-template',
  'document',
];

function comparePlaces(a: UsePlace, b: UsePlace): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.path, b.path) || a.line - b.line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rotationLog(leak: Leak, kind: SecretKind, owner: string | null): Incident['rotationLog'] {
  const scope = [ROTATION_POLICY[kind].title, leak.exposure.variable ?? leak.ruleId, leak.exposure.account ?? '']
    .filter(part => part !== '')
    .join(', ');
  const rollback = 'none: the old value has leaked';
  return [
    { event: 'revoked', date: null, owner, scope, rollback },
    { event: 'replaced', date: null, owner, scope, rollback },
  ];
}

// What git says of the cause: the beginning of the answer, not the answer.
function knownCauses({ introduced, places, exposure, removed, atHead }: Leak): string[] {
  const [first] = places;
  const by = introduced?.author ?? null;
  return [
    ...(introduced ? [`it came in with commit ${introduced.oid}${by === null ? '' : ` by ${by}`}`] : []),
    ...(introduced?.authorDate && introduced.committerDate && introduced.authorDate !== introduced.committerDate
      ? [`written ${introduced.authorDate}, committed ${introduced.committerDate}`]
      : []),
    ...(exposure.pushedAt === null ? [] : [`first pushed ${exposure.pushedAt}`]),
    ...(first?.path
      ? [`it stands in ${first.path}${exposure.files > 1 ? ` and ${exposure.files - 1} more files` : ''}`]
      : []),
    ...(removed ? [`commit ${removed.oid} took it out of the files, which did not end it`] : []),
    ...(atHead === true ? ['nothing has taken it out so far'] : []),
  ];
}
