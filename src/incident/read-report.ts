// The door for reports: text → a LeakReport, or one line that says what is wrong with it. Nothing of the text is believed before it
// has passed the schema, and every string of it is cleaned before it goes further. Pure.

import * as z from 'zod';
import { LeakgateError } from '../errors.js';
import { toLeakReport } from './json-report.js';
import type { LeakReport } from './leak.js';
import { readSarif } from './sarif-report.js';

/** How texts of a report are made safe to print. */
export type Clean = (text: string) => string;

/**
 * Reads a JSON or SARIF report.
 *
 * @param file its name, for messages
 * @throws {LeakgateError} REPORT_INVALID
 */
export function readReport(text: string, file: string, clean: Clean): LeakReport {
  const refuse = (problem: string, cause?: unknown): never => {
    throw new LeakgateError('REPORT_INVALID', { file, problem }, { cause });
  };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('it is not JSON', error);
  }
  const kind = kindOf(value);
  if (kind === null) return refuse('it is neither a JSON nor a SARIF report');
  try {
    return kind === 'sarif' ? readSarif(value, clean) : toLeakReport(value, clean);
  } catch (error) {
    if (error instanceof z.ZodError) return refuse(problemOf(error), error);
    throw error;
  }
}

function kindOf(value: unknown): 'json' | 'sarif' | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('runs' in value) return 'sarif';
  return 'findings' in value ? 'json' : null;
}

/** The first thing that is wrong, and where. Names keys of the schema and positions only: nothing that the text says. */
export function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'it is not valid';
  const path = issue.path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const words = issue.message.replace(/^Invalid (?:input|option|string|ISO datetime): ?/, '').slice(0, 200);
  return `${path === '' ? 'the top level' : path.replace(/^\./, '').slice(0, 200)}: ${words}`;
}
