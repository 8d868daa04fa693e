// The packs of a history, scanned delta by delta: the work of one thread. Gives what it saw as plain values, so that a worker can
// send it; src/scan.ts puts the parts together. What cannot be read here is named, and read through git afterwards.

import type { Engine } from './engine/compile-rules.js';
import { decodeText } from './engine/decode.js';
import { readClaims } from './engine/read-claims.js';
import { scanBytes } from './engine/scan-bytes.js';
import { type BlobState, type DeltaBlob, type DeltaOutcome, DeltaScanner, reservedFor } from './engine/scan-delta.js';
import { findInlineMarker } from './findings/inline-marker.js';
import { LineIndex } from './findings/locate.js';
import { openPack, type Pack } from './git/open-pack.js';
import { COMMIT, TAG } from './git/pack-file.js';
import { hexOf } from './git/pack-index.js';
import { parseCommit, parseTag } from './git/parse-commit.js';
import {
  type Again,
  type HistoryPart,
  numberOf,
  type PackJob,
  type SharedHistory,
  type SharedPack,
} from './git/shared-history.js';
import { TreeDeltas, type TreeState, tablesEnd, writeTables } from './git/tree-delta.js';
import { TreeRecorder } from './git/tree-records.js';
import { type Block, Unpacker } from './git/unpack.js';
import { type Origin, type PackVisitor, PackWalker } from './git/walk-pack.js';
import type { BlobKind, Hit, LocatedMatch, Match, Oid } from './types.js';

export type PlainMatch = Omit<Match, 'secret'> & Omit<LocatedMatch, 'match' | 'parts'> & { value: string };
export type PlainSighting = {
  blob: Oid;
  kind: BlobKind;
  matches: PlainMatch[];
  isVerbatim: boolean; // nothing else is to be said of the object, and every value stands in it as it is, at its span
};

/** What a job gave. */
export type PackPart = Omit<HistoryPart, 'tags' | 'unread' | 'again'> & {
  again: Again[];
  tags: { oid: Oid; target: Oid | null; name: string }[];
  unread: { oid: Oid; reason: string }[];
  sightings: PlainSighting[];
  exhausted: { blob: Oid; ruleId: string }[];
};

/** Scans delta trees. One for each thread. */
export class PackScanner {
  readonly #history: SharedHistory;
  readonly #engine: Engine;
  readonly #markers: ReadonlySet<string>;
  readonly #packs: (Pack | undefined)[] = [];
  readonly #unpacker: Unpacker;
  readonly #scanner: DeltaScanner | null; // null: there is no WebAssembly, and every object is scanned whole

  constructor(history: SharedHistory, engine: Engine, markers: ReadonlySet<string>) {
    this.#history = history;
    this.#engine = engine;
    this.#markers = markers;
    const tablesAt = reservedFor(engine);
    this.#unpacker = new Unpacker(true, tablesEnd(tablesAt, history.packs));
    const { memory } = this.#unpacker;
    writeTables(memory, tablesAt, history.packs);
    this.#scanner = memory.own ? new DeltaScanner(engine, memory) : null;
  }

  run(job: PackJob): PackPart {
    return job.kind === 'trees' ? this.#recordTrees(job) : this.#scanContents(job);
  }

  close(): void {
    for (const pack of this.#packs) pack?.close();
  }

  #open(number: number): { pack: Pack; shared: SharedPack } {
    const shared = this.#history.packs[number];
    if (!shared) throw new RangeError(`no pack ${number}`);
    const pack = this.#packs[number] ?? openPack(shared.base, this.#history.hashBytes, shared.index);
    this.#packs[number] = pack;
    return { pack, shared };
  }

