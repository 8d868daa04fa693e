// Gaps, notices and what was left out → SARIF notifications. Never of level error: that would mean that the run failed.

import type { Gap } from '../types.js';
import { showName } from './place.js';
import type { ReportInput } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import { descriptorOf, type NotificationId } from './sarif-descriptors.js';
import { URI_BASE } from './sarif-location.js';
import type { SarifDescriptor, SarifNotification } from './sarif-types.js';
import { pathToUri } from './show-path.js';
import { withoutFolders } from './without-folders.js';

const MAX_LISTED = 100; // gaps, and notices, in one file
const MAX_TEXT = 500; // characters of one message

/** How many findings of a run are not in its results, and why. */
export type LeftOut = { byLimit: number; suppressed: number; history: number };

type Note = { id: NotificationId; level: SarifNotification['level']; text: string; uri: string | null };

/** Notifications of a run, and the descriptors that they name. */
export function toNotifications(
  report: ReportInput,
  leftOut: LeftOut,
): { notifications: SarifNotification[]; descriptors: SarifDescriptor[] } {
  const notes = [...gapNotes(report), ...leftOutNotes(leftOut), ...noticeNotes(report)];
  const ids = [...new Set(notes.map(note => note.id))];
  return {
    notifications: notes.map(note => toNotification(note, ids.indexOf(note.id))),
    descriptors: ids.map(descriptorOf),
  };
}

function toNotification({ id, level, text, uri }: Note, index: number): SarifNotification {
  return {
    descriptor: { id, index },
    level,
    message: { text: shorten(text, MAX_TEXT) },
    ...(uri === null ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: URI_BASE } } }] }),
  };
}

function gapNotes({ result }: ReportInput): Note[] {
  const listed = result.gaps.slice(0, MAX_LISTED).map((gap): Note => {
    const what = withoutFolders(showName(gap.what), result.target);
    return {
      id: gap.kind,
      level: 'warning',
      text: `Not scanned: '${what}': ${endSentence(withoutFolders(sanitise(gap.reason), result.target))}`,
      uri: uriOfGap(gap),
    };
  });
  const more = result.gaps.length - listed.length;
  return more > 0
    ? [
        ...listed,
        {
          id: 'more-gaps',
          level: 'warning',
          text: `Not scanned: ${more} more things that are not listed here.`,
          uri: null,
        },
      ]
    : listed;
}

// Only these gaps name a path and nothing else; an absolute one would tell about this machine.
function uriOfGap({ kind, what }: Gap): string | null {
  return kind === 'file-unreadable' && !/^(?:[A-Za-z]:)?[\\/]/.test(what) ? pathToUri(what) : null;
}

function leftOutNotes({ byLimit, suppressed, history }: LeftOut): Note[] {
  const notes: Note[] = [
    {
      id: 'results-left-out',
      level: 'warning',
      text: `Findings that are not in this file because it would be too large: ${byLimit}. The most severe ones are in it.`,
      uri: null,
    },
    {
      id: 'suppressed-left-out',
      level: 'note',
      text: `Suppressed findings that are not in this file: ${suppressed}.`,
      uri: null,
    },
    {
      id: 'history-left-out',
      level: 'note',
      text: `Findings that are no longer at HEAD and not in this file: ${history}.`,
      uri: null,
    },
  ];
  const counts = [byLimit, suppressed, history];
  return notes.filter((_, at) => (counts[at] ?? 0) > 0);
}

function noticeNotes({ result }: ReportInput): Note[] {
  return result.notices.slice(0, MAX_LISTED).map(({ text }) => ({
    id: 'notice',
    level: 'note',
    text: endSentence(withoutFolders(sanitise(text), result.target)),
    uri: null,
  }));
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
