// A SARIF report → a LeakReport. Our own names secrets and says some of their life; a foreign one names places only. What it lacks
// is listed, nothing is made up for it, and its messages and snippets, which may hold the secret, are not read. Pure.

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Exposure } from '../types.js';
import { cleanAll } from './clean-all.js';
import { unknownExposure } from './json-report.js';
import { type Leak, type LeakPlace, type LeakReport, safeMask } from './leak.js';
import type { Clean } from './read-report.js';

const text = z.string().max(20_000);

const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: z.object({ uri: text.optional() }).optional(),
      region: z
        .object({ startLine: z.int().min(1).optional(), snippet: z.object({ text: text.optional() }).optional() })
        .optional(),
    })
    .optional(),
});

const result = z.object({
  ruleId: text.optional(),
  rule: z.object({ id: text.optional() }).optional(),
  level: z.enum(['none', 'note', 'warning', 'error']).optional(),
  locations: z.array(location).max(10_000).optional(),
  relatedLocations: z.array(location).max(10_000).optional(),
  occurrenceCount: z.int().min(0).optional(),
  fingerprints: z.record(z.string(), text).optional(),
  partialFingerprints: z.record(z.string(), text).optional(),
  suppressions: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

const run = z.object({
  tool: z.object({
    driver: z.object({
      name: text,
      version: text.optional(),
      semanticVersion: text.optional(),
      rules: z
        .array(z.object({ id: text, name: text.optional(), shortDescription: z.object({ text }).optional() }))
        .max(100_000)
        .optional(),
    }),
  }),
  invocations: z
    .array(z.object({ executionSuccessful: z.boolean().optional(), endTimeUtc: text.optional() }))
    .max(1000)
    .optional(),
  versionControlProvenance: z
    .array(z.object({ revisionId: text.optional(), branch: text.optional() }))
    .max(1000)
    .optional(),
  results: z.array(result).max(1_000_000).nullish(),
});

const document = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(run).min(1, 'expected at least one run').max(10_000),
});

type Run = z.output<typeof run>;
type Result = z.output<typeof result>;

const FINGERPRINT = 'leakgateSecret/v1';
const NOT_IN_SARIF = ['authors of commits and names of branches: SARIF reports leave them out'];

/**
 * Reads a SARIF report.
 *
 * @throws {ZodError} when it is no SARIF 2.1.0
 */
export function readSarif(value: unknown, clean: Clean): LeakReport {
  const { runs } = cleanAll(document.parse(value), clean);
  const isOwn = runs.every(isOurs);
  const leaks = runs.flatMap(entry => (entry.results ?? []).map(found => toLeak(found, entry)));
  const ends = runs.flatMap(entry => entry.invocations ?? []);
  const [provenance] = runs.flatMap(entry => entry.versionControlProvenance ?? []);
  return {
    kind: 'sarif',
    tool: [...new Set(runs.map(toolOf))].join(', '),
    target: null,
    mode: null,
    head: provenance?.revisionId ?? null,
    branch: provenance?.branch ?? null,
    finishedAt: lastInstant(ends.map(({ endTimeUtc }) => endTimeUtc)),
    isComplete: ends.length === 0 ? null : ends.every(({ executionSuccessful }) => executionSuccessful === true),
    gaps: [],
    lacks: isOwn ? NOT_IN_SARIF : [...foreignLacks(runs), ...NOT_IN_SARIF],
    leaks: mergeBySecret(leaks),
  };
}

function isOurs({ tool }: Run): boolean {
  return tool.driver.name === 'leakgate';
}

function toolOf({ tool }: Run): string {
  const version = tool.driver.semanticVersion ?? tool.driver.version;
  return version === undefined ? tool.driver.name : `${tool.driver.name} ${version}`;
}

function foreignLacks(runs: readonly Run[]): string[] {
  const names = [...new Set(runs.filter(entry => !isOurs(entry)).map(({ tool }) => tool.driver.name))].join(', ');
  return [
    `names of secrets: ${names} tells places only, so each place is an incident of its own, and --verify-rotation cannot look for the value`,
    'severity in our sense, confidence, days exposed, whether it was pushed: run leakgate history to have them',
  ];
}

function lastInstant(dates: readonly (string | undefined)[]): string | null {
  const times = dates.map(date => Date.parse(date ?? '')).filter(Number.isFinite);
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}

