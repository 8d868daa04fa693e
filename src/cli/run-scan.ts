// One scan from flags to exit code: config → options → source → findings → report. All scanning commands end here.

import { type FileReader, type LoadedConfig, loadConfig } from '../config/load.js';
import { type Options, resolveOptions } from '../config/resolve.js';
import type { Config } from '../config/schema.js';
import type { Engine } from '../engine/compile-rules.js';
import { LeakgateError } from '../errors.js';
import { isExpired } from '../findings/suppress.js';
import type { Format } from '../report/index.js';
import type { Confidence, Rule } from '../rule.js';
import { type ScanInput, scan } from '../scan.js';
import type { Source } from '../sources/source.js';
import type { Finding, Notice, ScanMode, ScanResult } from '../types.js';
import { rules as builtIn } from './built-in.js';
import { compileEnabled } from './built-in-engine.js';
import { exitCodeOf } from './exit-code.js';
import { startProgress } from './progress.js';
import type { World } from './world.js';
import { checkOutput } from './write-output.js';

/** The flags that every scanning command has, as typed. */
export type CommonFlags = {
  format: Format;
  output?: string;
  config?: string | false; // false: --no-config
  baseline?: string;
  minConfidence?: Confidence;
  showSecrets?: boolean;
  showSuppressed?: boolean;
  strict?: boolean;
  quiet?: boolean;
  jobs?: number; // threads
  color?: boolean; // false: --no-color
  sarifCategory?: string;
  sarifHistory?: 'include' | 'only' | 'exclude';
};

export type ScanCommand = {
  mode: ScanMode;
  flags: CommonFlags;
  root: string; // where the config is looked for
  fromCommit: FileReader | null;
  remoteUrl: string | null;
  open: (options: Options, engine: Engine) => Promise<Source> | Source;
  extend?: Extend;
};

/** Adds to a result what else there is to say. */
export type Extend = (result: ScanResult, prepared: { options: Options; engine: Engine }) => Promise<ScanResult>;

/** Runs a scan over a source that is already open. @returns the exit code */
export async function scanOpened(
  world: World,
  flags: CommonFlags,
  opened: { source: Source; root: string; fromCommit: FileReader | null; extend?: Extend },
): Promise<number> {
  const { source } = opened;
  const restore = world.onInterrupt(() => source.close()); // its private git directory is there already
  try {
    return await runScan(world, {
      mode: source.mode,
      flags,
      root: opened.root,
      fromCommit: opened.fromCommit,
      remoteUrl: null,
      open: () => source,
      ...(opened.extend ? { extend: opened.extend } : {}),
    });
  } finally {
    restore();
    source.close();
  }
}

/** Runs a scan and writes its report. @returns the exit code */
export async function runScan(world: World, command: ScanCommand): Promise<number> {
  const { flags } = command;
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const { result, options } = await collect(world, command);
  const exitCode = exitCodeOf(result);
  if (isSilent(result, flags)) return exitCode;
  const { report } = await import('./report.js');
  const { rules, incident } = options;
  await report(world, { result, flags, exitCode, remoteUrl: command.remoteUrl, rules, clocks: incident.clocks });
  return exitCode;
}

/** Runs a scan to its end, for whoever makes something of the result. */
export async function collect(
  world: World,
  command: ScanCommand,
): Promise<{ result: ScanResult; options: Options; engine: Engine }> {
  const { flags } = command;
  const { options, engine } = await prepare(world, command);
  const source = await command.open(options, engine);
  const restore = world.onInterrupt(() => source.close());
  const progress = startProgress(
    world.stderr,
    () => source.progress(),
    () => world.now().getTime(),
  );
  try {
    const today = world.now().toISOString().slice(0, 10);
    const scanned = await scan({
      source,
      engine,
      suppress: { ...options, today },
      markers: options.markers,
      showSecrets: showsSecrets(flags),
      reportsPublishable: options.reportsPublishable,
      now: world.now,
      config: options.configFile,
      notices: options.notices,
      onProgress: flags.quiet ? null : progress.tick,
      scanPacks: threads(command, options, engine),
    });
    progress.end();
    const result = command.extend ? await command.extend(scanned, { options, engine }) : scanned;
    return { result: finish(result, options, today), options, engine };
  } finally {
    progress.end();
    restore();
    source.close();
  }
}

