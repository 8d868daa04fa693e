// An earlier report, JSON or SARIF, as a list of fingerprints that are already known.

import { LeakgateError } from '../errors.js';

/**
 * Reads the fingerprints of a report.
 *
 * @param file its name, for messages
 * @throws {LeakgateError} BASELINE_INVALID
 */
export function parseBaseline(text: string, file: string): Set<string> {
  let report: unknown;
  try {
    report = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new LeakgateError('BASELINE_INVALID', { file, problem: 'it is not JSON' }, { cause: error });
  }
  const fingerprints = isRecord(report) ? (fromJson(report) ?? fromSarif(report)) : null;
  if (!fingerprints) throw new LeakgateError('BASELINE_INVALID', { file, problem: 'it has neither findings nor runs' });
  const bad = fingerprints.findIndex(
    fingerprint => typeof fingerprint !== 'string' || !/^[0-9a-f]{24}$/.test(fingerprint),
  );
  if (bad >= 0)
    throw new LeakgateError('BASELINE_INVALID', { file, problem: `its result ${bad + 1} has no leakgate fingerprint` });
  return new Set(fingerprints as string[]);
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
// What is no object is kept as an empty one: it has no fingerprint, and the report is refused for it.
const records = (value: unknown): Json[] =>
  Array.isArray(value) ? value.map(entry => (isRecord(entry) ? entry : {})) : [];

function fromJson(report: Json): unknown[] | null {
  return Array.isArray(report.findings) ? records(report.findings).map(finding => finding.fingerprint) : null;
}

function fromSarif(report: Json): unknown[] | null {
  if (!Array.isArray(report.runs)) return null;
  return records(report.runs).flatMap(run =>
    records(run.results).map(result =>
      isRecord(result.partialFingerprints) ? result.partialFingerprints['leakgateSecret/v1'] : undefined,
    ),
  );
}
