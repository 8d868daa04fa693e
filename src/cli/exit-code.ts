// What the exit status says. 2 wins: a scan that did not see everything never looks like a clean one, nor like a finished one.

import type { ScanResult } from '../types.js';

export const EXIT = { clean: 0, findings: 1, incomplete: 2, interrupted: 130 } as const;

/** The exit status of a scan. */
export function exitCodeOf(result: Pick<ScanResult, 'findings' | 'gaps'>): number {
  if (result.gaps.length > 0) return EXIT.incomplete;
  return result.findings.some(finding => finding.suppression === null) ? EXIT.findings : EXIT.clean;
}
