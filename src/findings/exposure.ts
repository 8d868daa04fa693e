// How far a secret got, as git alone can tell: since when, until when, where, with what. Dates are claimed by those who made the
// commits, and counts are lower bounds. Pure; the present time is a parameter.

import type { Confidence } from '../rule.js';
import { firstNotBefore } from '../sorted-texts.js';
import type { CommitInfo, Exposure, ScanMode } from '../types.js';
import type { Group } from './group.js';
import { prioritise, type Weighty } from './priority.js';

/** What a finding's exposure is measured against. */
export type Scope = {
  mode: ScanMode;
  now: Date;
  isComplete: boolean; // the scan has no gaps
  siblings: Siblings;
};

/** What is measured: a secret's group, or a defect of an env file, which is about no single secret. */
export type Exposed = Pick<Group, 'life' | 'claims' | 'occurrences' | 'pushedAt'> & { secret: Group['secret'] | null };

/** Findings that belong together: fingerprints by introducing commit and by value. */
export type Siblings = {
  byCommit: ReadonlyMap<string, readonly string[]>;
  byValue: ReadonlyMap<Group['secret'], readonly string[]>;
};

const DAY_MS = 86_400_000;

/** What git cannot see of any committed secret, each with no answer in the repository. */
const UNSEEN = [
  'forks',
  'other clones',
  'pull request refs',
  'cached views',
  'CI logs and artifacts',
  'images and packages',
];

const MAX_SIBLINGS = 100; // a commit with 25,000 secrets would otherwise list each of them 25,000 times

/** Indexes groups by what they share; the first names in order of text where there are many. */
export function findSiblings(named: readonly { group: Group; name: string }[]): Siblings {
  const byCommit = new Map<string, string[]>();
  const byValue = new Map<Group['secret'], string[]>();
  const add = <K>(map: Map<K, string[]>, key: K, name: string) => {
    const list = map.get(key);
    if (!list) map.set(key, [name]);
    else if (list.length <= MAX_SIBLINGS) list.push(name);
  };
  for (const { group, name } of [...named].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (group.life.introduced) add(byCommit, group.life.introduced.oid, name);
    add(byValue, group.secret, name);
  }
  return { byCommit, byValue };
}

/** Measures how far something got; `clean` masks secrets in what the repository wrote. */
export function measureExposure(
  group: Exposed,
  weighed: { rule: Weighty; confidence: Confidence; name: string },
  scope: Scope,
  clean: (text: string) => string,
): Exposure {
  const { life, claims } = group;
  const since = earlierDate(life.introduced);
  const expired = claims.expiresAt === null ? null : Date.parse(claims.expiresAt) <= scope.now.getTime();
  const { branches, tags, remotes } = namesIn(life.refs, clean);
  // One object, field by field: copies of two into a third take longer than all the rest.
  const exposure: { -readonly [Field in keyof Exposure]: Exposure[Field] } = {
    since,
    pushedAt: group.pushedAt,
    until: life.atHead === false ? isoOf(life.removed?.committerDate) : null,
    days: since === null ? null : Math.max(0, Math.floor((scope.now.getTime() - Date.parse(since)) / DAY_MS)),
    files: countPaths(group),
    branches,
    tags,
    remotes,
    sameCommit: others(scope.siblings.byCommit.get(life.introduced?.oid ?? ''), weighed.name),
    sameValue: others(group.secret === null ? [] : scope.siblings.byValue.get(group.secret), weighed.name),
    account: claims.account === null ? null : clean(claims.account),
    expiresAt: claims.expiresAt,
    expired,
    variable: claims.variable === null ? null : clean(claims.variable),
    isComplete: scope.isComplete && (scope.mode === 'history' || scope.mode === 'env'),
    unknown: unknownOf(group, scope.mode),
    priority: 'P4',
    reasons: NONE,
  };
  const { rule, confidence } = weighed;
  const { priority, reasons } = prioritise({ group, measured: exposure, rule, confidence, mode: scope.mode });
  exposure.priority = priority;
  exposure.reasons = reasons;
  return exposure;
}

// Author and committer date differ after a rebase or an amend; the secret existed by the earlier one.
function earlierDate(commit: CommitInfo | null): string | null {
  if (commit === null) return null;
  const [written, committed] = [Date.parse(commit.authorDate), Date.parse(commit.committerDate)];
  const earlier = Number.isNaN(written) || committed < written ? committed : written;
  return Number.isNaN(earlier) ? null : new Date(earlier).toISOString();
}

function isoOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}

type Names = Pick<Exposure, 'branches' | 'tags' | 'remotes'>;
type Clean = (text: string) => string;
type Known = { lists: Map<readonly string[], Names>; names: Map<string, string> };
const named = new WeakMap<Clean, Known>();
const PREFIX = { branches: 'refs/heads/', tags: 'refs/tags/', remotes: 'refs/remotes/' } as const;

// Thousands of findings share some lists of thousands of refs, and these share the names.
function namesIn(refs: readonly string[], clean: Clean): Names {
  let known = named.get(clean);
  if (!known) {
    known = { lists: new Map(), names: new Map() };
    named.set(clean, known);
  }
  const { lists, names } = known;
  const found = lists.get(refs) ?? {
    branches: shortNames(refs, PREFIX.branches, names, clean),
    tags: shortNames(refs, PREFIX.tags, names, clean),
    remotes: shortNames(refs, PREFIX.remotes, names, clean),
  };
  lists.set(refs, found);
  return found;
}

// Lists are sorted, and most refs are of none of these kinds: hosts keep one for each pull request.
function shortNames(refs: readonly string[], prefix: string, names: Map<string, string>, clean: Clean): string[] {
  const short: string[] = [];
  for (let at = firstNotBefore(refs, prefix); at < refs.length; at++) {
    const ref = refs[at] ?? '';
    if (!ref.startsWith(prefix)) break;
    if (ref.endsWith('/HEAD')) continue;
    let name = names.get(ref);
    if (name === undefined) {
      name = clean(ref.slice(prefix.length));
      names.set(ref, name);
    }
    short.push(name);
  }
  return short;
}

function countPaths({ occurrences }: Exposed): number {
  if (occurrences.length === 1) return occurrences[0]?.path === null ? 0 : 1;
  const paths = new Set<string>();
  for (const { path } of occurrences) if (path !== null) paths.add(path);
  return paths.size;
}

const NONE: readonly string[] = [];

function others(names: readonly string[] | undefined, own: string): readonly string[] {
  if (!names || (names.length === 1 && names[0] === own)) return NONE;
  return names.filter(name => name !== own).slice(0, MAX_SIBLINGS);
}

function unknownOf(group: Exposed, mode: ScanMode): string[] {
  if (mode === 'files' || mode === 'stdin') return ['history: only files were looked at'];
  const isCommitted = group.occurrences.some(({ state, commit }) => state === 'history' && commit !== null);
  if (mode === 'staged' || !isCommitted) return [];
  const push = group.life.pushed === true && group.pushedAt === null ? ['when it was pushed'] : [];
  const range = mode === 'range' ? ['commits outside the range, and other branches and tags'] : [];
  return [...range, ...push, ...UNSEEN];
}
