// One large object, read as a stream and cut into pieces.

import { firstLine, startGit } from '../git/run-git.js';
import type { Blob, Gap, Oid } from '../types.js';
import { cutPieces } from './pieces.js';
import type { Session } from './session.js';
import type { Tally } from './source.js';

/** Yields the pieces of a blob; a failure in the middle becomes a gap, what came before it is scanned. */
export async function* readLarge(
  state: { session: Session; tally: Tally; gaps: Gap[]; scanned: Set<Oid> },
  oid: Oid,
  overlap: number,
): AsyncGenerator<Blob> {
  const running = startGit(state.session.git, ['cat-file', 'blob', oid]);
  running.end();
  for await (const { bytes, piece } of cutPieces(running.output, overlap)) {
    state.tally.bytes += piece.to - piece.from;
    yield { id: oid, kind: 'file', bytes, piece, before: null, places: null };
  }
  const { code, stderr } = await running.ended;
  state.scanned.add(oid);
  state.tally.blobs++;
  if (code !== 0)
    state.gaps.push({
      kind: 'object-unreadable',
      what: oid,
      reason: firstLine(stderr) || `git cat-file ended with status ${code}`,
    });
}
