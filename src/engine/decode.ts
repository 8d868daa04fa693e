// What kind of bytes a blob holds, and UTF-16 turned into UTF-8 so that every later step sees one encoding. Pure.

import { type ByteOrder, hasNul, utf16Order } from '../kernel/utf16-order.js';

export type Text = {
  bytes: Uint8Array; // UTF-8 or unknown bytes; of UTF-16 input, its UTF-8 form
  isBinary: boolean; // a NUL in the first 8,000 bytes of what is not UTF-16: only distinctive rules apply
};

/** Looked at to tell binary from text. */
export const SNIFF_BYTES = 8000; // as git decides binary: xdiff-interface.c, FIRST_FEW_BYTES

/**
 * Decodes UTF-16 by its byte order mark, else by its pattern of NULs; leaves everything else as it is.
 *
 * @returns lines of `bytes` are the lines of the input
 */
export function decodeText(bytes: Uint8Array): Text {
  const order = utf16Order(bytes);
  if (order) return { bytes: toUtf8(bytes, order), isBinary: false };
  return { bytes, isBinary: hasNul(bytes, SNIFF_BYTES) };
}

function toUtf8(bytes: Uint8Array, order: ByteOrder): Uint8Array {
  const whole = bytes.subarray(0, bytes.length & ~1);
  const decoded = new TextDecoder(order === 'le' ? 'utf-16le' : 'utf-16be').decode(whole);
  return new TextEncoder().encode(decoded);
}
