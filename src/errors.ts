// One error class and the table of everything a user can act on. Codes are API; callers never look at texts.

const MESSAGES = {
  NOT_A_REPOSITORY: (d: { dir: string }) =>
    `${d.dir} is not in a git repository. Run inside one, or use: leakgate files ${d.dir}`,
  REPOSITORY_BROKEN: (d: { dir: string; reason: string }) =>
    `${d.dir} cannot be read as a git repository: ${d.reason}. Run git fsck there.`,
  GIT_MISSING: (d: { reason: string }) =>
    `git could not be started: ${d.reason}. Install git 2.30 or later and make sure that it is on the PATH.`,
  GIT_FAILED: (d: { command: string; reason: string }) => `git ${d.command} failed: ${d.reason}.`,
  BAD_RANGE: (d: { range: string; reason: string }) =>
    `--range ${d.range}: ${d.reason}. Give two commits that exist here, such as main..HEAD.`,
  BAD_DATE: (d: { value: string }) =>
    `--since ${d.value} is not a date. Write it as 2026-01-31 or 2026-01-31T12:00:00Z.`,
  BAD_FLAG: (d: { flag: string; reason: string }) => `${d.flag}: ${d.reason}.`,
  PATH_MISSING: (d: { path: string }) => `${d.path} does not exist. Check the name; nothing was scanned there.`,
  CONFIG_INVALID: (d: { file: string; problem: string }) => `${d.file}: ${d.problem}`,
  RULE_INVALID: (d: { file: string; rule: string; problem: string }) => `${d.file}: rule ${d.rule}: ${d.problem}`,
  IGNORE_INVALID: (d: { file: string; line: number; problem: string }) => `${d.file}:${d.line}: ${d.problem}`,
  BASELINE_INVALID: (d: { file: string; problem: string }) =>
    `${d.file} is not a baseline: ${d.problem}. Give a JSON or SARIF report of leakgate.`,
  REPORT_INVALID: (d: { file: string; problem: string }) =>
    `${d.file}: ${d.problem}. Give a JSON or SARIF report of leakgate, or leave it out to scan the repository.`,
  DRILL_FAILED: (d: { step: string; reason: string }) => `The drill went wrong at "${d.step}": ${d.reason}.`,
  RULE_UNKNOWN: (d: { id: string; hint: string }) => `There is no rule ${d.id}.${d.hint} See: leakgate rules list`,
  OUTPUT_REFUSED: (d: { path: string; reason: string }) =>
    `--output ${d.path}: ${d.reason}. Give a path of a regular file in a folder that can be written.`,
  NO_RULES: () => 'No rule is enabled, so nothing would be looked for. Enable at least one rule in the config.',
  EXPLAIN_PLACE: (d: { place: string; reason: string }) =>
    `${d.place}: ${d.reason}. Write it as FILE:LINE, such as src/app.ts:12`,
} as const;

export type ErrorCode = keyof typeof MESSAGES;
type ErrorData<C extends ErrorCode> = Parameters<(typeof MESSAGES)[C]> extends [infer D] ? D : Record<string, never>;

/** Every failure a user can act on. Anything else that is thrown is a bug. */
export class LeakgateError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'LeakgateError';

  /** By name, so that it also holds across the bundles of the program, each of which has its own copy of this class. */
  static is(error: unknown): error is LeakgateError {
    return error instanceof Error && error.name === 'LeakgateError' && 'data' in error;
  }

  readonly code: C;
  readonly data: ErrorData<C>;

  constructor(code: C, data: ErrorData<C>, options?: ErrorOptions) {
    super((MESSAGES[code] as (data: ErrorData<C>) => string)(data), options);
    this.code = code;
    this.data = data;
  }
}
