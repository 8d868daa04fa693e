// Names of variables → where they stand in the files of HEAD, for the places that must learn of a new value.

import type { Engine } from '../engine/compile-rules.js';
import { scanBytes } from '../engine/scan-bytes.js';
import { LeakgateError } from '../errors.js';
import { readRefs } from '../git/read-refs.js';
import type { Uses } from '../incident/build-record.js';
import { kindOfFile, nameFinder } from '../incident/find-uses.js';
import type { UsePlace } from '../incident/record-schema.js';
import { showName } from '../report/place.js';
import { readHeadFiles } from '../sources/read-head-files.js';
import { openSession } from '../sources/session.js';
import type { World } from './world.js';

const MAX_PLACES = 1000; // kept for a name; what is beyond is as good as everywhere

const MAX_NAMES = 500; // searched at once, those of the worst incidents; a pattern of many more would take minutes

const none = (note: string): Uses => ({ commit: null, note, placesOf: () => [] });

/**
 * Searches a repository.
 *
 * @param wantedHead the commit that a report speaks of: another one is not searched; null: any
 */
export async function findUses(
  world: World,
  input: { dir: string; names: readonly string[]; wantedHead: string | null; engine: Engine },
): Promise<Uses> {
  if (input.names.length === 0) return none('no name to look for');
  const session = openOrNull(world, input.dir);
  if (!session) return none('no repository was searched; give it with --repo');
  const restore = world.onInterrupt(() => session.close());
  try {
    const { head } = readRefs(session.repository);
    if (head === null) return none('there is no commit at HEAD to search');
    if (input.wantedHead !== null && input.wantedHead !== head)
      return none('the report speaks of another commit than HEAD here; give its repository with --repo');
    const { files, leftOut } = readHeadFiles(session, head);
    const find = nameFinder(input.names.slice(0, MAX_NAMES));
    const places = new Map<string, UsePlace[]>();
    for await (const { path, text } of files) {
      for (const { name, line, store } of find(text)) {
        const list = places.get(name) ?? [];
        places.set(name, list);
        if (list.length < MAX_PLACES)
          list.push({ path: hide(input.engine, showName(path)), line, kind: kindOfFile(path, text), name, store });
      }
    }
    return { commit: head, note: noteOf(input.names.length, leftOut()), placesOf: name => places.get(name) ?? [] };
  } finally {
    restore();
    session.close();
  }
}

function noteOf(names: number, leftOut: string | null): string | null {
  const cut = names > MAX_NAMES ? [`only the first ${MAX_NAMES} of ${names} names were looked for`] : [];
  const parts = [...cut, ...(leftOut === null ? [] : [leftOut])];
  return parts.length === 0 ? null : parts.join('; ');
}

function openOrNull(world: World, dir: string) {
  try {
    return openSession(dir, world.env, false);
  } catch (error) {
    if (LeakgateError.is(error) && error.code === 'NOT_A_REPOSITORY') return null;
    throw error;
  }
}

// A file may be named after a token.
function hide(engine: Engine, path: string): string {
  const bytes = Buffer.from(path);
  const { matches } = scanBytes(engine, bytes, { isBinary: true });
  return matches.length === 0 ? path : '[REDACTED]';
}
