// A stream too large for memory → overlapping pieces, so that nothing is skipped for its size.

import { PATTERN_BYTES, utf16Order } from '../kernel/utf16-order.js';
import type { Piece } from '../types.js';

export const PIECE_BYTES = 16 * 1024 * 1024; // scanned at once; above this a blob is cut
const LF = 0x0a;
const utf8 = new TextDecoder();

/**
 * Cuts a stream into pieces that overlap on both sides, so that every match lies whole in the piece that its hit belongs to.
 *
 * @param overlap bytes of context on either side, from the engine
 */
export async function* cutPieces(
  stream: AsyncIterable<Buffer>,
  overlap: number,
): AsyncGenerator<{ bytes: Buffer; piece: Piece }> {
  let held: Buffer = Buffer.alloc(0); // context in front, then what is not scanned yet
  let context = 0; // bytes of held that are context only
  const waiting = new Waiting(); // joined once per piece: joining at every chunk copies gigabytes
  const position = { lines: 0, columns: 0 }; // of the first byte of held
  const emit = (to: number): { bytes: Buffer; piece: Piece } => ({
    bytes: held,
    piece: { from: context, to, linesBefore: position.lines, columnsBefore: position.columns },
  });
  for await (const chunk of toUtf8(stream)) {
    waiting.push(chunk);
    if (held.length + waiting.length < context + PIECE_BYTES + overlap) continue;
    held = Buffer.concat([held, ...waiting.take()]);
    const to = held.length - overlap;
    yield emit(to);
    const drop = characterStart(held, Math.max(0, to - overlap));
    advance(position, held.subarray(0, drop));
    held = held.subarray(drop);
    context = to - drop;
  }
  held = Buffer.concat([held, ...waiting.take()]);
  yield emit(held.length);
}

class Waiting {
  #chunks: Buffer[] = [];
  length = 0; // bytes

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  take(): Buffer[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    this.length = 0;
    return chunks;
  }
}

// The byte order is known from the first bytes only, so UTF-16 is turned into UTF-8 before anything is cut.
async function* toUtf8(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const head = new Waiting();
  let decode: ((chunk: Buffer) => Buffer) | null = null;
  for await (const chunk of stream) {
    if (decode) {
      yield decode(chunk);
      continue;
    }
    head.push(chunk);
    if (head.length < PATTERN_BYTES) continue;
    const bytes = Buffer.concat(head.take());
    decode = decoderFor(bytes);
    yield decode(bytes);
  }
  const rest = Buffer.concat(head.take()); // a stream shorter than the pattern
  if (rest.length > 0) yield decoderFor(rest)(rest);
}

function decoderFor(head: Buffer): (chunk: Buffer) => Buffer {
  const order = utf16Order(head);
  if (!order) return chunk => chunk;
  const decoder = new TextDecoder(order === 'le' ? 'utf-16le' : 'utf-16be');
  return chunk => Buffer.from(decoder.decode(chunk, { stream: true }));
}

// Half a character would count as one column on either side of the cut.
function characterStart(bytes: Buffer, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

function advance(position: { lines: number; columns: number }, dropped: Buffer): void {
  const lastBreak = dropped.lastIndexOf(LF);
  for (let at = dropped.indexOf(LF); at !== -1; at = dropped.indexOf(LF, at + 1)) position.lines++;
  const line = utf8.decode(dropped.subarray(lastBreak + 1)).length;
  position.columns = lastBreak === -1 ? position.columns + line : line;
}
