// Compose files → which folder each of their Dockerfiles is built in. Read line by line, as only two keys of one block matter. Pure.
// Source: docs.docker.com/reference/compose-file/build

import { cleanPath } from './docker-ignore.js';
import { withoutYamlComments } from './reads/yaml-comments.js';

export type Build = { context: string; dockerfile: string }; // both from the root of the repository

/** @param folder of the compose file, '' for the root */
export function findBuilds(text: string, folder: string): Build[] {
  const lines = withoutYamlComments(text).split(/\r?\n/);
  return lines.flatMap((line, i) => {
    const [, indent = '', value = ''] = /^([ \t]*)build[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (indent === '') return [];
    const { context, dockerfile } =
      value === '' ? readBlock(lines, i + 1, indent.length) : { context: value, dockerfile: '' };
    const path = unquote(context || '.');
    if (/^[a-z+]+:\/\/|\$|^git@/.test(path)) return []; // another machine, or known only when it runs
    const inFolder = cleanPath(`${folder}/${path}`);
    return [{ context: inFolder, dockerfile: cleanPath(`${inFolder}/${unquote(dockerfile) || 'Dockerfile'}`) }];
  });
}

function readBlock(lines: readonly string[], from: number, outer: number): { context: string; dockerfile: string } {
  const found = { context: '', dockerfile: '' };
  let level = -1;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const indent = line.search(/\S/);
    if (indent === -1) continue;
    if (indent <= outer) break;
    if (level === -1) level = indent;
    const [, key = '', value = ''] = /^[ \t]*(context|dockerfile)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (indent === level && key === 'context') found.context = value;
    if (indent === level && key === 'dockerfile') found.dockerfile = value;
  }
  return found;
}

function unquote(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2');
}
