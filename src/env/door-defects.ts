// Env files that leave through another door than git, and secrets that are written out in manifests and commands → defects. Pure.

import { type Defect, defect, placeAt } from '../env-rules.js';
import type { BytePath } from '../types.js';
import { findLeaks, type Leak } from './doors.js';
import type { IsSecret } from './exposure.js';
import type { LiteralKind, ManifestLiteral } from './manifests.js';
import { showKey } from './sync-defects.js';

const DOORS: Readonly<Record<Leak['door'], { ruleId: string; verb: string }>> = {
  docker: { ruleId: 'env-in-docker-image', verb: 'copies it into the image' },
  npm: { ruleId: 'env-in-npm-package', verb: 'packs it' },
  vercel: { ruleId: 'env-in-upload', verb: 'has Vercel upload it' },
  gcloud: { ruleId: 'env-in-upload', verb: 'has gcloud upload it' },
};

/** One defect for each env file and each door that is open to it. */
export function doorDefects(controls: ReadonlyMap<BytePath, Uint8Array>, envFiles: readonly BytePath[]): Defect[] {
  if (envFiles.length === 0) return [];
  return findLeaks({ controls, envFiles }).map(({ door, envFile, through, line, ignoreFile, isFinal }) =>
    defect({
      ruleId: DOORS[door].ruleId,
      severity: isFinal ? null : 'low',
      path: through,
      name: `${door}:${envFile}`,
      reasons: [
        `${envFile}: ${through}${line === null ? '' : `:${line}`} ${DOORS[door].verb}, and ${ignoreFile} does not leave it out`,
        ...(isFinal ? [] : ['it stays in a stage that is not the last one, and in the cache of the builder']),
      ],
      occurrences: [placeAt(through, line ?? 1, 'index')],
    }),
  );
}

const KINDS: Readonly<Record<LiteralKind, { text: string; isSecretByItself: boolean }>> = {
  'compose-environment': { text: 'in the environment of a compose file', isSecretByItself: false },
  'compose-build-argument': { text: 'as a build argument, which every layer keeps', isSecretByItself: false },
  'kubernetes-secret-data': { text: 'in a Secret, where base64 hides nothing', isSecretByItself: true },
  'kubernetes-secret-string': { text: 'in a Secret, in clear text', isSecretByItself: true },
  'kubernetes-config-map': { text: 'in a ConfigMap', isSecretByItself: false },
  'kubernetes-env': { text: 'in the environment of a container', isSecretByItself: false },
  'kustomize-literal': { text: 'as a literal of kustomize', isSecretByItself: true },
  'kubectl-literal': { text: 'in a kubectl command, which shells keep in their history', isSecretByItself: true },
  'docker-secret': { text: 'in a docker secret command, which shells keep in their history', isSecretByItself: true },
  'workflow-env': { text: 'in the environment of a workflow', isSecretByItself: false },
};

/**
 * Secrets among literals.
 *
 * @param saysSecret whether a name says so; counts where the place itself says that its values are secrets
 */
export function manifestDefects(
  path: BytePath,
  literals: readonly ManifestLiteral[],
  { isSecret, saysSecret }: { isSecret: IsSecret; saysSecret: (name: string) => boolean },
): Defect[] {
  return literals.flatMap(({ kind, entry }): Defect[] => {
    if (entry.isBlank || entry.isPlaceholder) return [];
    const isSure = isSecret(entry.name, entry.value);
    if (!isSure && !(KINDS[kind].isSecretByItself && saysSecret(entry.name))) return [];
    return [
      defect({
        ruleId: 'env-manifest-secret',
        severity: isSure ? 'high' : 'medium',
        confidence: isSure ? 'high' : 'medium',
        path,
        name: `${kind}:${entry.name}`,
        reasons: [`the value of ${showKey(entry.name)} stands ${KINDS[kind].text}`],
        occurrences: [{ ...placeAt(path, entry.line, 'index'), region: entry.region }],
      }),
    ];
  });
}
