// Severity × exposure → P1 to P4, with the reasons. Nothing was asked over the network, so whether a secret works is never known:
//   P1  a critical credential, surely one, that others can read and that still stands at HEAD: nobody has acted on it yet
//   P2  reached a remote branch, a bare repository or a tag; who can read there is not known, which counts as everybody
//       (a range is mostly scanned in CI, where what it holds was pushed: it counts as such)
//   P3  committed, and on no remote branch that this clone knows; or no history was looked at
//   P4  made for tests, made to be public, expired, or not committed
// One lower where severity or confidence says so. Pure.

import type { Confidence, Rule } from '../rule.js';
import type { Exposure, Priority, ScanMode } from '../types.js';
import type { Exposed } from './exposure.js';

/** What of a rule decides. */
export type Weighty = Pick<Rule, 'severity' | 'secrecy' | 'title'>;

export type PriorityInput = {
  group: Exposed;
  measured: Omit<Exposure, 'priority' | 'reasons'>;
  rule: Weighty;
  confidence: Confidence; // after the path was weighed
  mode: ScanMode;
};

const LEVELS = ['P1', 'P2', 'P3', 'P4'] as const;

/** Ranks a finding. @returns reasons with the weightiest first */
export function prioritise(input: PriorityInput): Pick<Exposure, 'priority' | 'reasons'> {
  const harmless = whyHarmless(input);
  const reach = reachOf(input);
  const weak = whyWeak(input);
  const priority = harmless === null ? lower(reach.level, weak.length) : 'P4';
  return {
    priority,
    reasons: [
      ...(harmless === null ? [] : [harmless]),
      ...reach.reasons,
      ...whereItStands(input),
      ...weak,
      ...boundsOf(input),
    ],
  };
}

function lower(level: Priority, steps: number): Priority {
  return LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(level) + steps)] ?? 'P4';
}

function whyHarmless({ rule, measured, group }: PriorityInput): string | null {
  if (measured.expired) return `expired on ${measured.expiresAt?.slice(0, 10)}, as the token says`;
  if (rule.secrecy === 'publishable') return 'made to be public';
  const isTest = group.claims.environment === 'test' || /\b(?:test|sandbox)\b/i.test(rule.title);
  return isTest ? 'a key for tests' : null;
}

function reachOf(input: PriorityInput): { level: Priority; reasons: string[] } {
  const { group, measured, mode, rule, confidence } = input;
  if (mode === 'staged') return { level: 'P4', reasons: ['not committed yet'] };
  if (mode === 'files' || mode === 'stdin')
    return { level: 'P3', reasons: ['where it went is not known: no history was looked at'] };
  const reasons = sharedWith(input);
  if (reasons.length > 0) {
    const isOpen = group.life.atHead === true && rule.severity === 'critical' && confidence === 'high';
    return {
      level: isOpen ? 'P1' : 'P2',
      reasons: [...reasons, 'who can read there is not known and counts as everybody'],
    };
  }
  const isInHistory = group.occurrences.some(({ state, commit }) => commit !== null || state === 'history');
  if (!isInHistory && group.life.introduced === null) return { level: 'P4', reasons: ['not committed'] };
  if (mode === 'range')
    return {
      level: 'P2',
      reasons: ['whether it was pushed is not known in a scan of a range, which counts as pushed'],
    };
  if (group.life.reachable === false)
    return { level: 'P3', reasons: ['on no branch or tag any more; whether it was pushed before is not known'] };
  if (group.life.pushed === false) return { level: 'P3', reasons: ['not pushed, as far as this clone knows'] };
  const place = measured.branches.length > 0 ? `on ${list('branch', measured.branches)}; ` : '';
  return { level: 'P3', reasons: [`${place}whether it was pushed is not known here`] };
}

function sharedWith({ group, measured }: PriorityInput): string[] {
  const { remotes, tags, pushedAt } = measured;
  const when = pushedAt === null ? '' : ` since ${pushedAt.slice(0, 10)}`;
  const pushed = remotes.length > 0 ? `pushed to ${names(remotes)}${when}` : `pushed${when}`;
  const bare = 'in a bare repository, to which it was pushed or copied';
  return [
    ...(remotes.length > 0 || pushedAt !== null ? [pushed] : group.life.pushed === true ? [bare] : []),
    ...(tags.length > 0 ? [`in ${list('tag', tags)}, so in what was released from there`] : []),
  ];
}

function whereItStands({ group, measured, rule }: PriorityInput): string[] {
  const { atHead } = group.life;
  return [
    ...(atHead === true ? ['still at HEAD'] : []),
    ...(rule.severity === 'critical' || rule.severity === 'high' ? [`${rule.severity}: ${rule.title}`] : []),
    ...(group.claims.environment === 'live' ? ['named live by its own prefix'] : []),
    ...(measured.days === null ? [] : [`for at least ${measured.days} ${measured.days === 1 ? 'day' : 'days'}`]),
    ...(atHead === false ? [whyHistoryCounts(group)] : []),
  ];
}

function whyHistoryCounts({ occurrences, life }: Exposed): string {
  if (occurrences.every(({ kind }) => kind !== 'file')) return 'in a message, which no later commit takes away';
  return `${life.removed ? 'no longer' : 'not'} at HEAD, which ends nothing: it stays in the history`;
}

function whyWeak({ rule, confidence }: PriorityInput): string[] {
  return [
    ...(confidence === 'low' ? ['low confidence: it may be no secret'] : []),
    ...(rule.severity === 'low' ? [`low severity: ${rule.title}`] : []),
    ...(rule.severity === 'medium' && confidence === 'medium' ? ['medium severity and confidence'] : []),
  ];
}

function boundsOf({ measured, mode }: PriorityInput): string[] {
  return measured.isComplete || mode !== 'history' ? [] : ['the history is not complete: dates and counts are bounds'];
}

const SHOWN = 3; // names in a reason

function list(noun: string, items: readonly string[]): string {
  const plural = noun.endsWith('ch') ? `${noun}es` : `${noun}s`;
  return items.length === 1 ? `${noun} ${items[0]}` : `${items.length} ${plural} (${names(items)})`;
}

function names(items: readonly string[]): string {
  const rest = items.length - SHOWN;
  return `${items.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
