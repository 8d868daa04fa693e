// How source text is made of letters: a table of letter triples and a list of frequent words, counted over source trees.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.(?:[cm]?[jt]sx?|py|go|c|h|cc|cpp|java|rb|rs|php|cs|sh|pl|md|rst|txt|ya?ml|html|toml|ini|adoc)$/;
const MAX_BYTES = 300_000;
const SIDE = 27;
const LEVEL_ZERO = 35;
const LEVELS = 57;

/** Source files below folders, by name, as texts. */
export function* sourceTexts(folders) {
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true }).sort()) {
      const path = join(folder, name);
      if (!SOURCE.test(path) || /\.min\.js$/.test(path)) continue;
      const status = statSync(path, { throwIfNoEntry: false });
      if (status?.isFile() && status.size < MAX_BYTES) yield { path, text: readFileSync(path, 'latin1') };
    }
  }
}

/**
 * Counts words and letter triples.
 *
 * @param size how many words the dictionary takes
 */
export function countTables(folders, size = 4500) {
  const files = new Map(); // word → number of files that have it
  for (const { text } of sourceTexts(folders)) {
    const seen = new Set();
    for (const run of text.match(/[A-Z]?[a-z]{2,13}|[A-Z]{3,13}/g) ?? []) seen.add(run.toLowerCase());
    for (const word of seen) files.set(word, (files.get(word) ?? 0) + 1);
  }
  const sorted = [...files].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = sorted.filter(([word]) => word.length >= 3 && /[aeiouy]/.test(word)).slice(0, size);
  return {
    triples: tripleLevels(sorted.filter(([, count]) => count >= 4)),
    words: words
      .map(([word]) => word)
      .sort()
      .join(' '),
  };
}

// Each word counts by the logarithm of its files, so that no single one makes a triple common.
function tripleLevels(entries) {
  const counts = new Float64Array(SIDE ** 3).fill(0.02);
  for (const [word, count] of entries) {
    const weight = Math.log2(1 + count);
    const codes = [0, ...Array.from(word, letter => letter.charCodeAt(0) - 96), 0];
    for (let i = 2; i < codes.length; i++) counts[(codes[i - 2] * SIDE + codes[i - 1]) * SIDE + codes[i]] += weight;
  }
  let levels = '';
  for (let pair = 0; pair < SIDE * SIDE; pair++) {
    const row = counts.subarray(pair * SIDE, (pair + 1) * SIDE);
    const sum = row.reduce((a, b) => a + b, 0) + 20; // pairs hardly ever seen say little about what follows
    for (const count of row) {
      const level = Math.min(LEVELS - 1, Math.round(-Math.log2((count + 20 / (SIDE * 40)) / sum) * 4));
      levels += String.fromCharCode(LEVEL_ZERO + Math.max(0, level));
    }
  }
  return levels.replaceAll('\\', '[');
}
