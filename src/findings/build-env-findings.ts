// Defects of the env checks → findings: named, suppressed, cleaned of secrets in names. Pure.

import { type Defect, envRules } from '../env-rules.js';
import type { Severity } from '../rule.js';
import type { Finding } from '../types.js';
import { cleanCommit, cleanOccurrence, compareFindings } from './build-findings.js';
import { measureExposure, type Scope, type Siblings } from './exposure.js';
import { envFingerprint } from './fingerprint.js';
import { type SuppressInput, suppress } from './suppress.js';

export type EnvBuildInput = {
  suppress: SuppressInput;
  severities: ReadonlyMap<string, Severity>; // of the config
  clean: (text: string) => string; // masks the secrets that are known
  scope: Omit<Scope, 'siblings'>;
};

const MAX_OCCURRENCES = 1000; // listed per finding; all are counted

/** Turns defects into findings, the worst first. A finding of an env rule masks nothing of its own: `masked` is empty. */
export function buildEnvFindings(defects: readonly Defect[], input: EnvBuildInput): Finding[] {
  return defects.map(defect => toFinding(defect, input)).sort(compareFindings);
}

// A file has no other values beside it and says nothing of itself.
const ALONE: Siblings = { byCommit: new Map(), byValue: new Map() };
const SAYS_NOTHING = { account: null, expiresAt: null, variable: null, environment: null };

function toFinding(defect: Defect, { suppress: suppressInput, severities, clean, scope }: EnvBuildInput): Finding {
  const rule = envRules.get(defect.ruleId);
  const fingerprint = envFingerprint(defect.ruleId, defect.path, defect.name);
  const { life } = defect;
  const suppression = suppress(
    { ruleId: defect.ruleId, occurrences: [...defect.occurrences] },
    fingerprint,
    suppressInput,
  );
  const title = rule?.title ?? defect.ruleId;
  const severity = severities.get(defect.ruleId) ?? defect.severity ?? rule?.severity ?? 'medium';
  const { confidence, occurrences } = defect;
  return {
    fingerprint,
    ruleId: defect.ruleId,
    title,
    provider: 'env files',
    severity,
    confidence,
    reasons: defect.reasons.map(clean),
    masked: '',
    parts: defect.parts,
    occurrences: defect.occurrences.slice(0, MAX_OCCURRENCES).map(occurrence => cleanOccurrence(occurrence, clean)),
    occurrenceCount: defect.occurrences.length,
    life: {
      ...life,
      refs: life.refs.map(clean),
      introduced: cleanCommit(life.introduced, clean),
      removed: cleanCommit(life.removed, clean),
    },
    exposure: measureExposure(
      { life, occurrences: [...occurrences], claims: SAYS_NOTHING, pushedAt: null, secret: null },
      { rule: { title, severity, secrecy: 'secret' }, confidence, name: fingerprint },
      { ...scope, siblings: ALONE },
      clean,
    ),
    suppression: suppression && { ...suppression, reason: suppression.reason && clean(suppression.reason) },
  };
}
