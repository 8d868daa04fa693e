// Small pieces of the page that several of its sections use.

import type { Finding, Priority } from '../types.js';
import { type Content, type Markup, markup } from './html-markup.js';
import { showName } from './place.js';
import { isWebAddress } from './remote.js';
import { shorten } from './sanitise.js';

const MAX_TEXT = 300; // characters of one text of the repository
const WHOLE = new Intl.NumberFormat('en');

/** `12,345`. */
export function whole(count: number): string {
  return WHOLE.format(count);
}

/** Text of the repository: isolated, so that right-to-left names leave what stands beside them in its place. */
export function named(text: string): Markup {
  return markup`<bdi>${shorten(text, MAX_TEXT)}</bdi>`;
}

/** The same in the type of code. */
export function coded(text: string): Markup {
  return markup`<code><bdi>${shorten(text, MAX_TEXT)}</bdi></code>`;
}

/** A path, which may be long, in the type of code. */
export function pathed(path: string, suffix = ''): Markup {
  return markup`<code class="path"><bdi>${showName(path)}</bdi>${suffix}</code>`;
}

/** A link when the address is one of the web, else the text alone. */
export function linked(address: string, text: string): Markup {
  if (!isWebAddress(address)) return named(text);
  return markup`<a href="${address}" rel="noreferrer noopener">${shorten(text, MAX_TEXT)}</a>`;
}

/** P1 to P4. */
export function priorityBadge(priority: Priority): Markup {
  return markup`<span class="badge ${priority.toLowerCase()}">${priority}</span>`;
}

/** The cards of a page by fingerprint: where each stands, and what it is about. */
export type Anchors = ReadonlyMap<string, { id: string; title: string }>;

/** Names the cards of a page. */
export function anchorsOf(findings: readonly Finding[]): Anchors {
  const idOf = (fingerprint: string, at: number) =>
    /^[\w-]{1,64}$/.test(fingerprint) ? `f-${fingerprint}` : `n-${at}`;
  return new Map(findings.map(({ fingerprint, title }, at) => [fingerprint, { id: idOf(fingerprint, at), title }]));
}

/** Address of a finding's card; empty when it is not on the page. */
export function hrefOf(fingerprint: string, anchors: Anchors): string {
  return `#${anchors.get(fingerprint)?.id ?? ''}`;
}

/** Rows of a description list; those without a value are left out. */
export function facts(rows: readonly (readonly [name: string, value: Content])[]): Markup {
  const known = rows.filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return markup`<dl class="facts">${known.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

/** Contents with something between them. */
export function joined(contents: readonly Content[], between: string): Content[] {
  return contents.flatMap((content, at) => (at === 0 ? [content] : [between, content]));
}

/** A time for people, in UTC; text that is no time stays as it is. */
export function shownTime(time: string): string {
  const at = Date.parse(time);
  return Number.isFinite(at) ? `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC` : time;
}
