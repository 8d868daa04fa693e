// Text that stands where a secret will be: documented words, repetition, sequences, unfilled variables. Pure.

// Words of five letters and more: shorter ones occur in one random token of a hundred, these in one of ten thousand.
const WORDS =
  /example|placeholder|redacted|changeme|change[_-]me|changeit|dummy|sample|y(?:our|OUR)[_-]|insert|replace|my[_-]?(?:secret|token|key|password)|xxxxx|\*{3}|\.\.\.|todo[_-]|fixme|not[_-]?a?[_-]?real|fake[_-]|_here\b|-here\b|abcdefgh|01234567|12345678|00112233|aabbccdd|qwertyui|deadbeef|cafebabe|lorem|foobar|(?:foo|bar|baz)[_-]|aqui$|_AQUI|secretsecret|testtest|(?:new|strong|secure|your|some)[_-]?(?:strong|secure|random|new)?[_-]?passw/i;

const UNFILLED =
  /\$\{|\{\{|\$\(|^\$[A-Za-z_]|^<[^>]*>$|^\[[^\]]*\]$|^%[A-Za-z_(][^%]*%?$|^\{[^}]*\}$|#\{|^@[A-Z_]+@$|^__[A-Z_]+__$/;

/**
 * Says whether text cannot be a real secret because of what it is made of.
 *
 * @param text the secret without its fixed prefix, where there is one
 */
export function isPlaceholder(text: string): boolean {
  if (text.length === 0) return true;
  return WORDS.test(text) || UNFILLED.test(text) || isRepetitive(text) || isSequence(text);
}

// One character or a short group over and over, or a very small set of characters for the length.
function isRepetitive(text: string): boolean {
  // Zero bytes are a run of A in base64, and stand in real tokens.
  if (/([^A])\1{5}/.test(text)) return true;
  const distinct = countDistinct(text, 6);
  if (distinct <= 2 && text.length >= 4) return true;
  if (text.length >= 16 && distinct <= 5) return true;
  return text.length >= 12 && /^(.{1,8}?)\1{2,}/.test(text) && /^(.{1,8}?)\1+.{0,7}$/.test(text);
}

// How many different characters there are, counted no further than to `enough`: most texts have six among their first ten.
function countDistinct(text: string, enough: number): number {
  const seen = new Set<number>();
  for (let i = 0; i < text.length && seen.size < enough; i++) seen.add(text.charCodeAt(i));
  return seen.size;
}

// Eight neighbours of the alphabet in a row, up or down; or letters and digits that each go on by themselves: `a1B2c3D4`.
function isSequence(text: string): boolean {
  if (/^(?:[A-Za-z]\d){4,18}[A-Za-z]?$/.test(text)) return isCounting(text.replace(/\d/g, '').toLowerCase());
  let up = 1;
  let down = 1;
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= 8 || down >= 8) return true;
  }
  return false;
}

function isCounting(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) - text.charCodeAt(i - 1) !== 1) return false;
  return true;
}
