// A delta and its base → the object, in AssemblyScript; does exactly what applyDelta of ../delta.ts does.
// Reads and writes at most 16 bytes behind base and object: the caller leaves room.

const OP_BYTES: usize = 12;
const SHORT_BYTES: u32 = 256; // up to here copying by 16 bytes is faster than memory.copy

/** There was no room for all copies and inserts. */
const OPS_FULL: i32 = -2;

/**
 * Carries out the instructions in [at, end).
 *
 * @param ops where copies and inserts go: start in the object, start in the base or -1, length, of 4 bytes each
 * @returns bytes written to `ops`; -1: the delta is damaged; -2: [ops, opsEnd) is too small
 */
export function applyDelta(
  at: usize,
  end: usize,
  base: usize,
  baseSize: u32,
  target: usize,
  size: u32,
  ops: usize,
  opsEnd: usize,
): i32 {
  let done: u32 = 0;
  let op = ops; // behind the last one
  let follows: u32 = 0; // where a copy would have to begin to belong to the last one; as an insert that is -1
  while (at < end) {
    const code = load<u8>(at++);
    let from: u32 = 0xffffffff;
    let length: u32 = code;
    let source = at;
    if (code & 0x80) {
      from = 0;
      length = 0;
      if (code & 0x01) from = load<u8>(at++);
      if (code & 0x02) from |= (<u32>load<u8>(at++)) << 8;
      if (code & 0x04) from |= (<u32>load<u8>(at++)) << 16;
      if (code & 0x08) from |= (<u32>load<u8>(at++)) << 24;
      if (code & 0x10) length = load<u8>(at++);
      if (code & 0x20) length |= (<u32>load<u8>(at++)) << 8;
      if (code & 0x40) length |= (<u32>load<u8>(at++)) << 16;
      if (length === 0) length = 0x10000;
      if (from > baseSize || length > baseSize - from) return -1;
      source = base + from;
    } else at += length;
    if (at > end || length === 0 || length > size - done) return -1;
    if (op > ops && from === follows) {
      store<u32>(op - 4, load<u32>(op - 4) + length);
    } else {
      if (op + OP_BYTES > opsEnd) return OPS_FULL;
      store<u32>(op, done);
      store<u32>(op, from, 4);
      store<u32>(op, length, 8);
      op += OP_BYTES;
    }
    follows = code < 0x80 ? 0xffffffff : from + length;
    copy(target + done, source, length);
    done += length;
  }
  return done === size ? <i32>(op - ops) : -1;
}

function copy(to: usize, from: usize, length: u32): void {
  if (length > SHORT_BYTES) memory.copy(to, from, length);
  else for (let i: u32 = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}
