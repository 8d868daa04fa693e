// How well secrets are told from what looks like them, through the whole engine with all rules.
//   node scripts/accuracy.mjs [LINES.jsonl …] [TREE …]
// Always measures fixtures/corpus with the committed model. Labelled lines (given, or found beside the project) are measured in
// five folds by source file, each with a model trained on the other four. In source trees it counts what the command line would
// report, by rule; whether that is a secret, somebody has to read.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus } from './accuracy/corpus.mjs';
import { loadEngine } from './accuracy/engine.mjs';
import { categoryTable, falseByRule, judgeLines, levelTable, scannerOf } from './accuracy/measure.mjs';
import { examplesOf, isCore, loadForTraining, madeUpOf, negativesOf, train } from './train-model.mjs';

const BESIDE = fileURLToPath(new URL('../../shared/corpora/labelled-lines.jsonl', import.meta.url));
const TREES = [fileURLToPath(new URL('../node_modules', import.meta.url))];
const FOLDS = 5;
const MAX_BYTES = 1_000_000;

const print = text => void process.stdout.write(`${text}\n`);
const { positionals } = parseArgs({ allowPositionals: true });
const isFolder = path => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const lineFiles = positionals.filter(path => !isFolder(path));

const engine = await loadEngine();
await measureCorpus();
const files = positionals.length > 0 ? lineFiles : [BESIDE];
for (const file of files) {
  if (existsSync(file)) await measureLines(file);
  else
    print(
      `\n${positionals.length > 0 ? `${file} is missing` : 'No labelled lines beside the project'}: cross-validation left out`,
    );
}
for (const folder of positionals.filter(isFolder)) measureNoise(folder);

async function measureCorpus() {
  const rows = readCorpus(new URL('../fixtures/corpus/', import.meta.url), engine.sample);
  const judged = judgeLines(scannerOf(engine), rows);
  const strong = judged.filter(({ row }) => !row.weak);
  const weak = judged.filter(({ row }) => row.weak);
  print(levelTable('fixtures/corpus', strong));
  print(categoryTable(strong));
  const told = weak.filter(({ rules }) => rules.length > 0 && rules.every(id => id === 'generic-weak-password'));
  print(`  guessable passwords told as such: ${told.length} of ${weak.length}`);
  const wrong = [
    ...strong.filter(({ row, level }) => (row.label === 'T') !== level >= 1),
    ...weak.filter(entry => !told.includes(entry)),
  ];
  for (const { row, hits } of wrong) {
    const what = row.weak ? 'not told as guessable' : row.label === 'T' ? 'missed' : 'false';
    print(`  ${what}: ${row.category}: ${row.file} ${hits.map(hit => `${hit.ruleId} ${hit.confidence}`).join(', ')}`);
  }
}

async function measureLines(file) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const foldOf = row => createHash('sha1').update(row.file).digest()[0] % FOLDS;
  const training = await loadForTraining(null);
  const { triples, words } = training.weights;
  const examples = examplesOf(training, rows);
  const negatives = negativesOf(training, TREES);
  const judged = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = examples.filter(example => foldOf(example) !== fold);
    const weights = train([...others, ...negatives, ...madeUpOf(training, others)], { triples, words });
    const scan = scannerOf(await loadEngine(weights));
    judged.push(
      ...judgeLines(
        scan,
        rows.filter(row => foldOf(row) === fold),
      ),
    );
  }
  const core = judged.filter(({ row }) => isCore(row));
  print(`\n${file}: ${rows.length} lines, ${FOLDS} folds by source file`);
  print(levelTable('categories of secrets (identifiers, salts and nonces left out)', core));
  print(categoryTable(core));
  print(falseByRule(core));
  print(levelTable('all categories', judged));
  print(categoryTable(judged.filter(({ row }) => !isCore(row))));
}

function measureNoise(folder) {
  const scan = scannerOf(engine);
  const { weighPath, rules } = engine;
  const distinctive = new Set(rules.filter(rule => rule.distinctive).map(rule => rule.id));
  const found = new Map(); // rule → its secrets: a finding is a secret, wherever it stands
  const add = (ruleId, secret) => found.set(ruleId, (found.get(ruleId) ?? new Set()).add(secret));
  let lines = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > MAX_BYTES) continue;
    const bytes = readFileSync(path);
    if (bytes.subarray(0, 8000).includes(0)) continue;
    for (const byte of bytes) if (byte === 0x0a) lines++;
    for (const { ruleId, confidence, secret } of scan(bytes)) {
      if (weighPath(confidence, [name], !distinctive.has(ruleId)).confidence !== 'low') add(ruleId, secret.reveal());
    }
  }
  const counts = new Map([...found].map(([id, secrets]) => [id, secrets.size]));
  const per = count => ((count / Math.max(1, lines)) * 1_000_000).toFixed(1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  print(`\n${folder}: ${lines} lines, ${total} findings of high or medium confidence, ${per(total)} per million lines`);
  for (const [id, count] of [...counts].sort((a, b) => b[1] - a[1]))
    print(`  ${id.padEnd(40)} ${String(count).padStart(5)}  ${per(count)}`);
}
