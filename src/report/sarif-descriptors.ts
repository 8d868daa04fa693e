// What each kind of SARIF notification means and what to do about it.

import type { GapKind } from '../types.js';
import { pascalCase } from './sarif-rules.js';
import type { SarifDescriptor } from './sarif-types.js';

export type NotificationId =
  | GapKind
  | 'more-gaps'
  | 'notice'
  | 'results-left-out'
  | 'suppressed-left-out'
  | 'history-left-out';

const TEXTS: Record<NotificationId, readonly [short: string, full: string, help: string]> = {
  'object-unreadable': [
    'A git object could not be read.',
    'An object of the repository is damaged, so its content was not scanned.',
    'Run git fsck, fetch the object again, then scan again.',
  ],
  'object-missing': [
    'A git object is not here.',
    'The history names an object that this clone does not have, so its content was not scanned.',
    'Fetch it (a partial clone leaves objects out), then scan again.',
  ],
  'pack-unreadable': [
    'A pack could not be read.',
    'A pack or its index is damaged or of an unknown kind, so objects in it were not scanned.',
    'Run git fsck and git index-pack, then scan again.',
  ],
  'file-unreadable': [
    'A file could not be read.',
    'A file or folder in scope could not be opened or read, so its content was not scanned.',
    'Check its permissions, then scan again.',
  ],
  'commit-unreadable': [
    'A commit could not be read.',
    'A commit or its tree could not be read, so what it changes is not known.',
    'Run git fsck, then scan again.',
  ],
  budget: [
    'A rule ran out of steps.',
    'A rule needed more steps on one file than it may take, so the rest of that file was not searched for it.',
    'Look at the file by hand, or exclude it in the config with a reason.',
  ],
  shallow: [
    'The clone is shallow.',
    'Older commits are not in this clone and were not scanned.',
    'Run git fetch --unshallow, or set fetch-depth: 0 in CI, then scan again.',
  ],
  grafts: [
    'The history is rewritten by grafts.',
    'The repository has info/grafts; the history was scanned as its objects say.',
    'Remove info/grafts, then scan again.',
  ],
  'ref-unreadable': [
    'A ref could not be read.',
    'A branch, tag or other ref could not be read, so what only it reaches is not named by it.',
    'Repair or delete the ref, then scan again.',
  ],
  index: [
    'The index could not be read.',
    'The list of staged files could not be read.',
    'Run git status to see why, then scan again.',
  ],
  'nothing-scanned': [
    'Nothing was scanned.',
    'The scope of the scan was empty, which is hardly what was meant.',
    'Check the range, the paths and the checkout.',
  ],
  repository: [
    'The repository could not be listed.',
    'A question to git about the repository failed, so some of it may not have been scanned.',
    'Run git fsck, then scan again.',
  ],
  'more-gaps': [
    'More things were not scanned.',
    'There are more gaps than this report lists.',
    'Use --format json for all of them.',
  ],
  notice: [
    'Something to know about this scan.',
    'It does not make the scan incomplete.',
    'Read the text of the notification.',
  ],
  'results-left-out': [
    'Results were left out.',
    'There are more findings than code scanning takes in one file; the least severe were left out.',
    'Use --format json for all of them.',
  ],
  'suppressed-left-out': [
    'Suppressed findings were left out.',
    'Findings that a comment, an ignore file, a baseline or the config allows are not in this file.',
    'Use --show-suppressed to have them in it.',
  ],
  'history-left-out': [
    'Findings in the history were left out.',
    'Secrets that are no longer at HEAD are not in this file, though the history still holds them.',
    'Use --sarif-history include or only to have them.',
  ],
};

/** The descriptor of one kind of notification. Source: SARIF 2.1.0 §3.49, §3.58 */
export function descriptorOf(id: NotificationId): SarifDescriptor {
  const [short, full, help] = TEXTS[id];
  return {
    id,
    name: `${pascalCase(id)}Notification`,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: help },
  };
}
