// A world for commands that run in this process: the time stands still, so that whole outputs can be compared.

import { PassThrough, Readable } from 'node:stream';
import type { World } from '../../src/cli/world.js';

export const NOW = new Date('2026-01-10T12:00:00.000Z');

/** A world, and what was written in it. */
export function stillWorld(cwd: string, input = ''): { world: World; stdout: () => string; stderr: () => string } {
  const [stdout, stderr] = [collector(), collector()];
  return {
    world: {
      argv: [],
      cwd,
      env: { PATH: process.env.PATH ?? '' },
      stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      now: () => NOW,
      onInterrupt: () => () => {},
    },
    stdout: stdout.text,
    stderr: stderr.text,
  };
}

function collector() {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
