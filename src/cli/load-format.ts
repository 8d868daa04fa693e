// The formats by name, each loaded when it is used: the hook prints text and needs no other.

import type { Format } from '../report/index.js';
import type { ReportInput } from '../report/report-input.js';

const LOADERS: Record<Format, () => Promise<(report: ReportInput) => string>> = {
  text: async () => (await import('../report/text.js')).text,
  json: async () => (await import('../report/json.js')).json,
  sarif: async () => (await import('../report/sarif.js')).sarif,
  html: async () => (await import('../report/html.js')).html,
  gitlab: async () => (await import('../report/gitlab.js')).gitlab,
  github: async () => (await import('../report/github.js')).github,
  junit: async () => (await import('../report/junit.js')).junit,
  csv: async () => (await import('../report/csv.js')).csv,
  event: async () => (await import('../report/event.js')).event,
};

/** Names for --format, in the order in which people read them. */
export const formatNames = Object.keys(LOADERS) as readonly Format[];

/** Loads what prints a format. */
export function loadFormat(name: Format): Promise<(report: ReportInput) => string> {
  return LOADERS[name]();
}
