// Trains the model of the generic rules and writes src/engine/secret-weights.json. Deterministic for the same input.
//   node scripts/train-model.mjs LINES.jsonl --tree DIR … [--public-tree DIR …]
// LINES.jsonl: labelled lines (fixtures/corpus/README.md has the format). --tree: source trees without secrets; words are counted
// over them and what looks like an assignment there trains as "no secret". --public-tree: well-kept source trees of any language,
// whose tests hold secrets of their own: what a model that has not seen them calls a secret is left out.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growTrees } from './accuracy/boosting.mjs';
import { ENTRY, findCandidates, groupLines, overlaps } from './accuracy/candidates.mjs';
import { loadEngine } from './accuracy/engine.mjs';
import { countTables, sourceTexts } from './accuracy/word-tables.mjs';

const WEIGHTS = new URL('../src/engine/secret-weights.json', import.meta.url);
// Identifiers, not secrets, although that corpus labels them as true: they teach the model nothing that we want.
const OTHER_CATEGORIES = new Set([
  'UUID',
  'AWS S3 Bucket',
  'Firebase Domain',
  'Tencent WeChat API App ID',
  'Salt',
  'Nonce',
  'Other',
  'AWS Client ID',
]);
const THRESHOLDS = { low: 0.3, medium: 0.5, high: 0.85 };
const TREE_WEIGHT = 0.5;
const PUBLIC_TREE_WEIGHT = 0.3;

/** Whether all categories of a labelled line are about secrets. */
export const isCore = row => !row.category.split(':').some(category => OTHER_CATEGORIES.has(category));

/** Loads the engine with what training needs; the words and triples are those of weights. */
export async function loadForTraining(weights) {
  const engine = { ...(await loadEngine(weights, ENTRY)) };
  engine.compiled = engine.compileRules(engine.rules.filter(rule => rule.matcher === 'assignment'));
  return engine;
}

/** Candidates of labelled lines as examples; those on lines with a true secret elsewhere are left out, nobody has labelled them. */
export function examplesOf(engine, rows) {
  const examples = [];
  for (const { file, bytes, entries } of groupLines(rows)) {
    const candidates = findCandidates(engine, bytes).filter(({ dropped }) => dropped === null);
    for (const { assignment, name } of candidates) {
      const near = entries.filter(({ line }) => overlaps(line, assignment.span));
      const hit = near.find(({ row, span }) => row.label === 'T' && overlaps(span, assignment.span));
      const isClean = near.length > 0 && near.every(({ row }) => row.label !== 'T');
      if (hit ? !isCore(hit.row) : !isClean) continue;
      examples.push({
        file,
        features: engine.featuresOf(assignment, name),
        label: hit ? 1 : 0,
        weight: 1,
        assignment,
        name,
      });
    }
  }
  return examples;
}

/** What looks like an assignment in source trees, as examples of "no secret", each make-up once. */
export function negativesOf(engine, folders) {
  const seen = new Set();
  const examples = [];
  for (const { path, text } of sourceTexts(folders)) {
    for (const { assignment, name, dropped } of findCandidates(engine, Buffer.from(text, 'latin1'))) {
      const key = `${assignment.name} ${assignment.value}`;
      if (dropped !== null || seen.has(key)) continue;
      seen.add(key);
      examples.push({
        file: path,
        features: engine.featuresOf(assignment, name),
        label: 0,
        weight: TREE_WEIGHT,
        assignment,
        name,
      });
    }
  }
  return examples;
}

// What people type, and what stands where a secret will be. The labelled values are drawn at random, so that these are missing there.
const STEMS = [
  'sun',
  'river',
  'falcon',
  'Winter',
  'Orange',
  'coffee',
  'Dragon',
  'Berlin',
  'guitar',
  'Thunder',
  'marble',
  'Chelsea',
  'rocket',
  'Panda',
  'summer',
  'Monday',
];
const FILLERS = [
  'your-api-key',
  'YOUR_TOKEN_HERE',
  'my_secret_value',
  'some-secret',
  'my-super-secret-key',
  'secretKey',
  'accessTokenValue',
  'insert_token',
  'fake-token-for-tests',
  'dummy_credential',
  'test_api_token',
  'keyboard-cat',
  'not-a-real-secret',
  'replace.me',
  'token-value-1',
  'secret2',
  'client-secret-test',
  'mock_access_token',
  'abc123',
  'test1234',
  'foobarbaz',
  'example_key_01',
  'SomeSecretValue',
  'ACCESS_TOKEN_2',
];

/** Examples in the places of true ones: passwords that people would choose as true, fillers as not. */
export function madeUpOf(engine, examples) {
  const made = [];
  examples.forEach(({ file, label, assignment, name }, i) => {
    if (label !== 1) return;
    const put = (value, to, weight) =>
      made.push({
        file,
        features: engine.featuresOf({ ...assignment, value }, name),
        label: to,
        weight,
        assignment: { ...assignment, value },
        name,
      });
    const stem = at => STEMS[at % STEMS.length];
    if (name.kind === 'password' && i % 3 === 0) {
      const year = 1960 + ((i * 7) % 65);
      const forms = [
        `${stem(i)}${year}!`,
        `${stem(i)}#${i % 97}${stem(i + 5)}`,
        `${stem(i + 3)}${stem(i)}$${i % 89}`,
        `${stem(i).toUpperCase()}_${stem(i + 7)}@${year}`,
        `${stem(i + 2)}.${year % 100}%${stem(i + 1)}`,
      ];
      put(forms[(i / 3) % forms.length], 1, 0.7);
    }
    if (i % 2 === 0) put(FILLERS[(i / 2) % FILLERS.length], 0, 0.3);
  });
  return made;
}

/** Trains on examples. */
export function train(examples, tables, about = '') {
  const { base, trees } = growTrees(
    examples.map(example => example.features),
    examples.map(example => example.label),
    examples.map(example => example.weight),
  );
  return { about, ...THRESHOLDS, base, ...tables, trees };
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tree: { type: 'string', multiple: true, default: [] },
      'public-tree': { type: 'string', multiple: true, default: [] },
    },
  });
  const tables = countTables(values.tree);
  const blank = { about: '', ...THRESHOLDS, base: 0, ...tables, trees: '0' };
  const engine = await loadForTraining(blank);
  const rows = positionals.flatMap(file =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  );
  const labelled = examplesOf(engine, rows);
  const clean = negativesOf(engine, values.tree);
  const first = await loadForTraining(train([...labelled, ...clean], tables));
  const others = negativesOf(engine, values['public-tree'])
    .filter(({ features }) => first.scoreCandidate(features) < THRESHOLDS.medium)
    .map(example => ({ ...example, weight: PUBLIC_TREE_WEIGHT }));
  const examples = [...labelled, ...clean, ...others, ...madeUpOf(engine, labelled)];
  const about = `scripts/train-model.mjs over ${labelled.length} candidates of labelled lines (Samsung CredData, values replaced there by random text) and ${examples.length - labelled.length} of source trees and made-up ones; words and letter triples counted over ${values.tree.length} source trees (npm packages, the Python library); ${others.length} of the candidates come from ${values['public-tree'].length} public repositories`;
  writeFileSync(WEIGHTS, `${JSON.stringify(train(examples, tables, about), null, 2)}\n`);
  process.stdout.write(`${about}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
