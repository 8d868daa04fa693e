// `leakgate incident`: a scan or a report → the incident record.

import { resolve } from 'node:path';
import type { Config } from '../config/schema.js';
import type { Engine } from '../engine/compile-rules.js';
import { LeakgateError } from '../errors.js';
import { buildRecord, selectLeaks } from '../incident/build-record.js';
import type { LeakReport } from '../incident/leak.js';
import { recordMarkdown } from '../incident/markdown.js';
import { readReport } from '../incident/read-report.js';
import { type IncidentRecord, recordJsonSchema } from '../incident/record-schema.js';
import { toJsonText } from '../report/json-text.js';
import { sanitise } from '../report/sanitise.js';
import type { Priority } from '../types.js';
import { EXIT } from './exit-code.js';
import { findUses } from './find-uses.js';
import { leaksOf, type ScanFlags, scanRepository } from './incident-scan.js';
import { loadResponder } from './load-responder.js';
import { readInput } from './read-input.js';
import { prepare } from './run-scan.js';
import { VERSION } from './version.js';
import { type World, write } from './world.js';
import { checkOutput, writeOutput } from './write-output.js';

export type IncidentFlags = ScanFlags & {
  repo?: string;
  detectedAt?: string;
  minPriority?: Priority;
  format: 'markdown' | 'json';
  output?: string;
  fail?: boolean;
};

/** Prints the JSON schema of a record. */
export async function printRecordSchema(world: World): Promise<number> {
  await write(world.stdout, toJsonText(recordJsonSchema()));
  return EXIT.clean;
}

/** Makes and writes a record. @returns 0 when it is whole, 2 when there may be more than it says, 1 with --fail and incidents */
export async function runIncident(world: World, file: string | null, flags: IncidentFlags): Promise<number> {
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const detectedAt = flags.detectedAt === undefined ? null : parseInstant(flags.detectedAt, world.now());
  const loaded = file === null ? await fromScan(world, flags) : await fromFile(world, file, flags);
  const record = await makeRecord(world, { ...loaded, file, flags, detectedAt, isDrill: false });
  await writeRecord(world, record, flags);
  return exitCodeOfRecord(record, flags.fail ?? false);
}

export type Loaded = {
  report: LeakReport;
  settings: Config['incident'];
  engine: Engine;
  wantedHead: string | null; // the commit whose files may be searched; null: HEAD of --repo
};

async function fromScan(world: World, flags: IncidentFlags): Promise<Loaded> {
  const scanned = await scanRepository(world, flags.repo ?? '.', flags, 'history');
  const { options, engine, result } = scanned;
  return { report: leaksOf(scanned), settings: options.incident, engine, wantedHead: result.head };
}

async function fromFile(world: World, file: string, flags: IncidentFlags): Promise<Loaded> {
  const report = readReport(await readInput(world, file), file === '-' ? 'standard input' : file, sanitise);
  const { options, engine } = await prepare(world, {
    mode: 'history',
    flags: { format: 'json', ...(flags.config === undefined ? {} : { config: flags.config }) },
    root: resolve(world.cwd, flags.repo ?? '.'),
    fromCommit: null,
  });
  return { report, settings: options.incident, engine, wantedHead: flags.repo === undefined ? report.head : null };
}

/** Builds the record of what was loaded. */
export async function makeRecord(
  world: World,
  input: Loaded & { file: string | null; flags: IncidentFlags; detectedAt: string | null; isDrill: boolean },
): Promise<IncidentRecord> {
  const { report, settings, engine, flags } = input;
  const respond = await loadResponder();
  const wanted = selectLeaks(report, flags.minPriority ?? 'P4', respond);
  const uses = await findUses(world, {
    dir: resolve(world.cwd, flags.repo ?? '.'),
    names: [...new Set(wanted.flatMap(({ names }) => names))],
    wantedHead: input.wantedHead,
    engine,
  });
  return buildRecord(wanted, {
    report,
    file: input.file === '-' ? null : input.file,
    version: VERSION,
    madeAt: world.now().toISOString(),
    detectedAt: input.detectedAt,
    isDrill: input.isDrill,
    clocks: settings.clocks,
    owners: settings.owners,
    notify: settings.notify,
    uses,
  });
}

/** Writes a record to --output or stdout. */
export async function writeRecord(
  world: World,
  record: IncidentRecord,
  flags: Pick<IncidentFlags, 'format' | 'output' | 'quiet'>,
): Promise<void> {
  const text = flags.format === 'json' ? toJsonText(record) : recordMarkdown(record);
  if (flags.output === undefined) return write(world.stdout, text);
  writeOutput(flags.output, world.cwd, text);
  const { incidents } = record.summary;
  if (!flags.quiet)
    await write(
      world.stderr,
      `leakgate: ${incidents} ${incidents === 1 ? 'incident' : 'incidents'} written to ${flags.output}\n`,
    );
}

function exitCodeOfRecord({ source, summary }: IncidentRecord, mustFail: boolean): number {
  if (source.isComplete === false) return EXIT.incomplete;
  return mustFail && summary.incidents > 0 ? EXIT.findings : EXIT.clean;
}

// The clocks start then, so a time that cannot be is refused rather than believed.
function parseInstant(value: string, now: Date): string {
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value);
  const time = isIso ? Date.parse(value) : Number.NaN;
  const refuse = (reason: string): never => {
    throw new LeakgateError('BAD_FLAG', { flag: '--detected-at', reason });
  };
  if (!Number.isFinite(time)) return refuse('write it as 2026-01-31T12:00:00Z');
  return time > now.getTime() ? refuse('it lies in the future') : new Date(time).toISOString();
}
