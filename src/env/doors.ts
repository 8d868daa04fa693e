// Would an env file leave the repository by another door than git: in an image, in a package, in an upload? Asked of the files that
// say what is left out, as the tools read them. Pure; nothing is run.

import type { BytePath } from '../types.js';
import { decodeText } from './decode-text.js';
import { findBuilds } from './docker-contexts.js';
import { cleanPath, decideDockerIgnore, dockerGlob, parseDockerIgnore } from './docker-ignore.js';
import { type Copy, findCopies } from './dockerfile-copies.js';
import { compileIgnore } from './git-ignore.js';
import { isComposePath, isDockerfilePath } from './manifest-paths.js';
import { findPackages } from './npm-packages.js';
import { pathsBelow } from './paths-below.js';

/**
 * What stands in the repository. `controls`: the Dockerfiles, compose files, manifests and ignore files, by their path (see
 * `isDoorControl`). `envFiles`: those on the disk or in git that may hold secrets, no templates.
 */
export type Project = { controls: ReadonlyMap<BytePath, Uint8Array>; envFiles: readonly BytePath[] };

export type Leak = {
  door: 'docker' | 'npm' | 'vercel' | 'gcloud';
  envFile: BytePath;
  through: BytePath; // the file that opens the door
  line: number | null; // in it, from 1
  ignoreFile: BytePath; // that would close it; it may not be there yet
  isFinal: boolean; // false: it stays in a stage that an image is built from
};

const GCLOUD = /(?:^|\/)(?:\.gcloudignore|app\.ya?ml|cloudbuild\.(?:ya?ml|json))$/;
const VERCEL = /(?:^|\/)(?:\.vercelignore|\.nowignore|vercel\.json|now\.json)$/;
const OTHER = /(?:^|\/)(?:package\.json|\.npmignore|\.gitignore)$|\.dockerignore$/;

/** Is the file one that `findLeaks` wants to see? */
export function isDoorControl(path: BytePath): boolean {
  return isDockerfilePath(path) || isComposePath(path) || [GCLOUD, VERCEL, OTHER].some(pattern => pattern.test(path));
}

/** Every door through which one of the env files would go. */
export function findLeaks({ controls, envFiles }: Project): Leak[] {
  const texts = new Map<BytePath, string>();
  for (const [path, bytes] of controls) texts.set(path, decodeText(bytes) ?? '');
  const sorted = [...envFiles].sort();
  return [
    ...dockerLeaks(texts, sorted),
    ...npmLeaks(texts, sorted),
    ...vercelLeaks(texts, sorted),
    ...gcloudLeaks(texts, sorted),
  ];
}

type Texts = ReadonlyMap<BytePath, string>;

function dockerLeaks(texts: Texts, envFiles: readonly BytePath[]): Leak[] {
  const contextsOf = new Map<BytePath, Set<string>>();
  for (const [path, text] of texts) {
    for (const { dockerfile, context } of isComposePath(path) ? findBuilds(text, folderOf(path)) : []) {
      const contexts = contextsOf.get(dockerfile) ?? new Set();
      contextsOf.set(dockerfile, contexts.add(context));
    }
  }
  return [...texts].flatMap(([through, text]) => {
    if (!isDockerfilePath(through)) return [];
    const contexts = [...(contextsOf.get(through) ?? [folderOf(through)])];
    const copies = findCopies(text);
    return contexts.flatMap(context => leaksOfContext({ through, context, copies }, texts, envFiles));
  });
}

type Image = { through: BytePath; context: string; copies: readonly Copy[] };

function leaksOfContext({ through, context, copies }: Image, texts: Texts, envFiles: readonly BytePath[]): Leak[] {
  const own = `${through}.dockerignore`;
  const ignoreFile = texts.has(own) ? own : join(context, '.dockerignore');
  const patterns = parseDockerIgnore(texts.get(ignoreFile) ?? '');
  return pathsBelow(envFiles, context).flatMap((envFile): Leak[] => {
    const path = within(context, envFile);
    const decision = decideDockerIgnore(patterns, path);
    if (decision && !decision.isException) return [];
    const taking = copies.filter(copy => takes(copy, path));
    const copy = taking.find(({ isFinal }) => isFinal) ?? taking[0];
    return copy ? [{ door: 'docker', envFile, through, line: copy.line, ignoreFile, isFinal: copy.isFinal }] : [];
  });
}

