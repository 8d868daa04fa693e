// The jobs of a packed history on several threads; on this one where that is quicker, or asked for.

import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Engine } from '../engine/compile-rules.js';
import type { PackJob } from '../git/shared-history.js';
import type { Rule } from '../rule.js';
import { type PackPart, PackScanner } from '../scan-packs.js';
import type { PackedSource } from '../sources/source.js';
import { describeRules } from './built-in-engine.js';
import type { WorkerData } from './worker.js';

const SMALL_WEIGHT = 24 * 1024 * 1024; // a thread takes 0.1 s to start, in which this one does about as much

// A third of the processor time of a first audit is that of the optimising compiler, much of it for functions that it puts into others:
// with less of that an audit takes a tenth less time. Advice to the compiler alone; other versions of Node may not know it, and would say so.
const INLINE_LESS = '--max-inlined-bytecode-size-cumulative=150';
const HAS_FLAG = /^v2[0-4]\./;

export type ThreadInput = {
  jobs: number; // threads
  rules: readonly Rule[];
  engine: Engine;
  markers: ReadonlySet<string>;
};

/** Gives what runs the jobs of a packed history. Parts come in any order; what they hold does not depend on the number of threads. */
export function scanOnThreads(input: ThreadInput): (packed: PackedSource) => AsyncIterable<PackPart> {
  return packed => {
    const weight = packed.jobs.reduce((sum, job) => sum + job.weight, 0);
    const isSmall = weight < SMALL_WEIGHT;
    if (!isSmall && HAS_FLAG.test(process.version)) setFlagsFromString(INLINE_LESS);
    return scan(packed, input, isSmall ? 0 : Math.max(0, input.jobs - 1));
  };
}

// This thread works, too: another one in its place would have to compile everything once more.
async function* scan(packed: PackedSource, input: ThreadInput, others: number): AsyncGenerator<PackPart> {
  const scanner = new PackScanner(packed.history, input.engine, input.markers);
  const crew = new Crew(packed.jobs, others, () => ({
    history: packed.history,
    rules: describeRules(input.rules),
    markers: [...input.markers],
  }));
  try {
    for (let job = crew.takeJob(); job; job = crew.takeJob()) {
      yield scanner.run(job);
      await aMoment();
      yield* crew.takeParts();
    }
    for (let part = await crew.next(); part; part = await crew.next()) yield part;
  } finally {
    scanner.close();
    await crew.dismiss();
  }
}

// So that an interrupt is heard, and what the others have done.
function aMoment(): Promise<void> {
  return new Promise(done => setImmediate(done));
}

const AHEAD = 2; // jobs that a worker has been given: it should not have to wait until this thread is done with its own

/** Threads that take jobs from one list. */
class Crew {
  readonly #waiting: PackJob[];
  readonly #workers: Worker[];
  readonly #parts: PackPart[] = [];
  #open = 0; // jobs given to workers whose parts have not been given out
  #failure: unknown = null;
  #wake: () => void = () => {};

  /** @param count may be 0 @param tell makes what each of them is told */
  constructor(jobs: readonly PackJob[], count: number, tell: () => WorkerData) {
    this.#waiting = [...jobs].reverse(); // the heaviest is taken first
    this.#workers = Array.from({ length: Math.min(count, jobs.length) }, () => this.#hire(tell()));
  }

  #hire(workerData: WorkerData): Worker {
    const worker = new Worker(join(__dirname, 'worker.cjs'), { workerData, stderr: false });
    worker.on('message', (part: PackPart) => {
      this.#parts.push(part);
      this.#give(worker);
      this.#wake();
    });
    worker.on('error', error => {
      this.#failure = error;
      this.#wake();
    });
    for (let i = 0; i < AHEAD; i++) this.#give(worker);
    return worker;
  }

  #give(worker: Worker): void {
    const job = this.#waiting.pop();
    if (!job) return;
    this.#open++;
    worker.postMessage(job);
  }

  /** A job for this thread; null when none is left. */
  takeJob(): PackJob | null {
    return this.#waiting.pop() ?? null;
  }

  /** What the workers have done so far. */
  takeParts(): PackPart[] {
    if (this.#failure) throw this.#failure;
    this.#open -= this.#parts.length;
    return this.#parts.splice(0);
  }

  /** The next part; null when all have been given out. */
  async next(): Promise<PackPart | null> {
    while (this.#parts.length === 0 && this.#open > 0) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>(done => {
        this.#wake = done;
      });
    }
    const part = this.#parts.shift();
    if (!part) return null;
    this.#open--;
    return part;
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()));
  }
}
