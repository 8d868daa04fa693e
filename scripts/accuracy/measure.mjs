// Labelled lines against the engine: which true secrets are found, which other lines are hit. Counts, per category and level.

import { groupLines, overlaps } from './candidates.mjs';

export const LEVELS = ['high', 'medium', 'low'];
const RANK = { high: 2, medium: 1, low: 0 };

/**
 * Scans labelled lines, those of one file as one text, with all rules. A T line is found when a match overlaps its value (its line,
 * when the value is not known). An F or X line is hit when a match stands on it that overlaps no true value. Publishable keys are
 * not reported by default and do not count. Both keep the best confidence they were found with.
 *
 * @returns a list of { row, level, rules }: level is -1 when nothing was found
 */
export function judgeLines(scan, rows) {
  return groupLines(rows).flatMap(({ bytes, entries }) => {
    const matches = scan(bytes);
    const isTrue = match => entries.some(({ row, span }) => row.label === 'T' && overlaps(span, match.span));
    const astray = matches.filter(match => !isTrue(match));
    return entries.map(({ row, span, line }) => {
      const hits =
        row.label === 'T' ? matches.filter(m => overlaps(m.span, span)) : astray.filter(m => overlaps(m.span, line));
      return {
        row,
        level: Math.max(-1, ...hits.map(hit => RANK[hit.confidence])),
        rules: hits.map(hit => hit.ruleId),
        hits,
      };
    });
  });
}

/** Scans bytes with all rules whose matches are reported by default. */
export function scannerOf({ rules, compileRules, scanBytes }) {
  const engine = compileRules(rules);
  return bytes =>
    scanBytes(engine, bytes).matches.filter(match => engine.ruleOf(match.ruleId).secrecy !== 'publishable');
}

/** Counts at a level: that confidence and above. */
export function countAt(judged, level) {
  const isFound = entry => entry.level >= RANK[level];
  const trueOnes = judged.filter(({ row }) => row.label === 'T');
  const others = judged.filter(({ row }) => row.label !== 'T');
  const found = trueOnes.filter(isFound).length;
  const hit = others.filter(isFound).length;
  const precision = found / Math.max(1, found + hit);
  const recall = found / Math.max(1, trueOnes.length);
  return {
    trueOnes: trueOnes.length,
    others: others.length,
    found,
    hit,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
  };
}

/** A table row per level. */
export function levelTable(title, judged) {
  const rows = LEVELS.map(level => {
    const { trueOnes, others, found, hit, precision, recall, f1 } = countAt(judged, level);
    const share = value => value.toFixed(3);
    return `  ${level.padEnd(7)} found ${String(found).padStart(5)} of ${trueOnes}, false ${String(hit).padStart(4)} of ${others}   precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}`;
  });
  return [title, ...rows].join('\n');
}

/** A table row per category, at medium confidence; a line of several categories counts in each. */
export function categoryTable(judged) {
  const categories = [...new Set(judged.flatMap(({ row }) => row.category.split(':')))];
  const counted = categories.map(category => ({
    category,
    ...countAt(
      judged.filter(({ row }) => row.category.split(':').includes(category)),
      'medium',
    ),
  }));
  const sorted = counted.sort((a, b) => b.trueOnes - a.trueOnes || b.others - a.others);
  const rows = sorted.map(
    ({ category, trueOnes, others, found, hit }) =>
      `  ${category.padEnd(34)} ${String(found).padStart(5)} of ${String(trueOnes).padEnd(5)} false ${String(hit).padStart(4)} of ${others}`,
  );
  return ['  by category, at medium and above', ...rows].join('\n');
}

/** How often each rule hit a line that is no secret, at medium and above. */
export function falseByRule(judged) {
  const counts = new Map();
  for (const { row, hits } of judged) {
    if (row.label === 'T') continue;
    for (const id of new Set(hits.filter(hit => RANK[hit.confidence] >= 1).map(hit => hit.ruleId)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return `  false by rule: ${[...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => `${id} ${count}`)
    .join(', ')}`;
}
