// Blobs → the same blobs, each archive followed by what is in it. A member is scanned as a piece of its container.

import type { Blob, BytePath, Gap } from '../types.js';
import { containerKind } from './container-kind.js';

/** A blob, or a member of one: then `member` is its path in there. */
export type Scanned = { blob: Blob; member: BytePath | null };

const MAX_BYTES = 256 * 1024 * 1024; // of an archive, held whole: its directory may stand at its end

/**
 * Opens the archives among blobs.
 *
 * @param onGap told of archives and members that could not be looked at, by `path!member`
 */
export async function* withMembers(
  blobs: AsyncIterable<Blob>,
  onGap: (gap: Gap, blob: Blob) => void,
): AsyncGenerator<Scanned> {
  let large: LargeContainer | null = null;
  for await (const blob of blobs) {
    yield { blob, member: null };
    if (blob.kind !== 'file') continue;
    if (isFirstPiece(blob)) large = containerKind(blob.bytes) ? new LargeContainer() : null;
    const bytes = blob.piece ? (large?.add(blob) ?? null) : blob.bytes;
    if (bytes === TOO_LARGE)
      onGap(
        {
          kind: 'budget',
          what: nameOf(blob, null),
          reason: 'it is an archive of more than 256 MB, which is not opened',
        },
        blob,
      );
    else if (bytes && containerKind(bytes)) yield* membersOf(blob, bytes, onGap);
  }
}

function isFirstPiece({ piece }: Blob): boolean {
  return piece !== null && piece.from === 0 && piece.linesBefore === 0 && piece.columnsBefore === 0;
}

const TOO_LARGE = Symbol('more than an archive may have');

/** An archive that comes in pieces. */
class LargeContainer {
  #parts: Uint8Array[] = [];
  #length = 0;

  /** @returns the whole once the last piece is there */
  add({ bytes, piece }: Blob): Uint8Array | typeof TOO_LARGE | null {
    const { from, to } = piece ?? { from: 0, to: bytes.length };
    this.#length += to - from;
    if (this.#length <= MAX_BYTES) this.#parts.push(bytes.subarray(from, to));
    else this.#parts = [];
    if (to < bytes.length) return null;
    return this.#length <= MAX_BYTES ? Buffer.concat(this.#parts) : TOO_LARGE;
  }
}

// Few commits hold an archive: what opens one is loaded when the first is met.
async function* membersOf(
  blob: Blob,
  bytes: Uint8Array,
  onGap: (gap: Gap, blob: Blob) => void,
): AsyncGenerator<Scanned> {
  const { openContainer } = await import('./containers.js');
  const { before } = blob;
  for (const member of openContainer(bytes, (path, gap) => onGap({ ...gap, what: nameOf(blob, path) }, blob))) {
    const earlier =
      before && (async () => (await before()).flatMap(version => find(openContainer, version, member.path)));
    yield { blob: { ...blob, bytes: member.bytes, piece: null, before: earlier }, member: member.path };
  }
}

type Open = typeof import('./containers.js').openContainer;

// Of an earlier version that cannot be opened nothing is known, so that everything is reported.
function find(openContainer: Open, version: Uint8Array, path: BytePath): Uint8Array[] {
  if (!containerKind(version)) return [];
  for (const member of openContainer(version, () => {})) if (member.path === path) return [member.bytes];
  return [];
}

/** How a gap names a blob or a member of it. */
export function nameOf(blob: Blob, member: BytePath | null): string {
  const name = blob.places?.[0]?.path ?? blob.id;
  return member === null ? name : `${name}!${member}`;
}
