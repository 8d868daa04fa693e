// Commands and flags. Each command's work is imported when it runs, so that the hook loads only its own.

import { Command, InvalidArgumentError, Option } from 'commander';
import { addIncident } from './incident-program.js';
import { formatNames } from './load-format.js';
import type { CommonFlags } from './run-scan.js';
import { VERSION } from './version.js';
import type { World } from './world.js';

export type Done = (exitCode: number) => void;

/** Builds the command line. `done` takes the exit code of the command that ran. */
export function createProgram(world: World, done: Done): Command {
  const program = new Command('leakgate')
    .description('Finds credentials that are about to enter, or have ever entered, a git repository.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .enablePositionalOptions() // what stands behind `incident drill` is its own, not that of `incident`
    .exitOverride()
    .configureOutput({
      writeOut: text => void world.stdout.write(text),
      writeErr: text => void world.stderr.write(text.replace(/^error: /, 'leakgate: ')),
    })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing found, 1 findings, 2 not complete or asked wrongly, 130 interrupted.\nSecrets are masked in everything that is printed or written.',
    );
  addScans(program, world, done);
  addIncident(program, world, done);
  addTools(program, world, done);
  return program;
}

const oneOf =
  (...names: string[]) =>
  (value: string): string => {
    if (!names.includes(value)) throw new InvalidArgumentError(`Choose one of ${names.join(', ')}.`);
    return value;
  };

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('Give a number from 1 to 999.');
  return Number(value);
}

function scanCommand(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .addOption(
      new Option('-f, --format <format>', `how to report: ${formatNames.join(', ')}`)
        .default('text')
        .argParser(oneOf(...formatNames)),
    )
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('-c, --config <file>', 'read this config instead of .leakgate.json at the root')
    .option('--no-config', 'use no config and no ignore file')
    .option('-b, --baseline <file>', 'do not count what this earlier JSON or SARIF report has')
    .addOption(
      new Option('--min-confidence <level>', 'report only from this confidence on: high, medium or low').argParser(
        oneOf('high', 'medium', 'low'),
      ),
    )
    .option('--strict', 'do not accept inline comments that allow findings')
    .option('--show-suppressed', 'also report suppressed findings, marked as such')
    .option('--show-secrets', 'print secrets unmasked, in text and JSON only; never use it where logs are kept')
    .option('--sarif-category <name>', 'category of the SARIF run, for several uploads of one commit')
    .addOption(
      new Option('--sarif-history <mode>', 'secrets that are only in history: include, only or exclude')
        .default('include')
        .argParser(oneOf('include', 'only', 'exclude')),
    )
    .option('-q, --quiet', 'no progress and no report when nothing is found')
    .option('--no-color', 'no colours');
}

type Flags = CommonFlags & {
  range?: string;
  since?: string;
  refsOnly?: boolean;
  cache?: boolean;
  name?: string;
  fix?: boolean;
  yes?: boolean;
  history?: boolean;
};

function addScans(program: Command, world: World, done: Done): void {
  scanCommand(
    program,
    'staged',
    'what the next commit would add: the index against HEAD (for the pre-commit hook)',
  ).action(async (flags: Flags) => {
    const { runStaged } = await import('./staged-command.js');
    done(await runStaged(world, flags));
  });
  scanCommand(program, 'history', 'every object of a repository, reachable or not: blobs, commit and tag messages')
    .argument('[repo]', 'a repository, or a folder in one', '.')
    .option('--range <A..B>', 'only what these commits add (config and ignore file are read from A)')
    .option('--since <date>', 'only what commits since this date add')
    .addOption(
      new Option('-j, --jobs <n>', 'threads to scan with; default: one for each processor').argParser(wholeNumber),
    )
    .option('--no-cache', 'scan all packs again; neither read nor write the cache in the git directory')
    .option('--refs-only', 'leave out objects that no branch, tag or other ref reaches')
    .action(async (repo: string, flags: Flags) => {
      const { runHistory } = await import('./scan-commands.js');
      done(await runHistory(world, repo, flags));
    });
  scanCommand(
    program,
    'env',
    'env files: would git take them, has it ever, are templates there and in step with the code',
  )
    .argument('[repo]', 'a repository, or a folder in one', '.')
    .option('--fix', 'write missing ignore rules and template keys: shows a diff and asks; never touches a value')
    .option('-y, --yes', 'with --fix: do not ask')
    .option('--no-history', 'do not look for env files in the history')
    .action(async (repo: string, flags: Flags) => {
      const { runEnv } = await import('./env-command.js');
      done(await runEnv(world, repo, flags));
    });
  scanCommand(program, 'files', 'a work tree, a folder, files as they are on the disk; needs no git')
    .argument('[paths...]', 'files, folders or globs', ['.'])
    .action(async (paths: string[], flags: Flags) => {
      const { runFiles } = await import('./scan-commands.js');
      done(await runFiles(world, paths, flags));
    });
  scanCommand(program, 'stdin', 'one file from standard input')
    .option('--name <path>', 'the path that the content is meant to have', 'stdin')
    .action(async (flags: Flags) => {
      const { runStdin } = await import('./scan-commands.js');
      done(await runStdin(world, flags));
    });
}

function addTools(program: Command, world: World, done: Done): void {
  const rules = program.command('rules').description('the rules: list them, show one, check their examples');
  rules
    .command('list')
    .description('all rules, one per line')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }) =>
      done(await (await import('./rules-command.js')).listRules(world, flags)),
    );
  rules
    .command('show')
    .description('one rule with its references, and what to do when a secret of its kind leaked')
    .argument('<id>', 'id of a rule')
    .option('--json', 'as JSON')
    .action(async (id: string, flags: { json?: boolean }) =>
      done(await (await import('./rules-command.js')).showRule(world, id, flags)),
    );
  rules
    .command('check')
    .description('run every example of every rule, and those of the config, through the whole engine')
    .option('-c, --config <file>', 'also check the rules of this config')
    .action(async (flags: { config?: string }) =>
      done(await (await import('./rules-command.js')).checkRules(world, flags)),
    );
  program
    .command('explain')
    .description('why a place was reported or not')
    .argument('<place>', 'FILE:LINE')
    .option('-c, --config <file>', 'read this config instead of .leakgate.json')
    .action(async (place: string, flags: { config?: string }) =>
      done(await (await import('./explain-command.js')).explain(world, place, flags)),
    );
  program
    .command('init')
    .description('set a repository up: husky hook, config file; prints what to put into CI')
    .option('--dry-run', 'only say what would be done')
    .action(async (flags: { dryRun?: boolean }) => done(await (await import('./init-command.js')).init(world, flags)));
  program
    .command('config')
    .description('the config file')
    .command('schema')
    .description('print its JSON schema')
    .action(async () => done(await (await import('./config-command.js')).printSchema(world)));
}
