// The report for a browser.

import type { ReportInput } from './report-input.js';

/** Prints a result as one HTML file. */
export function html(report: ReportInput): string {
  return report.version;
}
