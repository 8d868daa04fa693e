// Parts of a blob as text, for the evaluation of its hits. Pure.

const WINDOW_BYTES = 2048; // more than is asked for: hits stand close together

/** Parts of the bytes as latin1 text, made when an evaluation needs them. */
export class TextWindow {
  text = '';
  offset = 0; // of its first character
  #bytes: Uint8Array = new Uint8Array(0);

  open(bytes: Uint8Array): void {
    this.text = '';
    this.offset = 0;
    this.#bytes = bytes;
  }

  /** Makes `text` hold [from, to) as far as the bytes go. */
  cover(from: number, to: number): void {
    const low = Math.max(0, from);
    const high = Math.min(this.#bytes.length, to);
    if (low >= this.offset && high <= this.offset + this.text.length) return;
    const end = Math.min(this.#bytes.length, high + WINDOW_BYTES);
    this.offset = low;
    this.text = latin1Slice.call(this.#bytes, low, end);
  }
}

const latin1Slice = Buffer.prototype.latin1Slice; // without making a Buffer first
