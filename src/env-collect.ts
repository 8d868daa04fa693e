// Facts about env files and the secrets in them → defects, one list of all checks.

import { randomBytes } from 'node:crypto';
import type { Engine } from './engine/compile-rules.js';
import { judgeName } from './engine/judge-name.js';
import { scanBytes } from './engine/scan-bytes.js';
import { type CoverageFacts, coverageDefects, templateIgnoredDefects } from './env/coverage-defects.js';
import { doorDefects, manifestDefects } from './env/door-defects.js';
import type { PlacedEntries } from './env/exposure.js';
import { exposureDefects, malformedDefect } from './env/exposure-defects.js';
import { envFormatOf, parseEnvFile } from './env/parse-env-file.js';
import { pastDefect, templateSecretDefect, trackedDefect } from './env-file-defects.js';
import type { EnvFacts } from './env-look.js';
import type { Defect } from './env-rules.js';
import { type SecretsByPath, secretsIn } from './env-secrets.js';
import type { BytePath } from './types.js';

/** Collects what every check found. */
export function collectDefects(facts: EnvFacts, secrets: SecretsByPath, engine: Engine): Defect[] {
  const { survey: found, coverage, past, code, contents, sync, templates } = facts;
  const coverageFacts: CoverageFacts = {
    present: new Set(found.disk.keys()),
    tracked: new Set(found.tracked.keys()),
  };
  const verdicts = [...coverage.files.values()].filter(({ path }) => templates.has(path));
  const parsed = parseFiles(facts);
  const isSecret = secretTest(engine);
  const saysSecret = (name: string) => judgeName(name).isSecret;
  return [
    ...coverageDefects(coverage, coverageFacts),
    ...[...found.tracked.values()]
      .filter(({ kind }) => kind === 'env')
      .map(file =>
        trackedDefect(file, { secrets, past, verdicts: coverage.files, bytesOf: path => contents.get(path) ?? null }),
      ),
    ...[...(past?.byPath.keys() ?? [])]
      .filter(path => !found.tracked.has(path))
      .flatMap(path => (past ? [pastDefect(path, past, secrets)] : [])),
    ...templateIgnoredDefects(verdicts, coverageFacts),
    ...verdicts.flatMap(({ path }) => templateSecrets(path, facts, secrets)),
    ...sync.defects,
    ...exposureDefects({
      files: parsed,
      literals: code.literals,
      isSecret,
      hashKey: randomBytes(32),
    }),
    ...parsed.flatMap(({ path, problems }) => malformedDefect(path, problems)),
    ...doorDefects(code.controls, envFilesOf(facts)),
    ...code.manifests.flatMap(({ path, literals }) => manifestDefects(path, literals, { isSecret, saysSecret })),
  ];
}

function envFilesOf({ survey: { tracked, disk } }: EnvFacts): BytePath[] {
  const files = [...tracked.values(), ...disk.values()].filter(({ kind }) => kind === 'env');
  return [...new Set(files.map(({ path }) => path))].sort();
}

function templateSecrets(path: BytePath, { survey: found }: EnvFacts, secrets: SecretsByPath): Defect[] {
  const oid = found.tracked.get(path)?.oid;
  const held = [...(oid ? secretsIn(secrets, path, oid) : []), ...secretsIn(secrets, path, path)];
  return templateSecretDefect(path, held, oid ? 'index' : 'worktree');
}

// Env files and templates, as on the disk where there is one; what git ignores is looked at, too, but never shown.
function parseFiles({
  survey: found,
  contents,
}: EnvFacts): (PlacedEntries & { problems: ReturnType<typeof parseEnvFile>['problems'] })[] {
  const paths = [...new Set([...found.tracked.keys(), ...found.disk.keys()])].sort();
  return paths.flatMap(path => {
    const kind = found.tracked.get(path)?.kind ?? found.disk.get(path)?.kind;
    const bytes = found.disk.get(path)?.bytes ?? contents.get(path);
    return bytes && kind !== 'encrypted' ? [{ path, ...parseEnvFile(bytes, envFormatOf(path)) }] : [];
  });
}

// The engine on one assignment. Publishable keys and guesses do not count.
function secretTest(engine: Engine): (name: string, value: string) => boolean {
  return (name, value) => {
    const { matches } = scanBytes(engine, Buffer.from(`${name}=${value}\n`), { isBinary: false });
    return matches.some(
      ({ ruleId, confidence }) => confidence !== 'low' && engine.ruleOf(ruleId)?.secrecy !== 'publishable',
    );
  };
}
