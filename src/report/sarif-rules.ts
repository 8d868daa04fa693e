// Rules → SARIF reporting descriptors. Source: SARIF 2.1.0 §3.49; GitHub's "SARIF support" (limits, tags, security-severity).

import { type EnvRule, envRules } from '../env-rules.js';
import type { Confidence, Severity } from '../rule.js';
import type { Finding } from '../types.js';
import { isWebAddress } from './remote.js';
import type { RuleInfo } from './report-input.js';
import { sanitise, shorten } from './sanitise.js';
import type { SarifLevel, SarifRule } from './sarif-types.js';

const MAX_DESCRIPTION = 1024; // code scanning refuses longer ones
const MAX_NAME = 255;
const SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' } as const satisfies Record<
  Severity,
  string
>;

/** The level of a result: unsure ones are notes, whatever they would mean. */
export function levelOf(severity: Severity, confidence: Confidence): SarifLevel {
  if (confidence === 'low' || severity === 'low') return 'note';
  return severity === 'medium' ? 'warning' : 'error';
}

/** What stands in `driver.rules` for a finding's rule. @param rule null: only the finding knows it */
export function toSarifRule(finding: Finding, rule: RuleInfo | null): SarifRule {
  const envRule = envRules.get(finding.ruleId);
  if (envRule) return fromEnvRule(envRule);
  const title = sanitise(rule?.title ?? finding.title);
  const provider = sanitise(rule?.provider ?? finding.provider);
  const severity = rule?.severity ?? finding.severity;
  const confidence = rule?.confidence ?? finding.confidence;
  const references = (rule?.references ?? []).filter(isWebAddress);
  return {
    id: finding.ruleId,
    name: shorten(nameOf(finding.ruleId), MAX_NAME),
    shortDescription: { text: shorten(title, MAX_DESCRIPTION) },
    fullDescription: { text: shorten(descriptionOf(title, provider), MAX_DESCRIPTION) },
    help: { text: helpText(provider), markdown: helpMarkdown(title, provider, references) },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level: levelOf(severity, confidence) },
    properties: {
      tags: ['security', 'secret', cweOf(finding.ruleId, rule)],
      precision: confidence,
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

function fromEnvRule({ id, title, severity, about, steps: todo, cwe, references }: EnvRule): SarifRule {
  const numbered = todo.map((step, at) => `${at + 1}. ${step}`);
  const links = references.map(reference => `- <${reference}>`).join('\n');
  const markdown = numbered.map(escapeMarkdown).join('\n');
  return {
    id,
    name: shorten(nameOf(id), MAX_NAME),
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: {
      text: numbered.join('\n'),
      markdown: `## ${escapeMarkdown(title)}\n\n${markdown}\n\n### References\n\n${links}\n`,
    },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    defaultConfiguration: { level: levelOf(severity, 'high') },
    properties: {
      tags: ['security', 'env-file', `external/cwe/cwe-${cwe}`],
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

function descriptionOf(title: string, provider: string): string {
  return `A credential (${title}; ${provider}) stands in the repository in clear text. Everybody who can read the repository, a fork or an old clone of it can use it until it is revoked.`;
}

function steps(provider: string): string[] {
  return [
    `Revoke or rotate the credential at its provider (${provider}) first. Removing it from files or history does not make it safe.`,
    'Read the logs of the provider for use by others since the secret was committed.',
    'Put the new value where git does not see it: the environment, an ignored file or a secret manager.',
    'Remove the old value from the files.',
    'Rewrite the history last, if at all, and only when the old value is dead.',
  ];
}

function helpText(provider: string): string {
  return steps(provider)
    .map((step, at) => `${at + 1}. ${step}`)
    .join('\n');
}

function helpMarkdown(title: string, provider: string, references: readonly string[]): string {
  const links =
    references.length === 0
      ? ''
      : `\n\n### References\n\n${references.map(reference => `- <${reference}>`).join('\n')}`;
  const numbered = steps(escapeMarkdown(provider)).map((step, at) => `${at + 1}. ${step}`);
  return `## ${escapeMarkdown(title)}\n\n${numbered.join('\n')}${links}\n`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!&]/g, '\\$&');
}

// CWE-798 hard-coded credentials, 259 password, 321 cryptographic key.
function cweOf(ruleId: string, rule: RuleInfo | null): string {
  const isKey = rule?.check === 'private-key' || /(?:^|-)private-key(?:-|$)/.test(ruleId);
  const isPassword = /(?:^|-)passwords?(?:-|$)/.test(ruleId);
  return `external/cwe/cwe-${isKey ? 321 : isPassword ? 259 : 798}`;
}

// A name that differs from the id by case only is an error to validators (SARIF 2.1.0 §3.49.7).
function nameOf(id: string): string {
  const name = pascalCase(id);
  return name.toLowerCase() === id.toLowerCase() ? `${name}Rule` : name;
}

/** `gitlab-token` → `GitlabToken`. */
export function pascalCase(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Unnamed';
}