function takes({ sources, excludes }: Copy, path: string): boolean {
  const segments = path.split('/');
  const parts = segments.map((_, i) => segments.slice(0, i + 1).join('/'));
  return sources.some(written => {
    const source = cleanPath(written);
    const glob = dockerGlob(source);
    const at = source === '' ? 0 : parts.findIndex(part => part === source || glob.matches(part)) + 1;
    if (source !== '' && at === 0) return false;
    const rest = segments.slice(at).join('/') || (segments.at(-1) ?? '');
    const decision = decideDockerIgnore(parseDockerIgnore(excludes.join('\n')), rest);
    return !decision || decision.isException;
  });
}

function npmLeaks(texts: Texts, envFiles: readonly BytePath[]): Leak[] {
  return findPackages(texts).flatMap(({ manifest, folder, packs }) =>
    pathsBelow(envFiles, folder).flatMap((envFile): Leak[] => {
      if (!packs(within(folder, envFile))) return [];
      const ignoreFile = join(folder, '.npmignore');
      return [{ door: 'npm', envFile, through: manifest, line: null, ignoreFile, isFinal: true }];
    }),
  );
}

// What Vercel's command line leaves out by itself. Source: vercel.com/docs/deployments/vercel-ignore
const VERCEL_DEFAULTS =
  '.hg\n.git\n.svn\n.cache\n.next\n.now\n.vercel\n.env.local\n.env.*.local\n.venv\nvenv\nnode_modules\nCVS';

// It asks no .gitignore: a file that git ignores is uploaded.
function vercelLeaks(texts: Texts, envFiles: readonly BytePath[]): Leak[] {
  return rootsOf(texts, VERCEL).flatMap(({ folder, through }) => {
    const ignoreFile = join(folder, texts.has(join(folder, '.nowignore')) ? '.nowignore' : '.vercelignore');
    const rules = (texts.get(ignoreFile) ?? '').replace(/^\.\//gm, '');
    const ignored = compileIgnore(`${VERCEL_DEFAULTS}\n${rules}`);
    return uploads(envFiles, folder, ignored).map(envFile => {
      return { door: 'vercel', envFile, through, line: null, ignoreFile, isFinal: true };
    });
  });
}

// Without a .gcloudignore, one is made up that includes the .gitignore. Source: cloud.google.com/sdk/gcloud/reference/topic/gcloudignore
const GCLOUD_DEFAULT = '.gcloudignore\n.git\n.gitignore\n#!include:.gitignore';

function gcloudLeaks(texts: Texts, envFiles: readonly BytePath[]): Leak[] {
  return rootsOf(texts, GCLOUD).flatMap(({ folder, through }) => {
    const isOther = /app\.ya?ml$/.test(through) && !/^(?:runtime|env)\s*:/m.test(texts.get(through) ?? '');
    if (isOther) return [];
    const ignoreFile = join(folder, '.gcloudignore');
    const rules = (texts.get(ignoreFile) ?? GCLOUD_DEFAULT).replace(
      /^#!include:[ \t]*(.*?)[ \t\r]*$/gm,
      (_, name: string) =>
        // Only one file deep: what is included includes nothing.
        (texts.get(join(folder, cleanPath(name))) ?? '').replace(/^#!include:.*$/gm, ''),
    );
    return uploads(envFiles, folder, compileIgnore(rules)).map(envFile => {
      return { door: 'gcloud', envFile, through, line: null, ignoreFile, isFinal: true };
    });
  });
}

function uploads(envFiles: readonly BytePath[], folder: string, ignored: (path: string) => boolean): BytePath[] {
  return pathsBelow(envFiles, folder).filter(envFile => !ignored(within(folder, envFile)));
}

// One root for each folder, through the most telling of its files: those of the platform before those of others.
function rootsOf(texts: Texts, pattern: RegExp): { folder: string; through: BytePath }[] {
  const roots = new Map<string, BytePath>();
  for (const path of [...texts.keys()].filter(name => pattern.test(name)).sort()) {
    if (!roots.has(folderOf(path))) roots.set(folderOf(path), path);
  }
  return [...roots].map(([folder, through]) => ({ folder, through }));
}

function folderOf(path: BytePath): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

// A path below a folder, as the folder sees it.
function within(folder: string, path: BytePath): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
