// Which findings a report lists, and in which order: the most urgent first, what is allowed last.

import type { Finding, Priority } from '../types.js';
import type { ReportInput } from './report-input.js';
import { SEVERITIES } from './summary.js';

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly Priority[];
const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Findings by urgency; suppressed ones only when they are asked for. */
export function shownFindings({ result, showSuppressed }: Pick<ReportInput, 'result' | 'showSuppressed'>): Finding[] {
  const shown = result.findings.filter(({ suppression }) => showSuppressed || suppression === null);
  return shown.sort((a, b) => comparable(a) - comparable(b));
}

// Sorting keeps the order of equals, which is by path.
function comparable({ suppression, exposure, severity, confidence }: Finding): number {
  const ranks = [
    suppression === null ? 0 : 1,
    PRIORITIES.indexOf(exposure.priority),
    SEVERITIES.indexOf(severity),
    CONFIDENCES.indexOf(confidence),
  ];
  return ranks.reduce((sum, rank) => sum * SEVERITIES.length + rank, 0);
}

/** How many findings have each priority. */
export function countPriorities(findings: readonly Finding[]): Record<Priority, number> {
  const counts: Record<Priority, number> = { P1: 0, P2: 0, P3: 0, P4: 0 };
  for (const { exposure } of findings) counts[exposure.priority]++;
  return counts;
}
