// What the model sees of a candidate: numbers about its name, its value and what stands around it. The order is that of FEATURES;
// the weights belong to it, so that a change here needs new weights (scripts/train-model.mjs). Pure.

import { isPlaceholder } from '../placeholder.js';
import type { Assignment } from './assignment.js';
import { alphabetOf, randomEntropyFloor } from './entropy.js';
import { type Cover, coverWords, decodeReadable, type MakeUp, makeUp, surprise } from './likeness.js';

/** A name that says "secret", and its words. */
export type NamedWords = { kind: 'password' | 'secret'; words: readonly string[] };

type Named = {
  name: string;
  words: readonly string[];
  isPassword: boolean;
};

type Candidate = Named & {
  assignment: Assignment;
  value: string;
  lower: string; // the value in lower case
  make: MakeUp;
  cover: Cover;
  surprise: { mean: number; worst: number };
  decoded: string; // the text that the value is base64 of, or ''
  floor: number;
};

type FeatureOf<Read> = readonly [label: string, read: (candidate: Read) => number];
type Feature = FeatureOf<Candidate>;

const hasWord =
  (pattern: RegExp) =>
  ({ words }: Named): number =>
    Number(words.some(word => pattern.test(word)));
const matches =
  (pattern: RegExp) =>
  ({ value }: Candidate): number =>
    Number(pattern.test(value));
const around =
  (pattern: RegExp) =>
  ({ assignment }: Candidate): number =>
    Number(pattern.test(assignment.lineStart));

const NAME: readonly FeatureOf<Named>[] = [
  ['the name says password', ({ isPassword }) => Number(isPassword)],
  ['the name says secret', hasWord(/secret/)],
  ['the name says token', hasWord(/token/)],
  ['the name says key', hasWord(/key/)],
  ['the name says auth', hasWord(/^o?auth|bearer|basic/)],
  ['the name says API or app', hasWord(/^(?:api|app)/)],
  [
    'the name says access, private, client or consumer',
    hasWord(/^(?:access|private|client|consumer|signing|encryption|master|shared)$/),
  ],
  ['the name says public or site', hasWord(/public|publish|site/)],
  ['the name says encrypted or hash', hasWord(/encrypt|hash|digest|sha|md5|crypt$/)],
  ['the name says session, cookie or CSRF', hasWord(/session|cookie|csrf|xsrf|sid$/)],
  ['the name says test or example', hasWord(/^(?:test|example|sample|dummy|fake|mock|expected|invalid|wrong|bad)/)],
  ['the name says old, new or confirmation', hasWord(/^(?:old|new|current|confirm|confirmation|repeat|reset|change)/)],
  [
    'the name says cache, map, sort or item',
    hasWord(
      /^(?:cache|map|dict|sort|object|primary|foreign|partition|item|data|row|lookup|i18n|hot|short|idempotency|page|next|continuation)/,
    ),
  ],
  [
    'the name says database or a service',
    hasWord(
      /^(?:db|database|mysql|postgres|pg|redis|mongo|smtp|mail|admin|root|aws|s3|github|slack|stripe|twitter|google)/,
    ),
  ],
  ['the name says credential', hasWord(/^cred/)],
  ['the name says one-time password', hasWord(/otp$/)],
  ['words of the name', ({ words }) => words.length],
  ['length of the name', ({ name }) => name.length],
  ['the name is one plain word', ({ words }) => Number(words.length === 1)],
  ['the name is in capitals', ({ name }) => Number(/^[A-Z0-9_.$-]+$/.test(name))],
  ['the name begins with a capital', ({ name }) => Number(/^[A-Z]/.test(name))],
  ['the name has a dot', ({ name }) => Number(name.includes('.'))],
  ['the name has a dash', ({ name }) => Number(name.includes('-'))],
  ['the name is a flag', ({ name }) => Number(name.startsWith('-'))],
  ['the name is a variable with a sigil', ({ name }) => Number(/^\$|\.\$/.test(name))],
  [
    'the name ends in a secret word',
    ({ words }) =>
      Number(/^(?:.*(?:password|passwd|secret|token|key)|pass|pwd|auth|credentials?)\d*$/.test(words.at(-1) ?? '')),
  ],
];

const OPERATORS = ['=', ':', '=>', ':=', ',', '(', '>', ' ', 'value'];

