// Runs the real program in a child process. Every output of every run is searched for the secrets that the test planted.

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from 'vitest';

const BIN = resolve('bin/leakgate.js');

export type Run = { code: number | null; signal: string | null; stdout: string; stderr: string };

export type RunOptions = {
  cwd?: string;
  env?: Record<string, string>;
  input?: string | Buffer;
  /** Values that no output may hold, in clear, in base64, in hex or percent-encoded. */
  secrets?: readonly string[];
};

/** Runs `leakgate …args` to its end. */
export async function leakgate(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, ...options.env },
  });
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on('data', chunk => chunks.stdout.push(chunk));
  child.stderr.on('data', chunk => chunks.stderr.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [code, signal] = await new Promise<[number | null, string | null]>(done =>
    child.on('close', (...result) => done(result)),
  );
  const run = {
    code,
    signal,
    stdout: Buffer.concat(chunks.stdout).toString(),
    stderr: Buffer.concat(chunks.stderr).toString(),
  };
  if (!args.includes('--show-secrets')) expectNoSecret(run.stdout + run.stderr, options.secrets ?? []);
  return run;
}

/** Fails when text holds a secret, or six characters in a row of one, in any of the usual forms. */
export function expectNoSecret(text: string, secrets: readonly string[]): void {
  for (const secret of secrets) {
    for (const form of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, -4),
      Buffer.from(secret).toString('hex'),
      encodeURIComponent(secret),
    ]) {
      expect(text.includes(form), 'a planted secret stands in the output').toBe(false);
    }
    for (let at = 4; at + 6 <= secret.length; at++) {
      const part = secret.slice(at, at + 6);
      if (/[A-Za-z]/.test(part) && /\d/.test(part))
        expect(text.includes(part), 'a part of a planted secret stands in the output').toBe(false);
    }
  }
}

/** Runs `leakgate … --format json` and parses its report. */
export async function leakgateJson(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run & { report: Report }> {
  const run = await leakgate([...args, '--format', 'json'], options);
  return { ...run, report: JSON.parse(run.stdout) as Report };
}

export type ReportFinding = {
  ruleId: string;
  fingerprint: string;
  severity: string;
  confidence: string;
  occurrences: {
    path: string | null;
    uri: string | null;
    commit: { oid: string } | null;
    kind: string;
    state: string;
    atHead: boolean;
    region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
  }[];
  life: {
    introduced: { oid: string } | null;
    removed: { oid: string } | null;
    atHead: boolean | null;
    refs: string[];
    pushed: boolean | null;
    reachable: boolean | null;
  };
  suppression: { kind: string; reason: string | null; source: string } | null;
};
export type Report = {
  complete: boolean;
  exitCode: number;
  findings: ReportFinding[];
  gaps: { kind: string; what: string; reason: string }[];
  notices: { kind: string; text: string }[];
};
