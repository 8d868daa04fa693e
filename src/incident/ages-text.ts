// Ages in words, and as a document. Pure.

import { ROTATION_POLICY, SECRET_KINDS } from '../rotation-policy.js';
import { type Aged, type AgeState, saidBy } from './ages.js';

export type AgesInput = {
  aged: readonly Aged[];
  onlyInHistory: number; // secrets that are no longer at HEAD
  warnAt: number;
  isComplete: boolean;
  gaps: readonly { kind: string; what: string; reason: string }[];
  version: string;
  at: string; // ISO 8601
  exitCode: number;
};

const WORDS: Readonly<Record<AgeState, string>> = {
  overdue: 'OVERDUE',
  soon: 'SOON',
  ok: 'ok',
  unknown: 'age not known',
  expired: 'expired',
  'not-rotated': 'ends by itself',
};

/** Prints ages for people. Not yet cleaned of control characters. */
export function agesText(input: AgesInput): string {
  const { aged } = input;
  const secrets = aged.filter(({ what }) => what === 'secret');
  const keys = aged.filter(({ what }) => what === 'template-key');
  return `${[
    ...section('Secrets at HEAD', secrets),
    ...section(
      'Keys of env templates (a proxy: since when the variable is there, not when its value was last changed)',
      keys,
    ),
    ...policy(aged),
    ...notes(input, secrets.length),
  ].join('\n')}\n`;
}

function section(title: string, aged: readonly Aged[]): string[] {
  return [`${title}: ${aged.length === 0 ? 'none' : aged.length}`, ...aged.map(line), ''];
}

function line({ state, name, kind, path, line: at, daysAtLeast, intervalDays, id }: Aged): string {
  const age = daysAtLeast === null ? 'age not known' : `at least ${daysAtLeast} days`;
  const limit = intervalDays === null ? '' : ` of ${intervalDays}`;
  const where = path === null ? 'no file' : `${path}${at === null ? '' : `:${at}`}`;
  return `  ${WORDS[state].padEnd(14)} ${age}${limit}  ${name}  ${where}  ${kind}${id === null ? '' : `  ${id}`}`;
}

function policy(aged: readonly Aged[]): string[] {
  const used = SECRET_KINDS.filter(kind => aged.some(entry => entry.kind === kind));
  if (used.length === 0) return [];
  const own = [
    ...new Set(
      aged.filter(entry => entry.policy !== saidBy(entry.kind)).map(entry => `  ${entry.name}: ${entry.policy}`),
    ),
  ];
  return [
    'Policy (config: rotation.intervals):',
    ...used.map(kind => `  ${kind} (${ROTATION_POLICY[kind].title}): ${saidBy(kind)}`),
    ...own,
    '',
  ];
}

function notes({ aged, onlyInHistory, warnAt, isComplete, gaps }: AgesInput, secrets: number): string[] {
  const count = (state: AgeState) => aged.filter(entry => entry.state === state).length;
  return [
    `${count('overdue')} overdue, ${count('soon')} past ${Math.round(warnAt * 100)} % of the interval, ${count('ok')} within it.`,
    ...(secrets > 0
      ? [`What stands in git has leaked: rotate those ${secrets} now, whatever the interval. See: leakgate incident`]
      : []),
    ...(onlyInHistory > 0
      ? [`${onlyInHistory} more stand in the history alone, where nothing tells whether they were rotated.`]
      : []),
    ...(isComplete ? [] : ['INCOMPLETE: something was not looked at:']),
    ...gaps.slice(0, 20).map(({ what, reason }) => `  ${what}: ${reason}`),
  ];
}

/** The same for programs. */
export function agesDocument({
  aged,
  onlyInHistory,
  warnAt,
  isComplete,
  gaps,
  version,
  at,
  exitCode,
}: AgesInput): object {
  return {
    schema: 'leakgate-ages/1',
    tool: { name: 'leakgate', version },
    measuredAt: at,
    complete: isComplete,
    exitCode,
    warnAt,
    onlyInHistory,
    entries: aged,
    policy: Object.fromEntries(SECRET_KINDS.map(kind => [kind, ROTATION_POLICY[kind]])),
    gaps,
  };
}