  #scanContents(job: PackJob): PackPart {
    const { pack, shared } = this.#open(job.pack);
    const part = emptyPart();
    const commits: string[] = [];
    const walker = new PackWalker<BlobState | null>(
      pack,
      shared.forest,
      {
        enter: (entry, bytes, origin) => {
          part.counts.objects++;
          if (!this.#isFirst(job.pack, entry)) return this.#scanQuietly(bytes, origin);
          if (isContainer(bytes)) {
            // An archive: opened where the other objects are read. What is stored as a delta of it is rare enough to start anew.
            part.unread.push({ oid: hexOf(shared.index, entry), reason: ARCHIVE });
            return null;
          }
          const type = shared.forest.types[entry] ?? 0;
          const oid = () => hexOf(shared.index, entry);
          const outcome = this.#scanObject(part, { oid, type, bytes }, origin);
          if (typeof outcome === 'string') {
            part.unread.push({ oid: oid(), reason: outcome });
            return null;
          }
          const { at, size } = origin.block;
          part.counts.bytes += size;
          // The memory may have grown while the object was scanned, and be another array.
          const read = () => this.#unpacker.memory.bytes.subarray(at, at + size);
          if (type === COMMIT) {
            part.counts.commits++;
            const commit = parseCommit(oid(), read());
            commits.push([commit.oid, commit.tree ?? '-', commit.time, ...commit.parents].join(' '));
          } else if (type === TAG) part.tags.push({ oid: oid(), ...parseTag(read()) });
          else part.counts.blobs++;
          return outcome;
        },
        leave: (_, state) => {
          if (state) this.#scanner?.release(state);
        },
        unread: (entry, reason) => void part.unread.push({ oid: hexOf(shared.index, entry), reason }),
      },
      { maxObjectBytes: MAX_OBJECT_BYTES, unpacker: this.#unpacker },
    );
    for (const tree of job.trees) walker.walk(tree);
    part.commits = commits.join('\n');
    return part;
  }

  // An object that stands in two packs is that of the first one; the other is only passed through on the way to its deltas.
  #isFirst(number: number, entry: number): boolean {
    const { index, firstNumber } = this.#open(number).shared;
    return (
      number === 0 ||
      numberOf(this.#history, index.oids, (index.slots[entry] ?? 0) * index.hashBytes) === firstNumber + entry
    );
  }

  /** @returns what its deltas need to know; or why it has to be read through git */
  #scanObject(
    part: PackPart,
    blob: PackObject,
    { block, isLeaf, parent, opsBlock }: Origin<BlobState | null>,
  ): BlobState | null | string {
    const text = this.#scanner?.isText(block) ? { bytes: blob.bytes, isBinary: false } : decodeText(blob.bytes);
    if (text.bytes !== blob.bytes) {
      // UTF-16: both readings, as scan.ts does it; offsets change, so nothing is inherited from here on.
      this.#note(part, blob, text.bytes, scanBytes(this.#engine, text.bytes));
      this.#note(part, blob, blob.bytes, scanBytes(this.#engine, blob.bytes, { isBinary: true }));
      return null;
    }
    if (!this.#scanner) {
      const { matches, matching, exhausted } = scanBytes(this.#engine, blob.bytes, { isBinary: text.isBinary });
      this.#note(part, blob, blob.bytes, { matches, hits: matching, exhausted });
      return null;
    }
    const { at, size } = block;
    const outcome = this.#tryDelta(
      { at, size, isBinary: text.isBinary, isLeaf },
      parent && opsBlock ? { state: parent, ops: opsBlock } : null,
    );
    if (typeof outcome === 'string') return outcome;
    if (outcome.matches.length + outcome.exhausted.length > 0) {
      const bytes = this.#unpacker.memory.bytes.subarray(at, at + size);
      this.#note(part, { ...blob, bytes }, bytes, outcome);
    }
    return outcome.state;
  }

  // A blob made of nothing but keywords has more hits than there is memory for.
  #tryDelta(blob: DeltaBlob, parent: { state: BlobState; ops: Block } | null): DeltaOutcome | string {
    if (!this.#scanner) return 'there is no WebAssembly';
    try {
      return this.#scanner.scan(blob, parent);
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      throw error;
    }
  }

