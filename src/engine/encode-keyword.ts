// A keyword as it reads in base64, base64 twice, hex, percent-encoding, JSON and HTML escapes: what the kernel looks for so that
// encoded secrets are found without decoding anything else. Pure.

export type Way = 'base64' | 'hex' | 'percent' | 'json' | 'html';

/** One layer of an encoding, seen from where the kernel found it. */
export type Step = {
  way: Way;
  shift: number; // characters from the start of the encoding's unit (a base64 quantum) to the found text
  skip: number; // decoded bytes from the start of that unit to the keyword
};

/** One encoded form of a keyword. */
export type Form = {
  text: string; // only characters that the keyword alone determines
  steps: readonly Step[]; // outermost layer first
};

const MIN_KEYWORD = 4; // shorter ones leave four characters of base64, which ordinary words have
const MIN_FORM = 5;
const MAX_FORM = 10; // enough to be rare; shorter texts are shared by keywords that begin alike

/** All encoded forms of a keyword; none for one that is too short. */
export function encodeKeyword(keyword: string): Form[] {
  if (keyword.length < MIN_KEYWORD) return [];
  const once = base64Forms(keyword);
  const twice = once.flatMap(({ text, steps: [inner] }) =>
    base64Forms(text).map(outer => ({ text: outer.text, steps: [...outer.steps, ...(inner ? [inner] : [])] })),
  );
  return [
    ...once,
    ...twice,
    { text: hexOf(keyword).slice(0, MAX_FORM), steps: [plainStep('hex')] },
    ...escapedForms(keyword),
  ];
}

const plainStep = (way: Way): Step => ({ way, shift: 0, skip: 0 });
const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex');

// With 0, 1 or 2 bytes in front: the characters that mix bits of those bytes with ours are left out.
function base64Forms(keyword: string): Form[] {
  return [0, 1, 2].flatMap(skip => {
    const shift = skip === 0 ? 0 : skip + 1;
    const count = Math.floor((8 * (skip + keyword.length)) / 6) - shift;
    const step: Step = { way: 'base64', shift, skip };
    return endings(skip, keyword, count).flatMap(encoded => {
      const text = encoded.slice(shift, shift + Math.min(Math.max(count, MIN_FORM), MAX_FORM));
      const urlText = text.replaceAll('+', '-').replaceAll('/', '_');
      return [...new Set([text, urlText])].map(form => ({ text: form, steps: [step] }));
    });
  });
}

// One character short of enough: the next one depends on the top two bits of what follows, and the top bit of ASCII is 0.
function endings(skip: number, keyword: string, count: number): string[] {
  const next = count >= MIN_FORM ? [''] : ['\x00', '\x40'];
  return next.map(char => Buffer.from('\0'.repeat(skip) + keyword + char, 'latin1').toString('base64'));
}

// Only where the keyword has characters that are escaped in practice.
function escapedForms(keyword: string): Form[] {
  const escaped: [way: Way, chars: RegExp, write: (char: string) => string][] = [
    ['percent', /[ :/+=$]/g, char => `%${hexOf(char)}`],
    ['json', /\//g, () => '\\/'],
    ['json', /[=+&]/g, char => `\\u00${hexOf(char)}`],
    ['html', /[/=+&]/g, char => `&#x${hexOf(char)};`],
    ['html', /[/=+&]/g, char => `&#${char.charCodeAt(0)};`],
  ];
  return escaped.flatMap(([way, chars, write]) => {
    const text = keyword.replace(chars, write);
    return text === keyword ? [] : [{ text, steps: [plainStep(way)] }];
  });
}
