// Archives → what is in them: zip (also jar, docx, apk), gzip, tar, and those in each other. In memory alone, within limits that
// hold while expanding; what is over a limit, encrypted or damaged is named, so that it never looks as if it had been searched.

import { constants, gunzipSync, inflateRawSync } from 'node:zlib';
import type { BytePath, Gap } from '../types.js';
import { containerKind } from './container-kind.js';
import { listTar } from './tar.js';
import { listZip, type ZipEntry } from './zip.js';

export type Member = { path: BytePath; bytes: Buffer };
export type Limits = {
  depth: number; // containers in each other
  entries: number; // members of a container, those of inner ones included
  memberBytes: number;
  totalBytes: number; // expanded, of a container with all that is in it
  ratio: number; // expanded bytes for one that is stored, beyond the first MB
};

/** What an archive may cost. Text expands to 5 to 20 times its size, logs of one repeated line to 200. */
export const LIMITS: Limits = {
  depth: 3,
  entries: 1000,
  memberBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 250,
};
const RATIO_FROM = 1024 * 1024;
const MAX_NAME = 1024; // bytes of a member's name that are kept

/**
 * Gives everything that a container holds, inner containers opened in their turn.
 *
 * @param onGap told of each member that cannot be looked at, `path` null: the container itself
 * @returns members that are no containers, and the containers among them as they are
 */
export function* openContainer(
  bytes: Uint8Array,
  onGap: (path: BytePath | null, gap: Pick<Gap, 'kind' | 'reason'>) => void,
  limits: Limits = LIMITS,
): Generator<Member> {
  const opening: Opening = { limits, onGap, entries: 0, bytes: 0 };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  yield* open(opening, { path: null, bytes: buffer, depth: 1 });
}

type Opening = {
  limits: Limits;
  onGap: (path: BytePath | null, gap: Pick<Gap, 'kind' | 'reason'>) => void;
  entries: number;
  bytes: number;
};
type Container = { path: BytePath | null; bytes: Buffer; depth: number };

/** A limit of the whole container is reached: nothing more is taken out of it. */
class Exhausted extends Error {}

function* open(opening: Opening, container: Container): Generator<Member> {
  const { limits, onGap } = opening;
  if (container.depth > limits.depth) {
    onGap(container.path, { kind: 'budget', reason: `archives in each other are opened ${limits.depth} deep` });
    return;
  }
  try {
    for (const member of members(opening, container)) {
      yield member;
      if (containerKind(member.bytes)) yield* open(opening, { ...member, depth: container.depth + 1 });
    }
  } catch (error) {
    if (error instanceof RangeError)
      onGap(container.path, { kind: 'object-unreadable', reason: `the archive cannot be read: ${error.message}` });
    else if (error instanceof Exhausted && container.depth === 1)
      onGap(container.path, { kind: 'budget', reason: error.message });
    else throw error;
  }
}

function* members(opening: Opening, container: Container): Generator<Member> {
  const kind = containerKind(container.bytes);
  const pathOf = (name: string) => `${container.path === null ? '' : `${container.path}!`}${name.slice(0, MAX_NAME)}`;
  if (kind === 'zip') yield* zipMembers(opening, container.bytes, pathOf);
  else if (kind === 'tar') yield* tarMembers(opening, container.bytes, pathOf);
  else yield* gzipMembers(opening, container.bytes, pathOf);
}

type PathOf = (name: string) => BytePath;

function* zipMembers(opening: Opening, bytes: Buffer, pathOf: PathOf): Generator<Member> {
  const taken: ZipEntry['data'][] = [];
  for (const entry of listZip(bytes)) {
    const path = pathOf(entry.name);
    count(opening);
    // Members that share their data are how a small file claims to hold petabytes.
    if (taken.some(({ start, end }) => entry.data.start < end && start < entry.data.end))
      throw new RangeError('members overlap');
    taken.push(entry.data);
    const content = readZipMember(opening, path, entry, bytes.subarray(entry.data.start, entry.data.end));
    if (content) yield { path, bytes: content };
  }
}

