// The rules of the env checks, as data: what each says, how bad it is, and what to do. Their findings hold no secret but masked parts.

import type { Confidence, Severity } from './rule.js';
import type { BytePath, Finding, Life, Occurrence } from './types.js';

export type EnvRule = {
  id: string;
  title: string;
  severity: Severity; // where a finding does not say otherwise
  about: string; // what is wrong, in a sentence or two
  steps: readonly string[]; // what to do, in this order
  cwe: number;
  references: readonly string[];
};

const GITIGNORE = 'https://git-scm.com/docs/gitignore';
const ROTATE =
  'Revoke or replace every credential in it first. Removing a file from the index or from history does not make them safe.';

const RULES: readonly EnvRule[] = [
  {
    id: 'env-file-not-ignored',
    title: 'Git would not ignore an env file here',
    severity: 'medium',
    about: 'A file of this name can be added by accident: no committed rule keeps git from taking it.',
    steps: ['Run leakgate env --fix, or add the pattern to .gitignore by hand.', 'Commit the .gitignore.'],
    cwe: 538,
    references: [GITIGNORE],
  },
  {
    id: 'env-file-tracked',
    title: 'Env file is under version control',
    severity: 'low',
    about:
      'The file is in the index: everybody who can read the repository can read its values, and every new value will follow.',
    steps: [
      ROTATE,
      'Take it out of the index and keep the file: git rm --cached -- <file>',
      'Make sure that git ignores it: leakgate env --fix',
      'Keep a template with blank values in its place.',
    ],
    cwe: 538,
    references: [GITIGNORE, 'https://git-scm.com/docs/git-rm'],
  },
  {
    id: 'env-file-in-history',
    title: 'Env file was committed once',
    severity: 'low',
    about: 'The file is gone from HEAD, but every clone still holds the commits that have it.',
    steps: [ROTATE, 'Rewrite the history last, if at all, and only when the old values are dead.'],
    cwe: 538,
    references: [
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
    ],
  },
  {
    id: 'env-template-missing',
    title: 'No template for the variables that are read here',
    severity: 'low',
    about: 'Without a template of names, people pass whole env files on, values included.',
    steps: ['Run leakgate env --fix, which writes .env.example with blank values, and fill in safe defaults.'],
    cwe: 1059,
    references: ['https://12factor.net/config'],
  },
  {
    id: 'env-template-ignored',
    title: 'Git would ignore the template',
    severity: 'medium',
    about: 'A rule for env files also takes the template, so that it never reaches the others.',
    steps: ['Run leakgate env --fix, or add a line such as !.env.example behind the rule.', 'Commit the template.'],
    cwe: 1059,
    references: [GITIGNORE],
  },
  {
    id: 'env-template-secret',
    title: 'Template holds what looks like a real secret',
    severity: 'critical',
    about: 'Templates are meant to be read by everybody. A value that works does not belong there.',
    steps: [ROTATE, 'Put a blank or a placeholder in its place.'],
    cwe: 798,
    references: ['https://12factor.net/config'],
  },
  {
    id: 'env-variable-undocumented',
    title: 'Variable is read, but in no template',
    severity: 'low',
    about: 'The code needs a variable that the template does not name.',
    steps: ['Run leakgate env --fix, which adds it with a blank value.'],
    cwe: 1059,
    references: ['https://12factor.net/config'],
  },
  {
    id: 'env-variable-unused',
    title: 'Variable of the template is not read',
    severity: 'low',
    about: 'No code of this app reads the variable; old names keep old secrets alive.',
    steps: ['Remove it from the template and from the places that set it, and revoke what it held.'],
    cwe: 1059,
    references: ['https://12factor.net/config'],
  },
  {
    id: 'env-variable-differs',
    title: 'Variable has different names in different apps',
    severity: 'low',
    about: 'Apps of one repository call what seems to be the same thing by different names.',
    steps: ['Choose one name, or say in the templates what the difference is.'],
    cwe: 1059,
    references: ['https://12factor.net/config'],
  },
  {
    id: 'env-file-malformed',
    title: 'Line of an env file means something else than it seems',
    severity: 'low',
    about: 'Programs that load the file skip the line, or take another value than the one that is written there.',
    steps: ['Write one NAME=value a line, each name once, and close every quote.'],
    cwe: 1116,
    references: ['https://github.com/motdotla/dotenv#readme'],
  },
  {
    id: 'env-public-secret',
    title: 'Secret in a variable that is built into the browser bundle',
    severity: 'high',
    about: 'Build tools put variables with this prefix into the files that every visitor downloads.',
    steps: [ROTATE, 'Read it on the server, from a variable without the prefix.'],
    cwe: 200,
    references: ['https://nextjs.org/docs/app/guides/environment-variables', 'https://vite.dev/guide/env-and-mode'],
  },
  {
    id: 'env-value-reused',
    title: 'Same secret in several env files or environments',
    severity: 'medium',
    about: 'Whoever learns it in one environment has it in all of them, and all must be changed at once.',
    steps: ['Make a value of its own for each environment and each service.'],
    cwe: 1391,
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  },
  {
    id: 'env-weak-password',
    title: 'Default or weak password',
    severity: 'medium',
    about: 'The password is among the first that anybody tries.',
    steps: ['Replace it with a random one: openssl rand -base64 32'],
    cwe: 1391,
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html'],
  },
  {
    id: 'env-in-docker-image',
    title: 'Env file goes into the container image',
    severity: 'high',
    about: 'COPY takes the whole folder, and .dockerignore does not keep the env file out: every layer keeps it.',
    steps: ['Add the name to .dockerignore.', 'Give the values to the container when it starts.'],
    cwe: 538,
    references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  },
  {
    id: 'env-in-npm-package',
    title: 'Env file goes into the npm package',
    severity: 'high',
    about: 'npm publishes what neither "files" nor an ignore file leaves out.',
    steps: ['List in "files" of package.json what belongs into the package.', 'See it with: npm pack --dry-run'],
    cwe: 538,
    references: ['https://docs.npmjs.com/cli/v11/using-npm/developers#keeping-files-out-of-your-package'],
  },
  {
    id: 'env-in-upload',
    title: 'Env file is uploaded when the app is deployed',
    severity: 'medium',
    about: 'The ignore file of the deployment tool replaces .gitignore and does not name the env file.',
    steps: ['Add the name to that ignore file.'],
    cwe: 538,
    references: [
      'https://vercel.com/docs/deployments/vercel-ignore',
      'https://cloud.google.com/sdk/gcloud/reference/topic/gcloudignore',
    ],
  },
  {
    id: 'env-manifest-secret',
    title: 'Secret is written out in a manifest or a script',
    severity: 'high',
    about: 'A value that belongs into a secret store stands in a file of the repository.',
    steps: [ROTATE, 'Refer to a secret store, or read the value from the environment.'],
    cwe: 798,
    references: [
      'https://kubernetes.io/docs/concepts/configuration/secret/',
      'https://docs.docker.com/compose/how-tos/use-secrets/',
    ],
  },
];

