// Sightings → what a cache may keep of them, and back: the objects that hold one of each kind are read again, and must be what their ids
// say. Nothing of a secret, and nothing of what stands around it, is kept.

import { readClaims } from './engine/read-claims.js';
import { findInlineMarker } from './findings/inline-marker.js';
import { LineIndex } from './findings/locate.js';
import { type KeptSightings, MATCH_INTS, type Saying } from './git/kept-sightings.js';
import { idOf } from './git/loose-object.js';
import type { ReadObject } from './git/read-objects.js';
import { Numbered } from './numbered.js';
import type { PlainMatch, PlainSighting } from './scan-packs.js';
import { Secret } from './secret.js';
import type { Oid } from './types.js';

/** Keeps the sightings that can be made again from the bytes at their spans; the others are to be searched for again. */
export function keepSightings(sightings: readonly PlainSighting[]): KeptSightings {
  // Objects with the most matches come first, so that few of them hold one of each kind.
  const verbatim = sightings.filter(({ isVerbatim }) => isVerbatim).sort((a, b) => b.matches.length - a.matches.length);
  const count = verbatim.reduce((sum, { matches }) => sum + matches.length, 0);
  const matches = new Int32Array(count * MATCH_INTS);
  const sayings = new Numbered<Saying>(sayingKey);
  const firsts = new Map<string, number>(); // what is not kept of a match → the first one that has it
  let number = 0;
  for (const [blob, { matches: own }] of verbatim.entries()) {
    for (const match of own) {
      const { ruleId, span, confidence, reasons, rank, region, marker, claims, value } = match;
      const saying = sayings.numberOf({ ruleId, confidence, reasons, rank, marker: marker?.marker ?? null });
      const unsaid = keyOf([
        ruleId,
        value,
        claims.account,
        claims.expiresAt,
        claims.variable,
        claims.environment,
        marker?.reason ?? null,
      ]);
      const first = firsts.get(unsaid) ?? number;
      firsts.set(unsaid, first);
      const { startLine, startColumn, endLine, endColumn } = region;
      const ints = [blob, saying, span.start, span.end, startLine, startColumn, endLine, endColumn];
      matches.set([...ints, marker?.line ?? 0, first], number * MATCH_INTS);
      number++;
    }
  }
  return { blobs: verbatim.map(({ blob, kind }) => ({ oid: blob, kind })), sayings: sayings.all, matches };
}

function sayingKey({ ruleId, confidence, reasons, rank, marker }: Saying): string {
  return keyOf([ruleId, confidence, String(rank), marker, ...reasons]);
}

// The length of each part, and the parts: of other parts it is another text. JSON takes three times as long.
function keyOf(parts: readonly (string | null)[]): string {
  let key = '';
  for (const part of parts) key += part === null ? '-' : `${part.length}:${part}`;
  return key;
}

type Unsaid = Pick<PlainMatch, 'value' | 'claims'> & { reason: string | null };

/**
 * Makes the sightings again.
 *
 * @param read gives objects by their ids
 * @param markers inline comments that count, the same as before
 * @returns null when an object is not to be had, or not what its id says: then nothing of what was kept can be relied on
 */
export async function recallSightings(
  kept: KeptSightings,
  read: (oids: readonly Oid[]) => AsyncIterable<ReadObject>,
  markers: ReadonlySet<string>,
): Promise<PlainSighting[] | null> {
  const unsaid = await readUnsaid(kept, read, markers);
  if (!unsaid) return null;
  const { blobs, sayings, matches } = kept;
  const sightings = blobs.map(({ oid, kind }): PlainSighting => ({ blob: oid, kind, matches: [], isVerbatim: true }));
  for (let at = 0; at < matches.length; at += MATCH_INTS) {
    const int = (n: number) => matches[at + n] as number; // taking the ten apart by a pattern takes ten times as long
    const saying = sayings[int(1)];
    const rest = unsaid.get(int(9));
    if (!saying || !rest) return null;
    const { ruleId, confidence, reasons, rank, marker } = saying;
    sightings[int(0)]?.matches.push({
      ruleId,
      confidence,
      reasons,
      rank,
      span: { start: int(2), end: int(3) },
      region: { startLine: int(4), startColumn: int(5), endLine: int(6), endColumn: int(7) },
      marker: marker === null ? null : { marker, reason: rest.reason, line: int(8) },
      claims: rest.claims,
      value: rest.value,
    });
  }
  return sightings;
}

// Of each match that others are like: what it is.
async function readUnsaid(
  { blobs, sayings, matches }: KeptSightings,
  read: (oids: readonly Oid[]) => AsyncIterable<ReadObject>,
  markers: ReadonlySet<string>,
): Promise<Map<number, Unsaid> | null> {
  const firsts = new Map<Oid, number[]>(); // object → its matches that others are like
  for (let at = 0, number = 0; at < matches.length; at += MATCH_INTS, number++) {
    const oid = blobs[matches[at] as number]?.oid ?? '';
    if (matches[at + MATCH_INTS - 1] !== number) continue;
    const numbers = firsts.get(oid);
    if (numbers) numbers.push(number);
    else firsts.set(oid, [number]);
  }
  const unsaid = new Map<number, Unsaid>();
  if (firsts.size === 0) return unsaid;
  for await (const object of read([...firsts.keys()])) {
    if (!('bytes' in object) || idOf(object.type, object.bytes, object.oid.length) !== object.oid) return null;
    const lines = new LineIndex(object.bytes);
    for (const number of firsts.get(object.oid) ?? []) {
      const at = number * MATCH_INTS;
      const said = sayings[matches[at + 1] as number];
      if (!said) return null;
      const span = { start: matches[at + 2] as number, end: matches[at + 3] as number };
      const startLine = matches[at + 4] as number;
      const value = object.bytes.toString('latin1', span.start, span.end);
      const { marker, ...match } = said;
      const found = marker === null ? null : findInlineMarker(object.bytes, lines, { span, startLine }, markers);
      const claims = readClaims({ ...match, span, secret: new Secret(value) }, object.bytes);
      unsaid.set(number, { value, claims, reason: found?.reason ?? null });
    }
  }
  return unsaid;
}
