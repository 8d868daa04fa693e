// Flags + config → frozen Options: what one scan will do. Nobody behind this step reads the environment or a file of settings.

import { LeakgateError } from '../errors.js';
import type { Confidence, Rule, Severity } from '../rule.js';
import type { BytePath, IgnoreEntry, Notice, ScanMode } from '../types.js';
import { isSorted, parseIgnoreFile } from './ignore-file.js';
import type { LoadedConfig } from './load.js';
import type { Config } from './schema.js';

/** What the env checks are told. */
export type EnvOptions = Readonly<{
  names: readonly string[]; // of files
  isExcluded: (path: BytePath) => boolean;
  variables: readonly string[]; // that no template needs to name
  disabled: ReadonlySet<string>; // ids of env rules
  severities: ReadonlyMap<string, Severity>;
}>;

export type Options = Readonly<{
  rules: readonly Rule[];
  markers: ReadonlySet<string>;
  minConfidence: Confidence;
  reportsPublishable: boolean;
  ignore: ReadonlyMap<string, IgnoreEntry>;
  ignoreFile: string;
  baseline: ReadonlySet<string>;
  baselineFile: string;
  isAllowedPath: (path: BytePath, ruleId: string) => boolean;
  isExcluded: (path: string) => boolean;
  env: EnvOptions;
  strict: boolean;
  configFile: string | null;
  notices: readonly Notice[];
  incident: Config['incident'];
  rotation: Config['rotation'];
}>;

export type ResolveInput = {
  loaded: LoadedConfig;
  mode: ScanMode;
  rules: readonly Rule[]; // built in and custom, the latter proved
  flags: {
    minConfidence: Confidence | null;
    strict: boolean;
    baseline: ReadonlySet<string>;
    baselineFile: string;
    noIgnore: boolean;
  };
};

/**
 * Resolves everything a scan needs to know.
 *
 * @throws {LeakgateError} CONFIG_INVALID, IGNORE_INVALID, NO_RULES
 */
export async function resolveOptions(input: ResolveInput): Promise<Options> {
  const { config, file, read } = input.loaded;
  const rules = await enabledRules(input);
  if (rules.length === 0) throw new LeakgateError('NO_RULES', {});
  const ignoreText = input.flags.noIgnore ? null : await read(config.ignoreFile);
  const ignore = ignoreText === null ? new Map<string, IgnoreEntry>() : parseIgnoreFile(ignoreText, config.ignoreFile);
  const notices: Notice[] = isSorted(ignore)
    ? []
    : [
        {
          kind: 'ignore-order',
          text: `${config.ignoreFile} is not sorted by fingerprint; sorted lines merge without conflicts`,
        },
      ];
  const allowed = await pathMatcher(config.allow.paths);
  const excluded = await pathMatcher(config.exclude);
  return Object.freeze({
    rules,
    markers: new Set(config.allow.markers),
    minConfidence: input.flags.minConfidence ?? config.minConfidence ?? (input.mode === 'staged' ? 'medium' : 'low'),
    reportsPublishable: config.publishable,
    ignore,
    ignoreFile: config.ignoreFile,
    baseline: input.flags.baseline,
    baselineFile: input.flags.baselineFile,
    isAllowedPath: allowed,
    isExcluded: excluded,
    env: {
      names: config.env.names,
      isExcluded: await folderMatcher(config.env.exclude),
      variables: config.env.variables,
      disabled: new Set(config.rules.disable),
      severities: new Map(Object.entries(config.rules.severity)),
    },
    strict: input.flags.strict,
    configFile: file,
    notices,
    incident: config.incident,
    rotation: config.rotation,
  });
}

async function enabledRules({ loaded, rules: all }: ResolveInput): Promise<readonly Rule[]> {
  const { disable, severity } = loaded.config.rules;
  if (disable.length === 0 && Object.keys(severity).length === 0) return all;
  const { envRules } = await import('../env-rules.js');
  const ids = [...all.map(rule => rule.id), ...envRules.keys()];
  for (const id of [...disable, ...Object.keys(severity)]) {
    if (ids.includes(id)) continue;
    const { nearest } = await import('./nearest.js');
    const best = nearest(id, ids);
    throw new LeakgateError('CONFIG_INVALID', {
      file: loaded.file ?? 'config',
      problem: `there is no rule "${id}"${best ? `; did you mean "${best}"?` : '.'}`,
    });
  }
  return all
    .filter(rule => !disable.includes(rule.id))
    .map(rule => (severity[rule.id] ? withSeverity(rule, severity[rule.id] ?? rule.severity) : rule));
}

// Object.create keeps the lazily compiled pattern of a bundled rule lazy; a spread would compile it.
function withSeverity(rule: Rule, severity: Rule['severity']): Rule {
  return Object.create(rule, { severity: { value: severity, enumerable: true } }) as Rule;
}

// Who excludes a folder means what is in it.
function folderMatcher(globs: readonly string[]): Promise<(path: BytePath) => boolean> {
  return pathMatcher(globs.flatMap(glob => [glob, `${glob.replace(/\/+$/, '')}/**`]));
}

async function pathMatcher(globs: readonly string[]): Promise<(path: BytePath) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const isMatch = picomatch([...globs], { dot: true });
  return path => isMatch(Buffer.from(path, 'latin1').toString('utf8'));
}
