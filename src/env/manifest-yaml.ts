// Literals in YAML: what compose, Kubernetes, Kustomize and workflows set variables to. Walks the parsed nodes, which know their places;
// nothing is expanded but an alias that stands for a whole block. Pure.

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { BytePath } from '../types.js';
import { isComposePath, isWorkflowPath } from './manifest-paths.js';
import type { LiteralKind, RawLiteral } from './manifests.js';

type Walk = { document: Document; text: string; found: RawLiteral[]; seen: Set<unknown> };

/** @returns `isComplete`: false when the text is no YAML to its end */
export function findYamlLiterals(path: BytePath, text: string): { literals: RawLiteral[]; isComplete: boolean } {
  const found: RawLiteral[] = [];
  if (isTooDeep(text)) return { literals: found, isComplete: false };
  const yaml = isWorkflowPath(path) ? text : withoutTemplates(text);
  try {
    const documents = parseAllDocuments(yaml, {
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    for (const document of Array.isArray(documents) ? documents : []) {
      const walk = { document, text, found, seen: new Set() };
      if (isComposePath(path) || isCompose(document)) visit(walk, document.contents, composeBlock);
      else if (isWorkflowPath(path)) visit(walk, document.contents, workflowBlock);
      else visit(walk, document.contents, kubernetesBlock);
    }
    return { literals: found, isComplete: documents.every(({ errors }) => errors.length === 0) };
  } catch (error) {
    // Thousands of brackets in each other: the parser has no stack left.
    if (!(error instanceof RangeError)) throw error;
    return { literals: found, isComplete: false };
  }
}

const MOST_BRACKETS = 200; // in each other; the parser's time grows with their square

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= MOST_BRACKETS; at++) {
    const sign = text.charAt(at);
    if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && depth > 0) depth--;
  }
  return depth > MOST_BRACKETS;
}

// Charts: `{{ … }}` stands for a value or, alone on its line, for nothing that YAML knows. Places stay what they are.
function withoutTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  return text
    .replace(/^[ \t]*(?:\{\{(?:(?!\}\})[^\n])*\}\}[ \t]*)+$/gm, line => ' '.repeat(line.length))
    .replace(/\{\{(?:(?!\}\})[^\n])*\}\}/g, part => `\${${'_'.repeat(part.length - 3)}}`);
}

function isCompose({ contents }: Document): boolean {
  return isMap(contents) && contents.has('services') && !contents.has('kind');
}

type OnMap = (walk: Walk, map: YAMLMap) => void;

// Every map of the document, once.
function visit(walk: Walk, root: unknown, onMap: OnMap): void {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (walk.seen.has(node)) continue;
    if (isMap(node)) {
      walk.seen.add(node);
      onMap(walk, node);
      for (const { value } of node.items) pending.push(value);
    } else if (isSeq(node)) {
      walk.seen.add(node);
      pending.push(...node.items);
    }
  }
}

function composeBlock(walk: Walk, map: YAMLMap): void {
  addBlock(walk, 'compose-environment', field(walk, map, 'environment'));
  const build = field(walk, map, 'build');
  if (isMap(build)) addBlock(walk, 'compose-build-argument', field(walk, build, 'args'));
}

function workflowBlock(walk: Walk, map: YAMLMap): void {
  addBlock(walk, 'workflow-env', field(walk, map, 'env'));
}

function kubernetesBlock(walk: Walk, map: YAMLMap): void {
  const kind = textOf(field(walk, map, 'kind'));
  if (kind === 'Secret') {
    addBlock(walk, 'kubernetes-secret-data', field(walk, map, 'data'));
    addBlock(walk, 'kubernetes-secret-string', field(walk, map, 'stringData'));
  }
  if (kind === 'ConfigMap') addBlock(walk, 'kubernetes-config-map', field(walk, map, 'data'));
  const env = field(walk, map, 'env');
  if (isSeq(env)) for (const item of env.items) if (isMap(item)) addNamed(walk, item);
  const generators = field(walk, map, 'secretGenerator');
  if (!isSeq(generators)) return;
  for (const generator of generators.items) {
    if (isMap(generator)) addBlock(walk, 'kustomize-literal', field(walk, generator, 'literals'));
  }
}

// `- name: X` with `value: v`; with `valueFrom` there is none.
function addNamed(walk: Walk, item: YAMLMap): void {
  const name = textOf(field(walk, item, 'name'));
  const value = field(walk, item, 'value');
  if (name !== null && isScalar(value)) addScalar(walk, 'kubernetes-env', name, value);
}

// A map `X: v`, or a list of `X=v`; `<<` puts another map into it.
function addBlock(walk: Walk, kind: LiteralKind, block: unknown): void {
  const node = resolve(walk, block);
  if (isSeq(node)) {
    for (const item of node.items) if (isScalar(item)) addAssignment(walk, kind, item);
  } else if (isMap(node) && !walk.seen.has(`${kind} ${node.range?.[0]}`)) {
    walk.seen.add(`${kind} ${node.range?.[0]}`); // an alias stands for it more than once
    for (const pair of node.items) addPair(walk, kind, pair);
  }
}

function addPair(walk: Walk, kind: LiteralKind, { key, value }: Pair): void {
  const name = textOf(key);
  if (name === '<<') addBlock(walk, kind, value);
  else if (name !== null && isScalar(value)) addScalar(walk, kind, name, value);
}

function addAssignment(walk: Walk, kind: LiteralKind, item: Scalar): void {
  const text = textOf(item) ?? '';
  const at = text.indexOf('=');
  if (at < 1) return;
  const { end } = placeOf(walk, item);
  const value = text.slice(at + 1);
  add(walk, { kind, name: text.slice(0, at), value, start: Math.max(0, end - value.length), end });
}

function addScalar(walk: Walk, kind: LiteralKind, name: string, node: Scalar): void {
  const text = textOf(node) ?? '';
  const value = kind === 'kubernetes-secret-data' ? Buffer.from(text, 'base64').toString('utf8') : text;
  add(walk, { kind, name, value, ...placeOf(walk, node) });
}

// `${X:-literal}`: what is used when nothing is set is a literal.
function add(walk: Walk, literal: RawLiteral): void {
  const [all = '', fallback] = /^\$\{\w+:?-([^${}]+)\}$/.exec(literal.value) ?? [];
  if (fallback === undefined) walk.found.push(literal);
  else if (literal.end - literal.start === all.length) {
    const end = literal.end - 1;
    walk.found.push({ ...literal, value: fallback, start: end - fallback.length, end });
  } else walk.found.push({ ...literal, value: fallback });
}

// The place of what stands inside of quotes; that of a block is the block.
function placeOf({ text }: Walk, node: Node): { start: number; end: number } {
  const [start = 0, end = 0] = node.range ?? [];
  const isQuoted = /^["']$/.test(text.charAt(start)) && end - start >= 2;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function field(walk: Walk, map: YAMLMap, name: string): unknown {
  return resolve(walk, map.items.find(({ key }) => textOf(key) === name)?.value);
}

function resolve({ document }: Walk, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

// What a scalar says; numbers and dates as they are written.
function textOf(node: unknown): string | null {
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string') return node.value;
  return node.value === null || node.value === undefined ? '' : (node.source ?? String(node.value));
}
