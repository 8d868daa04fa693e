// Writes rules/index.ts: every rule of every provider file, in the order of their names. `--check` only compares.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const OWN = ['index.ts', 'docs.ts'];
const names = readdirSync('rules')
  .filter(name => name.endsWith('.ts') && !OWN.includes(name))
  .sort();
const toName = file =>
  file
    .slice(0, -3)
    .replace(/[^a-z0-9]+(\w)/g, (_, letter) => letter.toUpperCase())
    .replace(/^(\d)/, 'n$1');
const text = `// Every rule, by provider. Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { FullRule } from '../src/rule.js';
${names.map(name => `import * as ${toName(name)} from './${name.slice(0, -3)}.js';`).join('\n')}

const modules: readonly Readonly<Record<string, FullRule>>[] = [
${names.map(name => `  ${toName(name)},`).join('\n')}
];

/** All built-in rules, sorted by id. */
export const rules: readonly FullRule[] = modules.flatMap(module => Object.values(module)).sort((a, b) => (a.id < b.id ? -1 : 1));
`;
if (process.argv.includes('--check')) process.exitCode = readFileSync('rules/index.ts', 'utf8') === text ? 0 : 1;
else writeFileSync('rules/index.ts', text);
