// One `NAME=value` of an env file. Its value is a getter of the class, so that JSON, a spread or an inspector never show it.

import type { Region } from '../types.js';

type Parts = { name: string; value: string; line: number; region: Region; isPlaceholder: boolean };

/** An entry; `value` is there for whoever asks by name, and in nothing that is printed. */
export class EnvEntry {
  readonly name: string;
  readonly line: number; // of the name, from 1
  readonly region: Region; // of the value, without its quotes; empty where the value is
  readonly isBlank: boolean;
  readonly isPlaceholder: boolean; // no secret whatever the name: to be filled in, a reference, or open on this machine only
  readonly #value: string;

  constructor({ name, value, line, region, isPlaceholder }: Parts) {
    this.name = name;
    this.line = line;
    this.region = region;
    this.isBlank = value.trim() === '';
    this.isPlaceholder = isPlaceholder;
    this.#value = value;
  }

  /** Without quotes, escapes undone. */
  get value(): string {
    return this.#value;
  }
}
