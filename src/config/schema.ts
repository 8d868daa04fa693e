// The config file's shape. Loaded only when there is a config file: zod is not needed to find secrets.

import * as z from 'zod';
import { ROTATION_POLICY, SECRET_KINDS } from '../rotation-policy.js';
import { markerNames } from './defaults.js';
import { nearest } from './nearest.js';

const severity = z.enum(['critical', 'high', 'medium', 'low']);
const confidence = z.enum(['high', 'medium', 'low']);

const customRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/, 'must be kebab-case, such as acme-api-key')
    .describe('Unique name, kebab-case.'),
  title: z.string().min(1).describe('Short name for people.'),
  severity: severity.default('high'),
  confidence: confidence.default('high'),
  keywords: z
    .array(z.string().regex(/^[\x20-\x7e]{3,}$/, 'must be 3 or more ASCII characters'))
    .min(1)
    .describe('Literal texts; at least one must begin the match.'),
  pattern: z
    .string()
    .min(1)
    .describe('Bounded JavaScript regular expression: no *, + or {n,}. The group `secret` is reported.'),
  ignoreCase: z.boolean().default(false),
  before: z.int().min(0).max(512).default(0).describe('Bytes that the match may begin in front of its keyword.'),
  minEntropy: z.number().min(0).max(8).default(0).describe('Bits per character of the secret.'),
  references: z.array(z.url()).default([]),
  match: z
    .array(z.string())
    .min(1)
    .describe('Texts that must match; « » mark the secret. Run when the config is loaded.'),
  noMatch: z.array(z.string()).min(1).describe('Texts that must not match. Run when the config is loaded.'),
});

const kinds = z.enum(SECRET_KINDS);
const hours = (longest: number, what: string) =>
  z
    .number()
    .positive()
    .max(longest, `must be at most ${longest}: the clocks can only be made tighter`)
    .default(longest)
    .describe(`Hours from detection until ${what}.`);

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  rules: z
    .strictObject({
      disable: z.array(z.string()).default([]).describe('Ids of rules that are not used.'),
      severity: z.record(z.string(), severity).default({}).describe('Other severities, by rule id.'),
      custom: z.array(customRule).default([]).describe('Rules of your own.'),
    })
    .prefault({}),
  allow: z
    .strictObject({
      paths: z
        .array(z.string().min(1))
        .default([])
        .describe('Globs; findings that stand only in these paths are suppressed and counted.'),
      markers: z
        .array(z.enum(markerNames as [string, ...string[]]))
        .default([...markerNames])
        .describe('Inline comments that allow a finding.'),
    })
    .prefault({}),
  exclude: z
    .array(z.string().min(1))
    .default([])
    .describe('Globs that `leakgate files` does not read. Git scans read everything.'),
  env: z
    .strictObject({
      names: z
        .array(z.string().regex(/^[\w.@+*-]+$/, 'must be a file name, in which * stands for any characters'))
        .default([])
        .describe('File names that hold variables besides the usual ones, such as app.secrets or *.credentials.'),
      exclude: z
        .array(z.string().min(1))
        .default([])
        .describe('Globs of folders and files that `leakgate env` does not look at.'),
      variables: z
        .array(z.string().regex(/^\w+\*?$/, 'must be a name, which may end in *'))
        .default([])
        .describe(
          'Variables that no template needs to name, because the platform sets them. A * at the end is a prefix.',
        ),
    })
    .prefault({}),
  minConfidence: confidence
    .optional()
    .describe('Findings below it are counted, not reported. Default: medium in staged, low elsewhere.'),
  publishable: z.boolean().default(false).describe('Also report keys that are made to be public.'),
  ignoreFile: z
    .string()
    .min(1)
    .default('.leakgateignore')
    .describe('File with allowed fingerprints, relative to the config.'),
  incident: z
    .strictObject({
      clocks: z
        .strictObject({
          contain: hours(1, 'others cannot use the value any more'),
          rotate: hours(24, 'a new value is in place; 1 where the old one is revoked first'),
          invalidate: hours(24, 'what the old value opened is closed'),
          audit: hours(24, 'the search for use by others has begun'),
          rca: hours(168, 'the cause is written down'),
          close: hours(720, 'what prevents it is in place'),
        })
        .prefault({}),
      owners: z
        .partialRecord(kinds, z.string().min(1))
        .default({})
        .describe('Who answers for secrets of a kind: roles, not names.'),
      notify: z.array(z.string().min(1)).default([]).describe('Whom every incident is told to: roles or channels.'),
    })
    .prefault({}),
  rotation: z
    .strictObject({
      intervals: z
        .partialRecord(kinds, z.int().min(1).max(3650))
        .default({})
        .describe(
          `Days that secrets of a kind may live. Defaults: ${SECRET_KINDS.map(kind => `${kind} ${ROTATION_POLICY[kind].days}`).join(', ')}.`,
        ),
      warnAt: z
        .number()
        .min(0.1)
        .max(1)
        .default(0.8)
        .describe('Share of the interval from which on `incident age` warns.'),
    })
    .prefault({}),
});

export type Config = z.output<typeof configSchema>;
export type CustomRule = z.output<typeof customRule>;

/** The JSON schema that editors read. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' });
}

/**
 * Checks parsed JSON against the schema.
 *
 * @returns the config with its defaults, or one line that says what is wrong where
 */
export function validateConfig(value: unknown): { config: Config } | { problem: string } {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return { config: parsed.data };
  const issue = parsed.error.issues[0];
  if (!issue) return { problem: 'it is not valid' };
  const path = issue.path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { problem: `unknown key "${path === '' ? '' : `${path}.`}${key}"${hint(key, knownKeys(issue.path))}` };
  }
  return { problem: `${path === '' ? 'the top level' : path} ${issue.message.replace(/^Invalid input: /, '')}.` };
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  let node: Record<string, unknown> = configJsonSchema() as Record<string, unknown>;
  for (const part of path) {
    const next =
      typeof part === 'number' ? node.items : (node.properties as Record<string, unknown> | undefined)?.[String(part)];
    node = (next ?? {}) as Record<string, unknown>;
  }
  return Object.keys((node.properties as object | undefined) ?? {});
}

function hint(key: string, known: readonly string[]): string {
  const best = nearest(key, known);
  return best ? `; did you mean "${best}"?` : `; known here: ${known.join(', ')}.`;
}
