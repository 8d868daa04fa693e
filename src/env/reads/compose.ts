// Compose files: `${X}` anywhere, `environment: - X` that hands a variable on, and `env_file`. Read line by line: the grammar of YAML
// is not needed for it. Source: docs.docker.com/reference/compose-file/interpolation. Pure.

import type { Report } from './report.js';
import { withoutYamlComments } from './yaml-comments.js';

// `$$` is a dollar; `:-` and `-` give a default, `:?` and `?` demand, `:+` and `+` ask whether it is set.
const VARIABLE = /\$(?:\$|\{([A-Za-z_]\w*)(:?[-?+]|\})|([A-Za-z_]\w*))/g;
const BLOCK = /^([ \t]*)(?:-[ \t]+)?(environment|env_file)[ \t]*:[ \t]*(.*?)[ \t]*$/;

/** Reports the variables that a compose file takes from its surroundings. */
export function findComposeReads(report: Report): void {
  const text = withoutYamlComments(report.text);
  for (const found of text.matchAll(VARIABLE)) {
    const name = found[1] ?? found[3];
    if (name === undefined) continue;
    const isOptional = /[-+]$/.test(found[2] ?? '');
    report.add({ name, at: found.index + found[0].indexOf(name), form: 'compose', isOptional });
  }
  readBlocks(text, report);
}

function readBlocks(text: string, report: Report): void {
  let block: { key: string; indent: number } | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    const found = BLOCK.exec(line.replace(/\r$/, ''));
    if (found) {
      const [, , key = '', value = ''] = found;
      block = { key, indent: line.indexOf(key) };
      if (key === 'env_file') addFiles(value, report);
    } else if (block && indent !== -1 && isBelow(line, indent, block.indent)) {
      if (block.key === 'env_file') addFiles(line.trim(), report);
      else addHandedOn(line, at, report);
    } else if (indent !== -1) block = null;
    at += line.length + 1;
  }
}

// The dashes of a list may stand right below their key.
function isBelow(line: string, indent: number, outer: number): boolean {
  return indent > outer || (indent === outer && line.charAt(indent) === '-');
}

// `.env`, `[a.env, b.env]`, `- .env`, `- path: .env`
function addFiles(text: string, report: Report): void {
  if (/^(?:-\s+)?(?:required|format)\s*:/.test(text)) return;
  const list = text.replace(/^-\s*/, '').replace(/^path\s*:\s*/, '');
  for (const part of list.replace(/^\[|\]$/g, '').split(',')) {
    const path = part.trim().replace(/^(['"])(.*)\1$/, '$2');
    if (path !== '') report.addEnvFile(path);
  }
}

// `- X` and `X:` without a value take what is set outside.
function addHandedOn(line: string, at: number, report: Report): void {
  const found = /^\s*(?:-\s+["']?([A-Za-z_]\w*)["']?|([A-Za-z_]\w*)\s*:\s*(?:null|~)?)\s*$/.exec(line);
  const name = found?.[1] ?? found?.[2];
  if (name !== undefined) report.add({ name, at: at + line.indexOf(name), form: 'compose', isOptional: false });
}
