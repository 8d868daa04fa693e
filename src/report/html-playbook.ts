// What to do about a finding, as a part of its card.

import type { Finding } from '../types.js';
import { firstHour, type Section, type StepLine } from './first-hour.js';
import { type Content, type Markup, markup } from './html-markup.js';
import { linked } from './html-parts.js';
import { isWebAddress } from './remote.js';
import { type ReportInput, responseOf } from './report-input.js';

const MAX_SAME = 5; // playbooks of one kind that are written out; further cards lead to the first

/** Playbooks of a page: the first of a kind has a name to lead to. */
export class Playbooks {
  readonly #report: ReportInput;
  readonly #seen = new Map<string, { count: number; anchor: string }>();

  constructor(report: ReportInput) {
    this.#report = report;
  }

  /** The playbook of a finding. @param anchor of its card */
  of(finding: Finding, anchor: string): Markup {
    const response = responseOf(this.#report, finding);
    const kind = `${response?.id ?? ''} ${finding.provider}`;
    const seen = this.#seen.get(kind) ?? { count: 0, anchor };
    this.#seen.set(kind, { ...seen, count: seen.count + 1 });
    const heading = markup`<h4>What to do${response === null || response.isFallback ? null : `: ${response.title}`}</h4>`;
    if (seen.count >= MAX_SAME)
      return markup`<div class="playbook">${heading}<p>The same steps as <a href="#${seen.anchor}">for the first of this kind</a>.</p></div>`;
    const sources = (response?.isFallback === false ? response.sources : []).filter(isWebAddress);
    return markup`<div class="playbook">${heading}
${firstHour(response, finding.provider, this.#report.dueHours).map(sectionMarkup)}${sources.length === 0 ? null : sourceList(sources)}</div>`;
  }
}

function sectionMarkup({ title, isOrdered, lines }: Section): Markup {
  const items = lines.map(line => markup`<li>${lineMarkup(line)}</li>\n`);
  const list = isOrdered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  return markup`<h5>${title}</h5>${list}\n`;
}

function lineMarkup({ kind, text }: StepLine): Content {
  if (kind === 'page') return linked(text, text);
  return kind === 'prose' ? withLinks(text) : markup`<code class="command">${text}</code>`;
}

// An address in prose becomes a link; its closing punctuation does not belong to it.
function withLinks(text: string): Content {
  return text
    .split(/(https:\/\/[^\s()"'<>]*[^\s()"'<>.,;:])/)
    .map(part => (isWebAddress(part) ? linked(part, part) : part));
}

function sourceList(sources: readonly string[]): Markup {
  return markup`<h5>Sources</h5><ul class="sources">${sources.map(source => markup`<li>${linked(source, source)}</li>\n`)}</ul>`;
}
