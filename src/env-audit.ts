// `leakgate env`, read first of what it does: what there is → what git would take → what git has taken → defects → findings.
// The only file that sees the env room together with engine, findings and sources. Prints nothing, writes nothing.

import type { EnvOptions } from './config/resolve.js';
import { askCoverage, type Coverage } from './env/coverage.js';
import { type CoverageFacts, coverageDefects, listed, templateIgnoredDefects } from './env/coverage-defects.js';
import type { Edit } from './env/edit-ignore.js';
import { envKindOf, envPathspecs, familiesWith } from './env/env-names.js';
import type { IgnoreFiles } from './env/ignore-files.js';
import { findPlaces, isVendored, type Places } from './env/places.js';
import { findCandidates, readCode } from './env/read-code.js';
import { ignoreFilesFor, readBlobs, type Survey, survey } from './env/survey.js';
import type { PlacedReads } from './env/types.js';
import { pastDefect, templateSecretDefect, trackedDefect } from './env-file-defects.js';
import type { Defect } from './env-rules.js';
import { byPath, findSecrets, type SecretsByPath, type SecretsInput, secretsIn, type Version } from './env-secrets.js';
import { buildEnvFindings } from './findings/build-env-findings.js';
import { Redactor } from './findings/redact.js';
import { type IgnoreMirror, makeIgnoreMirror } from './git/ignore-mirror.js';
import { readMachineExcludes } from './git/machine-excludes.js';
import { readHead } from './git/read-refs.js';
import { claimNames } from './scan.js';
import type { Secret } from './secret.js';
import { type PathHistory, readPathHistory } from './sources/path-history.js';
import type { Session } from './sources/session.js';
import type { BytePath, Gap, Notice, Oid, Place, ScanResult } from './types.js';

type Env = Readonly<Record<string, string | undefined>>;

export type EnvAuditInput = SecretsInput & {
  session: Session;
  env: Env;
  options: EnvOptions;
  withHistory: boolean;
  notices: readonly Notice[];
};

/** What an audit saw, for whoever wants to mend it. */
export type EnvFacts = {
  survey: Survey;
  places: Places;
  ignore: IgnoreFiles;
  coverage: Coverage;
  templates: ReadonlySet<BytePath>; // that are there, or should be
  templateEdits: readonly Edit[]; // keys that templates lack
};

export type EnvAudit = { result: ScanResult; facts: EnvFacts };

