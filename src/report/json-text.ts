// A value → JSON text that is safe to print. Loses nothing: what a terminal or a CI runner might obey becomes \uNNNN.

const UNSAFE = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\x7f-\x9f]/gu;
const RUNNER_COMMAND = /##(?=(?:vso)?\[)/gi;

/** Prints a value as JSON with two spaces of indent and a final newline. */
export function toJsonText(value: unknown): string {
  // The newline first: behind a text that has been searched it would make another one, which is copied when it is written.
  return escapeUnsafe(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a value as JSON on one line with a final newline. */
export function toJsonLine(value: unknown): string {
  return escapeUnsafe(`${JSON.stringify(value)}\n`);
}

// What most reports consist of: ASCII, and the mark of what is masked or cut.
const SAFE = /^[\n -~…]*$/;

// These characters can stand only inside strings, where an escape means the same.
function escapeUnsafe(text: string): string {
  if (SAFE.test(text) && !/##[vV[]/.test(text)) return text;
  return text.replace(UNSAFE, escapeUnits).replace(RUNNER_COMMAND, '#\\u0023');
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
