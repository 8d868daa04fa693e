// Is the value of a secret-sounding name a secret? First what it plainly is instead (code, a path, a template, a hash), then the
// model's odds over name, value and surroundings; guessable passwords are a kind of their own. Pure.

import type { Confidence } from '../rule.js';
import type { Assignment } from './assignment.js';
import { FEATURES, featuresOf } from './candidate-features.js';
import type { NameVerdict } from './judge-name.js';
import { coverWords, decodeReadable } from './likeness.js';
import { isPlaceholder } from './placeholder.js';
import { explainCandidate, scoreCandidate } from './secret-model.js';
import weights from './secret-weights.json' with { type: 'json' };

export type ValueVerdict =
  | { kind: 'secret' | 'password' | 'weak'; confidence: Confidence; reasons: string[] }
  | { kind: 'none'; readonly reason: string };

export type SecretName = Extract<NameVerdict, { isSecret: true }>;

const none = (reason: string): ValueVerdict => ({ kind: 'none', reason });
const weak = (name: SecretName, reason: string): ValueVerdict => ({
  kind: 'weak',
  confidence: 'low',
  reasons: [name.reason, reason],
});

/** Judges the value of an assignment whose name is known to say password or secret. */
export function judgeValue(assignment: Assignment, name: SecretName): ValueVerdict {
  const ruledOut = ruleOut(assignment, name.kind);
  if (ruledOut) return none(ruledOut);
  if (name.kind === 'password' && isGuessable(assignment.value))
    return isSet(assignment)
      ? weak(name, 'a default or guessable password')
      : none('a default or guessable password, but nothing is set to it');
  const features = featuresOf(assignment, name);
  const probability = scoreCandidate(features);
  if (probability >= weights.low) {
    const { kind } = name;
    const confidence = confidenceOf(probability, assignment.value, name);
    if (confidence !== 'low' || kind === 'secret')
      return { kind, confidence, reasons: [name.reason, ...explain(features)] };
  }
  if (name.kind === 'password' && isPlain(assignment)) return weak(name, 'a short or plain password');
  return {
    kind: 'none',
    get reason() {
      return explain(features).join('; '); // takes longer than the judgement, and few ask
    },
  };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

// An identifier or a secret: nothing in a UUID or a number says which, so that they never count as more than a hint.
// Neither does a short value under a name that says no more than whose key it is.
function confidenceOf(probability: number, value: string, { kind, words }: SecretName): Confidence {
  if (probability < weights.medium || UUID.test(value) || /^\d+$/.test(value)) return 'low';
  if (kind === 'secret' && (value.length < 8 || (value.length < 16 && isVagueKey(words)))) return 'low';
  return probability >= weights.high ? 'high' : 'medium';
}

function isVagueKey(words: readonly string[]): boolean {
  if (!/^keys?\d*$/.test(words.at(-1) ?? '')) return false;
  return !/^(?:o?auth\d?|api|app|access|private|secret|sign(?:ing|ature)|(?:en)?crypt(?:ion)?|master|account|service|session|shared|licen[cs]e|admin|root|client|consumer|cipher|token)$/.test(
    words.at(-2) ?? '',
  );
}

const SHOWN = 4; // of the numbers that moved the odds

function explain(features: Float64Array): string[] {
  const { probability, moved } = explainCandidate(features);
  const shown: string[] = [];
  for (let i = 0; i < SHOWN; i++) {
    const strongest = moved.reduce(
      (best, weight, at) => (Math.abs(weight) > Math.abs(moved[best] ?? 0) ? at : best),
      0,
    );
    const [number, weight] = [features[strongest] ?? 0, moved[strongest] ?? 0];
    if (weight === 0) break;
    const value = Number.isInteger(number) ? number : number.toFixed(2);
    shown.push(`${FEATURES[strongest]} (${value}) ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`);
    moved[strongest] = 0;
  }
  return [`the model's odds are ${Math.round(probability * 100)}%: ${shown.join(', ')}`];
}

const SHAPES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'an unfilled variable or template',
    /\$\{|\{\{|\$\(|^\$[A-Za-z_]\w*$|%\(\w+\)s|#\{|<%|^%\w+%$|^\{[\w.]*\}$|^@[\w.]+@$|^%[sdv]$|^<[^>]*>$|^\[[^\]]*\]$|^\*+$/,
  ],
  ['a YAML tag or block', /^(?:!\w|[|>][+-]?$|[&*]\w+$)/],
  ['an encrypted value', /^(?:ENC[[(]|vault:|AQICAH|\$ANSIBLE_VAULT|\{cipher\}|\{[A-Z]+\}|-----BEGIN AGE)/],
  [
    'a path or URL',
    /^(?:\.{0,2}\/[\w.-]+(?:\/[\w.-]+)*\/?$|~\/|[a-z][a-z0-9+.-]*:\/\/|[A-Za-z]:\\|\/\/)|^[\w-]+\.(?:json|ya?ml|txt|pem|key|crt|ts|js|py|go|rb|java|env|conf|cfg|ini|html?|xml|md|png|svg)$/i,
  ],
  [
    'a reference to a secret store',
    /^(?:arn:|op:\/\/|ssm:|secretsmanager|projects\/|sm:\/\/|keyvault|ref\+|\/run\/secrets|env[:(.])/i,
  ],
  ['a package and its version', /^[\w.-]+[:@]v?\d+\.\d+(?:\.[\w-]+)*$/],
  ['a date or version', /^v?\d+(?:\.\d+){1,3}(?:-\w+)?$|^\d{4}-\d\d-\d\d/],
  ['a colour, number or size', /^#[0-9a-f]{3,8}$|^-?\d{1,3}(?:\.\d+)?(?:[a-z%]{0,3})$|^0x[0-9a-f]{1,8}$/i],
  ['an integrity hash', /^sha(?:1|256|384|512)[-:]|^md5:|^h1:/i],
  ['a password hash', /^\$(?:2[aby]|1|5|6|argon2\w*|apr1|y|scrypt|pbkdf2[\w-]*)\$/],
  [
    'a public key or certificate',
    /^(?:ssh-(?:rsa|ed25519|dss)\b|ecdsa-sha2|SHA256:|-----BEGIN|AAAAB3NzaC1|AAAAC3NzaC1lZDI1|MIGfMA0GCSqGSIb3DQEBAQUAA4GN|MII[BC]IjANBgkqhkiG9w0BAQEFAAOCA|MFkwEwYHKoZIzj0CAQ|MI(?:GbMBA|HfMA)|MCowBQYDK2Vw)/,
  ],
  [
    'a mime type or regular expression',
    /^(?:application|text|image|audio|video|multipart)\/|\\[dwsb][+*{]|\(\?[:=!]|\[\^|\[[a-z]-[a-z]/i,
  ],
  ['an e-mail address', /^[\w.+-]+@[\w-]+\.[a-z]{2,4}$/],
  ['markup', /<\/?[a-z][^>]*>|&[a-z]+;/i],
];

const BARE_SHAPES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'code',
    /^(?:process\.env|os\.|getenv|env\.|ENV\[|System\.|Environment\.|config[.([]|settings\.|self\.|this\.|options?\.|args\.|req\.|request\.|params?[.[]|ctx\.|new$|function|await$|async$|lambda|return$|null$|none$|nil$|true$|false$|undefined$)/i,
  ],
  ['a call or an index', /^[A-Za-z_$@&*][\w$.:>-]*(?:\(|\[)/],
  ['a variable', /^[$@&]/],
  ['a dotted name', /^[A-Za-z_$][A-Za-z_$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+$/],
  ['a constant', /^[A-Z][A-Z]*_[A-Z_]+$/],
  ['a bare expression is code', /[(){}[\]]|&&|=>|->|::/],
];

const ENDS_IN_SECRET =
  /(?:secret|token|key|auth\d?|cred(?:ential)?|authorization|bearer|basic|cookie|[ht]otp|new|value|verifier|pat)s?[\W\d]{0,2}$|(?:secret|token|key)_?(?:base|\d+|prod|dev|test|live|staging|default|main)$/i;

// `os.getenv("API_KEY")`, `secrets.MustGetField("ACME")`: what stands there is a name.
const LOOK_UP =
  /(?:get|fetch|load|find|look_?up|param|config|setting|env|require|import|query|select|translate|format)(?:[A-Z_]\w{0,12})?!?\(\s*$|(?:^|[\s.])(?:t|_|log|error|e?print\w?|echo|describe|it)\(\s*$/i;

// Of RFC 6749, 6750 and 7617 and vendors' manuals; a server's well-known default opens nothing but itself.
const PUBLISHED = new Set([
  'mF_9.B5f-' + '4.1JqM',
  '2YotnFZFEjr1z' + 'CsicMWpAA',
  'tGzv3JOkF0XG5Q' + 'x2TlKWIA',
  'SlAV32' + 'hkKG',
  '33f!!' + 'lloppa',
  'minio' + 'admin',
]);

/** Why the value is no secret whatever the model says; null when it may be one. */
export function ruleOut(
  { value, quote, operator, name, call, lineStart }: Assignment,
  kind: 'password' | 'secret',
): string | null {
  if (value.length < 4) return 'shorter than 4 characters';
  if (kind === 'password' && value.length > 160) return 'too long for a password';
  if (kind === 'secret' && /^(?:[\da-f]{4,9}|\d{4,19})$/i.test(value)) return 'a short number';
  if (kind === 'secret' && value.length < 16 && !ENDS_IN_SECRET.test(name))
    return 'a short value of a name that ends in something else';
  if (PUBLISHED.has(value)) return 'a published sample value';
  for (const [reason, pattern] of SHAPES) if (pattern.test(value)) return reason;
  if (quote === '') for (const [reason, pattern] of BARE_SHAPES) if (pattern.test(value)) return reason;
  if (kind === 'secret' && isWordsInBase64(value)) return 'base64 of plain words';
  if (lineStart.endsWith('::') && operator === ':') return 'the name of a type';
  if (LOOK_UP.test(call)) return 'a look-up by name';
  if (kind === 'secret' && isPlaceholder(value)) return 'a placeholder: words, repetition or a sequence';
  if (/\s\S*\s/.test(value)) return 'text with blanks';
  if (operator === '(' && call === '' && /^[a-z]+$/i.test(value)) return 'a word in a call';
  if (isLikeName(name, value) && !(kind === 'password' && isUserAsPassword(name, value)))
    return 'the value repeats the name';
  return null;
}

// `password = "password"`, `API_KEY: api_key`, `dbPassword: db-password-1`
function isLikeName(name: string, value: string): boolean {
  const flat = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [a, b] = [flat(name), flat(value)];
  return b.length > 3 && (a.includes(b) || (b.includes(a) && b.length - a.length < 4));
}

// `POSTGRES_PASSWORD=postgres`: a default, not an empty shell.
function isUserAsPassword(name: string, value: string): boolean {
  const isFirstWord = name.toLowerCase().startsWith(value.toLowerCase()) && /[_-]/.test(name.charAt(value.length));
  return isFirstWord && GUESSABLE.test(value) && !/^(?:pass|secret)/i.test(value);
}

const GUESSABLE =
  /^(?:admin|administrator|root|toor|pass|passw0rd|passwd|password|p@ss|p@ssw0rd|secret|letmein|welcome|qwerty|abc|iloveyou|monkey|dragon|master|login|test|testing|tester|user|guest|demo|default|hello|love|god|sys|system|oracle|postgres|mysql|mongo|redis|rabbit|elastic|minio|minioadmin|vagrant|ubuntu|raspberry|pi|dev|local|changeme|temp|tmp|super|manager|foo|bar|baz|foobar|hunter2|sa|sql)?[\W_]{0,2}(?:admin|root|pass|word|password|secret|test|user|123)?[\d!@#$%^&*._-]{0,6}$/i;

// `p4ssw0rd` and `s3cr3t` are as guessable as what they are made of.
function plainLetters(value: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', $: 's', '@': 'a' };
  const [, body = '', tail = ''] = /^(.*?)([\d!@#$%^&*._-]*)$/.exec(value) ?? [];
  return body.replace(/[0-5$@]/g, sign => letters[sign] ?? sign) + tail;
}

// A default, or one or two words with a few digits.
function isGuessable(value: string): boolean {
  if (GUESSABLE.test(plainLetters(value))) return true;
  const [, letters = ''] = /^([A-Z]?[a-z]{4,16})\d{1,4}$/.exec(value) ?? [];
  const cover = coverWords(letters);
  return cover.words > 0 && cover.words < 3 && cover.letters > 0.95;
}

// Only where a value is set, not compared, shown or passed on.
function isSet({ quote, lineStart, operator }: Assignment): boolean {
  if (quote !== '') return /^(?::?=|:|=>|value)$/.test(operator);
  return /^\s*(?:export\s+|set\s+|-\s+|ENV\s+)?$/.test(lineStart) && /^[=: ]$/.test(operator);
}

// Only text that could be typed, and that is more than a word of code.
function isPlain(assignment: Assignment): boolean {
  const { value, quote } = assignment;
  if (!isSet(assignment) || !/^[\x21-\x7e]{6,}$/.test(value) || isPlaceholder(value)) return false;
  if (/^[a-z]+(?:[_.-][a-z]+)+$/i.test(value) || /^[A-Za-z]+(?:[A-Z][a-z]+)+$/.test(value)) return false;
  return /\d/.test(value) || quote !== '';
}

// `Basic` of `alice:secret-password`: what is encoded is made of words.
function isWordsInBase64(value: string): boolean {
  const text = decodeReadable(value);
  const body = text.slice(text.indexOf(':') + 1);
  return (
    text !== '' &&
    (/^Aladdin:/i.test(text) ||
      isPlaceholder(body) ||
      GUESSABLE.test(plainLetters(body)) ||
      coverWords(body).letters >= 0.8)
  );
}