/**
 * Audits the env files of a repository.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function auditEnv(input: EnvAuditInput): Promise<EnvAudit> {
  const startedAt = input.now().toISOString();
  const head = readHead(input.session.repository);
  const seen = await see(input, head.head);
  const mirror = makeIgnoreMirror(input.env);
  try {
    const facts = await judgeCoverage(input, seen, mirror);
    const { secrets, gaps, counts } = await scanVersions(input, seen);
    const contents = await trackedContents(input.session, seen.survey);
    const defects = collect(input, { ...seen, ...facts, secrets, contents }).filter(
      ({ ruleId }) => !input.options.disabled.has(ruleId),
    );
    const said = {
      branch: head.branch,
      gaps: [...seen.survey.gaps, ...ignoreGaps(facts.ignore), ...(seen.past?.gaps ?? []), ...gaps],
      notices: [...input.notices, ...noticesOf(facts)],
    };
    const clean = cleanerOf(input, textsOf(defects, said));
    return {
      facts,
      result: {
        mode: 'env',
        target: input.session.repository.root ?? input.session.repository.gitDir,
        head: head.head,
        branch: head.branch && clean(head.branch),
        findings: buildEnvFindings(defects, { suppress: input.suppress, severities: input.options.severities, clean }),
        gaps: said.gaps.map(gap => ({ ...gap, what: clean(gap.what), reason: clean(gap.reason) })),
        notices: said.notices.map(notice => ({ ...notice, text: clean(notice.text) })),
        counts: { ...counts, commits: seen.past?.commits ?? 0, skipped: seen.survey.skipped },
        startedAt,
        finishedAt: input.now().toISOString(),
        config: input.config,
      },
    };
  } finally {
    mirror.remove();
  }
}

type Seen = { survey: Survey; past: PathHistory | null; code: readonly PlacedReads[] };

async function see(input: EnvAuditInput, head: Oid | null): Promise<Seen> {
  const { session, options, withHistory, onProgress } = input;
  const { names, isExcluded } = options;
  const { git, repository } = session;
  const isBare = repository.root === null;
  const isWanted = (path: BytePath) => envKindOf(path, names) === 'env' && !isVendored(path) && !isExcluded(path);
  // Three gits work side by side. A failure is thrown where each is awaited.
  const candidates = isBare && head === null ? Promise.resolve([]) : findCandidates(git, isBare ? head : null);
  const past = withHistory ? readPathHistory(session, { pathspecs: envPathspecs(names), isWanted }) : null;
  for (const started of [candidates, past]) started?.catch(() => {});
  const found = await survey({ git, repository, head, names, isExcluded });
  if (isBare && head === null)
    found.gaps.push({
      kind: 'nothing-scanned',
      what: repository.gitDir,
      reason: 'a bare repository without a commit at HEAD has no files to judge',
    });
  const code = await readCode(found, { candidates, isExcluded, onFile: () => onProgress?.() });
  return { survey: found, past: await past, code };
}

function* allPaths({ survey: found, past }: Seen): Generator<BytePath> {
  yield* found.oids.keys();
  yield* found.disk.keys();
  if (past) yield* past.byPath.keys();
}

async function judgeCoverage(
  { session, env, options }: EnvAuditInput,
  seen: Seen,
  mirror: IgnoreMirror,
): Promise<EnvFacts> {
  const found = seen.survey;
  const places = findPlaces({
    paths: allPaths(seen),
    readers: seen.code.map(({ path }) => path),
    names: options.names,
    isExcluded: options.isExcluded,
  });
  const ignore = await ignoreFilesFor(found, places.folders);
  for (const { path, bytes } of ignore.files.values()) {
    const reason = mirror.write(path, bytes);
    if (reason !== null) ignore.problems.push({ path, reason });
  }
  const coverage = await askCoverage({
    git: session.git,
    mirror,
    folders: places.folders,
    families: familiesWith(options.names),
    files: [...new Set([...found.tracked.keys(), ...found.disk.keys()])],
    readMachine: () => readMachineExcludes(session.git, session.repository, env),
  });
  return { survey: found, places, ignore, coverage, templates: templatesOf(found), templateEdits: [] };
}

function templatesOf(found: Survey): Set<BytePath> {
  return new Set(
    [...found.tracked.values(), ...found.disk.values()]
      .filter(({ kind }) => kind === 'template')
      .map(({ path }) => path),
  );
}

// What is in the index, what differs from it on the disk, and what the history had: each content once.
async function scanVersions(input: EnvAuditInput, { survey: found, past }: Seen) {
  const places = new Map<Oid, Place[]>();
  const add = (oid: Oid, place: Place) => {
    const list = places.get(oid);
    if (list) list.push(place);
    else places.set(oid, [place]);
  };
  for (const { path, oid } of found.tracked.values()) add(oid, { path, commit: null, kind: 'file', state: 'index' });
  for (const [path, changes] of past?.byPath ?? [])
    for (const { after, commit, mode } of changes)
      if (!/^0+$/.test(after) && mode !== '160000')
        add(after, { path, commit: past?.history.commits.get(commit) ?? null, kind: 'file', state: 'history' });
  const onDisk = [...found.disk.values()]
    .filter(({ path, kind }) => (found.tracked.has(path) ? found.changed.has(path) : kind === 'template'))
    .map(
      ({ path, bytes }): Version => ({
        id: path,
        bytes,
        places: [{ path, commit: null, kind: 'file', state: 'worktree' }],
      }),
    );
  const objects = [...places].map(([id, list]): Version => ({ id, bytes: null, places: list }));
  const { findings, gaps, counts } = await findSecrets(input.session.git, [...onDisk, ...objects], input);
  return { secrets: byPath(findings), gaps, counts: counts.counts() };
}

// By path: the env files and templates of the index.
async function trackedContents({ git }: Session, { tracked }: Survey): Promise<Map<BytePath, Uint8Array>> {
  const blobs = await readBlobs(
    git,
    [...tracked.values()].map(({ oid }) => oid),
  );
  return new Map(
    [...tracked.values()].flatMap(({ path, oid }) => {
      const bytes = blobs.get(oid);
      return bytes ? [[path, bytes] as const] : [];
    }),
  );
}

type Facts = EnvFacts & Seen & { secrets: SecretsByPath; contents: ReadonlyMap<BytePath, Uint8Array> };

function collect(_input: EnvAuditInput, facts: Facts): Defect[] {
  const { survey: found, coverage, past, secrets, contents } = facts;
  const coverageFacts: CoverageFacts = {
    present: new Set(found.disk.keys()),
    tracked: new Set(found.tracked.keys()),
  };
  const templates = [...coverage.files.values()].filter(({ path }) => facts.templates.has(path));
  const tracked = [...found.tracked.values()];
  return [
    ...coverageDefects(coverage, coverageFacts),
    ...templateIgnoredDefects(templates, coverageFacts),
    ...tracked
      .filter(({ kind }) => kind === 'env')
      .map(file =>
        trackedDefect(file, {
          secrets,
          past,
          verdicts: coverage.files,
          bytesOf: path => contents.get(path) ?? null,
        }),
      ),
    ...[...(past?.byPath.keys() ?? [])]
      .filter(path => !found.tracked.has(path))
      .flatMap(path => (past ? [pastDefect(path, past, secrets)] : [])),
    ...templates.flatMap(({ path }) => {
      const oid = found.tracked.get(path)?.oid;
      const held = [...(oid ? secretsIn(secrets, path, oid) : []), ...secretsIn(secrets, path, path)];
      return templateSecretDefect(path, held, oid ? 'index' : 'worktree');
    }),
  ];
}

function ignoreGaps({ problems }: IgnoreFiles): Gap[] {
  return problems.map(({ path, reason }) => ({ kind: 'file-unreadable', what: path, reason }));
}

// What is written down but not committed holds for nobody else yet.
function noticesOf({ ignore }: EnvFacts): Notice[] {
  const fresh = [...ignore.files.values()].filter(({ isCommitted }) => !isCommitted).map(({ path }) => path);
  const idle = ignore.idle.map(({ path, reason }): Notice => ({ kind: 'ignore-idle', text: `${path}: ${reason}` }));
  if (fresh.length === 0) return idle;
  return [
    ...idle,
    {
      kind: 'ignore-not-committed',
      text: `${listed(fresh)}: judged as on the disk, which differs from the index; commit it, or its rules hold on this machine alone`,
    },
  ];
}

type Said = { branch: string | null; gaps: readonly Gap[]; notices: readonly Notice[] };

function textsOf(defects: readonly Defect[], { branch, gaps, notices }: Said): string[] {
  return [
    branch ?? '',
    ...gaps.flatMap(({ what, reason }) => [what, reason]),
    ...notices.map(({ text }) => text),
    ...defects.flatMap(({ reasons, occurrences, life }) => [
      ...reasons,
      ...occurrences.map(({ path }) => path ?? ''),
      ...life.refs,
      ...[life.introduced, life.removed].flatMap(commit => (commit ? [commit.author.name, commit.author.email] : [])),
    ]),
  ];
}

/** Masks what the engine takes for a secret in texts that go out: paths and names may be secrets by themselves. */
export function cleanerOf(
  { engine, showSecrets }: Pick<EnvAuditInput, 'engine' | 'showSecrets'>,
  texts: readonly string[],
): (text: string) => string {
  if (showSecrets) return text => text;
  const claimed = new Set<Secret>();
  claimNames(engine, [...new Set(texts)], claimed);
  const redactor = new Redactor(claimed);
  return text => redactor.clean(text);
}
