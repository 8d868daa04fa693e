// Groups → findings: weighed by path, suppressed, named and masked. Behind this step no value holds a secret. Pure.

import type { Rule } from '../rule.js';
import type { BytePath, CommitInfo, Finding, Occurrence } from '../types.js';
import { findSiblings, measureExposure, type Scope } from './exposure.js';
import type { Group } from './group.js';
import { mask, Redactor } from './redact.js';
import { showSecret } from './show-secret.js';
import { type SuppressInput, suppress } from './suppress.js';
import { weighPath } from './weigh-path.js';

// Values of this rule are default passwords such as `secret`: known to all, and words of ordinary paths.
const GUESSABLE = 'generic-weak-password';
const MAX_OCCURRENCES = 1000; // listed per finding; all are counted

export type BuildInput = {
  ruleOf: (id: string) => Rule | undefined;
  fingerprint: (ruleId: string, secret: Group['secret']) => string;
  suppress: SuppressInput;
  showSecrets: boolean;
  refs: readonly string[]; // all that any of the groups has
  extraSecrets: Iterable<Group['secret']>; // found but not reported; still to be masked in paths and names
} & Omit<Scope, 'siblings'>;

/** Turns groups into findings, the worst first. */
export function buildFindings(groups: readonly Group[], input: BuildInput): Finding[] {
  const hidden = groups.filter(group => group.ruleId !== GUESSABLE).map(group => group.secret);
  const redactor = new Redactor(input.showSecrets ? [] : [...hidden, ...input.extraSecrets]);
  const named = groups.flatMap(group => {
    const rule = input.ruleOf(group.ruleId);
    return rule ? [{ group, rule, name: input.fingerprint(rule.id, group.secret) }] : [];
  });
  const siblings = findSiblings(named);
  const clean = (text: string) => redactor.clean(text);
  const context = { ...input, siblings, clean, cleanRefs: listCleaner(input.refs, clean) };
  const findings = named.map(entry => toFinding(entry, context));
  return findings.sort(compareFindings);
}

const FEW = 16; // names, that are looked for in each list

// Groups share some lists of thousands of refs, and hardly any name has to be cleaned.
function listCleaner(refs: readonly string[], clean: Clean): (list: readonly string[]) => readonly string[] {
  const unclean = refs.filter(ref => clean(ref) !== ref);
  if (unclean.length === 0) return list => list;
  const known = new Map<readonly string[], readonly string[]>();
  return list => {
    const cleaned = known.get(list) ?? (unclean.length > FEW ? list.map(clean) : replaceIn(list, unclean, clean));
    known.set(list, cleaned);
    return cleaned;
  };
}

function replaceIn(list: readonly string[], unclean: readonly string[], clean: Clean): readonly string[] {
  const cleaned = [...list];
  for (const name of unclean) {
    const at = list.indexOf(name);
    if (at >= 0) cleaned[at] = clean(name);
  }
  return cleaned;
}

type Named = { group: Group; rule: Rule; name: string };

function toFinding(
  { group, rule, name }: Named,
  input: BuildInput & Scope & { clean: Clean; cleanRefs: (list: readonly string[]) => readonly string[] },
): Finding {
  const { match } = group.best;
  const { life } = group;
  const paths = new Set<BytePath>();
  for (const { path } of group.occurrences) if (path !== null) paths.add(path);
  const weighed = weighPath(match.confidence, [...paths], !rule.distinctive);
  const { clean } = input;
  const suppression = suppress(group, name, input.suppress);
  const show = input.showSecrets ? showSecret : mask;
  return {
    fingerprint: name,
    ruleId: rule.id,
    title: rule.title,
    provider: rule.provider,
    severity: rule.severity,
    confidence: weighed.confidence,
    reasons: weighed.reason === null ? match.reasons : [...match.reasons, weighed.reason],
    masked: show(group.secret),
    parts: group.parts.map(part => ({ ruleId: part.ruleId, masked: show(part.secret), region: part.region })),
    occurrences: group.occurrences.slice(0, MAX_OCCURRENCES).map(occurrence => cleanOccurrence(occurrence, clean)),
    occurrenceCount: group.occurrences.length,
    life: {
      introduced: cleanCommit(life.introduced, clean),
      removed: cleanCommit(life.removed, clean),
      atHead: life.atHead,
      refs: input.cleanRefs(life.refs),
      pushed: life.pushed,
      reachable: life.reachable,
    },
    exposure: measureExposure(group, { rule, name, confidence: weighed.confidence }, input, clean),
    suppression: suppression && {
      ...suppression,
      reason: suppression.reason === null ? null : clean(suppression.reason),
    },
  };
}

type Clean = (text: string) => string;

/** An occurrence as it may be shown: without secrets, and without what only the search needed. */
export function cleanOccurrence(
  { path, commit, kind, state, blob, region, atHead }: Occurrence,
  clean: Clean,
): Occurrence {
  return {
    path: cleanPath(path, clean),
    commit: cleanCommit(commit, clean),
    kind,
    state,
    blob: clean(blob),
    region,
    atHead,
  };
}

function cleanPath(path: BytePath | null, clean: Clean): BytePath | null {
  return path === null ? null : clean(path);
}

/** A commit as it may be shown. */
export function cleanCommit(commit: CommitInfo | null, clean: Clean): CommitInfo | null {
  if (commit === null) return null;
  const name = clean(commit.author.name);
  const email = clean(commit.author.email);
  return name === commit.author.name && email === commit.author.email ? commit : { ...commit, author: { name, email } };
}

const SEVERITY = { critical: 0, high: 1, medium: 2, low: 3 } as const;
const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

/** The order of a report: what counts before what is allowed, then the worst first. */
export function compareFindings(a: Finding, b: Finding): number {
  const byText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    Number(a.suppression !== null) - Number(b.suppression !== null) ||
    SEVERITY[a.severity] - SEVERITY[b.severity] ||
    CONFIDENCE[a.confidence] - CONFIDENCE[b.confidence] ||
    byText(a.occurrences[0]?.path ?? '', b.occurrences[0]?.path ?? '') ||
    (a.occurrences[0]?.region.startLine ?? 0) - (b.occurrences[0]?.region.startLine ?? 0) ||
    byText(a.fingerprint, b.fingerprint)
  );
}
