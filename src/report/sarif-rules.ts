// Rules → SARIF reporting descriptors. Source: SARIF 2.1.0 §3.49; GitHub's "SARIF support" (limits, tags, security-severity).

import { type EnvRule, envRules } from '../env-rules.js';
import type { Response } from '../response.js';
import type { Confidence, Severity } from '../rule.js';
import type { Finding } from '../types.js';
import type { DueHours } from './clocks.js';
import { firstHour, type Section, type StepLine } from './first-hour.js';
import { escapeMarkdown, markdownLine } from './markdown.js';
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

/**
 * What stands in `driver.rules` for a finding's rule.
 *
 * @param rule null: only the finding knows it
 * @param response what to do about it; null: nobody looked it up
 * @param due hours from detection
 */
export function toSarifRule(
  finding: Finding,
  { rule, response, due }: { rule: RuleInfo | null; response: Response | null; due: DueHours },
): SarifRule {
  const envRule = envRules.get(finding.ruleId);
  if (envRule) return fromEnvRule(envRule);
  const title = sanitise(rule?.title ?? finding.title);
  const provider = sanitise(rule?.provider ?? finding.provider);
  const severity = rule?.severity ?? finding.severity;
  const confidence = rule?.confidence ?? finding.confidence;
  const sections = firstHour(response, provider, due).map(cleanSection);
  const references = [...new Set([...pagesOf(response), ...(rule?.references ?? [])])].filter(isWebAddress);
  return {
    id: finding.ruleId,
    name: shorten(nameOf(finding.ruleId), MAX_NAME),
    shortDescription: { text: shorten(title, MAX_DESCRIPTION) },
    fullDescription: { text: shorten(descriptionOf(title, provider), MAX_DESCRIPTION) },
    help: { text: helpText(sections), markdown: helpMarkdown(title, sections, references) },
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

// The provider's own page comes first and becomes the rule's `helpUri`.
function pagesOf(response: Response | null): string[] {
  if (response === null) return [];
  const page = response.docs ?? response.revoke.page;
  return [...(page === null ? [] : [page]), ...(response.isFallback ? [] : response.sources)];
}

function cleanSection(section: Section): Section {
  return { ...section, lines: section.lines.map(line => ({ ...line, text: sanitise(line.text) })) };
}

function descriptionOf(title: string, provider: string): string {
  return `A credential (${title}; ${provider}) stands in the repository in clear text. Everybody who can read the repository, a fork or an old clone of it can use it until it is revoked.`;
}

function helpText(sections: readonly Section[]): string {
  return sections.map(({ title, lines }) => `${title}:\n${lines.map(textLine).join('\n')}`).join('\n\n');
}

function textLine({ text }: StepLine, at: number): string {
  return `${at + 1}. ${text}`;
}

function helpMarkdown(title: string, sections: readonly Section[], references: readonly string[]): string {
  const parts = sections.map(({ title: heading, isOrdered, lines }) => {
    const shown = lines.map((line, at) => `${isOrdered ? `${at + 1}.` : '-'} ${markdownLine(line)}`);
    return `### ${escapeMarkdown(heading)}\n\n${shown.join('\n')}`;
  });
  const links =
    references.length === 0 ? [] : [`### References\n\n${references.map(reference => `- <${reference}>`).join('\n')}`];
  return `${[`## ${escapeMarkdown(title)}`, ...parts, ...links].join('\n\n')}\n`;
}

/** CWE-798 hard-coded credentials, 259 password, 321 cryptographic key, as a tag of code scanning. */
export function cweOf(ruleId: string, rule: RuleInfo | null): string {
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
