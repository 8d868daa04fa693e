// Object ids → objects, through one `git cat-file --batch`. What cannot be read is named; the rest is read all the same.
// Format: git Documentation/git-cat-file.adoc, "BATCH OUTPUT"

import type { Oid } from '../types.js';
import { firstLine, type Git, type GitProcess, startGit } from './run-git.js';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export type ReadObject =
  | { oid: Oid; type: ObjectType; bytes: Buffer }
  | { oid: Oid; type: 'missing' }
  | { oid: Oid; type: 'unreadable'; reason: string };

const MAX_RESTARTS = 200; // one process for each object that kills git; beyond that the rest is named as unread
const ASK_AHEAD = 4096; // ids written before answers are read: keeps git busy, bounds the pipe

/** Starts the process for objects whose ids are not known yet: it takes git some time to be ready. */
export function startReading(git: Git): GitProcess {
  return startGit(git, ['cat-file', '--batch', '--buffer']);
}

/**
 * Reads objects in the order of their ids.
 *
 * @param oids each is answered exactly once
 * @param mayRead what may be held in memory at once is up to the caller: objects come one by one
 * @param started a process of `startReading` that nothing was asked yet
 */
export async function* readObjects(
  git: Git,
  oids: readonly Oid[],
  started: GitProcess | null = null,
): AsyncGenerator<ReadObject> {
  let from = 0;
  for (let starts = 0; from < oids.length; starts++) {
    if (starts > MAX_RESTARTS) {
      for (const oid of oids.slice(from)) yield { oid, type: 'unreadable', reason: 'git failed too often before it' };
      return;
    }
    const batch = new Batch((starts === 0 && started) || startReading(git), oids, from);
    for await (const object of batch.objects()) {
      from++;
      yield object;
    }
    const culprit = oids[from];
    if (culprit === undefined) return;
    from++;
    yield { oid: culprit, type: 'unreadable', reason: await batch.reason() };
  }
}

/** One process: reads until it ends or everything is answered. */
class Batch {
  readonly #process: GitProcess;
  readonly #oids: readonly Oid[];
  #asked: number;
  #answered: number;

  constructor(process: GitProcess, oids: readonly Oid[], from: number) {
    this.#process = process;
    this.#oids = oids;
    this.#asked = from;
    this.#answered = from;
  }

  async *objects(): AsyncGenerator<ReadObject> {
    const framer = new Framer();
    this.#ask();
    try {
      for await (const chunk of this.#process.output) {
        framer.push(chunk);
        for (let object = framer.next(); object; object = framer.next()) {
          this.#answered++;
          yield object;
        }
        this.#ask();
        if (this.#answered === this.#oids.length) return;
      }
    } finally {
      this.#process.kill();
    }
  }

  async reason(): Promise<string> {
    const { code, signal, stderr } = await this.#process.ended;
    return firstLine(stderr) || `git cat-file ended with ${signal ?? `status ${code}`}`;
  }

  // With --buffer git answers when its buffer fills or its input ends, so the last ids close the input.
  #ask(): void {
    if (this.#asked >= this.#oids.length || this.#asked - this.#answered > ASK_AHEAD / 2) return;
    const next = this.#oids.slice(this.#asked, this.#asked + ASK_AHEAD);
    this.#asked += next.length;
    this.#process.write(next.map(oid => `${oid}\n`).join(''));
    if (this.#asked === this.#oids.length) this.#process.end();
  }
}

/** Cuts the byte stream into objects by the sizes that their headers announce. */
class Framer {
  #chunks: Buffer[] = [];
  #length = 0;
  #header: { oid: Oid; type: ObjectType; size: number } | null = null;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole object, or null when more bytes are needed. */
  next(): ReadObject | null {
    if (!this.#header) {
      const line = this.#takeLine();
      if (line === null) return null;
      const [oid = '', type = '', size = ''] = line.split(' ');
      if (type === 'missing' || type === 'ambiguous') return { oid, type: 'missing' };
      if (!/^(?:blob|tree|commit|tag)$/.test(type) || !/^\d+$/.test(size))
        throw new RangeError(`git cat-file answered ${line.slice(0, 100)}`);
      this.#header = { oid, type: type as ObjectType, size: Number(size) };
    }
    const { oid, type, size } = this.#header;
    if (this.#length < size + 1) return null;
    const bytes = this.#take(size + 1).subarray(0, size);
    this.#header = null;
    return { oid, type, bytes };
  }

  #takeLine(): string | null {
    let before = 0;
    for (const chunk of this.#chunks) {
      const at = chunk.indexOf(0x0a);
      if (at >= 0) return this.#take(before + at + 1).toString('latin1', 0, before + at);
      before += chunk.length;
    }
    return null;
  }

  #take(count: number): Buffer {
    const first = this.#chunks[0];
    this.#length -= count;
    if (first && first.length > count) {
      this.#chunks[0] = first.subarray(count);
      return first.subarray(0, count);
    }
    return this.#takeAcross(count);
  }

  #takeAcross(count: number): Buffer {
    const parts: Buffer[] = [];
    let left = count;
    let used = 0;
    for (const chunk of this.#chunks) {
      if (left === 0) break;
      const part = chunk.length <= left ? chunk : chunk.subarray(0, left);
      parts.push(part);
      left -= part.length;
      if (part.length === chunk.length) used++;
      else this.#chunks[used] = chunk.subarray(part.length);
    }
    this.#chunks.splice(0, used);
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, count);
  }
}
