// `leakgate env`, read first of what it does: look → find secrets in every version → defects → findings.
// Prints nothing, writes nothing into the repository.

import { listed } from './env/coverage-defects.js';
import { cleanerOf } from './env-clean.js';
import { collectDefects } from './env-collect.js';
import { type EnvFacts, type LookInput, look, type Seen, see } from './env-look.js';
import { byPath, findSecrets, type SecretsInput, type Version } from './env-secrets.js';
import { buildEnvFindings } from './findings/build-env-findings.js';
import { readHead } from './git/read-refs.js';
import type { Gap, Notice, Oid, Place, ScanResult } from './types.js';

export type EnvAuditInput = SecretsInput & Omit<LookInput, 'head'> & { notices: readonly Notice[] };

export type EnvAudit = { result: ScanResult; facts: EnvFacts };

/**
 * Audits the env files of a repository.
 *
 * @throws {LeakgateError} GIT_FAILED
 */
export async function auditEnv(input: EnvAuditInput): Promise<EnvAudit> {
  const startedAt = input.now().toISOString();
  const { repository, git } = input.session;
  const { head, branch } = readHead(repository);
  const lookInput = { ...input, head };
  const seen = await see(lookInput);
  const [facts, { findings, gaps, counts }] = await Promise.all([
    look(lookInput, seen),
    findSecrets(git, versionsOf(seen), input),
  ]);
  const all = collectDefects(facts, byPath(findings), input.engine);
  const defects = all.filter(({ ruleId }) => !input.options.disabled.has(ruleId));
  const said = {
    branch,
    gaps: [...facts.survey.gaps, ...facts.code.gaps, ...ignoreGaps(facts), ...(facts.past?.gaps ?? []), ...gaps],
    notices: [...input.notices, ...noticesOf(facts)],
  };
  const texts = [
    branch ?? '',
    ...said.gaps.flatMap(({ what, reason }) => [what, reason]),
    ...said.notices.map(({ text }) => text),
  ];
  const clean = cleanerOf(input, defects, texts);
  const result: ScanResult = {
    mode: 'env',
    target: repository.root ?? repository.gitDir,
    head,
    branch: branch && clean(branch),
    findings: buildEnvFindings(defects, {
      suppress: input.suppress,
      severities: input.options.severities,
      clean,
      scope: { mode: 'env', now: input.now(), isComplete: said.gaps.length === 0 },
    }),
    gaps: said.gaps.map(gap => ({ ...gap, what: clean(gap.what), reason: clean(gap.reason) })),
    notices: said.notices.map(notice => ({ ...notice, text: clean(notice.text) })),
    counts: { ...counts.counts(), commits: facts.past?.commits ?? 0, skipped: facts.survey.skipped },
    startedAt,
    finishedAt: input.now().toISOString(),
    config: input.config,
  };
  return { facts, result };
}

// What is in the index, what differs from it on the disk, and what the history had: each content once.
function versionsOf({ survey: found, contents, past }: Seen): Version[] {
  const places = new Map<Oid, Place[]>();
  const add = (oid: Oid, place: Place) => {
    const list = places.get(oid);
    if (list) list.push(place);
    else places.set(oid, [place]);
  };
  const known = new Map<Oid, Uint8Array>();
  for (const { path, oid } of found.tracked.values()) {
    add(oid, { path, commit: null, kind: 'file', state: 'index' });
    const bytes = contents.get(path);
    if (bytes) known.set(oid, bytes);
  }
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
  return [...onDisk, ...[...places].map(([id, list]): Version => ({ id, bytes: known.get(id) ?? null, places: list }))];
}

function ignoreGaps({ ignore }: EnvFacts): Gap[] {
  return ignore.problems.map(({ path, reason }) => ({ kind: 'file-unreadable', what: path, reason }));
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
