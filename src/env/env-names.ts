// Which files hold variables, and which are templates of them, by name alone. Shared by the hook and the env checks; costs nothing.

import type { BytePath } from '../types.js';

/** What a file is by its name. `encrypted` ones may be committed; so may templates. */
export type EnvKind = 'env' | 'template' | 'encrypted';

const QUICK = /env|\.dev\.vars/i; // every env file has one of these in its path; most files have not
const TEMPLATE_WORD =
  /(?:^|[._-])(?:examples?|samples?|templates?|tpl|dist|defaults?|schema|skeleton|stub|blank)(?=$|[._-])/;
const ENCRYPTED = /\.(?:vault|enc|encrypted|gpg|asc|age|sops)$/;
const CODE =
  /\.(?:d\.ts|[cm]?[jt]sx?|py|rb|go|rs|php|java|kt|cs|sh|md|mdx|html?|ya?ml|json5?|toml|lock|test|spec|snap)$/;
const DOT_ENV = /^\.env(?:rc)?(?:$|[._~-])|^\.flaskenv(?:$|[._~-])|^\.dev\.vars(?:$|[._~-])|^#\.env.*#$/;
const BY_EXTENSION = /[^.].*\.env$|^\..+\.env$/;
// What stands behind the name of such a file: templates, copies of editors, encrypted ones.
const BEHIND =
  /(?:\.(?:examples?|samples?|templates?|tpl|dist|defaults?|local|bak|backup|old|orig|save|enc|encrypted|gpg|asc|age|sops)|~)+$/;
// `.envs/.production/.postgres`; but a Python environment in `.env` is a folder of programs.
const ENV_FOLDER = /(?:^|\/)\.envs?\/(?!(?:.*\/)?(?:bin|lib|lib64|include|share|scripts|etc)\/)(?:[^/]+\/)*\.?[^/.]+$/i;
const BARE_TEMPLATE = /^(?:dot[._-]?)?env(?=[._-])/; // `env.example`: what is copied to `.env`

/**
 * Says what a file is.
 *
 * @param path or name; case does not matter, because it does not on many machines
 * @param more names of the config, exact or with `*`
 */
export function envKindOf(path: BytePath, more: readonly string[] = []): EnvKind | null {
  if (!mayNameEnvFile(path, more)) return null;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const isListed = more.some(pattern => matchesName(pattern, name));
  if (!isListed && !isEnvLike(name) && !ENV_FOLDER.test(path)) return null;
  if (TEMPLATE_WORD.test(name)) return 'template';
  return ENCRYPTED.test(name) ? 'encrypted' : 'env';
}

/** Whether a name, or a part of a path, is worth a closer look. Quick, for lists of 100,000 names. */
export function mayNameEnvFile(part: string, more: readonly string[]): boolean {
  return more.length > 0 || QUICK.test(part);
}

/** Patterns for git that at least every env file fits. */
export function envPathspecs(more: readonly string[]): string[] {
  return ['*env*', '*.dev.vars*', ...more.map(name => `*${name}`)].map(pattern => `:(icase)${pattern}`);
}

function isEnvLike(name: string): boolean {
  if (!name.includes('env') && !name.startsWith('.dev.vars')) return false;
  // `.env.test` names a mode; `routes.env.test.ts` is code.
  if (/^\.env\.(?:test|spec)$/.test(name)) return true;
  if (CODE.test(name)) return false;
  if (DOT_ENV.test(name) || BY_EXTENSION.test(name.replace(BEHIND, ''))) return true;
  return BARE_TEMPLATE.test(name) && TEMPLATE_WORD.test(name);
}

/** Whether a name of the config, in which `*` stands for any run of characters, means this name. */
export function matchesName(pattern: string, name: string): boolean {
  const source = pattern
    .toLowerCase()
    .split('*')
    .map(part => part.replace(/[^\w]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${source}$`).test(name.toLowerCase());
}

const MODES = ['development', 'production', 'staging', 'test'] as const;
/** Stands for a name that no rule lists by itself. */
export const ANY_NAME = 'leakgate-probe';

/** Names that go together: one line of an ignore file covers them. */
export type NameFamily = {
  label: string; // as people know it, and the pattern that covers it
  names: readonly string[]; // that git is asked about
  isCommon: boolean; // most projects have such files sooner or later
};

/** Every conventional name, by family. */
export const FAMILIES: readonly NameFamily[] = [
  { label: '.env', names: ['.env'], isCommon: true },
  { label: '.env.local', names: ['.env.local', ...MODES.map(mode => `.env.${mode}.local`)], isCommon: true },
  { label: '.env.*', names: MODES.map(mode => `.env.${mode}`), isCommon: false },
  { label: '*.env', names: [`${ANY_NAME}.env`], isCommon: false },
  { label: '.envrc', names: ['.envrc'], isCommon: false },
  { label: '.dev.vars', names: ['.dev.vars'], isCommon: false },
  { label: '.flaskenv', names: ['.flaskenv'], isCommon: false },
];

/** The families and those of the config. */
export function familiesWith(more: readonly string[]): NameFamily[] {
  return [
    ...FAMILIES,
    ...more
      .filter(name => !FAMILIES.some(family => family.label === name || family.names.includes(name)))
      .map(name => ({ label: name, names: [name.replaceAll('*', ANY_NAME)], isCommon: true })),
  ];
}

/** The name as people know it: a probe stands for its pattern. */
export function showProbe(name: string): string {
  return name.replace(ANY_NAME, '*');
}

/** Names under which templates are committed. */
export const TEMPLATE_NAMES = ['.env.example', '.env.sample', '.env.template', '.env.dist'] as const;
