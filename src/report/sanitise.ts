// The one sanitiser of everything that people read: texts of a repository must not steer a terminal or a CI runner.
// Which characters and why: control, bidi and invisible characters forge terminals and logs. CI commands: actions/runner ActionCommand.cs.

// Controls, format characters, lone surrogates, line and paragraph separators, and whatever renders as nothing.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
const INVISIBLE_BUT_LF = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

// Runners find these anywhere in a line, not only at its start.
const RUNNER_COMMAND = /##(?=(?:vso)?\[)/gi;

// Nearly all texts are such, and told by a tenth of the time that the search for what to escape takes.
const PLAIN = /^[ -~]*$/;

/** Makes every control and invisible character a visible escape such as `\x1b` or `\u202e`, LF too. */
export function sanitise(text: string): string {
  if (PLAIN.test(text) && !text.includes('##')) return text;
  return text.replace(INVISIBLE, escapeOf).replace(RUNNER_COMMAND, '#\\x23');
}

/** Like `sanitise`, but lines stay lines, and none of them starts a CI command. */
export function sanitiseLines(text: string): string {
  return text.replace(INVISIBLE_BUT_LF, escapeOf).split('\n').map(plainLine).join('\n');
}

/**
 * Keeps one line from being taken for a CI command: `::` at its start, `##[` or `##vso[` anywhere.
 *
 * A space in front would not do: the GitHub runner trims the line before it looks for `::`.
 */
export function plainLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\x3a').replace(RUNNER_COMMAND, '#\\x23');
}

/** Cuts text that is longer than people read. @param max UTF-16 code units, the mark included */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** The `\xNN`, `\uNNNN` or `\u{NNNNN}` form of one character. */
export function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\x${code.toString(16).padStart(2, '0')}`;
}
