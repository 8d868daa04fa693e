// Texts of env findings without secrets: paths, names and refs may be secrets by themselves, so the engine looks at all that goes out.

import { claimNames } from './claim-names.js';
import type { Engine } from './engine/compile-rules.js';
import type { Defect } from './env-rules.js';
import { Redactor } from './findings/redact.js';
import type { Secret } from './secret.js';

/**
 * Makes what masks secrets in texts.
 *
 * @param texts others that go out beside the defects
 */
export function cleanerOf(
  { engine, showSecrets }: { engine: Engine; showSecrets: boolean },
  defects: readonly Defect[],
  texts: readonly string[] = [],
): (text: string) => string {
  if (showSecrets) return text => text;
  const claimed = new Set<Secret>();
  claimNames(engine, [...new Set([...texts, ...defects.flatMap(textsOf)])], claimed);
  const redactor = new Redactor(claimed);
  return text => redactor.clean(text);
}

function textsOf({ reasons, occurrences, life }: Defect): string[] {
  return [
    ...reasons,
    ...occurrences.map(({ path }) => path ?? ''),
    ...life.refs,
    ...[life.introduced, life.removed].flatMap(commit => (commit ? [commit.author.name, commit.author.email] : [])),
  ];
}
