// Verdicts in words, and as a document. Lists what still stands first, and what a scan cannot prove. Pure.

import type { Verdict, VerdictKind } from './verify.js';

export type VerificationInput = {
  verdicts: readonly Verdict[];
  isComplete: boolean;
  gaps: readonly { kind: string; what: string; reason: string }[];
  file: string;
  version: string;
  at: string; // ISO 8601
  exitCode: number;
};

const ORDER: readonly VerdictKind[] = ['returned', 'standing', 'unknown', 'history', 'gone'];

const WORDS: Readonly<Record<VerdictKind, string>> = {
  returned: 'CAME BACK',
  standing: 'STILL THERE',
  unknown: 'NOT LOOKED FOR',
  history:
    'gone from HEAD, index and work tree; the history still has it, which is why it is revoked and not only removed',
  gone: 'gone from everything that is here, the history too',
};

/** What no scan of a repository can show. */
export const NOT_PROVEN = [
  'that the issuer refuses the old value: try that there',
  'that it is gone from CI secrets, platform settings, secret managers, machines and other clones',
  'that it stands nowhere in a form that no rule reads: split, encrypted, or under a name that says nothing',
];

const GAPS_SHOWN = 20;

/** Prints a verification for people. Not yet cleaned of control characters. */
export function verificationText(input: VerificationInput): string {
  const { verdicts, gaps } = input;
  const count = (...kinds: VerdictKind[]) => verdicts.filter(({ kind }) => kinds.includes(kind)).length;
  const rest = gaps.length - GAPS_SHOWN;
  return `${[
    `leakgate looked for ${verdicts.length} old ${verdicts.length === 1 ? 'value' : 'values'} of ${input.file}`,
    '',
    ...sorted(verdicts).flatMap(verdictLines),
    '',
    `${count('standing', 'returned')} still there, ${count('unknown')} not looked for, ${count('history', 'gone')} gone from HEAD, index and work tree.`,
    ...(input.isComplete ? [] : ['INCOMPLETE: something was not looked at, so a value may stand there:']),
    ...gaps.slice(0, GAPS_SHOWN).map(({ what, reason }) => `  ${what}: ${reason}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    '',
    'Not proven by this:',
    ...NOT_PROVEN.map(text => `  ${text}`),
  ].join('\n')}\n`;
}

function sorted(verdicts: readonly Verdict[]): Verdict[] {
  return [...verdicts].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
}

function verdictLines({ id, title, masked, kind, places, count, why }: Verdict): string[] {
  const rest = count - places.length;
  return [
    `${id}  ${title} ${masked}: ${WORDS[kind]}`,
    ...(why === null ? [] : [`  ${why}`]),
    ...places.map(({ path, line, where, ruleId }) => `  ${path ?? 'no file'}:${line}  ${where.join(', ')} (${ruleId})`),
    ...(rest > 0 ? [`  and ${rest} more places`] : []),
  ];
}

/** The same for programs. */
export function verificationDocument(input: VerificationInput): object {
  const { verdicts, isComplete, gaps, version, at, exitCode } = input;
  return {
    schema: 'leakgate-verification/1',
    tool: { name: 'leakgate', version },
    verifiedAt: at,
    complete: isComplete,
    exitCode,
    verdicts: sorted(verdicts),
    gaps,
    notProven: NOT_PROVEN,
  };
}
