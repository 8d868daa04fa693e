// Labelled lines and source trees → candidates of the generic rules in numbers, with labels, for training.

/** Groups the lines of a labelled-lines file by their source file, each group as one text with spans in bytes. */
export function groupLines(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.file, [...(groups.get(row.file) ?? []), row]);
  return [...groups].map(([file, list]) => layOut(file, list));
}

function layOut(file, list) {
  const places = new Map(); // one line may carry several labels
  let text = '';
  const entries = [...list]
    .sort((a, b) => a.line - b.line)
    .map(row => {
      const key = `${row.line} ${row.text}`;
      if (!places.has(key)) {
        places.set(key, Buffer.byteLength(text));
        text += `${row.text}\n`;
      }
      const start = places.get(key);
      const end = start + Buffer.byteLength(row.text);
      const offset = at => start + Buffer.byteLength(row.text.slice(0, at));
      return {
        row,
        line: { start, end },
        span: row.value ? { start: offset(row.value[0]), end: offset(row.value[1]) } : { start, end },
      };
    });
  return { file, bytes: Buffer.from(text), entries };
}

export const overlaps = (a, b) => a.start < b.end && a.end > b.start;

/** All candidates of the generic rules in bytes: { assignment, name }, one per span. */
export function findCandidates(engine, bytes) {
  const { readAssignment, judgeName, ruleOut, findKeywords, compiled } = engine;
  const text = bytes.toString('latin1');
  const found = new Map();
  findKeywords(compiled.keywords, bytes, { from: 0, to: bytes.length }, (keyword, start) => {
    const length = compiled.keywords.keywords[keyword].length;
    const assignment = readAssignment(text, { start, length });
    if (!assignment) return;
    const name = judgeName(assignment.name);
    const key = `${assignment.span.start} ${assignment.span.end} ${assignment.name}`;
    const dropped = name.isSecret ? ruleOut(assignment, name.kind) : name.reason;
    if (!found.has(key)) found.set(key, { assignment, name, dropped });
  });
  return [...found.values()];
}

export const ENTRY = `
  export { rules } from './rules/index.ts';
  export { compileRules } from './src/engine/compile-rules.ts';
  export { scanBytes } from './src/engine/scan-bytes.ts';
  export { readAssignment } from './src/engine/assignment.ts';
  export { judgeName } from './src/engine/judge-name.ts';
  export { ruleOut } from './src/engine/judge-value.ts';
  export { FEATURES, featuresOf } from './src/engine/candidate-features.ts';
  export { scoreCandidate, explainCandidate } from './src/engine/secret-model.ts';
  export { default as weights } from './src/engine/secret-weights.json' with { type: 'json' };
  export { findKeywords } from './src/kernel/keywords.ts';
`;
