// fixtures/corpus → labelled lines: drawn texts are put in, marks taken out. The format is in fixtures/corpus/README.md.

import { readFileSync } from 'node:fs';

const MARKED = /«([^»]*)»/g;
const DRAWN = /^([a-zA-Z\d]+) (\d+)$/;

/**
 * Reads the corpus.
 *
 * @param sample the function of src/sample.ts
 * @returns rows as of a labelled-lines file; `weak` is true for guessable passwords
 */
export function readCorpus(folder, sample) {
  const read = (name, label, weak = false) =>
    readCases(new URL(name, folder), sample).map((entry, i) => ({
      ...entry,
      file: `${name} ${i}`,
      label,
      weak,
      line: 1,
      endLine: 1,
    }));
  return [...read('secrets.txt', 'T'), ...read('weak.txt', 'T', true), ...read('other.txt', 'F')];
}

function readCases(url, sample) {
  let category = '';
  const cases = [];
  for (const [i, line] of readFileSync(url, 'utf8').trimEnd().split('\n').entries()) {
    if (/^# /.test(line)) category = line.slice(2);
    else cases.push({ category, ...fill(line.replaceAll('⏎', '\n'), i + 1, sample) });
  }
  return cases;
}

function fill(marked, seed, sample) {
  let start = -1;
  let end = -1;
  let shift = 0;
  const text = marked.replace(MARKED, (whole, inside, at) => {
    const [, alphabet, length] = DRAWN.exec(inside) ?? [];
    const drawn = alphabet ? sample(alphabet, Number(length), seed + at) : inside.replaceAll('|', '');
    if (start === -1) start = at - shift;
    shift += whole.length - drawn.length;
    end = at + whole.length - shift;
    return drawn;
  });
  return { text, value: start === -1 ? null : [start, end] };
}
