// `leakgate incident --verify-rotation FILE`: do the old values of a record still stand at HEAD, in the index or in the work tree?

import * as z from 'zod';
import { LeakgateError } from '../errors.js';
import { cleanAll } from '../incident/clean-all.js';
import { safeMask } from '../incident/leak.js';
import { problemOf, readReport } from '../incident/read-report.js';
import { RECORD_SCHEMA } from '../incident/record-schema.js';
import { exitCodeOfVerdicts, toWanted, type Verdict, verifyRotation, type Wanted } from '../incident/verify.js';
import { verificationDocument, verificationText } from '../incident/verify-text.js';
import { toJsonText } from '../report/json-text.js';
import { sanitise, sanitiseLines } from '../report/sanitise.js';
import type { IncidentFlags } from './incident-command.js';
import { documentOf, scanRepository } from './incident-scan.js';
import { readInput } from './read-input.js';
import { VERSION } from './version.js';
import { type World, write } from './world.js';
import { checkOutput, writeOutput } from './write-output.js';

/** Runs a verification. @returns 0 when all are gone, 1 when a value still stands, 2 when something could not be looked for */
export async function runVerify(world: World, file: string, flags: IncidentFlags): Promise<number> {
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const name = file === '-' ? 'standard input' : file;
  const wanted = readWanted(await readInput(world, file), name);
  if (wanted.length === 0)
    throw new LeakgateError('REPORT_INVALID', { file: name, problem: 'it has no incident to look for' });
  const { verdicts, isComplete, gaps } = await verify(world, wanted, flags);
  const exitCode = exitCodeOfVerdicts(verdicts, isComplete);
  const input = { verdicts, isComplete, gaps, file: name, version: VERSION, at: world.now().toISOString(), exitCode };
  const text =
    flags.format === 'json' ? toJsonText(verificationDocument(input)) : sanitiseLines(verificationText(input));
  if (flags.output === undefined) await write(world.stdout, text);
  else writeOutput(flags.output, world.cwd, text);
  return exitCode;
}

export type Verification = {
  verdicts: Verdict[];
  isComplete: boolean;
  gaps: { kind: string; what: string; reason: string }[];
};

/** Looks for old values in everything that a repository has. */
export async function verify(world: World, wanted: readonly Wanted[], flags: IncidentFlags): Promise<Verification> {
  const scanned = await scanRepository(world, flags.repo ?? '.', flags, 'everywhere');
  const document = cleanAll(documentOf(scanned), sanitise);
  const enabled = new Set(scanned.options.rules.map(rule => rule.id));
  return {
    verdicts: verifyRotation(wanted, document.findings, ruleId => enabled.has(ruleId)),
    isComplete: document.complete,
    gaps: document.gaps,
  };
}

const record = z.object({
  schema: z.literal(RECORD_SCHEMA),
  incidents: z
    .array(
      z.object({
        id: z.string().regex(/^SEC-[0-9a-f]{12}$/),
        title: z.string().max(20_000),
        secret: z.object({
          fingerprint: z
            .string()
            .regex(/^[0-9a-f]{24}$/)
            .nullable(),
          ruleId: z.string().max(200),
          masked: z.string().max(20_000),
        }),
        exposure: z.object({ atHead: z.boolean().nullable() }),
      }),
    )
    .max(1_000_000),
});

// A record, or a report that one could be made from.
function readWanted(text: string, file: string): Wanted[] {
  if (!isRecord(text))
    return readReport(text, file, sanitise)
      .leaks.filter(leak => !leak.isSuppressed)
      .map(toWanted);
  const parsed = record.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
  if (!parsed.success) throw new LeakgateError('REPORT_INVALID', { file, problem: problemOf(parsed.error) });
  return cleanAll(parsed.data.incidents, sanitise).map(({ id, title, secret, exposure }) => ({
    id,
    title,
    fingerprint: secret.fingerprint,
    ruleId: secret.ruleId,
    masked: safeMask(secret.masked),
    wasAtHead: exposure.atHead,
  }));
}

function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && 'incidents' in value;
  } catch {
    return false; // readReport says what is wrong
  }
}
