// Missing ignore rules → new text of `.gitignore` files. The last rule that matches wins, so rules are added at the end of the file that
// decides, and behind them those that take templates back. Line ends and everything that is there stay. Pure.

import type { BytePath } from '../types.js';
import type { Coverage, Verdict } from './coverage.js';
import { type NameFamily, showProbe, TEMPLATE_NAMES } from './env-names.js';
import type { IgnoreFile } from './ignore-files.js';

export type Edit = {
  path: BytePath;
  before: Uint8Array | null; // null: the file is new
  after: Uint8Array;
};

const ROOT = '.gitignore';
const HEADING = '# Env files, and templates that may be committed';

// What takes templates back that a pattern would take along.
const TEMPLATES_OF: Readonly<Record<string, readonly string[]>> = {
  '.env.*': [...TEMPLATE_NAMES, ...TEMPLATE_NAMES.map(name => name.replace('.env', '.env.*'))].map(name => `!${name}`),
  '*.env': ['!example.env', '!sample.env', '!template.env', '!*.example.env'],
  '.dev.vars': ['!.dev.vars.example'],
};

// One line a family; what a family needs beside its label.
const PATTERNS_OF: Readonly<Record<string, readonly string[]>> = {
  '.env.local': ['.env.local', '.env.*.local'],
  '.dev.vars': ['.dev.vars', '.dev.vars.*'],
};

/**
 * Plans rules for everything that is not covered, and for templates that are.
 *
 * What no rule matches gets one in the root's file, where a line holds for every folder; what a rule takes back gets one behind it.
 *
 * @returns for each ignore file the lines to add; whether they do what they should is for git to say
 */
export function planRules(coverage: Coverage, hiddenTemplates: readonly Verdict[]): Map<BytePath, string[]> {
  const plan = new Map<BytePath, string[]>();
  const add = (path: BytePath, lines: readonly string[]) => {
    const known = plan.get(path) ?? [];
    plan.set(path, [...known, ...lines.filter(line => !known.includes(line))]);
  };
  const open = [...coverage.names].map(([family, verdicts]) => ({
    family,
    verdicts: verdicts.filter(({ isIgnored }) => !isIgnored),
  }));
  const missing = open.filter(({ verdicts }) => verdicts.some(({ rule }) => rule === null)).map(({ family }) => family);
  const labels = new Set(missing.map(({ label }) => label));
  for (const family of missing)
    if (!(family.label === '.env.local' && labels.has('.env.*'))) add(ROOT, patternsOf(family));
  for (const family of missing) add(ROOT, TEMPLATES_OF[family.label] ?? []);
  for (const { rule, name } of open.flatMap(({ verdicts }) => verdicts)) if (rule) add(rule.source, [showProbe(name)]);
  for (const { rule, name, isFolderIgnored } of hiddenTemplates)
    if (rule && !isFolderIgnored) add(rule.source, [`!${name}`]);
  return plan;
}

function patternsOf({ label }: NameFamily): readonly string[] {
  return PATTERNS_OF[label] ?? [label];
}

/** Adds lines to an ignore file. @returns null when that cannot be done without harm */
export function addLines(file: IgnoreFile | null, path: BytePath, lines: readonly string[]): Edit | null {
  const before = file?.bytes ?? null;
  const text = before === null ? '' : Buffer.from(before.buffer, before.byteOffset, before.length).toString('latin1');
  if (isForeign(text)) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const isAdded = text.includes(HEADING);
  const gap = text === '' || /\n\r?\n$/.test(text) || isAdded ? '' : end;
  const head = text === '' || text.endsWith('\n') ? '' : end;
  const added = [...(isAdded ? [] : [HEADING]), ...lines].map(line => `${line}${end}`).join('');
  return { path, before, after: Buffer.from(`${text}${head}${gap}${added}`, 'latin1') };
}

// UTF-16, or lines that end with CR alone: git reads none of it, and what is added would be read no better.
function isForeign(text: string): boolean {
  return /^(?:\xff\xfe|\xfe\xff)/.test(text) || (text.includes('\r') && !text.includes('\n'));
}
