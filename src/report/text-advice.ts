// What to do next. At a commit: three ways out. Later: rotate first, because whoever has a copy has the secret.

import type { Finding } from '../types.js';
import type { ReportInput } from './report-input.js';
import { sanitise } from './sanitise.js';
import { showPath } from './show-path.js';
import type { Style } from './text-style.js';

const MAX_PAGES = 5; // that are named; all stand in `leakgate rules show`

/** Lines of advice for the findings of a report. */
export function adviceLines({ result, responses }: Pick<ReportInput, 'result' | 'responses'>, style: Style): string[] {
  const reported = result.findings.filter(finding => finding.suppression === null);
  const only = reported.length === 1 ? (reported[0] ?? null) : null;
  if (result.mode === 'staged') return stagedAdvice(only, style);
  return responseAdvice(only, pageLines(reported, responses), style);
}

// Where to revoke what was found, as far as that is known; findings of one kind share a page.
function pageLines(reported: readonly Finding[], responses: ReportInput['responses']): string[] {
  const pages = reported.map(({ ruleId }) => responses.get(ruleId)?.revoke.page ?? null);
  const known = [...new Set(pages)].filter(page => page !== null);
  const shown = known.slice(0, MAX_PAGES).map(page => `       ${sanitise(page)}`);
  return known.length > MAX_PAGES ? [...shown, `       and ${known.length - MAX_PAGES} more`] : shown;
}

function stagedAdvice(only: Finding | null, style: Style): string[] {
  return [
    style.heading('What to do now, one of three:'),
    '  1. Move it to the environment: read it from a variable, keep the value in a file that git ignores, and stage the change again.',
    '  2. Allow it with a reason: put this in a comment on that line:',
    '       leakgate:allow <reason>',
    '  3. Mark a false positive: add this line to .leakgateignore:',
    `       ${fingerprintOf(only)} <reason>`,
    '     Why it was reported:',
    `       leakgate explain ${placeOf(only)}`,
  ];
}

function responseAdvice(only: Finding | null, pages: readonly string[], style: Style): string[] {
  return [
    style.heading('What to do next, in this order:'),
    '  1. Rotate first: revoke or replace the credential at its provider. Removing it from files or history does not make it safe.',
    ...(pages.length === 0 ? [] : ['     Where, as far as it is known:', ...pages]),
    '  2. Read the logs of the provider for use by others since the secret came in.',
    '  3. Take it out of the files: read it from the environment or a secret manager.',
    '  4. Rewrite the history last, and only when the old value is dead.',
    `     How, for this provider: leakgate rules show ${only ? sanitise(only.ruleId) : '<rule>'}`,
    `     Not a secret: add this line to .leakgateignore: ${fingerprintOf(only)} <reason>`,
  ];
}

function fingerprintOf(only: Finding | null): string {
  return only ? sanitise(only.fingerprint) : '<fingerprint>';
}

// The line is meant to be pasted into a shell: names that need care there are left for the reader to fill in.
function placeOf(only: Finding | null): string {
  const first = only?.occurrences[0];
  if (!first || first.path === null) return 'FILE:LINE';
  const path = showPath(first.path);
  if (sanitise(path) !== path) return 'FILE:LINE';
  if (/^[\p{L}\p{N}_./@+=,][\p{L}\p{N}_./@+=,-]*$/u.test(path)) return `${path}:${first.region.startLine}`;
  return /^[\p{L}\p{N}_./@+=,()[\] #&;-]+$/u.test(path) && !path.startsWith('-')
    ? `'${path}:${first.region.startLine}'`
    : 'FILE:LINE';
}
