// Format name → function. Each takes a whole result and gives the whole text; who writes it where is the caller's business.

import { csv } from './csv.js';
import { event } from './event.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import type { ReportInput } from './report-input.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/** Every format by its name on the command line. */
export const formats = { text, json, sarif, html, gitlab, github, junit, csv, event } as const satisfies Record<
  string,
  (report: ReportInput) => string
>;

export type Format = keyof typeof formats;
