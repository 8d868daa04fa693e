// Result → report → where the user wants it. Masks are already in place; this only chooses format and target.

import type { Response } from '../response.js';
import type { Rule } from '../rule.js';
import type { ScanResult } from '../types.js';
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
};

/** Writes the report of a scan to --output or stdout; in a hook to stderr when there is something to say. */
export async function report(world: World, input: Input): Promise<void> {
  const { flags, result } = input;
  const { formats } = await import('../report/index.js');
  const text = formats[flags.format]({
    result,
    rules: await rulesWithReferences(input),
    responses: await responsesOf(input),
    version: VERSION,
    color: flags.output === undefined && wantsColor(world, world.stdout, flags.color ?? true),
    showSuppressed: flags.showSuppressed ?? false,
    exitCode: input.exitCode,
    sarif: { category: flags.sarifCategory ?? null, history: flags.sarifHistory ?? 'include' },
    remoteUrl: input.remoteUrl,
  });
  if (flags.output === undefined)
    return write(world.stdout, flags.quiet && input.exitCode === 0 && flags.format === 'text' ? '' : text);
  writeOutput(flags.output, world.cwd, text);
  if (!flags.quiet) await write(world.stderr, summary(input));
}

async function rulesWithReferences({
  result,
  rules,
  flags,
}: Input): Promise<Map<string, Rule & { references: readonly string[] }>> {
  const used = new Set(result.findings.map(finding => finding.ruleId));
  // References stand in SARIF only; the hook prints text and must not load them.
  const docs = flags.format === 'sarif' && used.size > 0 ? (await import('../../rules/docs.js')).docs : null;
  const withReferences = (rule: Rule) =>
    Object.create(rule, { references: { value: docs?.get(rule.id)?.references ?? [], enumerable: true } });
  return new Map(rules.filter(rule => used.has(rule.id)).map(rule => [rule.id, withReferences(rule)]));
}

// Formats that say what to do about each finding. The others must not load the responses, the hook least of all.
const WITH_RESPONSES: ReadonlySet<string> = new Set(['sarif', 'text']);

async function responsesOf(input: Input): Promise<Map<string, Response>> {
  const { result, flags } = input;
  const used = new Map(result.findings.map(({ ruleId, provider }) => [ruleId, provider]));
  if (!WITH_RESPONSES.has(flags.format) || used.size === 0 || isHook(input)) return new Map();
  const [{ responses }, { findResponse }] = await Promise.all([
    import('../../rules/responses.js'),
    import('../incident/find-response.js'),
  ]);
  return new Map(
    [...used].map(([ruleId, provider]) => [
      ruleId,
      findResponse(responses, { ruleId, provider, variable: null, scheme: null }).response,
    ]),
  );
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
