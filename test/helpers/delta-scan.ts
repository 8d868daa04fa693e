// The delta-aware scan for blobs that tests hold: it works in the memory that objects are unpacked into.

import type { Engine } from '../../src/engine/compile-rules.js';
import { type BlobState, type DeltaOutcome, DeltaScanner, reservedFor } from '../../src/engine/scan-delta.js';
import type { Block } from '../../src/git/unpack.js';
import { UnpackMemory } from '../../src/git/unpack-memory.js';

/** A scanner with a memory of its own, which keeps what it has learned from one scan to the next. */
export function deltaScan(engine: Engine) {
  const memory = new UnpackMemory(true, reservedFor(engine));
  const scanner = new DeltaScanner(engine, memory);
  const put = (bytes: Uint8Array): Block => {
    const at = memory.take(bytes.length);
    memory.bytes.set(bytes, at);
    return { at, size: bytes.length };
  };
  return (
    { bytes, isBinary = false, isLeaf = false }: { bytes: Uint8Array; isBinary?: boolean; isLeaf?: boolean },
    parent: { state: BlobState; ops: Int32Array } | null = null,
  ): DeltaOutcome => {
    const ops = parent && put(new Uint8Array(parent.ops.buffer, parent.ops.byteOffset, parent.ops.byteLength));
    return scanner.scan({ ...put(bytes), isBinary, isLeaf }, parent && ops ? { state: parent.state, ops } : null);
  };
}
