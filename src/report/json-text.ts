// A value → JSON text that is safe to print. Loses nothing: what a terminal or a CI runner might obey becomes \uNNNN.

const UNSAFE = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\x7f-\x9f]/gu;
const RUNNER_COMMAND = /##(?=(?:vso)?\[)/gi;

/** Prints a value as JSON with two spaces of indent and a final newline. */
export function toJsonText(value: unknown): string {
  // These characters can stand only inside strings, where an escape means the same.
  const text = JSON.stringify(value, null, 2).replace(UNSAFE, escapeUnits).replace(RUNNER_COMMAND, '#\\u0023');
  return `${text}\n`;
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