function toLeak(found: Result, entry: Run): Leak {
  const ruleId = (found.ruleId ?? found.rule?.id ?? 'unknown-rule').slice(0, 200) || 'unknown-rule';
  const places = (found.locations ?? []).map(toPlace);
  const related = (found.relatedLocations ?? []).map(toPlace);
  const own = isOurs(entry) ? found.partialFingerprints?.[FINGERPRINT] : undefined;
  const fingerprint = own !== undefined && isFingerprint(own) ? own : null;
  const rule = entry.tool.driver.rules?.find(({ id }) => id === ruleId);
  const property = readProperties(found);
  return {
    fingerprint,
    identity: fingerprint ?? identityOf(found, entry, ruleId),
    ruleId,
    title: rule?.shortDescription?.text ?? rule?.name ?? ruleId,
    provider: property.text('provider'),
    severity: property.oneOf('severity', ['critical', 'high', 'medium', 'low']),
    confidence: property.oneOf('confidence', ['high', 'medium', 'low']),
    masked: fingerprint === null ? '…' : safeMask(found.locations?.[0]?.physicalLocation?.region?.snippet?.text ?? ''),
    parts: partsOf(property.text('parts')),
    places: [...places, ...related].map(place => ({
      ...place,
      commit: property.text('commit'),
      atHead: property.boolean('presentAtHead') === true,
    })),
    placeCount: Math.max(found.occurrenceCount ?? 0, places.length + related.length),
    introduced: property.commit('commit', 'committedAt'),
    removed: property.commit('removedIn', 'removedAt'),
    atHead: property.boolean('presentAtHead'),
    pushed: property.boolean('pushed'),
    reachable: property.boolean('reachable'),
    exposure: exposureOf(property, new Set(places.map(({ path }) => path)).size),
    isPriorityKnown: property.text('priority') !== null,
    isSuppressed: (found.suppressions ?? []).length > 0,
  };
}

function exposureOf(property: Properties, files: number): Exposure {
  const priority = property.oneOf('priority', ['P1', 'P2', 'P3', 'P4']);
  const reasons = property.list('priorityReasons');
  const said = reasons.length > 0 ? reasons : ['the report says so, without its reasons'];
  return {
    ...unknownExposure(
      priority ?? 'P2',
      priority === null ? ['the report names no priority; taken as read by others'] : said,
    ),
    since: property.instant('exposedSince') ?? property.instant('committedAt'),
    pushedAt: property.instant('pushedAt'),
    until: property.instant('exposedUntil') ?? property.instant('removedAt'),
    days: property.number('exposedDaysAtLeast'),
    files: property.number('files') ?? files,
    tags: property.list('releases'),
    remotes: property.list('remoteBranches'),
    sameCommit: property.list('sameCommit').filter(isFingerprint),
    sameValue: property.list('sameValue').filter(isFingerprint),
    account: property.text('account'),
    variable: property.text('variable'),
    expiresAt: property.instant('expiresAt'),
    expired: property.boolean('expired'),
    isComplete: property.boolean('exposureComplete') ?? false,
    unknown: ['branches', 'forks, clones, pull request refs and caches'],
  };
}

function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}

// `aws-access-key-id AKIA… (20 characters) on line 3`
function partsOf(text: string | null): Leak['parts'] {
  const parts = (text ?? '').matchAll(/(?:^|, )([a-z0-9-]{1,200}) ([\x21-\x7e]{0,4}… \(\d{1,9} characters\))/g);
  return [...parts].map(([, ruleId = '', masked = '']) => ({ ruleId, masked: safeMask(masked) }));
}

// What a tool itself calls the result, else its rule and place.
function identityOf(found: Result, entry: Run, ruleId: string): string {
  const named = Object.entries({ ...found.partialFingerprints, ...found.fingerprints }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const [place] = (found.locations ?? []).map(toPlace);
  const parts = named.length > 0 ? named.flat() : [place?.path ?? '', String(place?.line ?? '')];
  return createHash('sha256')
    .update([entry.tool.driver.name, ruleId, ...parts].join('\0'))
    .digest('hex')
    .slice(0, 24);
}

function toPlace({ physicalLocation }: z.output<typeof location>): LeakPlace {
  const uri = physicalLocation?.artifactLocation?.uri;
  return {
    path: uri === undefined ? null : decode(uri),
    line: physicalLocation?.region?.startLine ?? null,
    commit: null,
    atHead: false,
  };
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

type Properties = ReturnType<typeof readProperties>;

function readProperties({ properties = {} }: Result) {
  const string = (key: string): string | null => {
    const value = properties[key];
    return typeof value === 'string' && value.length <= 20_000 ? value : null;
  };
  const instant = (key: string): string | null => {
    const time = Date.parse(string(key) ?? '');
    return Number.isFinite(time) ? new Date(time).toISOString() : null;
  };
  return {
    text: string,
    list: (key: string) => (string(key) ?? '').split('; ').filter(Boolean),
    instant,
    boolean: (key: string) => (typeof properties[key] === 'boolean' ? properties[key] : null),
    number: (key: string) => (Number.isInteger(properties[key]) ? Math.max(0, Number(properties[key])) : null),
    oneOf: <T extends string>(key: string, values: readonly T[]): T | null =>
      values.find(value => value === properties[key]) ?? null,
    commit: (key: string, date: string) => {
      const oid = string(key);
      return oid === null ? null : { oid, author: null, authorDate: null, committerDate: instant(date) };
    },
  };
}

// What stands at HEAD and what only history has are runs of their own, and a secret may be in both.
function mergeBySecret(leaks: readonly Leak[]): Leak[] {
  const known = new Map<string, Leak>();
  for (const leak of leaks) {
    const same = known.get(leak.identity);
    known.set(
      leak.identity,
      same
        ? {
            ...same,
            places: [...same.places, ...leak.places],
            placeCount: same.placeCount + leak.placeCount,
            atHead: same.atHead || leak.atHead,
            isSuppressed: same.isSuppressed && leak.isSuppressed,
          }
        : leak,
    );
  }
  return [...known.values()];
}
