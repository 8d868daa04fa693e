// `.dockerignore` as the builder reads it: patterns of the whole path, `**` over folders, `!` for exceptions, and the last one that
// matches decides. A pattern that matches a folder matches what is in it. Pure.
// Sources: docs.docker.com/build/concepts/context/#dockerignore-files, pkg.go.dev/path/filepath#Match

export type DockerPattern = { isException: boolean; pattern: RegExp; line: number };

/** @returns patterns in the order of the file; a line that is no valid pattern is left out, as the builder would refuse it */
export function parseDockerIgnore(text: string): DockerPattern[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((raw, i) => {
      if (raw.startsWith('#')) return [];
      const trimmed = raw.trim();
      const isException = trimmed.startsWith('!');
      const cleaned = cleanPath(isException ? trimmed.slice(1).trim() : trimmed);
      const pattern = cleaned === '' ? null : globPattern(cleaned);
      return pattern ? [{ isException, pattern, line: i + 1 }] : [];
    });
}

/** The pattern that decides about a path of the context, or null when none matches. */
export function decideDockerIgnore(patterns: readonly DockerPattern[], path: string): DockerPattern | null {
  const segments = path.split('/');
  const paths = segments.map((_, i) => segments.slice(0, i + 1).join('/')); // the path itself and every folder above it
  return patterns.findLast(({ pattern }) => paths.some(part => pattern.test(part))) ?? null;
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

/** A pattern of Go's filepath.Match, with `**` for any number of folders → a regular expression; null for a malformed one. */
export function globPattern(glob: string): RegExp | null {
  let source = '';
  for (let at = 0; at < glob.length; ) {
    const [part, length] = nextPart(glob, at);
    source += part;
    at += length;
  }
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    return null;
  }
}

function nextPart(glob: string, at: number): [source: string, length: number] {
  const sign = glob.charAt(at);
  if (glob.startsWith('**', at)) {
    const length = /^\*\*\/?/.exec(glob.slice(at, at + 3))?.[0].length ?? 2;
    if (at + length >= glob.length) return ['.*', length];
    return [length === 3 ? '(?:.*/)?' : '.*', length];
  }
  if (sign === '*') return ['[^/]*', 1];
  if (sign === '?') return ['[^/]', 1];
  if (sign === '[') {
    const found = /^\[\^?(?:\\.|[^\\\]])+\]/.exec(glob.slice(at));
    return found ? [found[0], found[0].length] : ['\\[', 1];
  }
  if (sign === '\\' && at + 1 < glob.length) return [escapeSign(glob.charAt(at + 1)), 2];
  return [escapeSign(sign), 1];
}

function escapeSign(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign;
}
