// One incident in markdown: what happened, why it is urgent, what to do in which order, what to fill in. Pure.

import { codeSpan, escapeText, link } from './escape-markdown.js';
import { stepLines } from './markdown-steps.js';
import type { Incident, IncidentRecord, PhaseId } from './record-schema.js';

const MAX_SHOWN = 20; // places and names; the JSON record has more

/** The section of an incident. */
export function incidentSection(incident: Incident, record: IncidentRecord): string[] {
  return [
    `## ${incident.id}: ${incident.priority}, ${escapeText(incident.title)}`,
    '',
    ...happened(incident),
    ...reasons(incident),
    ...order(incident),
    ...checklist(incident, record),
    ...places(incident),
    ...log(incident),
    ...rca(incident),
  ];
}

function happened(incident: Incident): string[] {
  const { secret, exposure, owner } = incident;
  const { introduced, removed } = exposure;
  const by = (author: string | null) => (author === null ? '' : ` by ${codeSpan(author)}`);
  return [
    '### What happened',
    '',
    `- value: ${codeSpan(secret.masked)}, rule ${codeSpan(secret.ruleId)}${secret.variable === null ? '' : `, in ${codeSpan(secret.variable)}`}`,
    ...secret.parts.map(part => `- with it: ${codeSpan(part.masked)}, rule ${codeSpan(part.ruleId)}`),
    ...(secret.account === null ? [] : [`- belongs to: ${codeSpan(secret.account)}, as it says itself`]),
    ...(secret.expiresAt === null
      ? []
      : [`- expires: ${secret.expiresAt}${secret.isExpired ? ', which is past' : ''}`]),
    ...(introduced
      ? [
          `- came in: commit ${codeSpan(introduced.oid)}${by(introduced.author)}; existed by ${exposure.existedBy ?? 'an unknown date'}`,
        ]
      : ['- came in: not known']),
    `- pushed: ${pushedText(exposure)}`,
    ...(removed
      ? [
          `- taken out of the files: commit ${codeSpan(removed.oid)}${exposure.removedAt === null ? '' : `, ${exposure.removedAt}`}`,
        ]
      : []),
    ...(exposure.daysAtLeast === null ? [] : [`- exposed: at least ${exposure.daysAtLeast} days`]),
    `- at HEAD: ${exposure.atHead === null ? 'not known' : exposure.atHead ? 'yes' : 'no'}`,
    ...listed('branches', exposure.branches),
    ...listed('tags', exposure.tags),
    ...listed('remote branches', exposure.remotes),
    ...(exposure.cameWith.length > 0 ? [`- came with: ${exposure.cameWith.join(', ')}`] : []),
    ...(exposure.sameValue.length > 0 ? [`- same value: ${exposure.sameValue.join(', ')}`] : []),
    ...(exposure.unknown.length > 0 ? [`- git cannot see: ${exposure.unknown.map(escapeText).join(', ')}`] : []),
    `- owner: ${owner.assignee ?? (owner.suggested === null ? 'nobody yet' : `${escapeText(owner.suggested)} (suggested)`)}`,
    '',
    `It stands in ${exposure.occurrences} ${exposure.occurrences === 1 ? 'place' : 'places'}:`,
    '',
    ...exposure.places.slice(0, MAX_SHOWN).map(placeLine),
    ...more(exposure.occurrences, Math.min(exposure.places.length, MAX_SHOWN)),
    '',
  ];
}

function pushedText({ pushed, pushedAt, remotes, tags }: Incident['exposure']): string {
  if (pushedAt !== null) return `yes, first ${pushedAt}`;
  if (pushed === true || remotes.length > 0) return 'yes; when is not known here, the forge knows';
  if (pushed === false) return 'not as far as this clone knows';
  return tags.length > 0 ? 'not known: tags are pushed by themselves' : 'not known';
}

function listed(noun: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const rest = names.length - MAX_SHOWN;
  return [`- ${noun}: ${names.slice(0, MAX_SHOWN).map(codeSpan).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`];
}

