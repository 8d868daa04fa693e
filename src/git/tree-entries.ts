// Which entries of a tree are new against its delta base, without parsing the ones it shares. Bytes and offsets only.
// A tree is a run of `<mode> SP <name> NUL <id>`. Format: git Documentation/gitformat-pack.adoc, git-mktree.adoc

/** How an object is made from its base: [start in the object, start in the base or -1 for new bytes, length] … in order. */
export type DeltaOps = Int32Array;

export type FreshEntry = {
  start: number; // byte offset of the entry in its tree
  end: number;
  nameStart: number;
  nameEnd: number; // of its NUL; the id follows
  isTree: boolean;
  isSubmodule: boolean; // its id is a commit of another repository
};

/** A block of entries that a tree shares with its base: [start, start in the base, length] … in order, whole entries only. */
export type SharedBlocks = number[];

export type TreeDifference = { starts: Int32Array; fresh: FreshEntry[]; shared: SharedBlocks };

const SPACE = 0x20;
const MODE_TREE = 0x34; // '4' of 40000

/**
 * Compares a tree with its delta base.
 *
 * @param base the entry starts of the base, and how the tree is made from it; null: no base, everything is fresh
 * @param idBytes 20 or 32
 * @throws {RangeError} the bytes are not a tree
 */
export function treeDifference(
  bytes: Uint8Array,
  base: { starts: Int32Array; length: number; ops: DeltaOps } | null,
  idBytes: number,
): TreeDifference {
  const starts = new StartList(base ? base.starts.length + 16 : bytes.length / (idBytes + 12) + 4);
  const result = { fresh: [] as FreshEntry[], shared: [] as SharedBlocks };
  let at = 0;
  let op = 0;
  while (at < bytes.length) {
    if (base) {
      while (op + 3 < base.ops.length && at >= (base.ops[op] ?? 0) + (base.ops[op + 2] ?? 0)) op += 3;
      const block = sharedBlock(base, op, at);
      if (block) {
        starts.addShifted(base.starts, block, at);
        result.shared.push(at, block.from, block.to - block.from);
        at += block.to - block.from;
        continue;
      }
    }
    starts.add(at);
    const entry = parseEntry(bytes, at, idBytes);
    result.fresh.push(entry);
    at = entry.end;
  }
  return { starts: starts.done(), ...result };
}

type Block = { from: number; to: number; first: number; last: number }; // bytes in the base; entries [first, last) of it

// At an entry boundary inside a copy: as many whole entries of the base as the copy holds, if the base has a boundary there too.
function sharedBlock(
  base: { starts: Int32Array; length: number; ops: DeltaOps },
  op: number,
  at: number,
): Block | null {
  const [dst, src, length] = [base.ops[op] ?? 0, base.ops[op + 1] ?? -1, base.ops[op + 2] ?? 0];
  if (src < 0 || at < dst || at >= dst + length) return null;
  const from = src + (at - dst);
  const first = indexOfStart(base.starts, from);
  if (first < 0 || base.starts[first] !== from) return null;
  const limit = src + length;
  const last = limit >= base.length ? base.starts.length : indexOfStart(base.starts, limit);
  const to = last >= base.starts.length ? base.length : (base.starts[last] ?? 0);
  return to > from ? { from, to, first, last } : null;
}

// Index of the last start that is not past the offset; -1: none.
function indexOfStart(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function parseEntry(bytes: Uint8Array, start: number, idBytes: number): FreshEntry {
  const space = bytes.indexOf(SPACE, start);
  const nameEnd = space < 0 ? -1 : bytes.indexOf(0, space + 1);
  const end = nameEnd + 1 + idBytes;
  if (nameEnd < 0 || end > bytes.length) throw new RangeError(`no tree entry at byte ${start}`);
  // Modes are written without leading zeros by git, with one by some other writers.
  const mode = bytes[start] === 0x30 ? start + 1 : start;
  const isSubmodule = bytes[mode] === 0x31 && bytes[mode + 1] === 0x36; // 160000
  return { start, end, nameStart: space + 1, nameEnd, isTree: bytes[mode] === MODE_TREE, isSubmodule };
}

/** A growing list of entry starts. */
class StartList {
  #values: Int32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#values = new Int32Array(Math.ceil(capacity));
  }

  add(value: number): void {
    this.#reserve(1);
    this.#values[this.#length++] = value;
  }

  addShifted(source: Int32Array, block: Block, at: number): void {
    this.#reserve(block.last - block.first);
    const shift = at - block.from;
    for (let i = block.first; i < block.last; i++) this.#values[this.#length++] = (source[i] ?? 0) + shift;
  }

  done(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#values.length) return;
    const grown = new Int32Array(Math.max(this.#values.length * 2, this.#length + count));
    grown.set(this.#values.subarray(0, this.#length));
    this.#values = grown;
  }
}
