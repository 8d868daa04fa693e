// Text of a repository → markdown that shows it and nothing else: no link, no image, no heading, no HTML, no table cell, no mention.
// Rules: CommonMark 0.31 §2.4 (backslash escapes), §6.1 (code spans); GitHub Flavored Markdown §4.10 (tables). Pure.

// What can begin or end something inside a line. Sentences stay readable: a colon counts only in an address, a dot only behind `www`.
const SPECIAL = /[\\`*_{}[\]<>#|~$&@^]|:(?=\/)|(?<=\b(?:mailto|xmpp|www)):|(?<=\bwww)\./gi;
const ENTITIES = new Set([':', '@', '<', '>', '&', '|', '.', '#']); // extensions look for these before backslashes count
const BLANKS = /\s+/g;

/** Escapes text for running prose and table cells; line ends become blanks. */
export function escapeText(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .replace(SPECIAL, character => (ENTITIES.has(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`))
    .replace(/^[-+=]/, '\\$&') // lists, and lines under a heading
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A code span that holds any text on one line, also in a table cell. */
export function codeSpan(text: string): string {
  const line = text.replace(BLANKS, ' ').replaceAll('|', '¦');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') || line.startsWith(' ') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced block. @param language such as `sh` */
export function codeBlock(text: string, language: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.split('\n'), fence];
}

/** An address as a link when it is one; as a code span when anything about it is odd. */
export function link(url: string): string {
  return /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w\-.~:/?#@!$&'*+,;=%]*)?$/.test(url) ? `<${url}>` : codeSpan(url);
}
