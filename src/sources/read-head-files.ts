// The text files of a commit, one by one, within bounds: for questions about names, not for finding secrets.

import { listTree } from '../git/list-tree.js';
import { readObjects } from '../git/read-objects.js';
import type { BytePath, Oid } from '../types.js';
import type { Session } from './session.js';

export type HeadFile = { path: BytePath; text: string }; // text: one character per byte

export type HeadFiles = {
  files: AsyncIterable<HeadFile>;
  /** What was not read, in words; null when everything was. Known when `files` has ended. */
  leftOut: () => string | null;
};

const MAX_FILE_BYTES = 1024 * 1024; // no file that people edit is longer
const MAX_FILES = 50_000;
const MAX_BYTES = 512 * 1024 * 1024; // of all of them
const UNEDITED =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third_party|dist|build)\/|(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|go\.sum|Cargo\.lock|poetry\.lock)$|\.(?:min\.(?:js|css)|map|svg)$/;

/** Reads the files of a commit. Links, submodules, generated and vendored files are passed over. */
export function readHeadFiles(session: Session, commit: Oid): HeadFiles {
  let unread = 0;
  let large = 0;
  let isCut = false;
  async function* read(): AsyncGenerator<HeadFile> {
    const entries = (await listTree(session.git, commit)).filter(
      ({ mode, path }) => mode.startsWith('100') && !UNEDITED.test(path),
    );
    isCut = entries.length > MAX_FILES;
    const paths = new Map<Oid, BytePath[]>();
    for (const { oid, path } of entries.slice(0, MAX_FILES)) {
      const same = paths.get(oid);
      if (same) same.push(path);
      else paths.set(oid, [path]);
    }
    let bytes = 0;
    for await (const object of readObjects(session.git, [...paths.keys()])) {
      if (!('bytes' in object)) {
        unread++;
        continue;
      }
      bytes += object.bytes.length;
      if (bytes > MAX_BYTES) {
        isCut = true;
        return;
      }
      if (object.bytes.length > MAX_FILE_BYTES) large++;
      else if (!object.bytes.includes(0))
        for (const path of paths.get(object.oid) ?? []) yield { path, text: object.bytes.toString('latin1') };
    }
  }
  return {
    files: read(),
    leftOut: () => {
      const parts = [
        ...(unread > 0 ? [`${unread} files could not be read`] : []),
        ...(large > 0 ? [`${large} files over 1 MB were not searched`] : []),
        ...(isCut ? ['the commit has more files than are searched'] : []),
      ];
      return parts.length === 0 ? null : parts.join('; ');
    },
  };
}