/** Every rule of the env checks, by id. */
export const envRules: ReadonlyMap<string, EnvRule> = new Map(RULES.map(rule => [rule.id, rule]));

/** Something that an env check found, before it is named, suppressed and masked. */
export type Defect = {
  ruleId: string;
  severity: Severity | null; // null: the rule's
  confidence: Confidence;
  path: BytePath; // path and name make the fingerprint: neither depends on lines or commits
  name: string;
  reasons: readonly string[]; // sentences for people
  occurrences: readonly (Occurrence & { marker: null })[]; // the place to fix first
  parts: Finding['parts']; // secrets in it, masked
  life: Life;
};

const NO_LIFE: Life = { introduced: null, removed: null, atHead: null, refs: [], pushed: null, reachable: null };
const TOP = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

type Sketch = Pick<Defect, 'ruleId' | 'path' | 'name' | 'reasons'> & Partial<Defect>;

/** A defect with what most of them have. */
export function defect(sketch: Sketch): Defect {
  return {
    severity: null,
    confidence: 'high',
    parts: [],
    life: NO_LIFE,
    occurrences: [placeAt(sketch.path, TOP.startLine)],
    ...sketch,
  };
}

/** A place in the work tree or the index. @param line from 1 */
export function placeAt(
  path: BytePath,
  line: number,
  state: Occurrence['state'] = 'worktree',
): Defect['occurrences'][number] {
  const region = { ...TOP, startLine: line, endLine: line };
  return { path, commit: null, kind: 'file', state, blob: path, region, atHead: false, marker: null };
}
