// Text with `#` comments as YAML, properties and shell have them → the same without, blank for character. Pure.

/** A sharp begins a comment at the start of a line or behind a blank, unless a quote is open on that line. */
export function withoutYamlComments(text: string): string {
  return text.replace(/^.*#.*$/gm, line => {
    const at = startOfComment(line);
    return at === -1 ? line : line.slice(0, at) + ' '.repeat(line.length - at);
  });
}

function startOfComment(line: string): number {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const isFirst = at === 0 || /\s/.test(line.charAt(at - 1));
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /^$|[\s:,[{(=-]/.test(line.charAt(at - 1))) quote = sign;
    else if (sign === '#' && isFirst) return at;
  }
  return -1;
}
