// Literal values of variables in compose files, Kubernetes manifests, workflows and commands of docs and scripts. Whether a value is a
// secret is for the caller to judge; what is filled in elsewhere (`${X}`, `secretKeyRef`) and placeholders are no literals. Pure.

import type { BytePath } from '../types.js';
import { decodeText } from './decode-text.js';
import { EnvEntry } from './env-entry.js';
import { isEnvPlaceholder } from './env-placeholder.js';
import { LineStarts } from './line-starts.js';
import { findCommandLiterals } from './manifest-commands.js';
import { isComposePath, isWorkflowPath } from './manifest-paths.js';

export type LiteralKind =
  | 'compose-environment'
  | 'compose-build-argument'
  | 'kubernetes-secret-data' // the value is decoded, the place is that of the base64
  | 'kubernetes-secret-string'
  | 'kubernetes-config-map'
  | 'kubernetes-env'
  | 'kustomize-literal'
  | 'kubectl-literal'
  | 'docker-secret'
  | 'workflow-env';

/** A literal, as if it stood in an env file. */
export type ManifestLiteral = { kind: LiteralKind; entry: EnvEntry };

/** `isComplete`: false where a file could not be read to its end, which the caller has to say. */
export type ManifestLiterals = { literals: readonly ManifestLiteral[]; isComplete: boolean };

/** A literal as it is found: offsets in UTF-16 code units, [start, end). */
export type RawLiteral = { kind: LiteralKind; name: string; value: string; start: number; end: number };

const YAML = /\.ya?ml$/i;
const TEXT =
  /\.(?:md|mdx|markdown|rst|adoc|txt|sh|bash|zsh|fish|ps1|cmd|bat|ya?ml|mk|env|json|tf|html)$|(?:^|\/)(?:\w*Makefile|justfile|Taskfile|Jenkinsfile|README|[^./]+)$/i;
const KINDS = ['Secret', 'ConfigMap'].flatMap(kind => [
  `kind: ${kind}`,
  `kind: "${kind}"`,
  `kind: '${kind}'`,
  `"kind": "${kind}"`,
]);
const MAX_YAML_BYTES = 4 * 1024 * 1024; // manifests of clusters are rarely longer than a tenth of it

/** Says whether a file of this name can hold such literals, so that others need not be opened. */
export function canHoldLiterals(path: BytePath): boolean {
  return TEXT.test(path);
}

/**
 * Finds literals in one file. The YAML library is only loaded for a file that has what it is needed for.
 *
 * @returns literals in the order of the file
 */
export async function findManifestLiterals(path: BytePath, bytes: Uint8Array): Promise<ManifestLiterals> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (...words: string[]) => words.some(word => buffer.includes(word, 0, 'latin1'));
  const isYaml = YAML.test(path) && isYamlOfInterest(path, has);
  const isCommand = has('from-literal', 'secret create');
  const text = isYaml || isCommand ? decodeText(bytes) : null;
  if (text === null) return { literals: [], isComplete: true };
  const found: RawLiteral[] = isCommand ? findCommandLiterals(text) : [];
  let isComplete = true;
  if (isYaml && bytes.length > MAX_YAML_BYTES) isComplete = false;
  else if (isYaml) {
    const { findYamlLiterals } = await import('./manifest-yaml.js');
    const inYaml = findYamlLiterals(path, text);
    found.push(...inYaml.literals);
    isComplete = inYaml.isComplete;
  }
  return { literals: toLiterals(found, text), isComplete };
}

function isYamlOfInterest(path: BytePath, has: (...words: string[]) => boolean): boolean {
  if (isComposePath(path)) return has('environment', 'args');
  if (isWorkflowPath(path)) return has('env:');
  return (
    has('secretGenerator', ...KINDS) || (has('containers:') && has('env:')) || (has('services:') && has('environment:'))
  );
}

function toLiterals(found: readonly RawLiteral[], text: string): ManifestLiteral[] {
  const lines = new LineStarts(text);
  return found
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ kind, name, value, start, end }) => {
      if (isEnvPlaceholder(name, value)) return [];
      const { line } = lines.pointAt(start);
      return [
        { kind, entry: new EnvEntry({ name, value, line, region: lines.regionOf(start, end), isPlaceholder: false }) },
      ];
    });
}
