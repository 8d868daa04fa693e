// Collects what one file reads: offsets become lines and columns, and a place is named once. Pure.

import { LineStarts } from '../line-starts.js';
import type { DynamicRead, EnvRead, FileReads, ReadForm } from '../types.js';

/** A read as a family finds it; `at` is the offset of the name, in UTF-16 code units. */
export type Found = { name: string; at: number; form: ReadForm; isOptional: boolean };

export class Report {
  readonly text: string;
  readonly path: string;
  readonly #found = new Map<number, Found>(); // by offset
  readonly #dynamic = new Map<number, ReadForm>();
  readonly #envFiles: string[] = [];

  constructor(text: string, path: string) {
    this.text = text;
    this.path = path;
  }

  /** A place that is named twice keeps what was said first, so that exact forms come before loose ones. */
  add(found: Found): void {
    if (!this.#found.has(found.at)) this.#found.set(found.at, found);
  }

  addDynamic(at: number, form: ReadForm): void {
    if (!this.#dynamic.has(at)) this.#dynamic.set(at, form);
  }

  addEnvFile(path: string): void {
    this.#envFiles.push(path);
  }

  /** @returns reads in the order of the file */
  finish(): FileReads {
    const lines = new LineStarts(this.text);
    const reads = [...this.#found.values()].sort((a, b) => a.at - b.at);
    const dynamic = [...this.#dynamic].sort(([a], [b]) => a - b);
    return {
      reads: withSchemas(reads).map(
        ({ name, at, form, isOptional }): EnvRead => ({ name, ...lines.pointAt(at), form, isOptional }),
      ),
      dynamic: dynamic.map(([at, form]): DynamicRead => ({ ...lines.pointAt(at), form })),
      envFiles: this.#envFiles,
    };
  }
}

// What a schema says of a variable goes for its plain reads in the same file, which only hand the value to the schema.
function withSchemas(reads: readonly Found[]): readonly Found[] {
  const declared = new Map(reads.filter(({ form }) => form === 'env-schema').map(read => [read.name, read.isOptional]));
  if (declared.size === 0) return reads;
  return reads.map(read => ({ ...read, isOptional: declared.get(read.name) ?? read.isOptional }));
}
