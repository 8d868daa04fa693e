// The program: argv → command → exit code. Everything it touches comes in through the process object it is given.

import { LeakgateError } from '../errors.js';
import { EXIT } from './exit-code.js';
import { type World, write } from './world.js';

/**
 * Runs leakgate.
 *
 * @returns the exit code; 2 for whatever could not be done, with one line on stderr
 */
export async function main(process: NodeJS.Process): Promise<number> {
  const world = worldOf(process);
  try {
    return await runProgram(world);
  } catch (error) {
    return await explainError(world, error);
  }
}

async function runProgram(world: World): Promise<number> {
  // The hook's command without flags needs no command line parser; loading one takes longer than the scan.
  if (world.argv.length === 1 && world.argv[0] === 'staged') {
    const { runStaged } = await import('./staged-command.js');
    return runStaged(world, { format: 'text' });
  }
  const { createProgram } = await import('./program.js');
  let exitCode: number = EXIT.clean;
  const program = createProgram(world, code => {
    exitCode = code;
  });
  await program.parseAsync([...world.argv], { from: 'user' });
  return exitCode;
}

async function explainError(world: World, error: unknown): Promise<number> {
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.clean : EXIT.incomplete;
  if (LeakgateError.is(error)) {
    // Names in messages come from the repository.
    await write(
      world.stderr,
      `leakgate: ${error.message.replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '?')}\n`,
    );
    return EXIT.incomplete;
  }
  // A bug. Its stack names our own lines and no value of the repository.
  const stack = error instanceof Error ? `${error.name} ${stackOf(error)}` : 'unknown error';
  await write(world.stderr, `leakgate: internal error, the scan is not complete. Please report it: ${stack}\n`);
  return EXIT.incomplete;
}

// By its code, so that commander need not be loaded to say so.
function isCommanderError(error: unknown): error is { exitCode: number } {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('commander.');
}

function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .map(line => line.trim())
    .join(' ');
}

function withoutPipeErrors<S extends NodeJS.WriteStream>(stream: S): S {
  if (!stream.listeners('error').includes(ignoreClosedPipe)) stream.on('error', ignoreClosedPipe);
  return stream;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function worldOf(process: NodeJS.Process): World {
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    // Node makes a stream when it is first asked for, which takes it up to 5 ms: few commands read, and a report may go to a file.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return withoutPipeErrors(process.stdout);
    },
    get stderr() {
      return withoutPipeErrors(process.stderr);
    },
    now: () => new Date(),
    onInterrupt: close => {
      const stop = () => {
        close();
        process.exit(EXIT.interrupted); // nothing is half-written: reports are written whole at the end
      };
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      for (const signal of signals) process.once(signal, stop);
      return () => {
        for (const signal of signals) process.removeListener(signal, stop);
      };
    },
  };
}
