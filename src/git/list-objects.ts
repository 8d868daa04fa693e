// Every object of the object database: id, type, size. Reachable or not, loose or packed, alternates included.

import type { Oid } from '../types.js';
import type { ObjectType } from './read-objects.js';
import { firstLine, type Git, startGit } from './run-git.js';

export type ListedObject = { oid: Oid; type: ObjectType; size: number };
export type ObjectList = {
  objects: ListedObject[];
  unreadable: { oid: Oid; reason: string }[];
  failure: string | null;
};

const LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) (?:(blob|tree|commit|tag) (\d+)|(\w+))$/;

/** Lists all objects in the order in which they are cheapest to read. */
export async function listObjects(git: Git): Promise<ObjectList> {
  const list: ObjectList = { objects: [], unreadable: [], failure: null };
  const everything = ['cat-file', '--batch-all-objects', '--unordered'];
  const { failure } = await readLines(git, [...everything, `--batch-check=${FORMAT}`], '', lines => {
    for (const line of linesOf(lines)) addLine(list, line);
  });
  if (failure === null) return list;
  // One object of an unknown type ends the list. Names alone can always be listed; types are asked for one by one then.
  const named: Oid[] = [];
  const names = await readLines(git, [...everything, '--batch-check=%(objectname)'], '', lines => {
    for (const line of linesOf(lines)) named.push(line);
  });
  if (names.failure !== null) return { ...list, failure };
  return describeObjects(git, named);
}

/**
 * Ids of all commits and tags, reachable or not. Where git stumbles over an object of another kind, the long list is asked for.
 */
export async function listCommits(git: Git): Promise<ObjectList> {
  const list: ObjectList = { objects: [], unreadable: [], failure: null };
  const format = '--batch-check=%(objecttype) %(objectname)';
  const { failure } = await readLines(git, ['cat-file', '--batch-all-objects', '--unordered', format], '', lines => {
    for (const type of ['commit', 'tag'] as const) {
      // Most lines are of blobs and trees: those of commits are looked for, not every line at.
      for (let at = lines.indexOf(`${type} `); at !== -1; at = lines.indexOf(`${type} `, at + 1))
        list.objects.push({ type, oid: lines.slice(at + type.length + 1, lines.indexOf('\n', at)), size: 0 });
    }
  });
  return failure === null ? list : listObjects(git);
}

const FORMAT = '%(objectname) %(objecttype) %(objectsize)';
const MAX_RESTARTS = 200; // one process for each object that kills git; beyond that the rest is named as unread

/** Types and sizes of some objects. */
export async function describeObjects(git: Git, oids: readonly Oid[]): Promise<ObjectList> {
  const list: ObjectList = { objects: [], unreadable: [], failure: null };
  if (oids.length > 0) await describe(git, oids, list);
  return list;
}

async function describe(git: Git, oids: readonly Oid[], list: ObjectList): Promise<void> {
  let from = 0;
  for (let starts = 0; starts <= MAX_RESTARTS; starts++) {
    const input = oids
      .slice(from)
      .map(oid => `${oid}\n`)
      .join('');
    const { failure } = await readLines(git, ['cat-file', `--batch-check=${FORMAT}`, '--buffer'], input, lines => {
      for (const line of linesOf(lines)) {
        from++;
        addLine(list, line);
      }
    });
    const culprit = oids[from++];
    if (culprit === undefined) {
      list.failure = failure; // every object is described, but git does not say that all is well
      return;
    }
    list.unreadable.push({ oid: culprit, reason: failure ?? 'git does not describe it' });
  }
  for (const oid of oids.slice(from)) list.unreadable.push({ oid, reason: 'git failed too often before it' });
}

async function readLines(
  git: Git,
  args: readonly string[],
  input: string,
  onLines: (lines: string) => void, // whole ones, each with its end
): Promise<{ failure: string | null }> {
  const running = startGit(git, args);
  running.write(input);
  running.end();
  let rest = '';
  for await (const chunk of running.output) {
    const text = rest + chunk.toString('latin1');
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) onLines(text.slice(0, end));
  }
  const { code, stderr } = await running.ended;
  if (code !== 0) return { failure: firstLine(stderr) || `git cat-file ended with status ${code}` };
  return { failure: rest === '' ? null : 'the list of objects was cut off' };
}

function linesOf(lines: string): string[] {
  return lines.slice(0, -1).split('\n');
}

function addLine(list: ObjectList, line: string): void {
  const [, oid = '', type, size, problem] = LINE.exec(line) ?? [];
  if (type) list.objects.push({ oid, type: type as ObjectType, size: Number(size) });
  else if (oid)
    list.unreadable.push({ oid, reason: problem === 'missing' ? 'its header cannot be read' : String(problem) });
}