function placeLine({ path, line, commit, atHead }: Incident['exposure']['places'][number]): string {
  const where = path === null ? 'no file' : codeSpan(`${path}${line === null ? '' : `:${line}`}`);
  return `- ${where}${atHead ? ', still there' : ''}${commit === null ? '' : `, since commit ${codeSpan(commit.slice(0, 12))}`}`;
}

function more(count: number, shown: number): string[] {
  return count > shown ? [`- and ${count - shown} more`] : [];
}

function reasons({ priority, reasons: list }: Incident): string[] {
  return [`Why ${priority}:`, '', ...list.map(reason => `- ${escapeText(reason)}`), ''];
}

function order({ order: { strategy, why }, response }: Incident): string[] {
  return [
    `### Order: ${strategy === 'revoke-first' ? 'revoke first, then rotate' : 'rotate first, then revoke'}`,
    '',
    ...why.map(reason => `- ${escapeText(reason)}`),
    `- advice for: ${escapeText(response.title)}, because ${escapeText(response.because)}${response.docs === null ? '' : ` ${link(response.docs)}`}`,
    '',
  ];
}

const PHASES: Readonly<Record<PhaseId, string>> = {
  detect: 'Detect',
  contain: 'Contain',
  rotate: 'Rotate',
  invalidate: 'Invalidate',
  audit: 'Audit',
  rca: 'Root cause analysis',
  close: 'Close',
};

function checklist({ phases }: Incident, { madeAt }: IncidentRecord): string[] {
  return phases.flatMap(({ id, dueAt, state, doneWhen, steps }) => [
    `### ${PHASES[id]}${dueAt === null ? '' : `, by ${dueAt}${dueAt < madeAt ? ' (overdue)' : ''}`}`,
    '',
    ...steps.flatMap(step => stepLines(step, '- [ ] ')),
    '',
    `${state === 'done' ? 'Done' : 'Done when'}: ${escapeText(doneWhen)}.`,
    '',
  ]);
}

function places({ update }: Incident): string[] {
  const searched =
    update.searched === null
      ? []
      : [
          `Searched in commit ${codeSpan(update.searched.slice(0, 12))} for ${update.names.map(codeSpan).join(', ')}.`,
          '',
        ];
  return [
    '### Places to update',
    '',
    ...update.places
      .slice(0, MAX_SHOWN)
      .map(
        ({ path, line, kind, name, store }) =>
          `- [ ] ${codeSpan(`${path}:${line}`)} (${kind}, ${codeSpan(name)})${store === null ? '' : `: takes it from ${escapeText(store)}`}`,
      ),
    ...more(update.count, Math.min(update.places.length, MAX_SHOWN)),
    ...(update.places.length === 0 ? ['- none found by name'] : []),
    '- outside the repository: CI secrets, platform settings, secret managers, machines, env files of colleagues',
    '',
    ...searched,
    ...(update.note === null ? [] : [`Note: ${escapeText(update.note)}.`, '']),
  ];
}

function log({ rotationLog }: Incident): string[] {
  return [
    '### Rotation log',
    '',
    '| date | what | owner | scope | rollback |',
    '| --- | --- | --- | --- | --- |',
    ...rotationLog.map(
      ({ event, date, owner, scope, rollback }) =>
        `| ${date ?? ''} | ${event} | ${escapeText(owner ?? '')} | ${escapeText(scope)} | ${escapeText(rollback)} |`,
    ),
    '',
  ];
}

function rca({ rca: { known }, notification }: Incident): string[] {
  return [
    '### Root cause',
    '',
    ...known.map(fact => `- known: ${escapeText(fact)}`),
    '- how it came in:',
    '- why nothing stopped it:',
    '- prevention, automation (hook, CI, secret manager):',
    '- prevention, scope (smaller rights, shorter life):',
    '- prevention, alerts (who hears of it, how soon):',
    `- told: ${notification.whom.length === 0 ? '' : `${notification.whom.map(escapeText).join(', ')} (by policy)`}`,
    '- do customers or an authority have to be told? Not known here; ask who decides it.',
    '',
  ];
}
