// One blob → its matches, located: what scan.ts asks of each blob that a source gives.

import type { Engine } from './engine/compile-rules.js';
import { decodeText } from './engine/decode.js';
import { readClaims } from './engine/read-claims.js';
import { scanBytes } from './engine/scan-bytes.js';
import { addedLines } from './findings/added-lines.js';
import { findInlineMarker } from './findings/inline-marker.js';
import { LineIndex } from './findings/locate.js';
import { pairParts } from './findings/pair.js';
import type { Blob, FoundHits, LocatedMatch, Match } from './types.js';

export type SearchInput = {
  engine: Engine;
  markers: ReadonlySet<string>; // inline comments that count
};

/** What is in a blob. */
export type Found = { matches: readonly LocatedMatch[]; exhausted: string[]; found: FoundHits };

/** Searches a blob, in both readings where it may be UTF-16. @param number of the member, where it is one of an archive; else 0 */
export async function searchBlob(blob: Blob, number: number, input: SearchInput): Promise<Found> {
  const [plainly, asWide] = [`${number}`, `${number}w`];
  if (blob.known && !blob.known.has(plainly) && !blob.known.has(asWide))
    return { matches: [], exhausted: [], found: [] };
  const text = decodeText(blob.bytes);
  // Pieces were UTF-16 no longer when they were cut: only the first one could have told.
  if (blob.piece || text.bytes === blob.bytes)
    return search(blob, input, {
      name: plainly,
      bytes: blob.bytes,
      isBinary: text.isBinary,
      decode: version => decodeText(version).bytes,
    });
  // A mark and some NULs at the start prove nothing about the rest: plain text behind them is searched as it stands.
  const wide = await search(blob, input, {
    name: asWide,
    bytes: text.bytes,
    isBinary: false,
    decode: version => decodeText(version).bytes,
  });
  const plain = await search(blob, input, {
    name: plainly,
    bytes: blob.bytes,
    isBinary: true,
    decode: version => version,
  });
  return {
    matches: [...wide.matches, ...plain.matches],
    exhausted: [...new Set([...wide.exhausted, ...plain.exhausted])],
    found: [...wide.found, ...plain.found],
  };
}

type Reading = { name: string; bytes: Uint8Array; isBinary: boolean; decode: (version: Uint8Array) => Uint8Array };

async function search(blob: Blob, input: SearchInput, { name, bytes, isBinary, decode }: Reading): Promise<Found> {
  const hits = blob.known && (blob.known.get(name) ?? []);
  const { matches, matching, exhausted } = scanBytes(input.engine, bytes, { piece: blob.piece, isBinary, hits });
  if (matches.length === 0) return { matches: [], exhausted, found: [] };
  const isAdded = blob.before ? addedLines((await blob.before()).map(decode), bytes) : () => true;
  const lines = new LineIndex(bytes, blob.piece);
  const located = matches.filter(match => isAdded(match.span)).map(match => locate(bytes, lines, match, input.markers));
  return { matches: pairMatches(located, input.engine), exhausted, found: [[name, matching]] };
}

/** Where in blobs there is something, reported or not. */
export class LoudBlobs {
  readonly blobs = new Map<string, FoundHits | null>();

  add(id: string, found: FoundHits): void {
    const before = this.blobs.get(id);
    if (found.length > 0 && before !== null) this.blobs.set(id, [...(before ?? []), ...found]);
  }

  addUnfinished(id: string): void {
    this.blobs.set(id, null);
  }
}

/** Pairs what belongs together. */
export function pairMatches(matches: readonly LocatedMatch[], engine: Engine): readonly LocatedMatch[] {
  return pairParts(matches, ruleId => engine.ruleOf(ruleId)?.pairsWith ?? []);
}

function locate(bytes: Uint8Array, lines: LineIndex, match: Match, markers: ReadonlySet<string>): LocatedMatch {
  const region = lines.locate(match.span);
  return {
    match,
    region,
    marker: findInlineMarker(bytes, lines, { span: match.span, startLine: region.startLine }, markers),
    parts: [],
    claims: readClaims(match, bytes),
  };
}
