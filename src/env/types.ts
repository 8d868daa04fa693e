// The nouns of the env room: entries of env files, reads of variables in code, and what is said about them.

import type { BytePath } from '../types.js';

/** `dotenv`: what the dotenv libraries read. `envrc`: shell, of which assignments count. `docker`: `docker run --env-file`, no quotes. */
export type EnvFormat = 'dotenv' | 'envrc' | 'docker';

export type EnvProblem = {
  kind: 'unparsable-line' | 'duplicate-key' | 'unclosed-quote' | 'not-text';
  line: number; // from 1
  name: string | null; // the key, where the line has one
};

/** How a program asks for a variable. Texts for people are made from these names by whoever shows them. */
export type ReadForm =
  | 'process.env'
  | 'import.meta.env'
  | 'Deno.env'
  | 'Bun.env'
  | 'sveltekit-env'
  | 'config-service'
  | 'env-schema'
  | 'os.environ'
  | 'os.getenv'
  | 'django-environ'
  | 'decouple'
  | 'pydantic'
  | 'ruby-env'
  | 'system-getenv'
  | 'sys.env'
  | 'spring'
  | 'os.Getenv'
  | 'struct-tag'
  | 'env-macro'
  | 'env-var'
  | 'php-env'
  | 'laravel-env'
  | 'dotnet-env'
  | 'elixir-env'
  | 'getenv'
  | 'swift-env'
  | 'dart-env'
  | 'prisma-env'
  | 'compose'
  | 'dockerfile'
  | 'workflow-secrets'
  | 'workflow-vars'
  | 'workflow-env';

/** One place where a variable is read. */
export type EnvRead = {
  name: string;
  line: number; // from 1
  column: number; // of the name's first character, from 1, in UTF-16 code units
  form: ReadForm;
  isOptional: boolean; // there is a default, or the program asks whether it is set
};

/** A read whose name is only known when the program runs. */
export type DynamicRead = { line: number; column: number; form: ReadForm };

/** What one file reads; `envFiles` are those that it names, as compose's `env_file` does. */
export type FileReads = {
  reads: readonly EnvRead[];
  dynamic: readonly DynamicRead[];
  envFiles: readonly string[];
};

/** The reads of one file of an app. */
export type PlacedReads = FileReads & { path: BytePath };
