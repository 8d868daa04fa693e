// Findings → the numbers that every format shows.

import type { Severity } from '../rule.js';
import type { Finding, Suppression } from '../types.js';

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];

export type SuppressedCount = { kind: Suppression['kind']; source: string; count: number };

export type FindingCounts = {
  reported: number; // not suppressed
  bySeverity: Record<Severity, number>; // of the reported ones
  suppressed: SuppressedCount[]; // most first
};

/** Counts findings by severity, and suppressed ones by what suppresses them. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  const suppressed = new Map<string, SuppressedCount>();
  for (const { severity, suppression } of findings) {
    if (suppression) addSuppressed(suppressed, suppression);
    else bySeverity[severity]++;
  }
  return {
    reported: SEVERITIES.reduce((sum, severity) => sum + bySeverity[severity], 0),
    bySeverity,
    suppressed: [...suppressed.values()].sort((a, b) => b.count - a.count),
  };
}

function addSuppressed(counts: Map<string, SuppressedCount>, { kind, source }: Suppression): void {
  // An ignore file is one source, whichever of its lines it is.
  const name = kind === 'ignore-file' ? source.replace(/:\d+$/, '') : source;
  const key = `${kind} ${name}`;
  const known = counts.get(key);
  if (known) known.count++;
  else counts.set(key, { kind, source: name, count: 1 });
}
