// Where env files belong: the root, every folder with a manifest, every folder that has or ever had an env file. Code that reads
// variables belongs to the nearest folder with a manifest above it, which is one of these. Pure.

import type { BytePath } from '../types.js';
import { envKindOf } from './env-names.js';
import { folderOf } from './work-tree.js';

// What makes a folder an app, a package or a service of its own.
const MANIFEST =
  /^(?:package\.json|deno\.jsonc?|bunfig\.toml|pyproject\.toml|setup\.(?:py|cfg)|requirements(?:[-_.]\w+)?\.txt|pipfile|manage\.py|go\.mod|cargo\.toml|composer\.json|gemfile|pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|mix\.exs|pubspec\.yaml|package\.swift|[^/]+\.(?:csproj|fsproj|vbproj|gemspec)|wrangler\.(?:toml|jsonc?)|serverless\.ya?ml|(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml|dockerfile|procfile|fly\.toml|render\.yaml|app\.ya?ml|vercel\.json|netlify\.toml)$/i;
const OF_OTHERS =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third_party|site-packages|\.venv|venv|\.git)(?:\/|$)/i;

/** Whether a path belongs to somebody else's code. */
export function isVendored(path: BytePath): boolean {
  return OF_OTHERS.test(path);
}

/** Whether a file makes its folder an app. */
export function isManifest(path: BytePath): boolean {
  return MANIFEST.test(path.slice(path.lastIndexOf('/') + 1));
}

export type PlacesInput = {
  paths: Iterable<BytePath>; // of all files: index, work tree, history
  names: readonly string[]; // of the config
  isExcluded: (path: BytePath) => boolean;
};

export type Places = {
  folders: readonly BytePath[]; // where an env file may be put; the root is one
  apps: readonly BytePath[]; // those with a manifest, and the root
};

/** Finds them. */
export function findPlaces({ paths, names, isExcluded }: PlacesInput): Places {
  const folders = new Set<BytePath>(['']);
  const apps = new Set<BytePath>(['']);
  for (const path of paths) {
    const makesApp = isManifest(path);
    if (!makesApp && envKindOf(path, names) === null) continue;
    const folder = folderOf(path);
    if (isVendored(path) || isExcluded(path)) continue;
    folders.add(folder);
    if (makesApp) apps.add(folder);
  }
  return { folders: [...folders].sort(), apps: [...apps].sort() };
}

/** The app that a file belongs to: the nearest one above it. */
export function appOf(path: BytePath, apps: ReadonlySet<BytePath>): BytePath {
  let folder = folderOf(path);
  while (folder !== '' && !apps.has(folder)) folder = folderOf(folder);
  return folder;
}