const SYNTAX: readonly Feature[] = [
  ...OPERATORS.map(
    (sign): Feature => [`the operator is "${sign}"`, ({ assignment }) => Number(assignment.operator === sign)],
  ),
  ['a comparison', ({ assignment }) => Number(/^[!=]==?$/.test(assignment.operator))],
  ['the name is quoted', ({ assignment }) => Number(assignment.isNameQuoted)],
  ['no quotes', ({ assignment }) => Number(assignment.quote === '')],
  ['double quotes', ({ assignment }) => Number(assignment.quote === '"')],
  ['the value is an argument', ({ assignment }) => Number(assignment.call !== '')],
  ['a bare value of letters', ({ assignment, value }) => Number(assignment.quote === '' && /^[A-Za-z_]+$/.test(value))],
  [
    'a bare value with code characters',
    ({ assignment, value }) => Number(assignment.quote === '' && /[()[\]{}*<>!?:;]/.test(value)),
  ],
  ['blanks in front of the name', ({ assignment }) => /^[ \t]*/.exec(assignment.lineStart)?.[0].length ?? 0],
  ['the name begins its line', ({ assignment }) => Number(/^[ \t"'-]*$/.test(assignment.lineStart))],
  ['the line is a comment', around(/^[ \t]*(?:\/\/|#|\*|--|;|<!--|\/\*)/)],
  ['a declaration', around(/\b(?:const|let|var|export|final|static|private|public|String|string|val|def|set)\b/)],
  ['a condition or test', around(/\b(?:if|assert\w*|expect|should|equals?|it|test|describe|verify|Equal)\b/)],
  ['a URL in front', around(/:\/\/|[?&]/)],
  ['a connection string in front', around(/(?:Server|Data Source|user(?: id)?|uid|host|dbname|Endpoint)=/i)],
  ['length of the line in front', ({ assignment }) => assignment.lineStart.length],
  [
    'test or example words in front',
    ({ assignment }) => Number(/test|example|sample|dummy|fake|mock|foo|bar\b/i.test(assignment.before)),
  ],
  [
    'local or example hosts around',
    ({ assignment }) => Number(/localhost|127\.0\.0\.1|example\.|@test/i.test(assignment.before + assignment.after)),
  ],
  [
    'secret names in front',
    ({ assignment }) => assignment.before.match(/secret|token|password|passwd|api_?key/gi)?.length ?? 0,
  ],
  [
    'the line ends behind the value',
    ({ assignment }) => Number(/^["'`]?[,;]?[ \t]*(?:\r?\n|$)/.test(assignment.after)),
  ],
  ['a bracket behind the value', ({ assignment }) => Number(/^\\?["'`]?[ \t]*[)\]}]/.test(assignment.after))],
  ['an operator behind the value', ({ assignment }) => Number(/^["'`]?[ \t]*[+.?|&*%<(]/.test(assignment.after))],
  ['words behind the value', ({ assignment }) => Number(/^["'`]?[ \t]+[A-Za-z]/.test(assignment.after))],
];

const VALUE: readonly Feature[] = [
  ['length of the value', ({ value }) => value.length],
  ['entropy', ({ make }) => make.entropy],
  ['entropy beyond what random text has at least', ({ make, floor }) => make.entropy - floor],
  ['share of lower case', ({ make, value }) => make.lower / value.length],
  ['share of capitals', ({ make, value }) => make.upper / value.length],
  ['share of digits', ({ make, value }) => make.digits / value.length],
  ['share of symbols', ({ make, value }) => make.symbols / value.length],
  ['number of digits', ({ make }) => make.digits],
  ['number of symbols', ({ make }) => make.symbols],
  [
    'character classes',
    ({ make }) => Number(make.lower > 0) + Number(make.upper > 0) + Number(make.digits > 0) + Number(make.symbols > 0),
  ],
  ['changes between character classes', ({ make, value }) => make.changes / value.length],
  ['runs of digits', ({ make }) => make.digitIslands],
  ['longest run of letters', ({ make }) => make.longestLetters],
  ['longest run of digits', ({ make }) => make.longestDigits],
  ['longest repetition', ({ make }) => make.longestRepeat],
  ['share of neighbours in sequence', ({ make, value }) => make.steps / value.length],
  ['share of different characters', ({ make, value }) => make.distinct / value.length],
  ['different characters', ({ make }) => make.distinct],
  ['share of vowels', ({ make }) => make.vowels / Math.max(1, make.lower + make.upper)],
  ['letters unlike words', candidate => candidate.surprise.mean],
  ['letters unlike words at the worst place', candidate => candidate.surprise.worst],
  ['share of dictionary words', ({ cover }) => cover.share],
  ['letters in dictionary words', ({ cover }) => cover.letters],
  ['dictionary words', ({ cover }) => cover.words],
  ['letters outside dictionary words', ({ cover, make }) => (1 - cover.letters) * (make.lower + make.upper)],
  ['a placeholder for a password', ({ isPassword, value }) => Number(isPassword && isPlaceholder(value))],
  ['says secret, password, key or token', ({ lower }) => Number(/secret|passw|pwd|token|key|cred|auth/.test(lower))],
  [
    'says test, example or your',
    ({ lower }) =>
      Number(
        /test|example|sample|dummy|fake|your|my|some|foo|bar|baz|user|admin|default|here|value|change|invalid|wrong/.test(
          lower,
        ),
      ),
  ],
  ['a guessable sequence', ({ lower }) => Number(/123|abc|qwe|asd|xyz|000|111|xxx|1q2w/.test(lower))],
  [
    'words of the name in the value',
    ({ words, lower }) => words.filter(word => word.length > 2 && lower.includes(word)).length,
  ],
  ['hexadecimal', matches(/^(?:[0-9a-f]+|[0-9A-F]+)$/)],
  ['digits only', matches(/^\d+$/)],
  ['lower-case letters only', matches(/^[a-z]+$/)],
  ['letters only', matches(/^[A-Za-z]+$/)],
  ['lower-case letters, then digits', matches(/^[a-z]+\d+$/)],
  ['lower case and digits', matches(/^[a-z\d]+$/)],
  ['capitals and digits', matches(/^[A-Z\d]+$/)],
  ['an identifier', matches(/^[A-Za-z_$][\w$]*$/)],
  ['an identifier in camel case', matches(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+){2,}$/)],
  ['an identifier in snake or kebab case', matches(/^[A-Za-z]+(?:[_-][A-Za-z]+)+$/)],
  ['begins with a capital', matches(/^[A-Z][a-z]/)],
  ['has a blank', matches(/\s/)],
  ['has a dot', matches(/\./)],
  ['has a slash', matches(/\//)],
  ['has a colon', matches(/:/)],
  ['has an at sign', matches(/@/)],
  ['has a brace, bracket or dollar', matches(/[{}()[\]$<>]/)],
  ['has punctuation of passwords', matches(/[!@#$%^&*?]/)],
  ['has a percent escape', matches(/%[0-9A-F]{2}/)],
  ['has bytes beyond ASCII', matches(/[^\x20-\x7e]/)],
  ['has an escape', matches(/\\/)],
  ['ends in an equals sign', matches(/=$/)],
  ['has plus or slash of base64', matches(/^[A-Za-z\d+/]{16,}={0,2}$/)],
  ['a UUID', matches(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i)],
  ['base64 of text', ({ decoded }) => Number(decoded !== '')],
  ['dictionary words in the decoded text', ({ decoded }) => (decoded === '' ? 0 : coverWords(decoded).letters)],
  ['a round length', ({ value }) => Number([16, 20, 24, 32, 40, 48, 64, 128].includes(value.length))],
  ['dashes and underscores', ({ value }) => value.match(/[_-]/g)?.length ?? 0],
];

const OTHER: readonly Feature[] = [...SYNTAX, ...VALUE];

/** What each number of a candidate is about, in their order. */
export const FEATURES: readonly string[] = [...NAME, ...OTHER].map(([label]) => label);

/**
 * Puts a candidate into numbers.
 *
 * @param words of the name, as judge-name splits it
 */
export function featuresOf(assignment: Assignment, named: NamedWords): Float64Array {
  const { value, name } = assignment;
  const candidate: Candidate = {
    assignment,
    name,
    words: named.words,
    isPassword: named.kind === 'password',
    value,
    lower: value.toLowerCase(),
    make: makeUp(value),
    cover: coverWords(value),
    surprise: surprise(value),
    decoded: decodeReadable(value),
    floor: floorOf(value.length, Math.min(alphabetOf(value).size, 64)),
  };
  const numbers = new Float64Array(NAME.length + OTHER.length);
  numbers.set(numbersOfName(named, candidate));
  OTHER.forEach(([, read], i) => {
    numbers[NAME.length + i] = read(candidate);
  });
  return numbers;
}

const known = new WeakMap<NamedWords, { name: string; numbers: Float64Array }>();

// There are few names, and each is split once: what is kept with it is of use many times.
function numbersOfName(named: NamedWords, candidate: Named): Float64Array {
  const before = known.get(named);
  if (before?.name === candidate.name) return before.numbers;
  const numbers = Float64Array.from(NAME, ([, read]) => read(candidate));
  known.set(named, { name: candidate.name, numbers });
  return numbers;
}

const floors = new Map<number, number>();

// A sum over the whole length, and there are only some hundred lengths and seven alphabets.
function floorOf(length: number, size: number): number {
  const key = length * 128 + size;
  const known = floors.get(key);
  if (known !== undefined) return known;
  const floor = randomEntropyFloor(length, size);
  floors.set(key, floor);
  return floor;
}
