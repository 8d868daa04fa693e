// Secrets and keys of env templates → how old they are against the rotation policy. Ages come from git and are lower bounds. Pure.

import type { Response } from '../response.js';
import { kindOf, ROTATION_POLICY, type SecretKind } from '../rotation-policy.js';
import { incidentId, type Leak } from './leak.js';

export type AgeState = 'overdue' | 'soon' | 'ok' | 'unknown' | 'expired' | 'not-rotated';

export type Aged = {
  what: 'secret' | 'template-key';
  name: string; // of the variable, or the rule's title
  id: string | null; // of the incident
  kind: SecretKind;
  path: string | null;
  line: number | null;
  since: string | null; // ISO 8601
  daysAtLeast: number | null;
  intervalDays: number | null; // null: it ends by itself
  policy: string; // where the interval comes from, and who disagrees
  state: AgeState;
};

export type AgeInput = {
  leaks: readonly Leak[];
  keys: readonly { path: string; key: string; since: string | null }[];
  now: Date;
  intervals: Readonly<Partial<Record<SecretKind, number>>>; // by the config
  warnAt: number; // share of the interval
  responseOf: (query: { ruleId: string | null; provider: string | null; variable: string | null }) => Response | null;
};

const DAY_MS = 86_400_000;
const STATES: readonly AgeState[] = ['overdue', 'soon', 'unknown', 'ok', 'not-rotated', 'expired'];

/** Measures everything, the most overdue first. */
export function measureAges(input: AgeInput): Aged[] {
  const secrets = input.leaks
    .filter(leak => !leak.isSuppressed && leak.atHead !== false)
    .map(leak => ofLeak(leak, input));
  const keys = input.keys.map(key => ofKey(key, input));
  return [...secrets, ...keys].sort(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      overdueBy(b) - overdueBy(a) ||
      compare(a.path ?? '', b.path ?? '') ||
      compare(a.name, b.name),
  );
}

function overdueBy({ daysAtLeast, intervalDays }: Aged): number {
  return (daysAtLeast ?? 0) - (intervalDays ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ofLeak(leak: Leak, input: AgeInput): Aged {
  const { exposure, ruleId, provider } = leak;
  const [place] = leak.places;
  const aged = age(input, { ruleId, provider, variable: exposure.variable, since: exposure.since });
  return {
    what: 'secret',
    name: exposure.variable ?? leak.title,
    id: incidentId(leak.identity),
    path: place?.path ?? null,
    line: place?.line ?? null,
    ...aged,
    state: exposure.expired ? 'expired' : aged.state,
  };
}

function ofKey({ path, key, since }: AgeInput['keys'][number], input: AgeInput): Aged {
  const aged = age(input, { ruleId: null, provider: null, variable: key, since });
  return { what: 'template-key', name: key, id: null, path, line: null, ...aged };
}

type Of = { ruleId: string | null; provider: string | null; variable: string | null; since: string | null };
type Measured = Pick<Aged, 'kind' | 'since' | 'daysAtLeast' | 'intervalDays' | 'policy' | 'state'>;

function age(input: AgeInput, of: Of): Measured {
  const kind = kindOf(of.ruleId, of.variable);
  const policy = policyFor(kind, of, input);
  const days =
    of.since === null ? null : Math.max(0, Math.floor((input.now.getTime() - Date.parse(of.since)) / DAY_MS));
  return {
    kind,
    since: of.since,
    daysAtLeast: days,
    intervalDays: policy.days,
    policy: policy.text,
    state: stateOf(days, policy.days, input.warnAt),
  };
}

function stateOf(days: number | null, interval: number | null, warnAt: number): AgeState {
  if (interval === null) return 'not-rotated';
  if (days === null) return 'unknown';
  if (days >= interval) return 'overdue';
  return days >= interval * warnAt ? 'soon' : 'ok';
}

// The config, then what is known of this very credential, then its kind.
function policyFor(
  kind: SecretKind,
  of: Of,
  { intervals, responseOf }: AgeInput,
): { days: number | null; text: string } {
  const configured = intervals[kind];
  const guides = saidBy(kind);
  if (configured !== undefined) return { days: configured, text: `config; ${guides}` };
  const response = responseOf(of);
  const own = response?.rotationDays ?? null;
  if (own && own.days === 0) return { days: null, text: own.source };
  if (own && response) return { days: own.days, text: `${response.title}: ${own.source}; ${guides}` };
  return { days: ROTATION_POLICY[kind].days, text: guides };
}

/** `90 days (Senova …, MueJam …); CloudGreet … says 365`: whoever reads it sees the disagreement. */
export function saidBy(kind: SecretKind): string {
  const { days, said, note } = ROTATION_POLICY[kind];
  const agree = said.filter(entry => entry.days === days).map(({ by }) => by);
  const others = said.filter(entry => entry.days !== days).map(entry => `${entry.by} says ${entry.days}`);
  const parts = [
    `${days} days${agree.length > 0 ? ` (${agree.join('; ')})` : ''}`,
    ...others,
    ...(note === null ? [] : [note]),
  ];
  return parts.join('; ');
}
