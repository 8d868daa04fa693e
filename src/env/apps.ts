// Files that read variables and the templates for them, put together: a template serves its own folder and the apps below that have
// none of their own. Pure.

import type { BytePath } from '../types.js';
import { parseEnvFile } from './parse-env-file.js';
import { appOf } from './places.js';
import { isTestPath } from './runtime-names.js';
import type { App, Template } from './sync.js';
import type { PlacedReads } from './types.js';
import { folderOf } from './work-tree.js';

export type TemplateFile = { path: BytePath; bytes: Uint8Array };

/** An app, or several that share templates. */
export type AppGroup = App & {
  optionalKeys: ReadonlySet<string>; // that stand in a template behind a comment sign: named, and not set
  readsBelow: ReadonlySet<string>; // variables that any code below the folder reads
};

export type AppsInput = {
  apps: readonly BytePath[];
  code: readonly PlacedReads[];
  templates: readonly TemplateFile[];
};

/** Groups code by the templates that are meant for it. */
export function groupApps({ apps, code, templates }: AppsInput): AppGroup[] {
  const byFolder = groupBy(templates, ({ path }) => folderOf(path));
  const known = new Set(apps);
  const homeOf = (path: BytePath) => {
    const app = appOf(path, known);
    for (let folder = app; ; folder = folderOf(folder)) {
      if (byFolder.has(folder)) return folder;
      if (folder === '') return app;
    }
  };
  const files = groupBy(
    code.filter(({ path }) => !isTestPath(`${appOf(path, known)}/`)),
    ({ path }) => homeOf(path),
  );
  const below = readsBelow(code, new Set(byFolder.keys()));
  return [...new Set([...files.keys(), ...byFolder.keys()])]
    .filter(folder => !isTestPath(`${folder}/`))
    .sort()
    .map(folder => toGroup(folder, { files: files.get(folder) ?? [], templates: byFolder.get(folder) ?? [], below }));
}

function toGroup(
  folder: BytePath,
  {
    files,
    templates,
    below,
  }: { files: PlacedReads[]; templates: TemplateFile[]; below: ReadonlyMap<BytePath, ReadonlySet<string>> },
): AppGroup {
  const parsed = templates.map(({ path, bytes }): Template => {
    const { entries } = parseEnvFile(bytes);
    return { path, keys: entries.map(({ name, line }) => ({ name, line })) };
  });
  return {
    folder,
    files,
    templates: parsed,
    optionalKeys: new Set(templates.flatMap(({ bytes }) => commentedKeys(bytes))),
    readsBelow: below.get(folder) ?? new Set(),
  };
}

// Names that are read in a folder or anywhere below it. @param folders those that are asked about
function readsBelow(code: readonly PlacedReads[], folders: ReadonlySet<BytePath>): Map<BytePath, Set<string>> {
  const names = new Map([...folders].map(folder => [folder, new Set<string>()]));
  for (const { path, reads } of code) {
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const found = names.get(path.slice(0, Math.max(0, end)));
      if (found) for (const { name } of reads) found.add(name);
      if (end <= 0) break;
    }
  }
  return names;
}

// `# LOG_LEVEL=info` is how a template names a variable that need not be set.
function commentedKeys(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return [...text.matchAll(/^[ \t]*#+[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm)].map(([, name = '']) => name);
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
