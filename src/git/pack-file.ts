// A .pack by its own file descriptor: bytes at an offset through a few windows, and the headers of entries.
// Memory does not grow with the pack. Inflates nothing. Format: git Documentation/gitformat-pack.adoc

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { LeakgateError } from '../errors.js';

export const COMMIT = 1;
export const TREE = 2;
export const BLOB = 3;
export const TAG = 4;
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

export const PACK_HEADER_BYTES = 12; // 'PACK', version, count
/** Bytes that can be read behind what was asked for: of any value, so that decoding need not look at each step. */
export const SLACK_BYTES = 8;
const MAX_HEADER_BYTES = 64; // type and size take 10, a base 32 or 10

const WINDOW_BYTES = 1 << 14; // most entries are below 1 KB: of an eighth of git/git, 32 KB read 352 MB where these read 205
const WINDOW_COUNT = 2048;
const MAX_SPARE_BYTES = 2 ** 24; // room that is made for more than was asked

/** An open pack. */
export class PackFile {
  readonly path: string;
  readonly size: number;
  /** Where the last `seek` found its bytes; holds until the next one. */
  bytes: Uint8Array;
  readonly #fd: number;
  readonly #windows: (Uint8Array | null)[] = Array.from({ length: WINDOW_COUNT }, () => null);
  readonly #loaded = new Float64Array(WINDOW_COUNT).fill(-1); // number of the window in each place
  #scratch = new Uint8Array(0);

  /** @throws {LeakgateError} REPOSITORY_BROKEN when there is no such file */
  constructor(path: string) {
    this.path = path;
    this.bytes = this.#scratch;
    try {
      if (!statSync(path).isFile()) throw new RangeError('it is no file'); // opening a FIFO would block
      this.#fd = openSync(path, 'r');
      this.size = fstatSync(this.#fd).size;
    } catch (error) {
      const reason = `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no file'})`;
      throw new LeakgateError('REPOSITORY_BROKEN', { dir: path, reason }, { cause: error });
    }
  }

  /**
   * Makes [from, to) readable in `bytes`, and SLACK_BYTES more of any value.
   *
   * @returns where `from` stands in `bytes`
   * @throws {LeakgateError} REPOSITORY_BROKEN when the file has become shorter or cannot be read
   */
  seek(from: number, to: number): number {
    const number = Math.floor(from / WINDOW_BYTES);
    const start = number * WINDOW_BYTES;
    if (to - start > WINDOW_BYTES) return this.#readAcross(from, to);
    const place = number % WINDOW_COUNT;
    let window = this.#windows[place] ?? null;
    if (this.#loaded[place] !== number || window === null) {
      window ??= new Uint8Array(WINDOW_BYTES + SLACK_BYTES);
      this.#loaded[place] = -1;
      this.#read(window, start, Math.min(WINDOW_BYTES, this.size - start));
      this.#windows[place] = window;
      this.#loaded[place] = number;
    }
    this.bytes = window;
    return from - start;
  }

  close(): void {
    closeSync(this.#fd);
  }

  #readAcross(from: number, to: number): number {
    const length = to - from + SLACK_BYTES;
    if (this.#scratch.length < length) this.#scratch = new Uint8Array(length < MAX_SPARE_BYTES ? 2 * length : length);
    this.#read(this.#scratch, from, to - from);
    this.bytes = this.#scratch;
    return 0;
  }

  #read(target: Uint8Array, from: number, length: number): void {
    let done = 0;
    try {
      while (done < length) {
        const count = readSync(this.#fd, target, done, length - done, from + done);
        if (count === 0) throw new RangeError('it ends too early');
        done += count;
      }
    } catch (error) {
      const reason = `it cannot be read at ${from} (${(error as NodeJS.ErrnoException).code ?? 'it ends too early'})`;
      throw new LeakgateError('REPOSITORY_BROKEN', { dir: this.path, reason }, { cause: error });
    }
  }
}

/** The header of an entry. One object is used again and again: copy what is to be kept. */
export type EntryHeader = {
  type: number; // as stored: 1 to 4, OFS_DELTA or REF_DELTA; 0: damaged
  size: number; // of the inflated data, in bytes: the object, or the delta
  headerBytes: number; // from the first byte to the compressed data
  baseOffset: number; // of an OFS_DELTA, in the pack
  baseAt: number; // of a REF_DELTA: where in `file.bytes` the id of its base begins
};

export function emptyHeader(): EntryHeader {
  return { type: 0, size: 0, headerBytes: 0, baseOffset: -1, baseAt: -1 };
}

/** Reads the header of the entry in [offset, end) of the pack into `header`; type 0 when it makes no sense. */
export function readEntryHeader(
  file: PackFile,
  header: EntryHeader,
  range: { offset: number; end: number; hashBytes: number },
): void {
  const { offset, end, hashBytes } = range;
  const length = Math.min(end - offset, MAX_HEADER_BYTES);
  const start = file.seek(offset, offset + length);
  const limit = start + length;
  const { bytes } = file;
  let at = start;
  let byte = bytes[at++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let unit = 16; byte & 0x80 && at < limit; unit *= 128) {
    byte = bytes[at++] ?? 0;
    size += (byte & 0x7f) * unit;
  }
  header.type = 0;
  if (byte & 0x80 || size > Number.MAX_SAFE_INTEGER || type === 0 || type === 5) return;
  if (type === OFS_DELTA) {
    let distance = -1;
    do {
      byte = bytes[at++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 0x7f);
    } while (byte & 0x80 && at < limit);
    header.baseOffset = offset - distance;
    if (byte & 0x80 || distance === 0) return;
  } else if (type === REF_DELTA) {
    header.baseAt = at;
    at += hashBytes;
  }
  if (at >= limit) return;
  header.type = type;
  header.size = size;
  header.headerBytes = at - start;
}
