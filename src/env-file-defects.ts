// Env files that git has, or had: what they hold decides how bad that is. Joins versions, their history and the secrets in them.

import type { Verdict } from './env/coverage.js';
import { placeOf } from './env/coverage-defects.js';
import { parseEnvFile } from './env/parse-env-file.js';
import type { TrackedFile } from './env/survey.js';
import { type Defect, defect, placeAt } from './env-rules.js';
import { type HeldSecret, openSecrets, type SecretsByPath, secretsIn } from './env-secrets.js';
import { traceLife } from './findings/life.js';
import type { Severity } from './rule.js';
import type { PathHistory } from './sources/path-history.js';
import type { BytePath, Finding, Life, Oid } from './types.js';

const MAX_PARTS = 20;
const isZero = (oid: Oid) => /^0+$/.test(oid);

export type FileFacts = {
  secrets: SecretsByPath;
  past: PathHistory | null;
  verdicts: ReadonlyMap<BytePath, Verdict>;
  bytesOf: (path: BytePath) => Uint8Array | null; // of the version in the index
};

/** An env file in the index. */
export function trackedDefect(file: TrackedFile, facts: FileFacts): Defect {
  const now = openSecrets(secretsIn(facts.secrets, file.path, file.oid));
  const ever = openSecrets(secretsIn(facts.secrets, file.path, null));
  const earlier = ever.filter(({ finding }) => !now.some(held => held.finding === finding));
  const rule = facts.verdicts.get(file.path)?.rule;
  const ignored = rule && facts.verdicts.get(file.path)?.isIgnored ? rule : null;
  return defect({
    ruleId: 'env-file-tracked',
    severity: severityOf(ever),
    path: file.path,
    name: '',
    reasons: [
      file.isLink ? 'it is a symbolic link' : contentOf(now, facts.bytesOf(file.path)),
      ...(earlier.length > 0 ? [`other versions of it hold ${count(earlier.length, 'more secret')}`] : []),
      ...(ignored ? [`${placeOf(ignored)} ignores it, but what is tracked stays tracked`] : []),
    ],
    occurrences: [{ ...placeAt(file.path, 1, 'index'), blob: file.oid, region: regionOf(now[0]) }],
    parts: partsOf([...now, ...earlier]),
    life: facts.past ? lifeOf(file.path, facts.past) : defect(EMPTY).life,
  });
}

/** An env file that the next commit would add. */
export function addedDefect(file: Omit<TrackedFile, 'kind'>, secrets: SecretsByPath): Defect {
  const held = openSecrets(secretsIn(secrets, file.path, null));
  return defect({
    ruleId: 'env-file-tracked',
    severity: severityOf(held),
    path: file.path,
    name: '',
    reasons: [
      'this commit would add it',
      ...(file.isLink ? ['it is a symbolic link'] : []),
      ...(held.length > 0 ? [`it holds ${count(held.length, 'secret')}`] : []),
    ],
    occurrences: [{ ...placeAt(file.path, 1, 'index'), blob: file.oid, region: regionOf(held[0]) }],
    parts: partsOf(held),
  });
}

/** An env file that commits have and the index has not. */
export function pastDefect(path: BytePath, past: PathHistory, secrets: SecretsByPath): Defect {
  const ever = openSecrets(secretsIn(secrets, path, null));
  const life = lifeOf(path, past);
  const changes = past.byPath.get(path) ?? [];
  const first = changes.find(({ after }) => !isZero(after));
  const held = ever[0]?.occurrence;
  return defect({
    ruleId: 'env-file-in-history',
    severity: severityOf(ever),
    path,
    name: '',
    reasons: [
      ever.length > 0 ? `it held ${count(ever.length, 'secret')}` : 'no version held a secret that is known',
      ...(life.reachable === false ? ['no ref reaches its commits any more, but the objects are still here'] : []),
    ],
    occurrences: [
      {
        ...placeAt(path, 1, 'history'),
        commit: held?.commit ?? life.introduced,
        blob: held?.blob ?? first?.after ?? path,
        region: regionOf(ever[0]),
      },
    ],
    parts: partsOf(ever),
    life,
  });
}

/** Secrets in a template: what is meant for everybody must not hold one. */
export function templateSecretDefect(
  path: BytePath,
  held: readonly HeldSecret[],
  state: 'index' | 'worktree',
): Defect[] {
  const open = openSecrets(held);
  if (open.length === 0) return [];
  return [
    defect({
      ruleId: 'env-template-secret',
      severity: severityOf(open),
      confidence: open.some(({ finding }) => finding.confidence === 'high') ? 'high' : 'medium',
      path,
      name: '',
      reasons: [`${count(open.length, 'value')} of it ${open.length === 1 ? 'is' : 'are'} no placeholder`],
      occurrences: [{ ...placeAt(path, 1, state), region: regionOf(open[0]) }],
      parts: partsOf(open),
    }),
  ];
}

const EMPTY = { ruleId: '', path: '', name: '', reasons: [] };

// Placeholders alone are worth a note; what the rules are sure about is as bad as it gets.
function severityOf(held: readonly HeldSecret[]): Severity {
  if (held.length === 0) return 'low';
  return held.some(({ finding }) => finding.confidence !== 'low') ? 'critical' : 'medium';
}

function contentOf(held: readonly HeldSecret[], bytes: Uint8Array | null): string {
  if (held.length > 0) return `it holds ${count(held.length, 'secret')}`;
  if (bytes === null) return 'its content cannot be read';
  const { entries } = parseEnvFile(bytes);
  const filled = entries.filter(entry => !entry.isBlank && !entry.isPlaceholder).length;
  if (entries.length === 0) return 'it holds no variable';
  return filled === 0
    ? `it holds ${count(entries.length, 'variable')}, all of them blank or with a placeholder`
    : `it holds ${count(entries.length, 'variable')}, none of them with a secret that is known`;
}

function partsOf(held: readonly HeldSecret[]): Finding['parts'] {
  return held.slice(0, MAX_PARTS).map(({ finding, occurrence }) => ({
    ruleId: finding.ruleId,
    masked: finding.masked,
    region: occurrence.region,
  }));
}

function regionOf(held: HeldSecret | undefined) {
  return held?.occurrence.region ?? placeAt('', 1).region;
}

// The life of the file: all its versions are carriers, and only its own path counts at HEAD.
function lifeOf(path: BytePath, past: PathHistory): Life {
  const changes = past.byPath.get(path) ?? [];
  const blobs = new Set(changes.map(({ after }) => after).filter(oid => !isZero(oid)));
  const atHead = past.atHead.get(path);
  const headPaths = new Map(atHead === undefined ? [] : [[atHead, [path]]]);
  return traceLife({ ...past.history, headPaths }, changes, { blobs, carriers: [] }).life;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