function readZipMember(
  opening: Opening,
  path: BytePath,
  { flags, method, size }: ZipEntry,
  data: Buffer,
): Buffer | null {
  const unreadable = (reason: string) => {
    opening.onGap(path, { kind: 'object-unreadable', reason });
    return null;
  };
  if (flags & 1) return unreadable('it is encrypted');
  if (method === 8) return expand(opening, { path, data }, max => inflateRawSync(data, { maxOutputLength: max }));
  if (method !== 0) return unreadable(`it is compressed by method ${method}, which is not known here`);
  if (size !== data.length) return unreadable('its size is not what the directory says');
  return expand(opening, { path, data }, () => data);
}

// What a tar archive holds is stored as it is, so it costs nothing but its own size.
function* tarMembers(opening: Opening, bytes: Buffer, pathOf: PathOf): Generator<Member> {
  for (const entry of listTar(bytes)) {
    const path = pathOf(entry.name);
    count(opening);
    const { memberBytes } = opening.limits;
    if (entry.bytes.length <= memberBytes) yield { path, bytes: entry.bytes };
    else opening.onGap(path, { kind: 'budget', reason: `it has more than ${megabytes(memberBytes)}` });
  }
}

// A compressed tar archive is one container, as people see it: its members stand directly in it.
function* gzipMembers(opening: Opening, bytes: Buffer, pathOf: PathOf): Generator<Member> {
  count(opening);
  const member = pathOf(gzipName(bytes));
  const isTar = containerKind(startOf(bytes)) === 'tar';
  const content = expand(opening, { path: member, data: bytes, isTar }, max =>
    gunzipSync(bytes, { maxOutputLength: max }),
  );
  if (!content) return;
  if (isTar) yield* tarMembers(opening, content, pathOf);
  else yield { path: member, bytes: content };
}

const START_BYTES = 4096; // compressed; more than enough for the first header of a tar archive

function startOf(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, START_BYTES);
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: START_BYTES * 1100 });
  } catch {
    return Buffer.alloc(0); // what is wrong with it is said where all of it is expanded
  }
}

// The name is a field of the header, with a flag of its own. RFC 1952 §2.3
function gzipName(bytes: Buffer): string {
  const flags = bytes[3] ?? 0;
  const start = 10 + (flags & 4 ? 2 + bytes.readUInt16LE(10) : 0);
  const end = bytes.indexOf(0, start);
  return flags & 8 && end > start ? bytes.toString('latin1', start, end) : 'content';
}

function count(opening: Opening): void {
  const { entries } = opening.limits;
  if (++opening.entries > entries) throw new Exhausted(`it has more than ${entries} members; the rest was not opened`);
}

type Packed = { path: BytePath; data: Buffer; isTar?: boolean };

function expand(
  opening: Opening,
  { path, data, isTar = false }: Packed,
  inflate: (maxBytes: number) => Buffer,
): Buffer | null {
  const { limits, onGap } = opening;
  const left = limits.totalBytes - opening.bytes;
  const byRatio = RATIO_FROM + data.length * limits.ratio;
  const max = Math.min(isTar ? limits.totalBytes : limits.memberBytes, byRatio, left);
  const content = max > 0 ? inflateWithin(opening, path, () => inflate(max)) : TOO_MUCH;
  if (content === null) return null;
  if (content !== TOO_MUCH && content.length <= max) {
    opening.bytes += content.length;
    return content;
  }
  // What was expanded in vain has cost its time, too: many such members must not go on for ever.
  opening.bytes += max;
  if (max === left) throw new Exhausted(`it holds more than ${megabytes(limits.totalBytes)}; the rest was not opened`);
  const reason =
    max === byRatio
      ? `it expands to more than ${limits.ratio} times its size`
      : `it has more than ${megabytes(limits.memberBytes)}`;
  onGap(path, { kind: 'budget', reason });
  return null;
}

const TOO_MUCH = Symbol('more than may be expanded');

function inflateWithin(opening: Opening, path: BytePath, inflate: () => Buffer): Buffer | typeof TOO_MUCH | null {
  try {
    return inflate();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return TOO_MUCH;
    if (!code?.startsWith('Z_')) throw error;
    opening.onGap(path, { kind: 'object-unreadable', reason: `it cannot be expanded: ${message}` });
    return null;
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
