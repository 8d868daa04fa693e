// `A..B` as the user or CI writes it → two commits.

import { LeakgateError } from '../errors.js';
import { resolveRevision } from '../git/revisions.js';
import type { Oid } from '../types.js';
import { repositoryGaps, type Session } from './session.js';

/** The ends of a range. base null: everything that leads to the tip. */
export type Range = { base: Oid | null; tip: Oid | null };

const isZero = (oid: string) => /^0+$/.test(oid);

/**
 * Resolves both ends.
 *
 * @throws {LeakgateError} BAD_RANGE
 */
export async function resolveRange(session: Session, range: string): Promise<Range> {
  const [found, from = '', to = ''] = /^(.*?)\.{2,3}(.*)$/.exec(range) ?? [];
  if (found === undefined)
    throw new LeakgateError('BAD_RANGE', { range, reason: 'a range has two ends with .. between them' });
  const resolveEnd = async (name: string) => {
    const oid = await resolveRevision(session.git, name === '' ? 'HEAD' : name);
    if (!oid)
      throw new LeakgateError('BAD_RANGE', {
        range,
        reason: `${name === '' ? 'HEAD' : name} names no commit here${hintOf(session)}`,
      });
    return oid;
  };
  // CI gives zeros as the "before" of a new branch: everything on it is new.
  return { base: isZero(from) && from !== '' ? null : await resolveEnd(from), tip: await resolveEnd(to) };
}

function hintOf(session: Session): string {
  return repositoryGaps(session.repository).some(gap => gap.kind === 'shallow')
    ? ' (this clone is shallow; in CI set fetch-depth: 0)'
    : '';
}
