// The manifests of a repository → the packages that npm would publish, each with its question. Pure.

import type { BytePath } from '../types.js';
import { compileGlob } from './glob.js';
import { parsePackManifest, wouldPack } from './npm-pack.js';
import { pathsBelow } from './paths-below.js';

/** `packs`: would the package hold the file? Its path is from the package's folder. */
export type Package = { manifest: BytePath; folder: string; packs: (path: string) => boolean };

type Texts = ReadonlyMap<BytePath, string>;

/** Packages that are not private; a manifest that is no JSON publishes nothing. */
export function findPackages(texts: Texts): Package[] {
  const roots = workspaceRoots(texts);
  const ignoreFiles = [...texts.keys()].filter(path => /(?:^|\/)\.(?:npm|git)ignore$/.test(path)).sort();
  return [...texts].flatMap(([path, text]) => {
    if (!/(?:^|\/)package\.json$/.test(path) || /(?:^|\/)node_modules\//.test(path)) return [];
    const manifest = parsePackManifest(text);
    if (!manifest || manifest.isPrivate) return [];
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const start = folder === '' ? 0 : folder.length + 1;
    const ignores = new Map(pathsBelow(ignoreFiles, folder).map(name => [name.slice(start), texts.get(name) ?? '']));
    const above = ignoresAbove(texts, folder, roots);
    return [{ manifest: path, folder, packs: (file: string) => wouldPack(file, manifest, ignores, above) }];
  });
}

type Root = { folder: string; isMember: (path: string) => boolean };

function workspaceRoots(texts: Texts): Root[] {
  return [...texts].flatMap(([path, text]) => {
    if (!/(?:^|\/)package\.json$/.test(path)) return [];
    const globs = workspacesOf(text);
    if (globs.length === 0) return [];
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const members = globs.map(glob => compileGlob(glob, { ignoresCase: false, isLoose: false }));
    return [{ folder, isMember: (name: string) => members.some(member => member.matches(name)) }];
  });
}

function workspacesOf(text: string): string[] {
  try {
    const parsed = JSON.parse(text) as { workspaces?: unknown } | null;
    const field = parsed?.workspaces;
    const list = Array.isArray(field) ? field : (field as { packages?: unknown } | undefined)?.packages;
    return Array.isArray(list)
      ? list.flatMap(glob => (typeof glob === 'string' ? [glob.replace(/^\.\/|\/$/g, '')] : []))
      : [];
  } catch {
    return [];
  }
}

// npm takes the rules of the workspace's root, and of the folders on the way, along into a workspace.
function ignoresAbove(texts: Texts, folder: string, roots: readonly Root[]): string[] {
  const root = roots.find(({ folder: top, isMember }) => {
    const start = top === '' ? '' : `${top}/`;
    return folder !== top && folder.startsWith(start) && isMember(folder.slice(start.length));
  });
  if (!root) return [];
  const segments = folder.split('/').slice(0, -1);
  const first = root.folder === '' ? 0 : root.folder.split('/').length;
  return Array.from({ length: segments.length - first + 1 }, (_, i) => segments.slice(0, first + i).join('/')).flatMap(
    place => {
      const start = place === '' ? '' : `${place}/`;
      const text = texts.get(`${start}.npmignore`) ?? texts.get(`${start}.gitignore`);
      return text === undefined ? [] : [text];
    },
  );
}
