// Lines of advice and texts of the repository as Markdown. Takes sanitised text.

import type { StepLine } from './first-hour.js';
import { isWebAddress } from './remote.js';

/** A line of a section: an address as a link, a command as code, prose with nothing in it that could become markup. */
export function markdownLine({ kind, text }: StepLine): string {
  if (kind === 'page') return isWebAddress(text) ? `<${text}>` : escapeMarkdown(text);
  return kind === 'prose' ? escapeProse(text) : codeSpan(text);
}

// An address in prose stays one: escapes in it would become part of what is opened.
function escapeProse(text: string): string {
  return text
    .split(/(https:\/\/[^\s()"'<>]*[^\s()"'<>.,;:])/)
    .map(part => (isWebAddress(part) ? `<${part}>` : escapeMarkdown(part)))
    .join('');
}

/** Text as code that nothing in it can leave: the fence is longer than any run of backticks inside (CommonMark 6.1). */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space on both sides belongs to the fence, so that a backtick or a space at the edge belongs to the text.
  return longest === 0 && text.trim() === text && text !== '' ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** Text without markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!&]/g, '\\$&');
}
