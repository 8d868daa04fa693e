// One finding → the block of lines that a developer or a responder acts on.

import type { CommitInfo, Finding, ScanMode } from '../types.js';
import { furtherPlaces, shortOid, showPlace } from './place.js';
import { sanitise, shorten } from './sanitise.js';
import { plural, type Style } from './text-style.js';

const MAX_NAME = 80; // characters of an author's name
const MAX_REASON = 400; // characters of one reason
const REFS_SHOWN = 3;
const PLACES_SHOWN = 3;
const LABEL_WIDTH = 13; // of the longest label and two spaces

/** Lines of one finding, the place to fix first. Repository texts are sanitised. */
export function findingLines(finding: Finding, mode: ScanMode, style: Style): string[] {
  const severity = style.severity[finding.severity](finding.severity.toUpperCase());
  const rows: [string, string | null][] = [
    ['value', finding.masked === '' ? null : sanitise(finding.masked)],
    ...whyRows(finding),
    ['with', partsOf(finding)],
    ['where', whereOf(finding, mode)],
    ['also in', alsoIn(finding)],
    ...(mode === 'history' || mode === 'range' || mode === 'env' ? lifeRows(finding, style) : []),
    ['confidence', confidenceOf(finding)],
    ['rule', sanitise(finding.ruleId)],
    ['fingerprint', sanitise(finding.fingerprint)],
  ];
  const lines = rows.flatMap(([label, value]) =>
    value === null ? [] : [`  ${style.dim(label.padEnd(LABEL_WIDTH))}${value}`],
  );
  return [`${severity}  ${style.heading(sanitise(finding.title))}`, ...lines];
}

// A finding without a value, such as one about env files, is nothing but its reasons.
function whyRows({ masked, reasons }: Finding): [string, string][] {
  return masked === ''
    ? reasons.map((reason, at) => [at === 0 ? 'what' : '', shorten(sanitise(reason), MAX_REASON)])
    : [];
}

function whereOf({ occurrences: [first] }: Finding, mode: ScanMode): string {
  if (!first) return 'unknown place';
  return `${showPlace(first)}${first.state === 'index' && mode !== 'staged' && mode !== 'env' ? ' (in the index, not committed)' : ''}`;
}

// The other half of a key pair.
function partsOf({ parts }: Finding): string | null {
  if (parts.length === 0) return null;
  return parts
    .map(({ ruleId, masked, region }) => `${sanitise(masked)} on line ${region.startLine} (${sanitise(ruleId)})`)
    .join(', ');
}

function alsoIn(finding: Finding): string | null {
  const further = furtherPlaces(finding);
  if (further === 0) return null;
  const shown = finding.occurrences.slice(1, 1 + PLACES_SHOWN).map(showPlace);
  return `${plural(further, 'further place')}: ${shown.join(', ')}${further > shown.length ? ', …' : ''}`;
}

function confidenceOf({ confidence, reasons, masked }: Finding): string | null {
  if (confidence === 'high') return null;
  return reasons.length === 0 || masked === '' ? confidence : `${confidence} (${reasons.map(sanitise).join('; ')})`;
}

function lifeRows({ life }: Finding, style: Style): [string, string | null][] {
  return [
    ['introduced', life.introduced && showCommit(life.introduced)],
    ['removed', life.removed && showCommit(life.removed)],
    [
      'at HEAD',
      life.atHead === null ? null : life.atHead ? 'yes, still there' : 'no, but the repository still holds it',
    ],
    ['refs', refsOf(life.refs, life.reachable)],
    ['exposure', life.pushed === null ? null : life.pushed ? style.alarm('pushed: revoke it now') : 'only local'],
  ];
}

function showCommit({ oid, author, authorDate }: CommitInfo): string {
  return `${shortOid(oid)} by ${shorten(sanitise(author.name), MAX_NAME) || 'unknown'}, ${sanitise(authorDate) || 'no date'}`;
}

function refsOf(refs: readonly string[], reachable: boolean | null): string | null {
  if (refs.length === 0) return reachable === false ? 'none: no ref reaches it' : null;
  const shown = refs.slice(0, REFS_SHOWN).map(ref => shorten(sanitise(ref), MAX_NAME));
  return `${shown.join(', ')}${refs.length > REFS_SHOWN ? ` and ${refs.length - REFS_SHOWN} more` : ''}`;
}
