// Findings → SARIF results: one per secret, at one place. No secret, no author, no folder of this machine.

import { createHash } from 'node:crypto';
import type { Finding, Occurrence, Suppression } from '../types.js';
import type { Clocks } from './clocks.js';
import { day } from './exposure-words.js';
import { dayOf, furtherPlaces, oidOf, shortOid, showName } from './place.js';
import { publicMask } from './public-mask.js';
import { viewerUri } from './remote.js';
import { sanitise, shorten } from './sanitise.js';
import { type Root, relativePath, toLocation, uriOf } from './sarif-location.js';
import { toProperties } from './sarif-properties.js';
import { levelOf } from './sarif-rules.js';
import type { SarifResult } from './sarif-types.js';

const MAX_SHOWN = 300; // characters of one quoted text in a message
const NOWHERE: Occurrence = {
  path: null,
  commit: null,
  kind: 'file',
  state: 'worktree',
  blob: 'unknown',
  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
  atHead: false,
};

export type ResultContext = {
  root: Root;
  repository: string | null; // published address, for links
  ruleIndex: number;
  maxRelated: number; // further places listed
  showSuppressed: boolean;
  clocks: Clocks; // of the whole run
  isBrief: boolean; // fewer properties, where a file has very many results
};

/** Turns a finding into a result. */
export function toResult(finding: Finding, context: ResultContext): SarifResult {
  const first = finding.occurrences[0] ?? NOWHERE;
  const location = toLocation(first, context.root);
  const { region } = location.physicalLocation;
  const related = finding.occurrences
    .slice(1, 1 + context.maxRelated)
    .map((occurrence, at) => ({ id: at + 1, ...toLocation(occurrence, context.root) }));
  const viewer = viewerOf(finding, first, context);
  return {
    ruleId: finding.ruleId,
    ruleIndex: context.ruleIndex,
    level: levelOf(finding.severity, finding.confidence),
    message: { text: messageOf(finding, first, context.root) },
    locations: [
      {
        ...location,
        physicalLocation: {
          ...location.physicalLocation,
          ...(region ? { region: { ...region, ...snippetOf(finding) } } : {}),
        },
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    occurrenceCount: Math.max(1, finding.occurrenceCount),
    partialFingerprints: fingerprintsOf(finding, first, context.root),
    ...(viewer === null ? {} : { hostedViewerUri: viewer }),
    ...(context.showSuppressed ? { suppressions: suppressionsOf(finding.suppression) } : {}),
    properties: toProperties(finding, first, context),
  };
}

// What no secret was found in has nothing to mask: checks of env files, for example.
function snippetOf(finding: Finding): { snippet?: { text: string } } {
  return finding.masked === '' ? {} : { snippet: { text: publicMask(finding) } };
}

function endSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}

/** Whether a result stands only in history: its file, or that version of it, is not what a checkout has. */
function isHistoryOnly(occurrence: Occurrence): boolean {
  return occurrence.state === 'history' && !occurrence.atHead;
}

// primaryLocationLineHash only where the upload action cannot compute its own: a differing value is a warning for each result.
function fingerprintsOf(finding: Finding, first: Occurrence, root: Root): Record<string, string> {
  const own = { 'leakgateSecret/v1': finding.fingerprint };
  if (!isHistoryOnly(first)) return own;
  const identity = [finding.ruleId, finding.fingerprint, uriOf(first, root)].join('\0');
  return { primaryLocationLineHash: `${createHash('sha256').update(identity).digest('hex').slice(0, 16)}:1`, ...own };
}

function messageOf(finding: Finding, first: Occurrence, root: Root): string {
  const { life, title } = finding;
  const sentences = [
    `${literal(title)}${finding.masked === '' ? '' : ` '${literal(publicMask(finding))}'`} in ${whereOf(first, root)}${historyOf(finding, first)}.`,
    ...(finding.masked === '' ? finding.reasons.map(reason => endSentence(literal(reason))) : []),
    life.pushed === null ? '' : life.pushed ? 'It was pushed: revoke it now.' : 'It is only local so far.',
    furtherPlaces(finding) === 0
      ? ''
      : `${furtherPlaces(finding)} further place${furtherPlaces(finding) === 1 ? ' has' : 's have'} it.`,
    exposureOf(finding),
  ];
  return sentences.filter(sentence => sentence !== '').join(' ');
}

// Code scanning shows messages and no properties. A date and no number of days, so that the text of an alert does not change daily.
function exposureOf({ exposure }: Finding): string {
  const { since, tags, priority, expired } = exposure;
  if (day(since) === null) return '';
  const released = tags.length === 0 ? '' : `, in ${tags.length} tag${tags.length === 1 ? '' : 's'}`;
  return `${priority}: exposed since ${day(since)}${released}${expired ? ', expired by what the token says' : ''}.`;
}

function whereOf(occurrence: Occurrence, root: Root): string {
  const { path, kind } = occurrence;
  if (path !== null) return `'${literal(showName(relativePath(path, root)))}'`;
  const names = { commit: 'the message of commit', tag: 'tag', file: 'unreachable blob' } as const;
  return `${names[kind]} '${shortOid(oidOf(occurrence) ?? occurrence.blob)}'`;
}

function historyOf({ life }: Finding, first: Occurrence): string {
  if (!isHistoryOnly(first) || first.path === null) return '';
  const day = dayOf(first.commit);
  const commit = first.commit ? ` in commit '${shortOid(first.commit.oid)}'${day ? ` (${day})` : ''}` : '';
  return `${commit}${life.atHead === false ? ', no longer at HEAD' : ''}`;
}

// Dynamic text in a message must not become a link or a placeholder. Source: SARIF 2.1.0 §3.11.5, §3.11.6
function literal(text: string): string {
  return shorten(sanitise(text), MAX_SHOWN)
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

function viewerOf({ life }: Finding, first: Occurrence, { repository, root }: ResultContext): string | null {
  if (!isHistoryOnly(first) || first.path === null || !first.commit || life.pushed === false) return null;
  return viewerUri(repository, {
    commit: first.commit.oid,
    uri: uriOf(first, root),
    line: Math.max(1, first.region.startLine),
  });
}

function suppressionsOf(suppression: Suppression | null): NonNullable<SarifResult['suppressions']> {
  if (!suppression) return [];
  const kind = suppression.kind === 'inline' ? 'inSource' : 'external';
  return [
    {
      kind,
      status: 'accepted',
      justification: shorten(sanitise(suppression.reason ?? `${suppression.kind}: ${suppression.source}`), MAX_SHOWN),
    },
  ];
}
