// The number of an object from its id, in AssemblyScript: the tables of ../pack-index.ts, copied into this memory.

const PACK_BYTES: usize = 20; // u32 each: where ids, starts and entries stand; bits that are not used; number of the first object

let packs: usize = 0;
let packsEnd: usize = 0;

/** Says where the tables of the packs stand; none: no object is found. */
export function setPacks(at: usize, count: u32): void {
  packs = at;
  packsEnd = at + count * PACK_BYTES;
}

/** The number of the object whose id stands at a place; -1: it is in none of these packs. */
export function numberAt(id: usize, idBytes: u32): i32 {
  for (let pack = packs; pack < packsEnd; pack += PACK_BYTES) {
    const ids: usize = load<u32>(pack);
    const bits = bswap(load<u32>(id)) >>> load<u32>(pack, 12);
    const starts: usize = load<u32>(pack, 4) + ((<usize>bits) << 2);
    let low = load<u32>(starts);
    let high = load<u32>(starts, 4);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareIds(ids + middle * idBytes, id, idBytes);
      if (order === 0)
        return <i32>(load<u32>(pack, 16) + load<u32>(<usize>load<u32>(pack, 8) + ((<usize>middle) << 2)));
      if (order < 0) low = middle + 1;
      else high = middle;
    }
  }
  return -1;
}

function compareIds(a: usize, b: usize, idBytes: u32): i32 {
  for (let i: usize = 0; i < <usize>idBytes; i += 4) {
    const one = bswap(load<u32>(a + i));
    const other = bswap(load<u32>(b + i));
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
