// The entries of a tree. A tree is a run of `<mode> SP <name> NUL <id>`. Format: git Documentation/gitformat-pack.adoc, git-mktree.adoc

/** An entry. One object is used for all: copy what is to be kept. */
export type TreeEntry = {
  start: number;
  nameStart: number;
  nameEnd: number; // a NUL and the id follow
  isTree: boolean;
};

const SPACE = 0x20;
const MODE_TREE = 0x34; // '4' of 40000

/**
 * Calls back for each entry of a tree but submodules, whose ids are commits of other repositories.
 *
 * @param idBytes 20 or 32
 * @throws {RangeError} the bytes are not a tree
 */
export function forEachEntry(bytes: Uint8Array, idBytes: number, onEntry: (entry: TreeEntry) => void): void {
  const entry: TreeEntry = { start: 0, nameStart: 0, nameEnd: 0, isTree: false };
  for (let start = 0; start < bytes.length; start = entry.nameEnd + 1 + idBytes) {
    const space = bytes.indexOf(SPACE, start);
    const nameEnd = space < 0 ? -1 : bytes.indexOf(0, space);
    if (nameEnd < 0 || nameEnd + 1 + idBytes > bytes.length) throw new RangeError(`no tree entry at byte ${start}`);
    // Modes are written without leading zeros by git, with one by some other writers.
    const mode = bytes[start] === 0x30 ? start + 1 : start;
    entry.start = start;
    entry.nameStart = space + 1;
    entry.nameEnd = nameEnd;
    entry.isTree = bytes[mode] === MODE_TREE;
    const isSubmodule = bytes[mode] === 0x31 && bytes[mode + 1] === 0x36; // 160000
    if (!isSubmodule) onEntry(entry);
  }
}
