// What a responder's tools need of a finding, as properties of a SARIF result: flat and small. Source: SARIF 2.1.0 §3.8, §3.8.2 (tags)

import type { Finding, Occurrence } from '../types.js';
import type { Clocks } from './clocks.js';
import { dayOf, oidOf } from './place.js';
import { publicMask } from './public-mask.js';
import { sanitise, shorten } from './sanitise.js';
import type { SarifResult } from './sarif-types.js';

const MAX_SHOWN = 300; // characters of one text
const MAX_REASONS = 6;
const MAX_NAMES = 20;

/** Properties of a result. What is not known is left out. Lists are texts with `; ` between their entries. */
export function toProperties(
  finding: Finding,
  first: Occurrence,
  { clocks, isBrief }: { clocks: Clocks; isBrief: boolean },
): SarifResult['properties'] {
  const properties: Properties = { tags: tagsOf(finding) };
  addLife(properties, finding, first);
  addExposure(properties, finding);
  if (!isBrief) addNames(properties, finding);
  // What somebody has allowed starts no clock.
  if (finding.suppression === null) {
    properties.dueContain = clocks.contain;
    properties.dueAudit = clocks.audit;
    properties.dueRca = clocks.rca;
    properties.dueFollowUp = clocks.followUp;
  }
  return properties;
}

// JSON leaves out what is undefined. One object, name by name: copies of several into another take many times as long.
type Properties = SarifResult['properties'];

function addLife(properties: Properties, finding: Finding, first: Occurrence): void {
  const { life, severity, confidence, provider, parts } = finding;
  const commit = life.introduced ?? first.commit;
  properties.severity = severity;
  properties.confidence = confidence;
  properties.provider = sanitise(provider);
  properties.presentAtHead = life.atHead ?? undefined;
  properties.commit = commit ? sanitise(commit.oid) : undefined;
  properties.committedAt = commit && dayOf(commit) ? sanitise(commit.committerDate) : undefined;
  properties.removedIn = life.removed ? sanitise(life.removed.oid) : undefined;
  properties.removedAt = life.removed && dayOf(life.removed) ? sanitise(life.removed.committerDate) : undefined;
  properties.blob = oidOf(first) ?? undefined;
  properties.occurrences = finding.occurrenceCount;
  properties.pushed = life.pushed ?? undefined;
  properties.reachable = life.reachable ?? undefined;
  properties.refs = life.refs.length;
  properties.parts = parts.length > 0 ? parts.map(partText).join(', ') : undefined;
}

function addExposure(properties: Properties, { exposure }: Finding): void {
  properties.priority = exposure.priority;
  properties.exposedSince = exposure.since ?? undefined;
  properties.exposedDaysAtLeast = exposure.days ?? undefined;
  properties.exposureComplete = exposure.isComplete;
  properties.pushedAt = exposure.pushedAt ?? undefined;
  properties.account = text(exposure.account);
  properties.expiresAt = text(exposure.expiresAt);
  properties.expired = exposure.expired ?? undefined;
}

function addNames(properties: Properties, { exposure }: Finding): void {
  properties.priorityReasons = list(exposure.reasons, MAX_REASONS);
  properties.exposedUntil = exposure.until ?? undefined;
  properties.files = exposure.files;
  properties.releases = list(exposure.tags, MAX_NAMES);
  properties.remoteBranches = list(exposure.remotes, MAX_NAMES);
  properties.sameCommit = list(exposure.sameCommit, MAX_NAMES);
  properties.sameValue = list(exposure.sameValue, MAX_NAMES);
  properties.variable = text(exposure.variable);
}

function list(values: readonly string[], max: number): string | undefined {
  return values.length === 0 ? undefined : values.slice(0, max).map(text).join('; ');
}

function text(value: string | null): string | undefined {
  return value === null ? undefined : shorten(sanitise(value), MAX_SHOWN);
}

// For filters of whoever reads the file; DefectDojo takes them over.
function tagsOf({ exposure, life }: Finding): string[] {
  return [
    `priority-${exposure.priority.toLowerCase()}`,
    ...(life.pushed === true ? ['pushed'] : life.pushed === false ? ['local'] : []),
    ...(life.atHead === true ? ['at-head'] : life.atHead === false ? ['history-only'] : []),
    ...(exposure.tags.length > 0 ? ['released'] : []),
    ...(exposure.expired ? ['expired'] : []),
  ];
}

// The other half of a key pair, for example `aws-access-key-id AKIA… (20 characters) on line 3`.
function partText(part: Finding['parts'][number]): string {
  return `${sanitise(part.ruleId)} ${publicMask(part)} on line ${part.region.startLine}`;
}
