// How far a secret got, in words. Only what git knows; what is not known is left out here, never guessed. Safe to print.

import type { Exposure, Finding } from '../types.js';
import { sanitise, shorten } from './sanitise.js';

const MAX_NAME = 80; // characters of one branch, tag or account
const MAX_NAMES = 3;

/** Facts about a finding, without full stops: `pushed to origin/main`, `in tags v1 and v2`. */
export function exposureFacts({ life, exposure }: Pick<Finding, 'life' | 'exposure'>): string[] {
  return [
    timeText(exposure),
    life.atHead === null ? '' : life.atHead ? 'still at HEAD' : 'not at HEAD, but the repository still holds it',
    pushedText(life.pushed, exposure.remotes),
    exposure.tags.length === 0 ? '' : `in ${exposure.tags.length === 1 ? 'tag' : 'tags'} ${nameList(exposure.tags)}`,
    exposure.files > 1 ? `in ${exposure.files} files` : '',
    exposure.account === null ? '' : `belongs to ${shorten(sanitise(exposure.account), MAX_NAME)}`,
    expiryText(exposure),
    exposure.isComplete ? '' : 'dates and counts are bounds only: the history here is not complete',
  ].filter(fact => fact !== '');
}

function timeText({ days, since }: Exposure): string {
  const from = day(since) === null ? '' : `, since ${day(since)}`;
  return days === null ? '' : `exposed for at least ${days} ${days === 1 ? 'day' : 'days'}${from}`;
}

function pushedText(pushed: boolean | null, remotes: readonly string[]): string {
  if (pushed === null) return '';
  if (!pushed) return 'only local so far';
  return remotes.length === 0 ? 'pushed' : `pushed to ${nameList(remotes)}`;
}

function expiryText({ expiresAt, expired }: Exposure): string {
  if (day(expiresAt) === null) return expired ? 'expired' : '';
  return `${expired ? 'expired' : 'expires'} on ${day(expiresAt)}`;
}

/** The first names of a list, and how many more there are. */
export function nameList(names: readonly string[], max = MAX_NAMES): string {
  const shown = names.slice(0, max).map(name => shorten(sanitise(name), MAX_NAME));
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'none');
}

/** The day of an ISO 8601 time, or null when it is none. */
export function day(time: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(time ?? '')?.[0] ?? null;
}
