// Which entries of a tree are new against its delta base, without parsing the ones it shares. Bytes and offsets only.
// A tree is a run of `<mode> SP <name> NUL <id>`. Format: git Documentation/gitformat-pack.adoc, git-mktree.adoc

import { IntList } from '../int-list.js';

/** How an object is made from its base: [start in the object, start in the base or -1 for new bytes, length] … in order. */
export type DeltaOps = Int32Array;

/** What a tree says to those that are deltas of it. */
export type TreeShape = {
  starts: Int32Array; // where its entries begin
  length: number; // bytes
};

/** What an entry leads to. */
export const FILE = 0;
export const FOLDER = 1;
export const SUBMODULE = 2; // its id is a commit of another repository

const SPACE = 0x20;
const MODE_TREE = 0x34; // '4' of 40000

/** Compares trees with their delta bases. One is used for all trees of a thread: there are millions. */
export class TreeDifference {
  /** New entries: [start, start of the name, its end, FILE, FOLDER or SUBMODULE] …; a NUL and the id follow the name. */
  readonly fresh = new IntList();
  /** Blocks of whole entries that the base has, too: [start, start in the base, length] … in order. */
  readonly shared = new IntList();
  readonly #idBytes: number;
  readonly #starts = new IntList();
  // Entries from the first one on that begin where those of the base do; -1: some do not, and `starts` is written. Most trees have
  // other ids at the same places as their bases, and then the same starts.
  #kept = -1;
  #block = { from: 0, to: 0, first: 0, last: 0 }; // bytes in the base; entries [first, last) of it

  /** @param idBytes 20 or 32 */
  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  /**
   * Compares a tree; `fresh` and `shared` hold what it gave until the next one.
   *
   * @param base null: no base, everything is fresh
   * @returns where its entries begin
   * @throws {RangeError} the bytes are not a tree
   */
  compare(bytes: Uint8Array, base: TreeShape | null, ops: DeltaOps | null): Int32Array {
    this.fresh.clear();
    this.shared.clear();
    this.#starts.clear();
    this.#kept = base ? 0 : -1;
    let op = 0;
    for (let at = 0; at < bytes.length; ) {
      if (base && ops) {
        while (op + 3 < ops.length && at >= (ops[op] as number) + (ops[op + 2] as number)) op += 3;
        if (this.#findShared(base, ops, op, at)) {
          at = this.#share(base, at);
          continue;
        }
      }
      at = this.#parse(bytes, at, base);
    }
    if (base && this.#kept === base.starts.length) return base.starts;
    this.#write(base);
    return this.#starts.done();
  }

  // At an entry boundary inside a copy: as many whole entries of the base as the copy holds, if the base has a boundary there too.
  #findShared({ starts, length }: TreeShape, ops: DeltaOps, op: number, at: number): boolean {
    const dst = ops[op] as number;
    const src = ops[op + 1] as number;
    const count = ops[op + 2] as number;
    if (ops.length === 0 || src < 0 || at < dst || at >= dst + count) return false;
    const from = src + (at - dst);
    const first = indexOfStart(starts, from);
    if (first < 0 || starts[first] !== from) return false;
    const limit = src + count;
    const last = limit >= length ? starts.length : indexOfStart(starts, limit);
    const to = last >= starts.length ? length : (starts[last] as number);
    if (to <= from) return false;
    const block = this.#block;
    block.from = from;
    block.to = to;
    block.first = first;
    block.last = last;
    return true;
  }

  #share(base: TreeShape, at: number): number {
    const { from, to, first, last } = this.#block;
    this.shared.push(at);
    this.shared.push(from);
    this.shared.push(to - from);
    if (this.#kept === first && at === from) {
      this.#kept = last;
      return at + to - from;
    }
    this.#write(base);
    this.#starts.append(base.starts, first, last, at - from);
    return at + to - from;
  }

  #parse(bytes: Uint8Array, start: number, base: TreeShape | null): number {
    let space = start + 5;
    if (bytes[space] !== SPACE && bytes[++space] !== SPACE) space = bytes.indexOf(SPACE, start); // no mode that git writes
    let nameEnd = space + 1;
    while (nameEnd < bytes.length && bytes[nameEnd] !== 0) nameEnd++;
    const end = nameEnd + 1 + this.#idBytes;
    if (space < 0 || end > bytes.length) throw new RangeError(`no tree entry at byte ${start}`);
    // Modes are written without leading zeros by git, with one by some other writers.
    const mode = bytes[start] === 0x30 ? start + 1 : start;
    const isSubmodule = bytes[mode] === 0x31 && bytes[mode + 1] === 0x36; // 160000
    this.fresh.push(start);
    this.fresh.push(space + 1);
    this.fresh.push(nameEnd);
    this.fresh.push(isSubmodule ? SUBMODULE : bytes[mode] === MODE_TREE ? FOLDER : FILE);
    if (base && this.#kept >= 0 && base.starts[this.#kept] === start) this.#kept++;
    else {
      this.#write(base);
      this.#starts.push(start);
    }
    return end;
  }

  // From here on not all entries begin where those of the base do.
  #write(base: TreeShape | null): void {
    if (base && this.#kept > 0) this.#starts.append(base.starts, 0, this.#kept);
    this.#kept = -1;
  }
}

// Index of the last start that is not past the offset; -1: none.
function indexOfStart(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
