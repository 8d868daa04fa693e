// HTML that cannot be forgotten to escape: whatever is put into the template is text, unless it is markup itself.

import { escapeOf, sanitise } from './sanitise.js';

/** A piece of HTML. Only `markup` makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template. null: nothing. */
export type Content = string | number | null | Markup | readonly Content[];

/**
 * Template tag: `markup\`<p title="${name}">${name}</p>\``. Attributes must be quoted, and no value may stand in a script or style.
 *
 * Texts are sanitised before they are escaped, so that no invisible character reorders a page.
 */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.reduce((html, part, at) => html + toHtml(contents[at - 1] ?? null) + part));
}

function toHtml(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(toHtml).join('');
  return escapeHtml(String(content));
}

// Noncharacters are errors in HTML; the sanitiser leaves them.
const NONCHARACTER = /\p{Noncharacter_Code_Point}/gu;

function escapeHtml(text: string): string {
  return sanitise(text)
    .replace(NONCHARACTER, escapeOf)
    .replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`);
}
