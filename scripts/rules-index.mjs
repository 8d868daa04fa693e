// Writes rules/index.ts (every rule of every provider file, in the order of their names) and rules/responses.ts (every response
// that stands beside them). `--check` only compares.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const OWN = ['index.ts', 'docs.ts', 'responses.ts'];
const names = readdirSync('rules')
  .filter(name => name.endsWith('.ts') && !OWN.includes(name))
  .sort();
const textOf = new Map(names.map(name => [name, readFileSync(`rules/${name}`, 'utf8')]));
const holding = maker => names.filter(name => textOf.get(name).includes(` = ${maker}(`));
const toName = file =>
  file
    .slice(0, -3)
    .replace(/[^a-z0-9]+(\w)/g, (_, letter) => letter.toUpperCase())
    .replace(/^(\d)/, 'n$1');
const imports = files => files.map(name => `import * as ${toName(name)} from './${name.slice(0, -3)}.js';`).join('\n');
const list = files => files.map(name => `  ${toName(name)},`).join('\n');

const ruleFiles = holding('defineRule');
const index = `// Every rule, by provider. Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
${imports(ruleFiles)}

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
${list(ruleFiles)}
];

/** All built-in rules, sorted by id. */
export const rules: readonly FullRule[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is FullRule => 'pattern' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
`;

const responseFiles = holding('defineResponse');
const responses = `// What to do when a credential leaked, by provider: apart from index.ts so that it is loaded only when somebody asks.
// Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
${imports(responseFiles)}

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
${list(responseFiles)}
];

/** All responses, sorted by id. */
export const responses: readonly Response[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is Response => 'revoke' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
`;

const written = [
  ['rules/index.ts', index],
  ['rules/responses.ts', responses],
];
const isFresh = ([file, text]) => readFileSync(file, 'utf8') === text;
if (process.argv.includes('--check')) process.exitCode = written.every(isFresh) ? 0 : 1;
else for (const [file, text] of written) writeFileSync(file, text);
