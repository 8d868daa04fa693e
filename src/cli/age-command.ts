// `leakgate incident age`: secrets and keys of env templates by their age in git.

import { resolve } from 'node:path';
import { judgeName } from '../engine/judge-name.js';
import { measureAges } from '../incident/ages.js';
import { agesDocument, agesText } from '../incident/ages-text.js';
import { toJsonText } from '../report/json-text.js';
import { showName } from '../report/place.js';
import { sanitise, sanitiseLines } from '../report/sanitise.js';
import { openSession } from '../sources/session.js';
import { readTemplateKeys } from '../sources/template-keys.js';
import type { Gap, Oid } from '../types.js';
import { EXIT } from './exit-code.js';
import { leaksOf, type ScanFlags, scanRepository } from './incident-scan.js';
import { loadResponder } from './load-responder.js';
import { VERSION } from './version.js';
import { type World, write } from './world.js';
import { checkOutput, writeOutput } from './write-output.js';

export type AgeFlags = ScanFlags & { format: 'text' | 'json'; output?: string };

/** Runs the overview. */
export async function runAge(world: World, repo: string, flags: AgeFlags): Promise<number> {
  if (flags.output !== undefined) checkOutput(flags.output, world.cwd);
  const scanned = await scanRepository(world, repo, flags, 'history');
  const { rotation } = scanned.options;
  const report = leaksOf(scanned);
  const templates = await templateKeys(world, repo, scanned.result.head);
  const respond = await loadResponder();
  const aged = measureAges({
    leaks: report.leaks,
    keys: templates.keys,
    now: world.now(),
    intervals: rotation.intervals,
    warnAt: rotation.warnAt,
    responseOf: query => {
      const { response, by } = respond({ ...query, scheme: null });
      return by === 'rule' && !response.isFallback ? response : null;
    },
  });
  const gaps = [...report.gaps, ...templates.gaps];
  const isComplete = gaps.length === 0;
  const isOverdue = aged.some(({ state }) => state === 'overdue');
  const exitCode = !isComplete ? EXIT.incomplete : isOverdue ? EXIT.findings : EXIT.clean;
  const onlyInHistory = report.leaks.filter(leak => !leak.isSuppressed && leak.atHead === false).length;
  const input = {
    aged,
    onlyInHistory,
    warnAt: rotation.warnAt,
    isComplete,
    gaps,
    version: VERSION,
    at: world.now().toISOString(),
    exitCode,
  };
  const text = flags.format === 'json' ? toJsonText(agesDocument(input)) : sanitiseLines(agesText(input));
  if (flags.output === undefined) await write(world.stdout, text);
  else writeOutput(flags.output, world.cwd, text);
  return exitCode;
}

type Templates = { keys: { path: string; key: string; since: string | null }[]; gaps: Gap[] };

async function templateKeys(world: World, repo: string, head: Oid | null): Promise<Templates> {
  if (head === null) return { keys: [], gaps: [] };
  const session = openSession(resolve(world.cwd, repo), world.env, false);
  const restore = world.onInterrupt(() => session.close());
  const gaps: Gap[] = [];
  try {
    session.git.privateDir.writeShallow(session.git.privateDir.shallowOf(session.repository.commonDir));
    const keys = await readTemplateKeys(session.git, head, gaps);
    const secret = keys.filter(({ key }) => holdsSecret(key));
    return {
      keys: secret.map(({ path, key, since }) => ({ path: showName(path), key, since })),
      gaps: gaps.map(({ kind, what, reason }) => ({ kind, what: showName(what), reason: sanitise(reason) })),
    };
  } finally {
    restore();
    session.close();
  }
}

// Names that say secret, and addresses that hold a password or are one.
const ADDRESS =
  /(?:^|_)(?:DATABASE|DB|POSTGRES\w*|MYSQL|MONGO\w*|REDIS|AMQP|RABBITMQ|SMTP|WEBHOOK)_UR[IL]$|(?:^|_)DSN$/i;
const PUBLIC = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|VUE_APP|VITE|GATSBY|PUBLIC)_/;

function holdsSecret(key: string): boolean {
  return !PUBLIC.test(key) && (ADDRESS.test(key) || judgeName(key).isSecret);
}
