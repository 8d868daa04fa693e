// What every report is made from: the result of a scan, and how it is to be shown.

import type { Response } from '../response.js';
import type { Rule } from '../rule.js';
import type { Finding, ScanResult } from '../types.js';
import type { DueHours } from './clocks.js';

/** A rule with the pages that tell more about it. */
export type RuleInfo = Rule & { references: readonly string[] };

export type SarifOptions = {
  category: string | null; // automationDetails.id; null: the uploader names it
  history: 'include' | 'only' | 'exclude'; // findings that are no longer at HEAD
};

/** Input of every format. Pure data: reports read no file, no clock and no environment. */
export type ReportInput = {
  result: ScanResult;
  rules: ReadonlyMap<string, RuleInfo>; // by id; a finding of an unknown rule is shown by its own fields
  responses: ReadonlyMap<string, Response>; // by fingerprint or else rule id, for formats that tell what to do; empty for the others
  version: string; // of leakgate, semantic
  color: boolean;
  showSuppressed: boolean;
  exitCode: number; // that the program will end with
  sarif: SarifOptions;
  dueHours: DueHours; // of the config
  remoteUrl: string | null; // of the repository, may hold credentials; they are stripped
};

/** What to do about a finding, or null when nobody looked it up. */
export function responseOf({ responses }: Pick<ReportInput, 'responses'>, finding: Finding): Response | null {
  return responses.get(finding.fingerprint) ?? responses.get(finding.ruleId) ?? null;
}
