// `leakgate rules list | show | check`.

import { rules } from '../../rules/index.js';
import { defaultConfig } from '../config/defaults.js';
import { loadConfig } from '../config/load.js';
import { nearest } from '../config/nearest.js';
import { type EnvRule, envRules } from '../env-rules.js';
import { LeakgateError } from '../errors.js';
import type { FoundResponse } from '../incident/find-response.js';
import { checkExamples, compileCustomRules } from '../prove-rules.js';
import { firstHour } from '../report/first-hour.js';
import type { Rule, RuleDocs } from '../rule.js';
import { EXIT } from './exit-code.js';
import { loadResponder } from './load-responder.js';
import { dueHoursOf } from './report.js';
import { type World, write } from './world.js';

/** Prints all rules. */
export async function listRules(world: World, flags: { json?: boolean }): Promise<number> {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const facts = sorted.map(({ id, title, provider, severity, confidence, secrecy, keywords }) => ({
    id,
    title,
    provider,
    severity,
    confidence,
    secrecy,
    keywords,
  }));
  const width = Math.max(...sorted.map(rule => rule.id.length));
  const lines = sorted.map(
    rule =>
      `${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${rule.secrecy === 'publishable' ? '(public) ' : ''}${rule.title}\n`,
  );
  await write(
    world.stdout,
    flags.json ? `${JSON.stringify(facts, null, 2)}\n` : `${lines.join('')}\n${rules.length} rules\n`,
  );
  return EXIT.clean;
}

// From its own part of the program: references and examples are as large as all of its code.
async function loadDocs(): Promise<ReadonlyMap<string, RuleDocs>> {
  const { docs } = await import('../../rules/docs.js');
  return docs;
}

/** Prints one rule, and what to do when a secret of its kind leaked. */
export async function showRule(world: World, id: string, flags: { json?: boolean } = {}): Promise<number> {
  const rule = rules.find(candidate => candidate.id === id);
  const envRule = envRules.get(id);
  if (envRule) {
    await write(world.stdout, flags.json ? `${JSON.stringify(envRule, null, 2)}\n` : envRuleText(envRule));
    return EXIT.clean;
  }
  if (!rule) {
    const best = nearest(id, [...rules.map(candidate => candidate.id), ...envRules.keys()]);
    throw new LeakgateError('RULE_UNKNOWN', { id, hint: best ? ` Did you mean ${best}?` : '' });
  }
  const answer = await responseOf(rule);
  const references = (await loadDocs()).get(id)?.references ?? [];
  await write(
    world.stdout,
    flags.json ? ruleJson(rule, answer, references) : ruleText(rule, references) + responseText(rule, answer),
  );
  return EXIT.clean;
}

// Rules of `leakgate env` have no pattern: what they say and what to do is all there is.
function envRuleText({ id, title, severity, about, steps, references }: EnvRule): string {
  const rows = [
    ['id', id],
    ['title', title],
    ['severity', `${severity}, or what the finding says`],
    ['about', about],
    ...steps.map((step, at) => [at === 0 ? 'to do' : '', step]),
    ['see', references.join('  ')],
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(10)}${value}\n`).join('');
}

async function responseOf({ id, provider }: Rule): Promise<FoundResponse> {
  const respond = await loadResponder();
  return respond({ ruleId: id, provider, variable: null, scheme: null });
}

function ruleJson(rule: Rule, { response, by, reason }: FoundResponse, references: readonly string[]): string {
  const { id, title, provider, severity, confidence, secrecy, keywords, check, minEntropy, near, matcher } = rule;
  const pattern = matcher === 'assignment' ? null : String(rule.pattern);
  const facts = {
    id,
    title,
    provider,
    severity,
    confidence,
    secrecy,
    keywords,
    pattern,
    check,
    minEntropy,
    near,
    references,
  };
  return `${JSON.stringify({ ...facts, response: { ...response, by, reason } }, null, 2)}\n`;
}

function responseText({ provider }: Rule, { response, reason }: FoundResponse): string {
  const sections = firstHour(response, provider, dueHoursOf(defaultConfig.incident.clocks)).map(
    ({ title, isOrdered, lines }) => {
      const shown = lines.map(({ text }, at) => `  ${isOrdered ? `${at + 1}. ` : ''}${text}\n`);
      return `\n${title}:\n${shown.join('')}`;
    },
  );
  const sources = response.sources.map(source => `  ${source}\n`).join('');
  return `\nWhen it leaked: ${response.title} (${response.id}: ${reason})\n${sections.join('')}\nSources:\n${sources}`;
}

function ruleText(rule: Rule, references: readonly string[]): string {
  const rows: [string, string][] = [
    ['id', rule.id],
    ['title', rule.title],
    ['provider', rule.provider],
    [
      'severity',
      `${rule.severity}, confidence ${rule.confidence}${rule.secrecy === 'publishable' ? ', made to be public: reported only with "publishable": true' : ''}`,
    ],
    ['keywords', rule.keywords.join('  ')],
    [
      'pattern',
      rule.matcher === 'assignment'
        ? 'name, operator and value of an assignment (src/engine/assignment.ts)'
        : String(rule.pattern),
    ],
    [
      'check',
      rule.check
        ? `${rule.check} (${rule.enforceCheck ? 'a failure drops the match' : 'a failure lowers the confidence'})`
        : 'none',
    ],
    ['entropy', rule.minEntropy > 0 ? `at least ${rule.minEntropy} bits per character` : 'any'],
    [
      'near',
      rule.near
        ? `one of ${rule.near.words.join(', ')} within ${rule.near.before} bytes before or ${rule.near.after} after`
        : 'nothing needed',
    ],
    ['see', references.join('  ')],
  ];
  return rows.map(([name, value]) => `${name.padEnd(9)} ${value}\n`).join('');
}

/** Runs every example of every rule against all rules. */
export async function checkRules(world: World, flags: { config?: string }): Promise<number> {
  const loaded = await loadConfig({
    explicit: flags.config ?? null,
    disabled: false,
    cwd: world.cwd,
    root: world.cwd,
    fromCommit: null,
  });
  const custom = compileCustomRules(loaded.config.rules.custom, new Set(rules.map(rule => rule.id)), {
    file: loaded.file ?? 'config',
    now: () => world.now().getTime(),
  });
  const docs = await loadDocs();
  const all = [
    ...rules.map(rule =>
      Object.create(rule, describe(docs.get(rule.id) ?? { references: [], match: [], noMatch: [] })),
    ),
    ...custom,
  ];
  const problems = checkExamples(all);
  for (const { rule, problem } of problems) await write(world.stderr, `${rule}: ${problem}\n`);
  const examples = all.reduce((sum, rule) => sum + rule.match.length + rule.noMatch.length, 0);
  await write(world.stdout, `${all.length} rules, ${examples} examples, ${problems.length} problems\n`);
  return problems.length > 0 ? EXIT.incomplete : EXIT.clean;
}

function describe(values: object): PropertyDescriptorMap {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, enumerable: true }]));
}
