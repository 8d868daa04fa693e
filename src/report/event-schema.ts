// The shape of the event that one scan sends to a webhook. Published as dist/event.schema.json; nothing at run time needs it.
// Keys are added, never renamed or given another meaning within one dataschema version. Envelope: CloudEvents 1.0 in JSON.

import * as z from 'zod';

const count = z.int().min(0);
const time = z.iso.datetime({ offset: true });
const text = z.string().max(2000);
const severity = z.enum(['critical', 'high', 'medium', 'low']);
const priority = z.enum(['P1', 'P2', 'P3', 'P4']);

const clocks = z
  .strictObject({ contain: time, audit: time, rca: time, followUp: time })
  .describe(
    'When each phase is due, from detectedAt on: 1 hour, 24 hours, 7 days and 30 days, or what the config says.',
  );

const finding = z.strictObject({
  fingerprint: z.string().min(1).describe('The same for the same secret under the same rule, wherever it stands.'),
  rule: z.string().min(1),
  title: text,
  provider: text,
  severity,
  confidence: z.enum(['high', 'medium', 'low']),
  priority,
  reasons: z.array(text).max(10).describe('For the priority, the weightiest first.'),
  masked: z.string().max(40).describe('The secret itself is in no event.'),
  path: text.nullable().describe('null: a message, or an object without a name.'),
  line: z.int().min(1).nullable(),
  commit: z.string().nullable().describe('That introduced it, or holds it.'),
  exposedSince: time.nullable(),
  exposedDays: count.nullable().describe('A lower bound: only revoking it ends the exposure.'),
  removedAt: text.nullable(),
  atHead: z.boolean().nullable(),
  pushed: z.boolean().nullable().describe('null: not known here.'),
  tags: count,
  branches: count,
  occurrences: count,
  account: text.nullable().describe('What the token itself says of its owner.'),
  expiresAt: text.nullable(),
  expired: z.boolean().nullable(),
});

export const eventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Idempotency key: the same when another scan of the same commit finds the same.'),
    source: z.string().min(1),
    type: z.literal('io.github.leakgate.scan.v1'),
    subject: text.optional(),
    time,
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      detector: z.strictObject({ name: z.literal('leakgate'), version: z.string().min(1) }),
      repository: z.strictObject({ url: z.string().nullable(), head: z.string().nullable(), branch: text.nullable() }),
      mode: z.enum(['staged', 'history', 'range', 'files', 'stdin', 'env']),
      startedAt: time,
      detectedAt: time,
      complete: z.boolean().describe('false: something was not scanned, see gaps.'),
      exitCode: z.int(),
      priority: priority.nullable().describe('Of the most urgent finding; null: there is none.'),
      clocks: clocks.nullable().describe('null: nothing was found.'),
      counts: z.strictObject({
        findings: count,
        byPriority: z.strictObject({ P1: count, P2: count, P3: count, P4: count }),
        bySeverity: z.strictObject({ critical: count, high: count, medium: count, low: count }),
        atHead: count,
        pushed: count,
        suppressed: count,
        gaps: count,
      }),
      findings: z.array(finding).describe('The most urgent first; as many as fit into 64 KiB.'),
      findingsLeftOut: count,
      gaps: z.array(z.strictObject({ kind: z.string(), what: text, reason: text })).max(20),
    }),
  })
  .describe('What one scan of leakgate found, without any secret.');

export type ScanEvent = z.infer<typeof eventSchema>;
export type EventFinding = z.infer<typeof finding>;

/** The schema as JSON Schema, draft 7. */
export function eventJsonSchema(): object {
  return z.toJSONSchema(eventSchema, { target: 'draft-7' });
}
