// Entries that reach browsers, are shared or weak, and lines that mean something else than they seem → defects. No value is in them. Pure.

import { type Defect, defect, placeAt } from '../env-rules.js';
import type { BytePath } from '../types.js';
import { listed } from './coverage-defects.js';
import {
  type EntryPlace,
  findExposed,
  findReused,
  type IsSecret,
  type PlacedEntries,
  type Reused,
} from './exposure.js';
import { showKey } from './sync-defects.js';
import type { EnvProblem } from './types.js';
import { findWeak, type Weak } from './weak-passwords.js';

export type ExposureInput = {
  files: readonly PlacedEntries[]; // env files and templates
  literals: readonly PlacedEntries[]; // of variables with a browser prefix, in code and manifests
  isSecret: IsSecret;
  hashKey: Uint8Array; // random for every run
};

/** Looks at entries as what they hold. */
export function exposureDefects({ files, literals, isSecret, hashKey }: ExposureInput): Defect[] {
  return [
    ...findExposed([...files, ...literals], isSecret).map(({ kind, prefix, ...place }) =>
      atEntry('env-public-secret', place, {
        severity: kind === 'value' ? 'critical' : 'medium',
        confidence: kind === 'value' ? 'high' : 'medium',
        reasons: [
          kind === 'value'
            ? `${showKey(place.name)} holds what looks like a secret, and ${prefix} puts it into every bundle`
            : `${showKey(place.name)} is named like a secret, and ${prefix} will put whatever is set into every bundle`,
        ],
      }),
    ),
    ...findReused(files, isSecret, hashKey).map(reusedDefect),
    ...findWeak(files)
      .filter(({ isLocal }) => !isLocal)
      .map(weakDefect),
  ];
}

function atEntry(ruleId: string, place: EntryPlace, rest: Pick<Defect, 'severity' | 'confidence' | 'reasons'>): Defect {
  return defect({
    ruleId,
    path: place.path,
    name: place.name,
    occurrences: [placeAt(place.path, place.line)],
    ...rest,
  });
}

const SHARED: Readonly<Record<Reused['kind'], { severity: Defect['severity']; text: string }>> = {
  template: { severity: 'high', text: 'a template holds the value that is in use' },
  environments: { severity: 'medium', text: 'several environments have the same value' },
  names: { severity: 'low', text: 'several variables have the same value' },
  files: { severity: 'low', text: 'several files have the same value' },
};

function reusedDefect({ kind, places }: Reused): Defect {
  const shown = places.map(({ path, name, line }) => `${showKey(name)} (${path}:${line})`);
  return defect({
    ruleId: 'env-value-reused',
    severity: SHARED[kind].severity,
    path: places[0]?.path ?? '',
    name: places.map(({ path, name }) => `${path}#${name}`).join(),
    reasons: [`${SHARED[kind].text}: ${listed(shown)}`],
    occurrences: places.map(({ path, line }) => placeAt(path, line)),
  });
}

const WEAKNESS: Readonly<Record<Weak['kind'], string>> = {
  default: 'is a default that everybody knows',
  pattern: 'is a pattern or a word with digits',
  user: 'is the name of its user',
  short: 'is too short',
};

function weakDefect({ kind, ...place }: Weak): Defect {
  const isServed = place.environment === 'production' || place.environment === 'staging';
  return atEntry('env-weak-password', place, {
    severity: isServed ? 'high' : 'low',
    confidence: isServed ? 'high' : 'medium',
    reasons: [`the password of ${showKey(place.name)} ${WEAKNESS[kind]}`],
  });
}

const PROBLEMS: Readonly<Record<EnvProblem['kind'], string>> = {
  'unparsable-line': 'is no NAME=value and is skipped',
  'duplicate-key': 'is set before; the later one wins',
  'unclosed-quote': 'has a quote that is never closed',
  'not-text': 'the file is no text',
};

/** What a program that loads the file would read differently, one defect a file. */
export function malformedDefect(path: BytePath, problems: readonly EnvProblem[]): Defect[] {
  const [first] = problems;
  if (!first) return [];
  const shown = problems.map(
    ({ kind, line, name }) => `line ${line}${name === null ? '' : `, ${showKey(name)},`} ${PROBLEMS[kind]}`,
  );
  return [
    defect({
      ruleId: 'env-file-malformed',
      confidence: 'medium',
      path,
      name: '',
      reasons: [listed(shown)],
      occurrences: problems.slice(0, 100).map(({ line }) => placeAt(path, line)),
    }),
  ];
}
