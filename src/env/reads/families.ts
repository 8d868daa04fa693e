// Which reader a file has, by its name. Pure.

import { isComposePath, isDockerfilePath, isWorkflowPath } from '../manifest-paths.js';
import { csharp, dart, go, groovy, java, kotlin, native, prisma, rust, scala, swift } from './compiled.js';
import { findComposeReads } from './compose.js';
import { javascript } from './javascript.js';
import { CODE_PARTS, keepCode } from './mask.js';
import { type Language, matchForms } from './match-forms.js';
import { python } from './python.js';
import { Report } from './report.js';
import { elixir, php, ruby } from './scripting.js';
import { findDockerfileReads, findServerlessReads, findSpringReads, findWorkflowReads } from './templates.js';

/** A file without any of the keywords reads nothing. */
export type Family = { keywords: readonly string[]; find: (report: Report) => Report };

function language(of: Language): Family {
  return {
    keywords: of.keywords,
    find: report => {
      matchForms(of, report);
      return report;
    },
  };
}

// Code between text: read as code alone.
function between(of: Language, parts: (typeof CODE_PARTS)[keyof typeof CODE_PARTS]): Family {
  return {
    keywords: of.keywords,
    find: ({ text, path }) => {
      const report = new Report(keepCode(text, parts), path);
      matchForms(of, report);
      return report;
    },
  };
}

function template(keywords: readonly string[], find: (report: Report) => void): Family {
  return {
    keywords,
    find: report => {
      find(report);
      return report;
    },
  };
}

const FAMILIES = {
  javascript: language(javascript),
  markup: between(javascript, CODE_PARTS.markup),
  python: language(python),
  ruby: language(ruby),
  erb: between(ruby, CODE_PARTS.erb),
  php: between(php, CODE_PARTS.php),
  blade: between(php, CODE_PARTS.blade),
  elixir: language(elixir),
  java: language(java),
  kotlin: language(kotlin),
  scala: language(scala),
  groovy: language(groovy),
  csharp: language(csharp),
  go: language(go),
  rust: language(rust),
  native: language(native),
  swift: language(swift),
  dart: language(dart),
  prisma: language(prisma),
  compose: template(['$', 'environment', 'env_file'], findComposeReads),
  dockerfile: template(['ARG', 'arg', 'CMD', 'ENTRYPOINT'], findDockerfileReads),
  workflow: template(['secrets', 'vars', 'env'], findWorkflowReads),
  spring: template(['${'], findSpringReads),
  serverless: template(['env:'], findServerlessReads),
} as const;

const BY_EXTENSION: ReadonlyMap<string, Family> = new Map(
  (
    [
      ['javascript', 'js mjs cjs jsx ts mts cts tsx es6'],
      ['markup', 'vue svelte astro'],
      ['python', 'py pyi pyw'],
      ['ruby', 'rb rake gemspec ru podspec'],
      ['erb', 'erb'],
      ['php', 'php phtml inc'],
      ['elixir', 'ex exs'],
      ['java', 'java'],
      ['kotlin', 'kt kts'],
      ['scala', 'scala sc sbt'],
      ['groovy', 'groovy gradle'],
      ['csharp', 'cs csx'],
      ['go', 'go'],
      ['rust', 'rs'],
      ['native', 'c h cc cpp cxx hpp hh m mm'],
      ['swift', 'swift'],
      ['dart', 'dart'],
      ['prisma', 'prisma'],
    ] as const
  ).flatMap(([family, extensions]) => extensions.split(' ').map(extension => [extension, FAMILIES[family]] as const)),
);

const BY_NAME: readonly (readonly [RegExp, Family])[] = [
  [/\.blade\.php$/i, FAMILIES.blade],
  [/\.ya?ml\.erb$/i, FAMILIES.erb],
  [/(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/i, FAMILIES.spring],
  [/(?:^|\/)(?:application|reference)[\w.-]*\.conf$/i, FAMILIES.spring],
  [/(?:^|\/)serverless[\w.-]*\.ya?ml$/i, FAMILIES.serverless],
  [/(?:^|\/)config\/[\w/-]+\.ya?ml$/i, FAMILIES.erb], // of Rails
  [/(?:^|\/)(?:Rakefile|Gemfile|Guardfile|Capfile|Fastfile|Appfile|Podfile|Vagrantfile)$/, FAMILIES.ruby],
];

/** @returns null for a file that is known to read nothing */
export function familyOf(path: string): Family | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known = BY_EXTENSION.get(extension);
  if (known && extension !== 'php') return known;
  if (isComposePath(path)) return FAMILIES.compose;
  if (isDockerfilePath(path)) return FAMILIES.dockerfile;
  if (isWorkflowPath(path)) return FAMILIES.workflow;
  return BY_NAME.find(([pattern]) => pattern.test(path))?.[1] ?? known ?? null;
}

const BY_CONTENT = new Set<Family>([
  FAMILIES.compose,
  FAMILIES.dockerfile,
  FAMILIES.workflow,
  FAMILIES.spring,
  FAMILIES.serverless,
]);

/** Whether a file is read whatever it holds: its words are too common to look for. */
export function isReadByName(path: string): boolean {
  const family = familyOf(path);
  return family !== null && BY_CONTENT.has(family);
}

// Whoever writes these also writes `env`, in one of its cases, where a variable is read.
const WITH_ENV = new Set(['= process', ':process', 'convict', 'System.', 'nvironment']);

/** Words of which every other file that reads a variable holds at least one. Few, because git looks for each of them in every file. */
export function readWords(): string[] {
  const words = Object.values(FAMILIES)
    .filter(family => !BY_CONTENT.has(family))
    .flatMap(family => family.keywords);
  const shortest = (word: string) => ['env', 'Env', 'ENV'].find(part => word.includes(part)) ?? word;
  return [...new Set(words.filter(word => !WITH_ENV.has(word)).map(shortest))];
}
