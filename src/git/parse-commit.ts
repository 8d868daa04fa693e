// Bytes of a commit or tag object → what we need of it. Keeps malformed ones: dates and names are what the object says.
// Format: git Documentation/gitformat-… and `git cat-file -p`; headers, an empty line, the message.

import type { CommitInfo, Oid, Person } from '../types.js';

export type Commit = {
  oid: Oid;
  tree: Oid | null;
  parents: Oid[];
  time: number; // committer date, seconds since 1970; 0 when malformed
};

const utf8 = new TextDecoder();

/** Reads tree, parents and committer time from a commit's bytes. */
export function parseCommit(oid: Oid, bytes: Uint8Array): Commit {
  let tree: Oid | null = null;
  let time: number | null = null;
  const parents: Oid[] = [];
  // Ids and times are ASCII.
  for (const line of latin1Slice.call(bytes, 0, headerEnd(bytes)).split('\n')) {
    if (line.startsWith('parent ')) {
      const parent = line.slice(7).trim();
      if (isOid(parent)) parents.push(parent);
    } else if (tree === null && line.startsWith('tree ')) tree = line.slice(5).trim();
    else if (time === null && line.startsWith('committer '))
      time = Number(/> (-?\d{1,15}) /.exec(`${line.slice(10).trim()} `)?.[1] ?? 0);
  }
  return { oid, tree, parents, time: time ?? 0 };
}

/** Reads who wrote a commit and when, as the object says: no mailmap. */
export function parseCommitInfo(oid: Oid, bytes: Uint8Array): CommitInfo {
  const headers = headersOf(bytes);
  const line = (name: string) => headers.find(text => text.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  return {
    oid,
    author: personOf(line('author')),
    authorDate: dateOf(line('author')),
    committerDate: dateOf(line('committer')),
  };
}

/** The object that an annotated tag names, and the tag's own name. */
export function parseTag(bytes: Uint8Array): { target: Oid | null; name: string } {
  const headers = headersOf(bytes);
  const line = (name: string) =>
    headers
      .find(text => text.startsWith(`${name} `))
      ?.slice(name.length + 1)
      .trim() ?? '';
  return { target: isOid(line('object')) ? line('object') : null, name: line('tag') };
}

function isOid(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

const LF = 0x0a;
const { indexOf, latin1Slice } = Buffer.prototype; // of any bytes, without making a Buffer first

function headersOf(bytes: Uint8Array): string[] {
  return utf8.decode(bytes.subarray(0, headerEnd(bytes))).split('\n');
}

// The headers end in front of an empty line, or with the object.
function headerEnd(bytes: Uint8Array): number {
  const end = indexOf.call(bytes, '\n\n');
  if (end >= 0) return end;
  return bytes[bytes.length - 1] === LF ? bytes.length - 1 : bytes.length;
}

function personOf(line: string): Person {
  const [, name = line, email = ''] = /^([^<]*)<([^>]*)>/.exec(line) ?? [];
  return { name: name.trim(), email: email.trim() };
}

function dateOf(line: string): string {
  const [, seconds, zone] = /> (-?\d{1,15})(?: ([+-]\d{4}))?\s*$/.exec(line) ?? [];
  const date = new Date(Number(seconds ?? Number.NaN) * 1000);
  if (Number.isNaN(date.getTime())) return seconds === undefined ? '' : `@${seconds}`;
  return withZone(date, zone ?? '+0000');
}

// 2024-03-01T12:00:00+02:00, the author's own clock.
function withZone(date: Date, zone: string): string {
  const minutes = (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
  const local = new Date(date.getTime() + minutes * 60_000);
  if (Number.isNaN(local.getTime()) || Math.abs(minutes) > 24 * 60) return date.toISOString().replace('.000Z', 'Z');
  return local.toISOString().replace('.000Z', minutes === 0 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3, 5)}`);
}
