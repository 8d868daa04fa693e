// Offsets in text → lines and columns. Only LF ends a line; columns count UTF-16 code units. Pure.

import type { Region } from '../types.js';

/** Where a character stands, both from 1. */
export type Point = { line: number; column: number };

/** Line starts of a text, found once and asked often. */
export class LineStarts {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** @param offset in UTF-16 code units */
  pointAt(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** @param end one past the last character */
  regionOf(start: number, end: number): Region {
    const [from, to] = [this.pointAt(start), this.pointAt(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }
}
