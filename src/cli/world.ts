// The world a command runs in, as a parameter: tests pass another one.

import type { Readable, Writable } from 'node:stream';

export type Stream = Writable & { isTTY?: boolean; columns?: number };

export type World = {
  argv: readonly string[]; // without node and script
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Stream;
  stderr: Stream;
  now: () => Date;
  /** Runs `close` when the program is interrupted; returns what takes that back. */
  onInterrupt: (close: () => void) => () => void;
};

/** Whether text for a stream may be coloured. https://no-color.org, https://force-color.org */
export function wantsColor(world: World, stream: Stream, flag: boolean): boolean {
  if (!flag || (world.env.NO_COLOR ?? '') !== '') return false;
  if ((world.env.FORCE_COLOR ?? '') !== '' && world.env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && world.env.TERM !== 'dumb';
}

/** Writes text and waits until the stream has taken it. A reader that has gone away is no error. */
export function write(stream: Stream, text: string): Promise<void> {
  return new Promise((done, failed) => {
    if (text === '') return done();
    stream.write(text, error => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') done();
      else failed(error);
    });
  });
}
