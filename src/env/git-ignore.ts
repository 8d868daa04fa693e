// Patterns of git's ignore files for tools that took them over: is a path left out? Pure. Source: git-scm.com/docs/gitignore

import { compileGlob, type Glob } from './glob.js';

type Rule = { isException: boolean; isForFolders: boolean; isByName: boolean; glob: Glob };

/** A file in a folder that is left out is left out too, whatever a later pattern says of it. */
export function compileIgnore(text: string): (path: string) => boolean {
  const rules = text.split('\n').flatMap(readRule);
  return path => {
    const segments = path.split('/');
    return segments.some((_, i) => {
      const part = segments.slice(0, i + 1).join('/');
      const isFolder = i < segments.length - 1;
      const rule = rules.findLast(
        ({ glob, isByName, isForFolders }) =>
          (isFolder || !isForFolders) && glob.matches(isByName ? (segments[i] ?? '') : part),
      );
      return rule !== undefined && !rule.isException;
    });
  };
}

function readRule(line: string): Rule[] {
  // Blanks at the end count when they are escaped.
  const text = line.replace(/\r$/, '').replace(/(?<!\\)[ \t]{1,1000}$/, '');
  if (text === '' || text.startsWith('#')) return [];
  const isException = text.startsWith('!');
  const pattern = isException ? text.slice(1) : text;
  const isForFolders = pattern.endsWith('/');
  const body = isForFolders ? pattern.slice(0, -1) : pattern;
  const glob = body.replace(/^\//, '');
  if (glob === '') return [];
  const options = { ignoresCase: false, isLoose: false };
  return [{ isException, isForFolders, isByName: !body.includes('/'), glob: compileGlob(glob, options) }];
}
