// The flags of `incident` and of the commands below it.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { LeakgateError } from '../errors.js';
import type { AgeFlags } from './age-command.js';
import type { IncidentFlags } from './incident-command.js';
import type { World } from './world.js';

type Done = (exitCode: number) => void;

const oneOf =
  (...names: string[]) =>
  (value: string): string => {
    if (!names.includes(value)) throw new InvalidArgumentError(`Choose one of ${names.join(', ')}.`);
    return value;
  };

/** Adds `incident`, `incident drill` and `incident age`. */
export function addIncident(program: Command, world: World, done: Done): void {
  const incident = program
    .command('incident')
    .description('the record of an incident: what to do by when, for each secret of a scan or a report')
    .enablePositionalOptions()
    .argument('[file]', 'a JSON or SARIF report, - for standard input; none: scan the repository')
    .option('--repo <dir>', 'the repository to scan, and to search for places to update')
    .option('--detected-at <time>', 'when the clocks start, as 2026-01-31T12:00:00Z; default: the end of the scan')
    .addOption(
      new Option('--min-priority <level>', 'only this priority and above: P1, P2, P3 or P4').argParser(
        oneOf('P1', 'P2', 'P3', 'P4'),
      ),
    )
    .addOption(recordFormat())
    .option('-o, --output <file>', 'write the record to a file, whole or not at all')
    .option('--fail', 'exit with 1 when there are incidents')
    .option(
      '--verify-rotation <file>',
      'look whether the values of this record or report still stand at HEAD, in index or work tree',
    )
    .option('--schema', 'print the JSON schema of a record')
    .option('-c, --config <file>', 'read this config instead of .leakgate.json at the root')
    .option('--no-config', 'use no config and no ignore file')
    .option('-q, --quiet', 'no progress')
    .addHelpText(
      'after',
      '\nExit codes: 0 the record is written (1 with --fail when it has incidents), 2 the scan was not complete or asked wrongly.\nWith --verify-rotation: 0 all old values are gone, 1 one still stands, 2 one could not be looked for.',
    )
    .action(async (file: string | undefined, flags: IncidentFlags & { schema?: boolean; verifyRotation?: string }) =>
      done(await runIncidentCommand(world, file ?? null, flags)),
    );
  incident
    .command('drill')
    .description('practise: a made-up secret in a repository made for it, from detection to verified rotation')
    .addOption(recordFormat())
    .option('-o, --output <file>', 'write the record to a file')
    .action(async (flags: Pick<IncidentFlags, 'format' | 'output'>) => {
      const { runDrill } = await import('./drill-command.js');
      done(await runDrill(world, flags));
    });
  incident
    .command('age')
    .description('how old secrets and the keys of env templates are in git, against the rotation policy')
    .argument('[repo]', 'a repository, or a folder in one', '.')
    .addOption(new Option('-f, --format <format>', 'text or json').default('text').argParser(oneOf('text', 'json')))
    .option('-o, --output <file>', 'write the overview to a file')
    .option('-c, --config <file>', 'read this config instead of .leakgate.json at the root')
    .option('--no-config', 'use no config and no ignore file')
    .option('-q, --quiet', 'no progress')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing is overdue, 1 something is, 2 the scan was not complete or asked wrongly.',
    )
    .action(async (repo: string, flags: AgeFlags) => {
      const { runAge } = await import('./age-command.js');
      done(await runAge(world, repo, flags));
    });
}

function recordFormat(): Option {
  return new Option('-f, --format <format>', 'markdown for people, json for programs')
    .default('markdown')
    .argParser(oneOf('markdown', 'json'));
}

async function runIncidentCommand(
  world: World,
  file: string | null,
  flags: IncidentFlags & { schema?: boolean; verifyRotation?: string },
): Promise<number> {
  if (flags.verifyRotation !== undefined) {
    if (file !== null)
      throw new LeakgateError('BAD_FLAG', { flag: '--verify-rotation', reason: 'it takes the one file itself' });
    const { runVerify } = await import('./verify-command.js');
    return runVerify(world, flags.verifyRotation, flags);
  }
  const { printRecordSchema, runIncident } = await import('./incident-command.js');
  return flags.schema ? printRecordSchema(world) : runIncident(world, file, flags);
}
