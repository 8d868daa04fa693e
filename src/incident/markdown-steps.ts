// A step of a checklist in markdown. Pure.

import { codeBlock, codeSpan, escapeText, link } from './escape-markdown.js';
import type { Step } from './record-schema.js';

/** @param bullet such as `- [ ] `; further lines are indented below it */
export function stepLines({ text, command, url }: Step, bullet: string): string[] {
  const indent = ' '.repeat(bullet.startsWith('-') ? 2 : bullet.length);
  const first = `${bullet}${escapeText(text)}${url === null ? '' : ` ${link(url)}`}`;
  if (command === null) return [first];
  if (!command.includes('\n') && command.length <= 60) return [`${first} ${codeSpan(command)}`];
  return [first, ...codeBlock(command, 'sh').map(line => `${indent}${line}`)];
}
