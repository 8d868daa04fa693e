// One file from standard input.

import type { Gap, Place } from '../types.js';
import { cutPieces, PIECE_BYTES } from './pieces.js';
import { type Source, Tally } from './source.js';

/**
 * A source over a stream.
 *
 * @param name the path that the content is meant to have; reports show it
 */
export function stdinSource(input: { stream: AsyncIterable<Buffer>; name: string; overlap: number }): Source {
  const tally = new Tally();
  const gaps: Gap[] = [];
  const path = Buffer.from(input.name).toString('latin1');
  const place: Place = { path, commit: null, kind: 'file', state: 'worktree' };
  return {
    mode: 'stdin',
    target: input.name,
    head: null,
    branch: null,
    async *blobs() {
      tally.blobs = 1;
      const blob = { id: path, kind: 'file', before: null, places: [place] } as const;
      const { head, rest } = await readHead(input.stream);
      if (rest === null) {
        tally.bytes = head.length;
        yield { ...blob, bytes: head, piece: null };
        return;
      }
      for await (const { bytes, piece } of cutPieces(rest, input.overlap)) {
        tally.bytes += piece.to - piece.from;
        yield { ...blob, bytes, piece };
      }
    },
    attribute: async () => ({ places: new Map(), history: null }),
    gaps,
    notices: [],
    counts: () => tally.counts(),
    progress: () => ({ done: tally.bytes, total: 0, unit: 'bytes' }),
    close: () => {},
  };
}

// What fits into one piece is scanned as it is, like a file of that size; only what does not is cut.
async function readHead(stream: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> | null }> {
  const chunks: Buffer[] = [];
  let length = 0;
  const iterator = stream[Symbol.asyncIterator]();
  while (length <= PIECE_BYTES) {
    const { value, done } = await iterator.next();
    if (done) return { head: Buffer.concat(chunks), rest: null };
    chunks.push(value);
    length += value.length;
  }
  const head = Buffer.concat(chunks);
  return { head, rest: chain(head, iterator) };
}

async function* chain(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
