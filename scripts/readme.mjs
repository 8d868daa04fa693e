// Writes the generated parts of README.md: the demo's report, commands and flags, keys of the config, the number of rules.
// Needs dist/. `--check` writes nothing and fails when something is stale.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './load-source.mjs';

const README = join(ROOT, 'README.md');
const { createProgram } = createRequire(import.meta.url)('../dist/parts/program.cjs');
const program = createProgram({ stdout: process.stdout, stderr: process.stderr }, () => {});
const scans = program.commands.filter(command => command.options.some(option => option.long === '--min-confidence'));
const isCommon = option => scans.every(scan => scan.options.some(other => other.flags === option.flags));

const cell = text => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const table = (heads, rows) => [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

function optionRow({ flags, description, defaultValue }) {
  const isShown = defaultValue !== undefined && typeof defaultValue !== 'boolean';
  return [
    `\`${flags.replaceAll('|', '\\|')}\``,
    cell(description) + (isShown ? ` (default: ${[defaultValue].flat().join(' ')})` : ''),
  ];
}

function commandName(command) {
  const parent = command.parent?.parent ? `${command.parent.name()} ` : '';
  const operands = command.registeredArguments.map(argument => {
    const text = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${text}>` : `[${text}]`;
  });
  return ['leakgate', `${parent}${command.name()}`, ...operands].join(' ');
}

/** Commands that do something: one with commands below it only holds these, unless it takes something itself. */
const leaves = command => {
  const isOwn = command.commands.length === 0 || command.registeredArguments.length > 0;
  return [...(isOwn ? [command] : []), ...command.commands.flatMap(leaves)];
};

function commands() {
  const all = leaves(program);
  const own = all.flatMap(command => {
    const options = command.options.filter(option => !(scans.includes(command) && isCommon(option)));
    return options.map(option => [
      `\`${command.parent?.parent ? `${command.parent.name()} ` : ''}${command.name()}\``,
      ...optionRow(option),
    ]);
  });
  return [
    table(
      ['command', 'what it does'],
      all.map(command => [`\`${commandName(command)}\``, cell(command.description())]),
    ),
    `Flags of ${scans.map(scan => `\`${scan.name()}\``).join(', ')}:`,
    table(['flag', 'what it does'], scans[0].options.filter(isCommon).map(optionRow)),
    'Flags of one command:',
    table(['command', 'flag', 'what it does'], own),
  ].join('\n\n');
}

function configRows(schema, path = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = `${path}${key}`;
    const below = configRows(
      value.items?.properties ? value.items : value,
      `${name}${value.items?.properties ? '[]' : ''}.`,
    );
    const rest =
      value.default === undefined || path.includes('[]') ? '' : ` Default: \`${shortDefault(value.default)}\`.`;
    const isHeading = value.properties !== undefined || key === '$schema';
    const text = value.description ?? (value.enum ? `${value.enum.join(', ')}.` : `${value.type}.`);
    return [...(isHeading ? [] : [[`\`${name}\``, cell(text) + rest]]), ...below];
  });
}

const shortDefault = value => (Array.isArray(value) && value.length > 3 ? 'all of them' : JSON.stringify(value));

function config() {
  return table(['key', 'meaning'], configRows(JSON.parse(readFileSync(join(ROOT, 'dist', 'schema.json'), 'utf8'))));
}

const { FORCE_COLOR: _, ...env } = process.env;
const run = (...args) => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });

/** The first findings of the demo's report, then its end. */
function demo() {
  const report = run('scripts/demo.mjs', '--clean').replaceAll(/\/\S*leakgate-demo-\w+/g, '/tmp/leakgate-demo');
  const blocks = report.split('\n\n');
  const isFinding = block => /^(?:CRITICAL|HIGH|MEDIUM|LOW) /.test(block);
  const findings = blocks.filter(isFinding);
  const shown = [
    findings.find(block => block.includes('removed ')),
    findings.find(block => block.includes('no ref reaches it')),
  ];
  const rest = blocks.slice(1 + findings.length);
  const lines = [blocks[0], ...shown, `(${findings.length - shown.length} more)`, ...rest.slice(0, 3)].join('\n\n');
  return `\`\`\`text\n$ npm run demo\n${lines}\n\`\`\``;
}

function rules() {
  const list = JSON.parse(run('bin/leakgate.js', 'rules', 'list', '--json'));
  const providers = new Set(list.map(rule => rule.provider)).size;
  const hundreds = count => Math.floor(count / 100) * 100;
  return `More than ${hundreds(list.length)} rules for more than ${hundreds(providers)} providers and technologies are built in.`;
}

const before = readFileSync(README, 'utf8');
let after = before;
for (const [name, write] of Object.entries({ demo, commands, config, rules })) {
  const part = new RegExp(`(<!-- begin: ${name} -->\\n)[\\s\\S]*?(<!-- end: ${name} -->)`);
  if (!part.test(after)) throw new Error(`README.md has no part "${name}"`);
  after = after.replace(part, (_, begin, end) => `${begin}${write()}\n${end}`);
}
if (!process.argv.includes('--check')) writeFileSync(README, after);
else if (after !== before) {
  console.error('README.md is stale; run: npm run readme');
  process.exitCode = 1;
}
