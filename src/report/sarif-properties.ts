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
  return {
    tags: tagsOf(finding),
    ...lifeOf(finding, first),
    ...exposureOf(finding),
    ...(isBrief ? {} : namesOf(finding)),
    // What somebody has allowed starts no clock.
    ...(finding.suppression === null
      ? {
          dueContain: clocks.contain,
          dueAudit: clocks.audit,
          dueRca: clocks.rca,
          dueFollowUp: clocks.followUp,
        }
      : {}),
  };
}

// JSON leaves out what is undefined: copying the rest, name by name, takes fifteen times as long.
type Properties = Record<string, string | number | boolean | undefined>;

function lifeOf(finding: Finding, first: Occurrence): Properties {
  const { life, severity, confidence, provider } = finding;
  const commit = life.introduced ?? first.commit;
  return {
    severity,
    confidence,
    provider: sanitise(provider),
    presentAtHead: life.atHead ?? undefined,
    commit: commit ? sanitise(commit.oid) : undefined,
    committedAt: commit && dayOf(commit) ? sanitise(commit.committerDate) : undefined,
    removedIn: life.removed ? sanitise(life.removed.oid) : undefined,
    removedAt: life.removed && dayOf(life.removed) ? sanitise(life.removed.committerDate) : undefined,
    blob: oidOf(first) ?? undefined,
    occurrences: finding.occurrenceCount,
    pushed: life.pushed ?? undefined,
    reachable: life.reachable ?? undefined,
    refs: life.refs.length,
    parts: finding.parts.length > 0 ? finding.parts.map(partText).join(', ') : undefined,
  };
}

function exposureOf({ exposure }: Finding): Properties {
  return {
    priority: exposure.priority,
    exposedSince: exposure.since ?? undefined,
    exposedDaysAtLeast: exposure.days ?? undefined,
    exposureComplete: exposure.isComplete,
    pushedAt: exposure.pushedAt ?? undefined,
    account: text(exposure.account),
    expiresAt: text(exposure.expiresAt),
    expired: exposure.expired ?? undefined,
  };
}

function namesOf({ exposure }: Finding): Properties {
  const list = (values: readonly string[], max: number) =>
    values.length === 0 ? undefined : values.slice(0, max).map(text).join('; ');
  return {
    priorityReasons: list(exposure.reasons, MAX_REASONS),
    exposedUntil: exposure.until ?? undefined,
    files: exposure.files,
    releases: list(exposure.tags, MAX_NAMES),
    remoteBranches: list(exposure.remotes, MAX_NAMES),
    sameCommit: list(exposure.sameCommit, MAX_NAMES),
    sameValue: list(exposure.sameValue, MAX_NAMES),
    variable: text(exposure.variable),
  };
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
