// `leakgate env [REPO]`: audits the env files of a repository, and with --fix mends what can be mended without touching a value.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Options } from '../config/resolve.js';
import type { Engine } from '../engine/compile-rules.js';
import { auditEnv, type EnvAudit, type EnvAuditInput } from '../env-audit.js';
import { cleanerOf } from '../env-clean.js';
import { LeakgateError } from '../errors.js';
import { readRemoteUrl } from '../git/read-remote.js';
import { openSession, type Session } from '../sources/session.js';
import { exitCodeOf } from './exit-code.js';
import { startProgress } from './progress.js';
import { type CommonFlags, finish, prepare } from './run-scan.js';
import type { World } from './world.js';
import { checkOutput } from './write-output.js';

export type EnvFlags = CommonFlags & { fix?: boolean; yes?: boolean; history?: boolean };

/** Runs the audit. @returns the exit code */
export async function runEnv(world: World, repo: string, flags: EnvFlags): Promise<number> {
  const dir = resolve(world.cwd, repo);
  if (!existsSync(dir)) throw new LeakgateError('PATH_MISSING', { path: repo });
  if (flags.yes && !flags.fix)
    throw new LeakgateError('BAD_FLAG', { flag: '--yes', reason: 'it only goes with --fix' });
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const session = openSession(dir, world.env, false);
  const restore = world.onInterrupt(() => session.close());
  try {
    return await auditOpened(world, session, flags);
  } finally {
    restore();
    session.close();
  }
}

async function auditOpened(world: World, session: Session, flags: EnvFlags): Promise<number> {
  const root = session.repository.root ?? session.repository.gitDir;
  const { options, engine } = await prepare(world, { mode: 'env', flags, root, fromCommit: null });
  const input = auditInput(world, session, { flags, options, engine });
  let { result, facts } = await audit(world, input);
  if (flags.fix) {
    const { tree } = facts.survey;
    if (!tree)
      throw new LeakgateError('BAD_FLAG', { flag: '--fix', reason: 'a bare repository has no files to write to' });
    const { planFix } = await import('../env-fix.js');
    const { carryOut } = await import('./env-fix-command.js');
    const plan = await planFix(input, facts);
    const clean = cleanerOf(
      input,
      [],
      [...plan.left, ...plan.edits.map(({ after }) => Buffer.from(after).toString('utf8'))],
    );
    if (await carryOut(world, { plan, tree, findings: result.findings, yes: flags.yes ?? false, clean }))
      ({ result, facts } = await audit(world, input));
  }
  const shown = finish(result, options, world.now().toISOString().slice(0, 10));
  const exitCode = exitCodeOf(shown);
  const { report } = await import('./report.js');
  const remoteUrl = readRemoteUrl(session.repository);
  await report(world, {
    result: shown,
    flags,
    exitCode,
    remoteUrl,
    rules: options.rules,
    clocks: options.incident.clocks,
  });
  return exitCode;
}

type Prepared = { flags: EnvFlags; options: Options; engine: Engine };

function auditInput(world: World, session: Session, { flags, options, engine }: Prepared): EnvAuditInput {
  return {
    session,
    env: world.env,
    engine,
    options: options.env,
    suppress: { ...options, today: world.now().toISOString().slice(0, 10) },
    markers: options.markers,
    showSecrets: flags.showSecrets ?? false,
    reportsPublishable: options.reportsPublishable,
    now: world.now,
    config: options.configFile,
    notices: options.notices,
    withHistory: flags.history ?? true,
    onProgress: flags.quiet ? null : () => {},
  };
}

async function audit(world: World, input: EnvAuditInput): Promise<EnvAudit> {
  const done = { done: 0, total: 0, unit: 'files' };
  const progress = startProgress(
    world.stderr,
    () => done,
    () => world.now().getTime(),
  );
  const onProgress = () => {
    done.done++;
    progress.tick();
  };
  try {
    return await auditEnv(input.onProgress === null ? input : { ...input, onProgress });
  } finally {
    progress.end();
  }
}
