// A JSON report of leakgate → a LeakReport. Also the way that a scan of the same run takes, so that both give the same incidents. Pure.

import * as z from 'zod';
import type { Exposure } from '../types.js';
import { cleanAll } from './clean-all.js';
import { type Leak, type LeakCommit, type LeakReport, safeMask } from './leak.js';
import type { Clean } from './read-report.js';

const text = z.string().max(20_000);
const name = z.string().min(1).max(200);
const instant = z
  .string()
  .max(40)
  .refine(value => Number.isFinite(Date.parse(value)), 'expected a date as in ISO 8601');
const count = z.int().min(0);
const texts = z.array(text).max(100_000);

const commit = z.object({
  oid: text,
  author: z.object({ name: text, email: text }),
  authorDate: text,
  committerDate: text,
});

const exposure = z.object({
  priority: z.enum(['P1', 'P2', 'P3', 'P4']),
  reasons: texts,
  since: instant.nullable(),
  pushedAt: instant.nullable(),
  until: instant.nullable(),
  days: count.nullable(),
  files: count,
  branches: texts,
  tags: texts,
  remotes: texts,
  sameCommit: texts,
  sameValue: texts,
  account: text.nullable(),
  expiresAt: instant.nullable(),
  expired: z.boolean().nullable(),
  variable: text.nullable(),
  isComplete: z.boolean(),
  unknown: texts,
});

const fingerprint = z.string().regex(/^[0-9a-f]{24}$/, 'expected a fingerprint of 24 hex digits');

const finding = z.object({
  fingerprint,
  ruleId: name,
  title: text,
  provider: text,
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  confidence: z.enum(['high', 'medium', 'low']),
  masked: text,
  parts: z.array(z.object({ ruleId: name, masked: text })).max(1000),
  suppression: z.object({ kind: text }).nullable(),
  life: z.object({
    introduced: commit.nullable(),
    removed: commit.nullable(),
    atHead: z.boolean().nullable(),
    pushed: z.boolean().nullable(),
    reachable: z.boolean().nullable(),
  }),
  exposure: exposure.optional(), // reports of the first version have none
  occurrenceCount: count,
  occurrences: z
    .array(
      z.object({
        path: text.nullable(),
        commit: commit.nullable(),
        atHead: z.boolean(),
        region: z.object({ startLine: count }),
      }),
    )
    .max(1000),
});

const report = z.object({
  tool: z.object({ name: z.literal('leakgate'), version: text }),
  schemaVersion: z.literal(1),
  mode: z.enum(['staged', 'history', 'range', 'files', 'stdin', 'env']),
  target: text,
  head: text.nullable(),
  branch: text.nullable(),
  finishedAt: instant,
  complete: z.boolean(),
  gaps: z.array(z.object({ kind: text, what: text, reason: text })).max(1_000_000),
  findings: z.array(finding).max(1_000_000),
});

type Finding = z.output<typeof finding>;

/** What a report says of a secret's reach when it has no such field: nothing, and the careful priority. */
export function unknownExposure(priority: Exposure['priority'], reasons: readonly string[]): Exposure {
  return {
    priority,
    reasons,
    since: null,
    pushedAt: null,
    until: null,
    days: null,
    files: 0,
    branches: [],
    tags: [],
    remotes: [],
    sameCommit: [],
    sameValue: [],
    account: null,
    expiresAt: null,
    expired: null,
    variable: null,
    isComplete: false,
    unknown: [],
  };
}

/**
 * Reads a report.
 *
 * @throws {ZodError} when it is none of ours
 */
export function toLeakReport(value: unknown, clean: Clean, kind: LeakReport['kind'] = 'json'): LeakReport {
  const { tool, mode, target, head, branch, finishedAt, complete, gaps, findings } = cleanAll(
    report.parse(value),
    clean,
  );
  const isOld = findings.some(entry => entry.exposure === undefined);
  return {
    kind,
    tool: `leakgate ${tool.version}`,
    target,
    mode,
    head,
    branch,
    finishedAt,
    isComplete: complete,
    gaps,
    lacks: isOld ? ['exposure and priority: an older leakgate made the report; scan again to have them'] : [],
    leaks: findings.map(toLeak),
  };
}

function toLeak(entry: Finding): Leak {
  const { life } = entry;
  return {
    fingerprint: entry.fingerprint,
    identity: entry.fingerprint,
    ruleId: entry.ruleId,
    title: entry.title,
    provider: entry.provider,
    severity: entry.severity,
    confidence: entry.confidence,
    masked: safeMask(entry.masked),
    parts: entry.parts.map(part => ({ ruleId: part.ruleId, masked: safeMask(part.masked) })),
    places: entry.occurrences.map(({ path, region, commit: by, atHead }) => ({
      path,
      line: region.startLine,
      commit: by?.oid ?? null,
      atHead,
    })),
    placeCount: entry.occurrenceCount,
    introduced: toCommit(life.introduced),
    removed: toCommit(life.removed),
    atHead: life.atHead,
    pushed: life.pushed,
    reachable: life.reachable,
    exposure:
      entry.exposure ?? unknownExposure('P2', ['the report does not say how far it got; taken as read by others']),
    isPriorityKnown: entry.exposure !== undefined,
    isSuppressed: entry.suppression !== null,
  };
}

function toCommit(info: z.output<typeof commit> | null): LeakCommit | null {
  if (!info) return null;
  const { oid, author, authorDate, committerDate } = info;
  return { oid, author: `${author.name} <${author.email}>`, authorDate, committerDate };
}
