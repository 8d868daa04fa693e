// Streams too large for memory, cut into pieces: nothing is lost between them, and every place is still known.

import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/findings/locate.js';
import { cutPieces, PIECE_BYTES } from '../../src/sources/pieces.js';
import type { Piece } from '../../src/types.js';

const OVERLAP = 5000;

async function* stream(bytes: Buffer, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

async function cut(bytes: Buffer, chunkBytes = 1024 * 1024): Promise<{ bytes: Buffer; piece: Piece }[]> {
  const pieces: { bytes: Buffer; piece: Piece }[] = [];
  for await (const piece of cutPieces(stream(bytes, chunkBytes), OVERLAP)) pieces.push(piece);
  return pieces;
}

const joined = (pieces: readonly { bytes: Buffer; piece: Piece }[]) =>
  Buffer.concat(pieces.map(({ bytes, piece }) => bytes.subarray(piece.from, piece.to)));

// `MARK` at the places asked for, in lines of a length that divides nothing.
function textWith(length: number, line: string, places: readonly number[]): Buffer {
  const bytes = Buffer.from(line.repeat(Math.ceil(length / Buffer.byteLength(line)))).subarray(0, length);
  for (const place of places) bytes.write('MARK', place);
  return bytes;
}

// Where the pieces say that each MARK stands.
function marksIn(pieces: readonly { bytes: Buffer; piece: Piece }[]): string[] {
  return pieces.flatMap(({ bytes, piece }) => {
    const lines = new LineIndex(bytes, piece);
    const found: string[] = [];
    for (let at = bytes.indexOf('MARK'); at >= 0; at = bytes.indexOf('MARK', at + 1)) {
      const { startLine, startColumn } = lines.locate({ start: at, end: at + 4 });
      if (at >= piece.from && at < piece.to) found.push(`${startLine}:${startColumn}`);
    }
    return found;
  });
}

function marksInWhole(bytes: Buffer): string[] {
  return marksIn([{ bytes, piece: { from: 0, to: bytes.length, linesBefore: 0, columnsBefore: 0 } }]);
}

describe('cutPieces', () => {
  it.each([
    { name: 'no bytes', length: 0 },
    { name: 'one byte', length: 1 },
    { name: 'as much as one piece holds', length: PIECE_BYTES + OVERLAP - 1 },
  ])('gives $name as one piece', async ({ length }) => {
    const bytes = textWith(length, 'abc\n', []);
    const pieces = await cut(bytes);
    expect(pieces.map(({ piece }) => piece)).toEqual([{ from: 0, to: length, linesBefore: 0, columnsBefore: 0 }]);
    expect(joined(pieces).equals(bytes)).toBe(true);
  });

  it.each([1024 * 1024, 65_521, 7 * 1024 * 1024 + 3])(
    'cuts a long stream so that each byte counts once, in chunks of %i bytes',
    async chunkBytes => {
      const bytes = textWith(2 * PIECE_BYTES + 123_457, 'some text that repeats\n', []);
      const pieces = await cut(bytes, chunkBytes);
      expect(pieces.length).toBeGreaterThan(1);
      expect(joined(pieces).equals(bytes)).toBe(true);
      pieces.forEach(({ bytes: held, piece }, i) => {
        expect(piece.from).toBe(i === 0 ? 0 : OVERLAP);
        expect(held.length - piece.to).toBe(i === pieces.length - 1 ? 0 : OVERLAP);
      });
    },
  );

  it('holds no more than a piece, its context and one chunk at once', async () => {
    const chunkBytes = 1024 * 1024;
    const pieces = await cut(textWith(3 * PIECE_BYTES, 'abc\n', []), chunkBytes);
    for (const { bytes } of pieces) expect(bytes.length).toBeLessThanOrEqual(PIECE_BYTES + 2 * OVERLAP + chunkBytes);
  });

  it.each([
    { name: 'short lines', line: 'some text that repeats\n' },
    { name: 'CRLF', line: 'some text that repeats\r\n' },
    { name: 'one line without an end', line: 'some text that repeats ', count: 3 },
    { name: 'lines of umlauts', line: 'schlüssel für jede tür\n' },
    { name: 'one line of umlauts', line: 'schlüssel für jede tür ' },
    { name: 'one line of emoji', line: '🔑a' },
  ])('knows lines and columns in every piece of $name', async ({ line, count = 2 }) => {
    const length =
      Math.floor(((count - 0.7) * PIECE_BYTES) / Buffer.byteLength(line)) * Buffer.byteLength(line) +
      2 * Buffer.byteLength(line);
    const near = [20, PIECE_BYTES, length - 200];
    // At the start of a repetition, so that no character is cut in half.
    const places = near.map(place => Math.floor(place / Buffer.byteLength(line)) * Buffer.byteLength(line));
    const bytes = textWith(length, line, places);
    const marks = marksInWhole(bytes);
    const pieces = await cut(bytes);
    expect([marks.length, pieces.length]).toEqual([3, count]);
    expect(marksIn(pieces)).toEqual(marks);
  });

  it.each([
    { name: 'little-endian with a mark', isBig: false, mark: '\uFEFF' },
    { name: 'big-endian with a mark', isBig: true, mark: '\uFEFF' },
    { name: 'little-endian without a mark', isBig: false, mark: '' },
    { name: 'big-endian without a mark', isBig: true, mark: '' },
  ])('turns long UTF-16 $name into UTF-8, also when a chunk ends within a character', async ({ isBig, mark }) => {
    const text = `${'plain text\n'.repeat(800_000)}${'🔑 MARK\n'.repeat(1000)}`;
    const wide = Buffer.from(mark + text, 'utf16le');
    const pieces = await cut(isBig ? wide.swap16() : wide, 65_537);
    expect(joined(pieces).equals(Buffer.from(text))).toBe(true);
  });

  it('takes a stream in single bytes', async () => {
    expect(joined(await cut(Buffer.from('a\nMARK\n'), 1)).toString()).toBe('a\nMARK\n');
  });

  it('passes on the failure of its stream', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('abc');
      throw new Error('disk');
    }
    await expect(cutPieces(broken(), OVERLAP).next()).rejects.toThrow('disk');
  });
});
