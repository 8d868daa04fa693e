// Would `npm pack` put a file into the package? `files` of package.json, `.npmignore`, and `.gitignore` where there is no such file,
// in the order in which npm asks them. Pure; proven against npm itself by a test. Source: docs.npmjs.com/cli/v11/commands/npm-publish

import { compileGlob, type Glob } from './glob.js';

/** Texts of the files that decide, by their path from the root of the package. */
export type IgnoreFiles = ReadonlyMap<string, string>;

/** What package.json says about its contents. */
export type PackManifest = { files: readonly string[] | null; isPrivate: boolean };

type Rule = {
  isNegated: boolean;
  isForFolders: boolean;
  isByName: boolean;
  isOneSegment: boolean;
  globs: readonly Glob[]; // one for each way through its braces
};
type Level = { rules: readonly Rule[]; isExact: boolean };

/** @returns null when the text is no package.json */
export function parsePackManifest(text: string): PackManifest | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { files, private: isPrivate } = parsed as { files?: unknown; private?: unknown };
    const list = Array.isArray(files) ? files.filter(file => typeof file === 'string') : null;
    return { files: list, isPrivate: isPrivate === true };
  } catch {
    return null;
  }
}

const NEVER =
  /(?:^|\/)(?:node_modules|\.git|\.svn|\.hg|CVS)(?:\/|$)|\.orig$|(?:^|\/)(?:\._|\.[^/]*\.swp$)|^archived-packages\//;

/**
 * Says whether a file would be in the package.
 *
 * @param path from the root of the package
 * @param above texts of ignore files in folders above, where npm packs a workspace
 */
export function wouldPack(
  path: string,
  manifest: PackManifest,
  ignores: IgnoreFiles,
  above: readonly string[] = [],
): boolean {
  if (NEVER.test(path)) return false;
  if (manifest.files?.some(file => normal(file) === path)) return true; // a file that is named is in, whatever else is said
  const segments = path.split('/');
  const defaults = above.flatMap(readRules);
  const levels: Level[] = [{ rules: [...defaults, ...rootRules(path, manifest, ignores)], isExact: true }];
  for (let i = 0; i < segments.length - 1; i++) {
    const walk = { levels, segments };
    if (!isPassed(walk, i, segments[i] ?? '', '')) return false;
    const isExact = isPassed(walk, i, segments[i] ?? '', null) || isPassed(walk, i, `${segments[i]}/`, null);
    const folder = `${segments.slice(0, i + 1).join('/')}/`;
    levels.push({ rules: [...defaults, ...ignoreRules(folder, ignores)], isExact });
  }
  return isPassed({ levels, segments }, segments.length - 1, segments.at(-1) ?? '', null);
}

function normal(file: string): string {
  return file.replace(/^\.?\/+/, '').replace(/\/+$/, '');
}

// A list of files takes the place of both ignore files of the root, not of those in folders.
function rootRules(path: string, { files }: PackManifest, ignores: IgnoreFiles): Rule[] {
  if (!files) return ignoreRules('', ignores);
  const wanted = files.flatMap(file => {
    const rule = file.replace(/^\.\//, '/').replace(/\/\*$/, '/**');
    const isFolder = path.startsWith(`${normal(file)}/`);
    return isFolder ? [`!${rule}`, `!${rule.replace(/\/$/, '')}/**`] : [`!${rule}`];
  });
  return readRules(['*', ...wanted].join('\n'));
}

function ignoreRules(folder: string, ignores: IgnoreFiles): Rule[] {
  return readRules(ignores.get(`${folder}.npmignore`) ?? ignores.get(`${folder}.gitignore`) ?? '');
}

function readRules(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap(line => {
    const rule = line.trim();
    if (rule === '' || rule.startsWith('#')) return [];
    const [, marks = '', pattern = ''] = /^(!*)(.*)$/.exec(rule) ?? [];
    const body = pattern.replace(/^\/+|\/+$/g, '');
    if (body === '') return [];
    return [
      {
        isNegated: marks.length % 2 === 1,
        isForFolders: pattern.endsWith('/'),
        isByName: !pattern.includes('/'),
        isOneSegment: !body.includes('/'),
        globs: expandBraces(body).map(glob => compileGlob(glob, { ignoresCase: true, isLoose: false })),
      },
    ];
  });
}

// A pattern beyond these is not written by hand.
const MOST_WAYS = 64;
const MOST_SIGNS = 1000;

// `{a,b}/c` → `a/c`, `b/c`
function expandBraces(glob: string): string[] {
  if (glob.length > MOST_SIGNS) return [glob];
  const done: string[] = [];
  const pending = [glob];
  while (pending.length > 0 && done.length + pending.length < MOST_WAYS) {
    const next = pending.pop() ?? '';
    const found = /\{([^{},]*(?:,[^{},]*)+)\}/.exec(next);
    if (!found) done.push(next);
    else {
      const [all, list = ''] = found;
      const [before, after] = [next.slice(0, found.index), next.slice(found.index + all.length)];
      pending.push(...list.split(',').map(part => before + part + after));
    }
  }
  return [...done, ...pending];
}

type Walk = { levels: readonly Level[]; segments: readonly string[] };

// `folder`: null asks for a file. Else it is asked for as a folder, which passes when anything in it may; its text is the name of the
// entry where a folder above is asked about it, and '' in its own.
function isPassed(walk: Walk, level: number, entry: string, folder: string | null): boolean {
  const here = walk.levels[level];
  if (!here) return true;
  let isIncluded = true;
  if (level > 0) {
    const name = folder === null ? null : folder || entry;
    isIncluded = isPassed(walk, level - 1, `${walk.segments[level - 1]}/${entry}`, name);
    if (!isIncluded && !here.isExact) return false;
  }
  for (const rule of here.rules) {
    if (rule.isNegated === isIncluded) continue; // says what is so already
    if (isMatch(rule, entry) || (folder !== null && isFolderMatch(rule, entry, folder))) isIncluded = rule.isNegated;
  }
  return isIncluded;
}

function isMatch(rule: Rule, entry: string): boolean {
  const isFolder = entry.endsWith('/');
  const path = entry.replace(/\/$/, '');
  if (rule.isForFolders && !isFolder) return false;
  const text = rule.isByName ? path.slice(path.lastIndexOf('/') + 1) : path;
  return rule.globs.some(glob => glob.matches(text));
}

function isFolderMatch(rule: Rule, entry: string, name: string): boolean {
  if (isMatch(rule, `${entry}/`) || (rule.isNegated && mayMatchIn(rule, entry))) return true;
  const isRelative = name !== '' && (rule.isByName || (rule.isForFolders && rule.isOneSegment));
  return isRelative && rule.globs.some(glob => glob.matches(name));
}

function mayMatchIn({ globs, isByName }: Rule, folder: string): boolean {
  return !isByName && globs.some(glob => glob.mayMatchIn(folder));
}
