// How far text reads like words and identifiers rather than drawn characters: letter triples, a dictionary, make-up. Pure.
// Triples and dictionary are counted over source trees by scripts/train-model.mjs; nothing here is hand-set but the alphabet.

import weights from './secret-weights.json' with { type: 'json' };

const A = 0x61;
const SIDE = 27; // a to z, and "no letter"
const LEVEL_ZERO = 35; // character that stands for level 0; from there on no quote and no backslash up to 57 levels
const MAX_WORD = 14;

let dictionary: ReadonlySet<string> | null = null;

function words(): ReadonlySet<string> {
  dictionary ??= new Set(weights.words.split(' '));
  return dictionary;
}

/** Mean surprise of the letter triples of text, 0 (everyday words) to 56; 0 when there are fewer than three letters. */
export function surprise(text: string): { mean: number; worst: number } {
  const lower = text.toLowerCase();
  let [a, b, sum, count, letters] = [0, 0, 0, 0, 0];
  let worst = 0; // mean of four in a row
  let [first, second, third] = [0, 0, 0]; // the three levels before
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) - A + 1 : 0;
    const c = code >= 1 && code <= 26 ? code : 0;
    if (c > 0) letters++;
    if (b > 0) {
      const level = weights.triples.charCodeAt((a * SIDE + b) * SIDE + c) - LEVEL_ZERO;
      sum += level;
      count++;
      worst = Math.max(worst, count < 4 ? 0 : (first + second + third + level) / 4);
      [first, second, third] = [second, third, level];
    }
    a = b;
    b = c;
  }
  return letters < 3 ? { mean: 0, worst: 0 } : { mean: sum / count, worst: Math.max(worst, sum / count) };
}

export type Cover = {
  share: number; // of all characters that stand in dictionary words of four letters and more
  letters: number; // of all letters that stand in dictionary words of three letters and more
  words: number;
};

/** How much of text is made of dictionary words, longest first, cut at case changes and other characters. */
export function coverWords(text: string): Cover {
  const known = words();
  let [inLong, inAny, letters, count] = [0, 0, 0, 0];
  for (const run of text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []) {
    const lower = run.toLowerCase();
    letters += lower.length;
    for (let at = 0; at < lower.length; ) {
      const length = longestAt(known, lower, at);
      if (length >= 3) {
        inAny += length;
        count++;
        if (length >= 4) inLong += length;
      }
      at += length || 1;
    }
  }
  return { share: text.length ? inLong / text.length : 0, letters: letters ? inAny / letters : 0, words: count };
}

function longestAt(known: ReadonlySet<string>, lower: string, at: number): number {
  for (let length = Math.min(MAX_WORD, lower.length - at); length >= 3; length--) {
    if (known.has(lower.slice(at, at + length))) return length;
  }
  return 0;
}

export type MakeUp = {
  lower: number;
  upper: number;
  digits: number;
  symbols: number;
  distinct: number;
  changes: number; // of character class between neighbours
  digitIslands: number; // runs of digits
  longestLetters: number;
  longestDigits: number;
  longestRepeat: number;
  steps: number; // neighbours that follow each other in the alphabet, up or down
  vowels: number;
  entropy: number; // bits per character
};

// How often each byte occurs in the text at hand; all zero between calls.
const occurrences = new Uint16Array(256);

/** Counts over the characters of text, which are bytes. */
export function makeUp(text: string): MakeUp {
  const counts: MakeUp = {
    lower: 0,
    upper: 0,
    digits: 0,
    symbols: 0,
    distinct: 0,
    changes: 0,
    digitIslands: 0,
    longestLetters: 0,
    longestDigits: 0,
    longestRepeat: 0,
    steps: 0,
    vowels: 0,
    entropy: 0,
  };
  let [before, previous, letterRun, digitRun, repeat] = [-1, -1, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    occurrences[code & 0xff] = (occurrences[code & 0xff] ?? 0) + 1;
    if (kind === 0) counts.lower++;
    else if (kind === 1) counts.upper++;
    else if (kind === 2) counts.digits++;
    else counts.symbols++;
    if (before !== -1 && kind !== before) counts.changes++;
    if (kind === 2 && before !== 2) counts.digitIslands++;
    letterRun = kind < 2 ? letterRun + 1 : 0;
    digitRun = kind === 2 ? digitRun + 1 : 0;
    repeat = code === previous ? repeat + 1 : 1;
    if (kind < 3 && Math.abs(code - previous) === 1) counts.steps++;
    if (kind < 2 && isVowel(code | 0x20)) counts.vowels++;
    counts.longestLetters = Math.max(counts.longestLetters, letterRun);
    counts.longestDigits = Math.max(counts.longestDigits, digitRun);
    counts.longestRepeat = Math.max(counts.longestRepeat, repeat);
    before = kind;
    previous = code;
  }
  for (let i = 0; i < text.length; i++) {
    const count = occurrences[text.charCodeAt(i) & 0xff] ?? 0;
    if (count === 0) continue; // counted at its first place
    counts.distinct++;
    counts.entropy -= (count / text.length) * Math.log2(count / text.length);
    occurrences[text.charCodeAt(i) & 0xff] = 0;
  }
  return counts;
}

function classOf(code: number): 0 | 1 | 2 | 3 {
  if (code >= 0x61 && code <= 0x7a) return 0;
  if (code >= 0x41 && code <= 0x5a) return 1;
  return code >= 0x30 && code <= 0x39 ? 2 : 3;
}

function isVowel(lower: number): boolean {
  return lower === 0x61 || lower === 0x65 || lower === 0x69 || lower === 0x6f || lower === 0x75 || lower === 0x79;
}

const BASE64 = /^(?:[A-Za-z\d+/]{4})+(?:[A-Za-z\d+/]{2,3}={0,2})?$/;

/** The text that a value is base64 of, or ''. Random bytes are printable throughout in one case of hundreds from six on. */
export function decodeReadable(value: string): string {
  if (value.length < 6 || value.length > 200 || !BASE64.test(value)) return '';
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e\r\n]{4,}$/.test(text) ? text : '';
}
