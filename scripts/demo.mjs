// npm run demo: makes a sample repository with made-up secrets in its history, audits it with the built program, and checks that
// the audit found every one of them and nothing else. Keeps what it made, unless --clean.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRepository } from './demo-repository.mjs';
import { loadSource, ROOT } from './load-source.mjs';

const { values: flags } = parseArgs({ options: { clean: { type: 'boolean', default: false } } });
const { rules, fingerprint, Secret } = await loadSource(`
  export { rules } from './rules/index.ts';
  export { fingerprint } from './src/findings/fingerprint.ts';
  export { Secret } from './src/secret.ts';
`);

/** A made-up secret: the marked text of a rule's first example. */
function secretOf(ruleId) {
  const example = rules.find(rule => rule.id === ruleId)?.match[0];
  const secret = /«(.+?)»/.exec(example ?? '')?.[1];
  if (!secret) throw new Error(`rule ${ruleId} has no example`);
  return secret;
}

function leakgate(...args) {
  const run = spawnSync(process.execPath, [join(ROOT, 'bin', 'leakgate.js'), ...args], { encoding: 'utf8' });
  if (run.status !== 1) throw new Error(`leakgate ended with ${run.status}, expected 1 for findings\n${run.stderr}`);
  return run.stdout;
}

function isWhere({ life, occurrences }, { path, kind, atHead, reachable }) {
  const isThere = occurrences.some(
    place => (path === undefined || place.path === path) && (kind === undefined || place.kind === kind),
  );
  return (
    isThere &&
    (atHead === undefined || life.atHead === atHead) &&
    (reachable === undefined || life.reachable === reachable)
  );
}

function check(planted, report) {
  const names = planted.map(({ ruleId, secret }) => fingerprint(ruleId, new Secret(secret)));
  const found = planted.map(({ where }, n) => {
    const finding = report.findings.find(candidate => candidate.fingerprint === names[n]);
    return finding !== undefined && isWhere(finding, where);
  });
  const extra = report.findings.filter(finding => !names.includes(finding.fingerprint));
  const width = Math.max(...planted.map(({ what }) => what.length));
  for (const [n, { ruleId, what }] of planted.entries())
    console.log(`  ${found[n] ? 'found ' : 'MISSED'}  ${what.padEnd(width)}  ${ruleId}`);
  for (const { ruleId, occurrences } of extra) console.log(`  NOT PLANTED  ${occurrences[0]?.path}  ${ruleId}`);
  return extra.length === 0 && report.complete && found.every(Boolean);
}

const folder = mkdtempSync(join(tmpdir(), 'leakgate-demo-'));
const repository = join(folder, 'repository');
const sarif = join(folder, 'leakgate.sarif');
mkdirSync(repository);
const planted = makeRepository(repository, secretOf);
process.stdout.write(leakgate('history', repository));
leakgate('history', repository, '--quiet', '--format', 'sarif', '--output', sarif);
const report = JSON.parse(leakgate('history', repository, '--format', 'json'));
const results = JSON.parse(readFileSync(sarif, 'utf8')).runs.reduce((sum, run) => sum + run.results.length, 0);

console.log(`\nWhat was planted, and what became of it (${planted.length} made-up secrets):`);
const isGood = check(planted, report) && results === planted.length;
console.log(`\nSARIF:      ${sarif} (${results} results)\nRepository: ${repository}`);
if (flags.clean) {
  rmSync(folder, { recursive: true, force: true });
  console.log('Both are removed again (--clean).');
}
console.log(
  isGood ? 'The audit found everything that was planted, and nothing else.' : 'The audit is NOT right: see above.',
);
process.exitCode = isGood ? 0 : 1;
