// Result → report → where the user wants it. Masks are already in place; this only chooses format and target.

import type { Options } from '../config/resolve.js';
import { envRules } from '../env-rules.js';
import type { Format } from '../report/index.js';
import type { ReportInput } from '../report/report-input.js';
import type { Response } from '../response.js';
import type { Rule } from '../rule.js';
import type { ScanResult } from '../types.js';
import { loadFormat } from './load-format.js';
import { loadResponder } from './load-responder.js';
import type { CommonFlags } from './run-scan.js';
import { VERSION } from './version.js';
import { type World, wantsColor, write } from './world.js';
import { writeOutput } from './write-output.js';

type Input = {
  result: ScanResult;
  flags: CommonFlags;
  exitCode: number;
  remoteUrl: string | null;
  rules: readonly Rule[];
  clocks: Options['incident']['clocks']; // hours
};

// Formats that say what to do about each finding, and where to read more. The hook's text does not, and must not load that.
const WITH_ADVICE: readonly Format[] = ['sarif', 'gitlab', 'html'];

/** Writes the report of a scan to --output or stdout; in a hook to stderr when there is something to say. */
export async function report(world: World, input: Input): Promise<void> {
  const { flags, result } = input;
  const format = await loadFormat(flags.format);
  const reported: ReportInput = {
    result,
    rules: await rulesWithReferences(input),
    responses: await responsesOf(input),
    version: VERSION,
    color: flags.output === undefined && wantsColor(world, world.stdout, flags.color ?? true),
    showSuppressed: flags.showSuppressed ?? false,
    exitCode: input.exitCode,
    sarif: { category: flags.sarifCategory ?? null, history: flags.sarifHistory ?? 'include' },
    remoteUrl: input.remoteUrl,
    dueHours: dueHoursOf(input.clocks),
  };
  if (flags.format === 'github' && flags.output === undefined) return writeAnnotations(world, reported);
  const text = format(reported);
  if (flags.output === undefined)
    return write(world.stdout, flags.quiet && input.exitCode === 0 && flags.format === 'text' ? '' : text);
  writeOutput(flags.output, world.cwd, text);
  if (!flags.quiet) await write(world.stderr, summary(input));
}

/** The clocks of a config as reports have them. */
export function dueHoursOf({ contain, audit, rca, close }: Input['clocks']): ReportInput['dueHours'] {
  return { contain, audit, rca, followUp: close };
}

// The runner names the file for the summary; without one, both parts are printed.
async function writeAnnotations(world: World, reported: ReportInput): Promise<void> {
  const path = world.env.GITHUB_STEP_SUMMARY ?? '';
  const { annotations, github } = await import('../report/github.js');
  if (path === '') return write(world.stdout, github(reported));
  const { appendSummary } = await import('./step-summary.js');
  const { stepSummary } = await import('../report/github-summary.js');
  const problem = appendSummary(path, stepSummary(reported));
  await write(world.stdout, problem === null ? annotations(reported) : github(reported));
  if (problem !== null)
    await write(world.stderr, `leakgate: GITHUB_STEP_SUMMARY: ${problem}; the summary is printed\n`);
}

async function rulesWithReferences({
  result,
  rules,
  flags,
}: Input): Promise<Map<string, Rule & { references: readonly string[] }>> {
  const used = new Set(result.findings.map(finding => finding.ruleId));
  const docs = WITH_ADVICE.includes(flags.format) && used.size > 0 ? (await import('../../rules/docs.js')).docs : null;
  const withReferences = (rule: Rule) =>
    Object.create(rule, { references: { value: docs?.get(rule.id)?.references ?? [], enumerable: true } });
  return new Map(rules.filter(rule => used.has(rule.id)).map(rule => [rule.id, withReferences(rule)]));
}

async function responsesOf(input: Input): Promise<Map<string, Response>> {
  const { result, flags } = input;
  // What to do about an env file stands with its own rule.
  const leaked = result.findings.filter(({ ruleId }) => !envRules.has(ruleId));
  const used = new Map(leaked.map(({ ruleId, provider }) => [ruleId, provider]));
  const isWanted = WITH_ADVICE.includes(flags.format) || (flags.format === 'text' && !isHook(input));
  if (!isWanted || used.size === 0) return new Map();
  const respond = await loadResponder();
  const known = new Map<string, Response>(); // many findings ask for the same variable
  const find = (ruleId: string, provider: string, variable: string | null) => {
    const key = `${ruleId} ${variable ?? ''}`;
    const response = known.get(key) ?? respond({ ruleId, provider, variable, scheme: null }).response;
    known.set(key, response);
    return response;
  };
  const byRule = new Map([...used].map(([ruleId, provider]) => [ruleId, find(ruleId, provider, null)]));
  // Where the rule is a general one, the name of the variable may tell whose credential it is.
  const byFinding = leaked.flatMap(({ fingerprint, ruleId, provider, exposure }): [string, Response][] =>
    byRule.get(ruleId)?.isFallback && exposure.variable !== null
      ? [[fingerprint, find(ruleId, provider, exposure.variable)]]
      : [],
  );
  return new Map([...byRule, ...byFinding]);
}

function isHook({ result, flags }: Input): boolean {
  return result.mode === 'staged' && flags.format === 'text';
}

function summary({ result, flags, exitCode }: Input): string {
  const open = result.findings.filter(finding => finding.suppression === null).length;
  const state =
    result.gaps.length > 0
      ? `; INCOMPLETE: ${result.gaps.length} things were not scanned, the first: ${plain(result.gaps[0]?.what ?? '')}: ${plain(result.gaps[0]?.reason ?? '')}`
      : '';
  return `leakgate: ${open} findings written to ${flags.output}${state} (exit ${exitCode})\n`;
}

function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