  // Only for what is stored as a delta of it.
  #scanQuietly(bytes: Uint8Array, { block: { at, size }, isLeaf }: Origin<BlobState | null>): BlobState | null {
    const text = decodeText(bytes);
    if (isLeaf || text.bytes !== bytes) return null;
    const outcome = this.#tryDelta({ at, size, isBinary: text.isBinary }, null);
    return typeof outcome === 'string' ? null : outcome.state;
  }

  #note(
    part: PackPart,
    { oid, type, bytes: stored }: PackObject,
    bytes: Uint8Array,
    outcome: { matches: Match[]; hits?: Hit[]; exhausted: string[] },
  ): void {
    if (outcome.matches.length === 0 && outcome.exhausted.length === 0) return;
    const blob = oid();
    const kind = type === COMMIT ? 'commit' : type === TAG ? 'tag' : 'file';
    // UTF-16 is read in two ways, and what was not looked at to its end has more hits.
    const hits = outcome.exhausted.length === 0 ? (outcome.hits ?? null) : null;
    if (part.again.at(-1)?.oid !== blob) part.again.push({ oid: blob, kind, bytes: stored.length, hits });
    for (const ruleId of outcome.exhausted) part.exhausted.push({ blob, ruleId });
    if (outcome.matches.length === 0) return;
    const lines = new LineIndex(bytes);
    const matches = outcome.matches.map((found): PlainMatch => {
      const { secret, ...match } = found;
      const region = lines.locate(match.span);
      const marker = findInlineMarker(bytes, lines, { span: match.span, startLine: region.startLine }, this.#markers);
      return { ...match, value: this.#engine.pool.valueOf(secret), region, marker, claims: readClaims(found, bytes) };
    });
    const isVerbatim =
      hits !== null &&
      matches.every(
        ({ value, span }) =>
          value ===
          Buffer.from(stored.buffer, stored.byteOffset + span.start, span.end - span.start).toString('latin1'),
      );
    part.sightings.push({ blob, kind, matches, isVerbatim });
  }

  #recordTrees(job: PackJob): PackPart {
    const { pack, shared } = this.#open(job.pack);
    const part = emptyPart();
    const { hashBytes } = this.#history;
    const recorder = new TreeRecorder(hashBytes, (bytes, at) => numberOf(this.#history, bytes, at));
    const { memory } = this.#unpacker;
    const deltas = memory.own ? new TreeDeltas(memory, hashBytes, recorder) : null;
    const visitor: PackVisitor<TreeState | null> = {
      enter: (entry, bytes, { block, parent, opsBlock }) => {
        part.counts.objects++;
        const tree = shared.firstNumber + entry;
        try {
          if (deltas) return deltas.add(tree, block, parent && opsBlock ? { state: parent, ops: opsBlock } : null);
          recorder.add(tree, bytes);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          part.unread.push({ oid: hexOf(shared.index, entry), reason: error.message });
        }
        return null;
      },
      leave: (_, state) => {
        if (state) deltas?.release(state);
      },
      unread: (entry, reason) => void part.unread.push({ oid: hexOf(shared.index, entry), reason }),
    };
    const walker = new PackWalker(pack, shared.forest, visitor, { unpacker: this.#unpacker });
    for (const tree of job.trees) walker.walk(tree);
    part.records = recorder.records();
    return part;
  }
}

/** Why an archive is left to git. */
export const ARCHIVE = 'it is an archive';
const MAX_OBJECT_BYTES = 64 * 1024 * 1024; // held whole by a thread; larger objects are read through git in pieces

type PackObject = { oid: () => Oid; type: number; bytes: Uint8Array };

function emptyPart(): PackPart {
  const counts = { commits: 0, blobs: 0, bytes: 0, objects: 0 };
  return { sightings: [], commits: '', tags: [], counts, unread: [], again: [], exhausted: [], records: null };
}

// zip, gzip, or ustar: what src/scan.ts opens.
function isContainer(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return true;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  return (
    bytes[257] === 0x75 && bytes[258] === 0x73 && bytes[259] === 0x74 && bytes[260] === 0x61 && bytes[261] === 0x72
  );
}