// The other formats are made to be uploaded or passed on: in them nothing is ever unmasked, names and messages neither.
function showsSecrets({ showSecrets, format }: CommonFlags): boolean {
  return (showSecrets ?? false) && (format === 'text' || format === 'json');
}

// Only a history has packs, and only packs that no cache knows have work for threads: these are loaded for nothing else.
function threads({ mode, flags }: ScanCommand, { rules, markers }: Options, engine: Engine): ScanInput['scanPacks'] {
  if (mode !== 'history') return null;
  return async function* (packed) {
    const { availableParallelism } = await import('node:os');
    const { scanOnThreads } = await import('./scan-threads.js');
    yield* scanOnThreads({ jobs: flags.jobs ?? availableParallelism(), rules, engine, markers })(packed);
  };
}

// A commit with nothing to report prints nothing, and need not load the formats for it.
function isSilent(result: ScanResult, flags: CommonFlags): boolean {
  const isQuiet = result.mode === 'staged' && flags.format === 'text' && flags.output === undefined;
  return isQuiet && result.findings.length === 0 && result.gaps.length === 0 && result.notices.length === 0;
}

/** Loads config, rules and baseline. Shared with `explain`. */
export async function prepare(
  world: World,
  command: Pick<ScanCommand, 'mode' | 'flags' | 'root' | 'fromCommit'>,
): Promise<{ options: Options; engine: Engine }> {
  const { flags } = command;
  const loaded = await loadConfig({
    explicit: typeof flags.config === 'string' ? flags.config : null,
    disabled: flags.config === false,
    cwd: world.cwd,
    root: command.root,
    fromCommit: command.fromCommit,
  });
  const options = await resolveOptions({
    loaded,
    mode: command.mode,
    rules: await allRules(world, loaded),
    flags: {
      minConfidence: flags.minConfidence ?? null,
      strict: flags.strict ?? false,
      baseline: flags.baseline === undefined ? new Set() : await readBaseline(world, flags.baseline),
      baselineFile: flags.baseline ?? '',
      noIgnore: flags.config === false,
    },
  });
  return { options, engine: compileEnabled(options.rules) };
}

async function allRules(world: World, loaded: LoadedConfig): Promise<readonly Rule[]> {
  const custom: Config['rules']['custom'] = loaded.config.rules.custom;
  if (custom.length === 0) return builtIn;
  const { compileCustomRules } = await import('../prove-rules.js');
  const known = new Set(builtIn.map(rule => rule.id));
  return [
    ...builtIn,
    ...compileCustomRules(custom, known, { file: loaded.file ?? 'config', now: () => world.now().getTime() }),
  ];
}

async function readBaseline(world: World, path: string): Promise<Set<string>> {
  const { diskReader } = await import('../config/load.js');
  const { parseBaseline } = await import('../config/baseline.js');
  const { isAbsolute } = await import('node:path');
  const text = await diskReader(isAbsolute(path) ? '' : world.cwd)(path);
  if (text === null) throw new LeakgateError('PATH_MISSING', { path });
  return parseBaseline(text, path);
}

const CONFIDENCE = { high: 2, medium: 1, low: 0 } as const;

/** What is below the wanted confidence is counted, not listed; entries of the ignore file that did nothing are named. */
export function finish(result: ScanResult, options: Options, today: string): ScanResult {
  const isShown = (finding: Finding) =>
    finding.suppression !== null || CONFIDENCE[finding.confidence] >= CONFIDENCE[options.minConfidence];
  const findings = result.findings.filter(isShown);
  const hidden = result.findings.length - findings.length;
  const notices: Notice[] = [...result.notices];
  if (hidden > 0)
    notices.push({
      kind: 'confidence',
      text: `${hidden} findings are below confidence "${options.minConfidence}" and are not shown; --min-confidence low shows them`,
    });
  const seen = new Set(result.findings.map(finding => finding.fingerprint));
  for (const entry of options.ignore.values()) {
    const place = `${options.ignoreFile}:${entry.line}`;
    if (isExpired(entry, today))
      notices.push({
        kind: 'ignore-expired',
        text: `${place} expired on ${entry.expires}${entry.owner ? ` (owner ${entry.owner})` : ''}; the finding counts again`,
      });
    else if (!seen.has(entry.fingerprint) && (result.mode === 'history' || result.mode === 'files'))
      notices.push({ kind: 'ignore-unused', text: `${place} matches nothing in this scan` });
  }
  return { ...result, findings, notices };
}
