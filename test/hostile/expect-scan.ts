// What every hostile case demands of a scan: exactly these secrets, at these places, and every gap named.

import { expect } from 'vitest';
import { fingerprint } from '../../src/findings/fingerprint.js';
import { sampleCrcToken } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';
import { leakgateJson, type Report, type RunOptions } from '../helpers/run.js';

const RULE = 'github-pat-classic'; // distinctive and with a checksum: found in text and in binaries alike

/** A made-up token of that rule, another one for each seed. */
export function token(seed = 1): string {
  return sampleCrcToken('ghp_', 30, seed + 700);
}

/** A planted secret; of its place only what is given is compared. */
export type Planted = {
  secret: string;
  path?: string | null;
  uri?: string;
  line?: number;
  column?: number;
  kind?: 'file' | 'commit' | 'tag';
  commit?: string;
};

export type Expected = { found: readonly Planted[]; gaps?: readonly string[] };

/** Runs a scan and compares its whole outcome. @returns the report, for what a case checks beyond that */
export async function expectScan(
  args: readonly string[],
  expected: Expected,
  options: RunOptions = {},
): Promise<Report> {
  const secrets = expected.found.map(planted => planted.secret);
  const { code, report, stderr } = await leakgateJson(args, {
    ...options,
    secrets: [...secrets, ...(options.secrets ?? [])],
  });
  expectFindings(report, expected.found);
  const gaps = expected.gaps ?? [];
  expect([...new Set(report.gaps.map(gap => gap.kind))].sort(), JSON.stringify(report.gaps)).toEqual([...gaps].sort());
  expect(code, stderr).toBe(gaps.length > 0 ? 2 : secrets.length > 0 ? 1 : 0);
  expect(report).toMatchObject({ complete: gaps.length === 0, exitCode: code });
  return report;
}

/** Compares findings alone: these secrets, no others, each at its place. */
export function expectFindings(report: Report, found: readonly Planted[]): void {
  const names = found.map(({ secret }) => fingerprint(RULE, new Secret(secret)));
  expect(report.findings.map(finding => finding.fingerprint).sort()).toEqual([...new Set(names)].sort());
  for (const [index, planted] of found.entries()) {
    const finding = report.findings.find(({ fingerprint: name }) => name === names[index]);
    const places = (finding?.occurrences ?? []).map(({ path, uri, commit, kind, region }) => ({
      path,
      uri,
      commit: commit?.oid,
      kind,
      line: region.startLine,
      column: region.startColumn,
    }));
    const { secret: _, ...wanted } = planted;
    expect(places).toContainEqual(expect.objectContaining(wanted));
  }
}
