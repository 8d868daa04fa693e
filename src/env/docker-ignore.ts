// `.dockerignore` as the builder reads it: patterns of the whole path, `**` over folders, `!` for exceptions, and the last one that
// matches decides. A pattern that matches a folder matches what is in it. Pure.
// Sources: docs.docker.com/build/concepts/context/#dockerignore-files, pkg.go.dev/path/filepath#Match

import { compileGlob, type Glob } from './glob.js';

export type DockerPattern = { isException: boolean; glob: Glob; line: number };

/** @returns patterns in the order of the file */
export function parseDockerIgnore(text: string): DockerPattern[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((raw, i) => {
      if (raw.startsWith('#')) return [];
      const trimmed = raw.trim();
      const isException = trimmed.startsWith('!');
      const cleaned = cleanPath(isException ? trimmed.slice(1).trim() : trimmed);
      return cleaned === '' ? [] : [{ isException, glob: dockerGlob(cleaned), line: i + 1 }];
    });
}

/** The pattern that decides about a path of the context, or null when none matches. */
export function decideDockerIgnore(patterns: readonly DockerPattern[], path: string): DockerPattern | null {
  const segments = path.split('/');
  const paths = segments.map((_, i) => segments.slice(0, i + 1).join('/')); // the path itself and every folder above it
  return patterns.findLast(({ glob }) => paths.some(part => glob.matches(part))) ?? null;
}

/** `./a//b/` → `a/b`; the context itself is ''. */
export function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return kept.join('/');
}

/** A pattern of Go's filepath.Match, with `**` for any number of folders. */
export function dockerGlob(glob: string): Glob {
  return compileGlob(glob, { ignoresCase: false, isLoose: true });
}
