// An edit that adds lines at the end → a diff for people. Only lines that are added are shown whole: what is there may hold secrets.

import type { Edit } from './edit-ignore.js';

const CONTEXT = 2; // lines of an ignore file in front of the added ones

/**
 * Shows what an edit adds.
 *
 * @param showsContext whether lines that are there may be shown; not those of env files
 */
export function showDiff({ path, before, after }: Edit, showsContext: boolean): string[] {
  const old = linesOf(before ?? Buffer.alloc(0));
  const added = linesOf(after).slice(old.length);
  const context = showsContext ? old.slice(-CONTEXT) : [];
  const from = old.length - context.length + 1;
  return [
    `--- ${before === null ? '/dev/null' : `a/${path}`}`,
    `+++ b/${path}`,
    `@@ -${before === null ? 0 : from},${context.length} +${before === null ? 1 : from},${context.length + added.length} @@`,
    ...context.map(line => ` ${line}`),
    ...added.map(line => `+${line}`),
  ];
}

function linesOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const lines = text.split(/\r?\n/);
  return text.endsWith('\n') || text === '' ? lines.slice(0, -1) : lines;
}
