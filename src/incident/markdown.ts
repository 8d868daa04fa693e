// The record for people: what is urgent first, then each incident with its checklist, then the history. Pure. Texts of the record are
// free of control characters already; here they are kept from being markdown.

import { codeSpan, escapeText, link } from './escape-markdown.js';
import { incidentSection } from './markdown-incident.js';
import { stepLines } from './markdown-steps.js';
import type { IncidentRecord } from './record-schema.js';

const MAX_GAPS = 20;

/** Prints a record. */
export function recordMarkdown(record: IncidentRecord): string {
  const lines = [
    ...head(record),
    ...overview(record),
    ...record.incidents.flatMap(incident => incidentSection(incident, record)),
    ...cleanup(record),
    ...closing(record),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function head(record: IncidentRecord): string[] {
  const { source, summary, isDrill } = record;
  const { P1, P2, P3, P4 } = summary.byPriority;
  return [
    `# ${isDrill ? 'DRILL: incident record' : 'Incident record'}`,
    '',
    ...(isDrill
      ? ['**This is a drill.** The secret in it was made for it and opens nothing. Act on it all the same.', '']
      : []),
    ...incomplete(record),
    `${summary.incidents} ${summary.incidents === 1 ? 'secret' : 'secrets'}: ${P1} P1, ${P2} P2, ${P3} P3, ${P4} P4.`,
    '',
    `- detected: ${record.detectedAt} (${DETECTED_BY[record.detectedBy]})`,
    ...(source.target === null ? [] : [`- repository: ${codeSpan(source.target)}`]),
    ...(source.head === null
      ? []
      : [`- HEAD: ${codeSpan(source.head)}${source.branch === null ? '' : ` on ${codeSpan(source.branch)}`}`]),
    `- made from: ${source.kind === 'scan' ? 'a scan' : `a ${source.kind.toUpperCase()} report`} by ${escapeText(source.tool)}${source.file === null ? '' : ` in ${codeSpan(source.file)}`}`,
    ...(summary.belowPriority > 0 ? [`- left out: ${summary.belowPriority} of lower priority`] : []),
    ...(summary.suppressed > 0
      ? [`- left out: ${summary.suppressed} that are allowed (comment, ignore file, baseline or config)`]
      : []),
    '',
  ];
}

const DETECTED_BY: Readonly<Record<IncidentRecord['detectedBy'], string>> = {
  flag: 'as given',
  report: 'end of the scan',
  now: 'when this record was made: the report does not say',
};

function incomplete({ source }: IncidentRecord): string[] {
  const gaps = source.gaps.slice(0, MAX_GAPS);
  const rest = source.gaps.length - gaps.length;
  const warning =
    source.isComplete === false
      ? ['**The scan is not complete.** There may be more secrets, and dates and counts are bounds.', '']
      : source.isComplete === null
        ? ['**Whether the scan was complete is not known:** the report does not say.', '']
        : [];
  return [
    ...warning,
    ...gaps.map(({ what, reason }) => `- not looked at: ${codeSpan(what)}: ${escapeText(reason)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    ...(gaps.length > 0 ? [''] : []),
    ...(source.lacks.length > 0
      ? ['What the report lacks:', '', ...source.lacks.map(text => `- ${escapeText(text)}`), '']
      : []),
  ];
}

function overview({ incidents }: IncidentRecord): string[] {
  if (incidents.length === 0) return ['Nothing to do.', ''];
  return [
    '| incident | priority | what | where | order | contain by |',
    '| --- | --- | --- | --- | --- | --- |',
    ...incidents.map(incident => {
      const [place] = incident.exposure.places;
      const due = incident.phases.find(({ id }) => id === 'contain')?.dueAt ?? '';
      const where = place?.path ? codeSpan(`${place.path}${place.line === null ? '' : `:${place.line}`}`) : 'no file';
      return `| ${incident.id} | ${incident.priority} | ${escapeText(incident.title)} | ${where} | ${incident.order.strategy} | ${due} |`;
    }),
    '',
  ];
}

function cleanup({ cleanup: { advice, steps }, incidents }: IncidentRecord): string[] {
  if (incidents.length === 0) return [];
  return [
    '## The history: optional, and last',
    '',
    ...advice.flatMap(text => [escapeText(text), '']),
    ...steps.flatMap((step, at) => stepLines(step, `${at + 1}. `)),
    '',
  ];
}

function closing({ tool, schema, incidents }: IncidentRecord): string[] {
  const sources = [...new Set(incidents.flatMap(({ response }) => response.sources))].sort();
  return [
    ...(sources.length > 0
      ? [
          '## Where the advice comes from',
          '',
          ...sources.map(source => `- ${/^https?:/.test(source) ? link(source) : escapeText(source)}`),
          '',
        ]
      : []),
    `Written by leakgate ${tool.version}, ${schema}. Values are masked; ids name secrets, so a new run gives the same ids.`,
  ];
}
