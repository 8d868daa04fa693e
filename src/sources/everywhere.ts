// Everything of a repository at once: its history, what its index has and HEAD has not, and the files of its work tree, ignored ones
// too. One scan of all, so that a value that stands in several of them is known as the same.

import { listIndex, listTree } from '../git/list-tree.js';
import { readObjects } from '../git/read-objects.js';
import type { BytePath, Gap, Oid, Place } from '../types.js';
import { filesSource } from './files.js';
import { type HistoryInput, historySource } from './history.js';
import { openSession, type Session } from './session.js';
import type { Source } from './source.js';

export type EverywhereInput = HistoryInput & { isExcluded: (path: string) => boolean };

/** A source over all of it; of a bare repository, over its history. */
export function everywhereSource(input: EverywhereInput): Source {
  const history = historySource(input);
  const session = openSession(input.dir, input.env, false);
  const { root } = session.repository;
  const files =
    root === null
      ? null
      : filesSource({ paths: ['.'], cwd: root, overlap: input.overlap, isExcluded: input.isExcluded });
  const gaps: Gap[] = [];
  return {
    ...history,
    async *blobs() {
      yield* history.blobs();
      if (root !== null) yield* readIndex(session, history.head, gaps);
      if (files) yield* files.blobs();
    },
    // What is no object has its places already.
    attribute: ids => history.attribute(new Set([...ids].filter(id => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(id)))),
    get gaps() {
      const ofFiles = (files?.gaps ?? []).filter(({ kind }) => kind !== 'nothing-scanned'); // a work tree may be empty
      return [...history.gaps, ...gaps, ...ofFiles];
    },
    close: () => {
      history.close();
      session.close();
    },
  };
}

async function* readIndex(session: Session, head: Oid | null, gaps: Gap[]): ReturnType<Source['blobs']> {
  const changed = await changedPaths(session, head, gaps);
  for await (const object of readObjects(session.git, [...changed.keys()])) {
    const paths = changed.get(object.oid) ?? [];
    if (!('bytes' in object)) {
      gaps.push({ kind: 'object-missing', what: object.oid, reason: 'the index names it, but it cannot be read' });
      continue;
    }
    const places = paths.map((path): Place => ({ path, commit: null, kind: 'file', state: 'index' }));
    yield { id: `${object.oid}:index`, kind: 'file', bytes: object.bytes, piece: null, before: null, places };
  }
}

async function changedPaths(session: Session, head: Oid | null, gaps: Gap[]): Promise<Map<Oid, BytePath[]>> {
  const changed = new Map<Oid, BytePath[]>();
  try {
    const known = new Set(
      head === null ? [] : (await listTree(session.git, head)).map(({ oid, path }) => `${oid} ${path}`),
    );
    for (const { mode, oid, path } of await listIndex(session.git)) {
      if (!mode.startsWith('100') || known.has(`${oid} ${path}`)) continue;
      changed.set(oid, [...(changed.get(oid) ?? []), path]);
    }
  } catch {
    gaps.push({ kind: 'index', what: 'index', reason: 'it cannot be read, so what is staged was not looked at' });
  }
  return changed;
}
