// Files that are no programs and take variables all the same: Dockerfiles, workflows, Spring's and Typesafe's configuration,
// serverless.yml. Pure.

import type { ReadForm } from '../types.js';
import type { Report } from './report.js';
import { withoutYamlComments } from './yaml-comments.js';

/** `ARG X`, and what a command of the shell form asks for when the container starts. */
export function findDockerfileReads(report: Report): void {
  const text = report.text.replace(/^[ \t]*#.*$/gm, line => ' '.repeat(line.length));
  const set = new Set<string>();
  for (const { index, 0: line, 1: word = '' } of text.matchAll(
    /^[ \t]*(ARG|ENV|CMD|ENTRYPOINT)[ \t]+(?:\\\r?\n|.)*?$(?<!\\)/gim,
  )) {
    const keyword = word.toUpperCase();
    const body = index + line.search(/\S/) + word.length;
    if (keyword === 'ARG') readArgs(report, text.slice(body, index + line.length), body);
    else if (keyword === 'ENV') {
      for (const [, name = ''] of line.matchAll(/[\s]([A-Za-z_]\w*)[= \t]/g)) set.add(name);
    } else readCommand(report, line, index, set);
  }
}

function readArgs(report: Report, text: string, at: number): void {
  for (const { index, 1: name = '', 2: sign } of text.matchAll(
    /(?<=\s)([A-Za-z_]\w*)(?=[=\s]|$)(=?)(?:"[^"]*"|'[^']*'|\S*)/g,
  )) {
    report.add({ name, at: at + index, form: 'dockerfile', isOptional: sign === '=' });
  }
}

function readCommand(report: Report, line: string, at: number, set: ReadonlySet<string>): void {
  for (const found of line.matchAll(/(?<![\\$])\$(?:\{([A-Z][A-Z0-9_]*)(:?[-?+]|\})|([A-Z][A-Z0-9_]*))/g)) {
    const name = found[1] ?? found[3] ?? '';
    if (set.has(name)) continue;
    const isOptional = /[-+]$/.test(found[2] ?? '');
    report.add({ name, at: at + found.index + found[0].indexOf(name), form: 'dockerfile', isOptional });
  }
}

const CONTEXTS: Readonly<Record<string, ReadForm>> = {
  secrets: 'workflow-secrets',
  vars: 'workflow-vars',
  env: 'workflow-env',
};
const CONDITION = /^[ \t]*(?:-[ \t]+)?if[ \t]*:(.*)$/gm;
const CONTEXT =
  /(?<![\w.'-])(secrets|vars|env)\s*(?:\.\s*([A-Za-z_]\w*)|\[\s*'([A-Za-z_]\w*)'\s*\]|\[\s*([^\]'\s][^\]]*)\])/g;

/** `secrets.X`, `vars.X` and `env.X` in the expressions of a workflow. */
export function findWorkflowReads(report: Report): void {
  const text = withoutYamlComments(report.text);
  for (let at = text.indexOf('${{'); at !== -1; ) {
    const end = text.indexOf('}}', at);
    if (end === -1) break;
    readExpression(report, text.slice(at + 3, end), at + 3);
    at = text.indexOf('${{', end);
  }
  for (const { index, 0: line, 1: condition = '' } of text.matchAll(CONDITION)) {
    readExpression(report, condition, index + line.length - condition.length);
  }
}

function readExpression(report: Report, expression: string, start: number): void {
  for (const found of expression.matchAll(CONTEXT)) {
    const [all, context = '', member, quoted, dynamic] = found;
    const form = CONTEXTS[context] ?? 'workflow-env';
    const name = member ?? quoted;
    if (name === undefined) report.addDynamic(start + found.index + all.indexOf(dynamic ?? ''), form);
    else {
      const isOptional = /^\s{0,20}\|\|/.test(
        expression.slice(found.index + all.length, found.index + all.length + 24),
      );
      report.add({ name, at: start + found.index + all.indexOf(name, context.length), form, isOptional });
    }
  }
}

/** `${X}` and `${X:default}` of Spring; other names than upper case are properties. `${?X}` of Typesafe is optional. */
export function findSpringReads(report: Report): void {
  const text = withoutYamlComments(report.text);
  for (const found of text.matchAll(/\$\{(\??)([A-Z][A-Z0-9_]*)(:|\})/g)) {
    const [, ask = '', name = '', sign = ''] = found;
    const isOptional = ask !== '' || sign === ':';
    report.add({ name, at: found.index + 2 + ask.length, form: 'spring', isOptional });
  }
}

/** `${env:X}` and `${env:X, 'default'}` of the Serverless Framework. */
export function findServerlessReads(report: Report): void {
  const text = withoutYamlComments(report.text);
  for (const found of text.matchAll(/(?<=[{,\s])env:([A-Za-z_]\w*)\s*([,}])/g)) {
    report.add({ name: found[1] ?? '', at: found.index + 4, form: 'getenv', isOptional: found[2] === ',' });
  }
}
