// The shape of an incident record, published as a JSON schema. Fields are added, never renamed or given another meaning, within one
// `schema`. No field holds a secret or a place for one; what a responder fills in is null.

import * as z from 'zod';

export const RECORD_SCHEMA = 'leakgate-incident/1';

const at = z.string().describe('ISO 8601, UTC');
const priority = z.enum(['P1', 'P2', 'P3', 'P4']);
const incidentId = z.string().regex(/^SEC-[0-9a-f]{12}$/);

export const phaseId = z.enum(['detect', 'contain', 'rotate', 'invalidate', 'audit', 'rca', 'close']);

const step = z.strictObject({
  text: z.string(),
  command: z.string().nullable().describe('To be run by the responder. Names stand where values belong; no secret.'),
  url: z.string().nullable(),
});

const phase = z.strictObject({
  id: phaseId,
  dueAt: at.nullable(),
  state: z.enum(['todo', 'done']),
  doneWhen: z.string(),
  steps: z.array(step),
});

const commit = z.strictObject({
  oid: z.string(),
  author: z.string().nullable().describe('As the commit claims. For contact, not for blame.'),
  authorDate: z.string().nullable(),
  committerDate: z.string().nullable(),
});

const place = z.strictObject({
  path: z.string().nullable(),
  line: z.int().nullable(),
  commit: z.string().nullable(),
  atHead: z.boolean(),
});

export const usePlace = z.strictObject({
  path: z.string(),
  line: z.int(),
  kind: z.enum([
    'workflow',
    'compose',
    'manifest',
    'image',
    'infrastructure',
    'env-template',
    'env-file',
    'code',
    'document',
  ]),
  name: z.string().describe('The variable that stands there.'),
  store: z.string().nullable().describe('Where the line takes the value from, such as a CI secret: update it there.'),
});

const exposure = z.strictObject({
  existedBy: at.nullable().describe('Earlier date of the introducing commit: claimed by its author, not proven.'),
  pushedAt: at.nullable().describe('First push, by the reflog of the clone that pushed. null: ask the forge.'),
  removedAt: at.nullable(),
  daysAtLeast: z.int().nullable(),
  introduced: commit.nullable(),
  removed: commit.nullable(),
  atHead: z.boolean().nullable(),
  pushed: z.boolean().nullable(),
  reachable: z.boolean().nullable(),
  files: z.int(),
  occurrences: z.int(),
  places: z.array(place).describe('The first ones; `occurrences` is how many there are.'),
  branches: z.array(z.string()),
  tags: z.array(z.string()),
  remotes: z.array(z.string()),
  cameWith: z.array(incidentId).describe('Incidents of other secrets of the same commit.'),
  sameValue: z.array(incidentId).describe('Incidents of other rules that found the same value.'),
  isComplete: z.boolean().describe('false: the history has gaps, so dates and counts are bounds.'),
  unknown: z.array(z.string()).describe('What git cannot see.'),
});

export const incidentSchema = z.strictObject({
  id: incidentId.describe('Of the secret, not of the run: the same in every record of it.'),
  title: z.string(),
  isDrill: z.boolean(),
  state: z.enum(['open', 'contained', 'rotated', 'audited', 'closed']),
  priority,
  reasons: z.array(z.string()).describe('For the priority, the weightiest first.'),
  secret: z.strictObject({
    fingerprint: z.string().nullable(),
    ruleId: z.string(),
    provider: z.string().nullable(),
    kind: z.string(),
    severity: z.string().nullable(),
    confidence: z.string().nullable(),
    masked: z.string(),
    parts: z.array(z.strictObject({ ruleId: z.string(), masked: z.string() })),
    variable: z.string().nullable(),
    account: z.string().nullable().describe('As the token or the text beside it says.'),
    expiresAt: at.nullable(),
    isExpired: z.boolean().nullable(),
    validity: z.literal('unknown').describe('Nothing was asked over the network.'),
  }),
  owner: z.strictObject({ suggested: z.string().nullable(), assignee: z.string().nullable() }),
  exposure,
  response: z.strictObject({
    id: z.string(),
    title: z.string(),
    because: z.string(),
    reach: z.string().nullable(),
    breaks: z.string().nullable(),
    vendorRevokes: z.boolean().nullable(),
    vendorNote: z.string().nullable(),
    docs: z.string().nullable(),
    sources: z.array(z.string()),
  }),
  order: z.strictObject({ strategy: z.enum(['revoke-first', 'rotate-first']), why: z.array(z.string()) }),
  phases: z.array(phase),
  update: z.strictObject({
    names: z.array(z.string()).describe('Variables that were looked for.'),
    places: z.array(usePlace),
    count: z.int().describe('May be larger than the list.'),
    searched: z.string().nullable().describe('Commit whose files were searched; null: none, see `note`.'),
    note: z.string().nullable(),
  }),
  rotationLog: z.array(
    z.strictObject({
      event: z.enum(['replaced', 'revoked']),
      date: at.nullable(),
      owner: z.string().nullable(),
      scope: z.string(),
      rollback: z.string(),
    }),
  ),
  notification: z.strictObject({
    required: z.enum(['unknown', 'yes', 'no']),
    whom: z.array(z.string()),
    sentAt: at.nullable(),
  }),
  rca: z.strictObject({
    known: z.array(z.string()),
    how: z.string().nullable(),
    whyNotCaught: z.string().nullable(),
    prevention: z.strictObject({
      automation: z.string().nullable(),
      scope: z.string().nullable(),
      alerts: z.string().nullable(),
    }),
  }),
});

export const recordSchema = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  tool: z.strictObject({ name: z.literal('leakgate'), version: z.string() }),
  isDrill: z.boolean().describe('true: made from a secret that opens nothing, to practise.'),
  source: z.strictObject({
    kind: z.enum(['scan', 'json', 'sarif']),
    file: z.string().nullable(),
    tool: z.string(),
    target: z.string().nullable(),
    mode: z.string().nullable(),
    head: z.string().nullable(),
    branch: z.string().nullable(),
    finishedAt: at.nullable(),
    isComplete: z.boolean().nullable().describe('false: something was not looked at, so there may be more incidents.'),
    gaps: z.array(z.strictObject({ kind: z.string(), what: z.string(), reason: z.string() })),
    lacks: z.array(z.string()).describe('What a record needs and the report does not have.'),
  }),
  madeAt: at,
  detectedAt: at,
  detectedBy: z.enum(['flag', 'report', 'now']).describe('What the detection time was taken from.'),
  summary: z.strictObject({
    incidents: z.int(),
    byPriority: z.strictObject({ P1: z.int(), P2: z.int(), P3: z.int(), P4: z.int() }),
    belowPriority: z.int().describe('Left out by --min-priority.'),
    suppressed: z.int().describe('Allowed by a comment, an ignore file, a baseline or the config.'),
  }),
  incidents: z.array(incidentSchema).describe('The worst first.'),
  cleanup: z.strictObject({ advice: z.array(z.string()), steps: z.array(step) }),
});

export type IncidentRecord = z.output<typeof recordSchema>;
export type Incident = z.output<typeof incidentSchema>;
export type Phase = z.output<typeof phase>;
export type Step = z.output<typeof step>;
export type UsePlace = z.output<typeof usePlace>;
export type PhaseId = z.output<typeof phaseId>;

/** The published schema. */
export function recordJsonSchema(): object {
  return { title: 'leakgate incident record', ...z.toJSONSchema(recordSchema, { target: 'draft-7', io: 'output' }) };
}
