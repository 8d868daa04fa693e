// Is the value of a secret-sounding name a secret? First what it plainly is instead (code, a path, a template, a hash), then the
// model's odds over name, value and surroundings; guessable passwords are a kind of their own. Pure.

import { isPlaceholder } from '../placeholder.js';
import type { Confidence } from '../rule.js';
import type { Assignment } from './assignment.js';
import { FEATURES, featuresOf } from './candidate-features.js';
import { isDefault, isGuessable } from './guessable.js';
import type { NameVerdict } from './judge-name.js';
import { coverWords, decodeReadable } from './likeness.js';
import { explainCandidate, scoreCandidate } from './secret-model.js';
import weights from './secret-weights.json' with { type: 'json' };

/** @property isByLine nothing in front of the name's line was looked at */
export type ValueVerdict =
  | { kind: 'secret' | 'password' | 'weak'; confidence: Confidence; reasons: string[]; isByLine: boolean }
  | { kind: 'none'; readonly reason: string; isByLine: boolean };

export type SecretName = Extract<NameVerdict, { isSecret: true }>;

const none = (reason: string): ValueVerdict => ({ kind: 'none', reason, isByLine: true });
const weak = (name: SecretName, reason: string, isByLine: boolean): ValueVerdict => ({
  kind: 'weak',
  confidence: 'low',
  reasons: [name.reason, reason],
  isByLine,
});

/** Judges the value of an assignment whose name is known to say password or secret. */
export function judgeValue(assignment: Assignment, name: SecretName): ValueVerdict {
  const ruledOut = ruleOut(assignment, name.kind);
  if (ruledOut) return none(ruledOut);
  if (name.kind === 'password' && isGuessable(assignment.value))
    return isSet(assignment)
      ? weak(name, 'a default or guessable password', true)
      : none('a default or guessable password, but nothing is set to it');
  const features = featuresOf(assignment, name);
  const probability = scoreCandidate(features);
  if (probability >= weights.low) {
    const { kind } = name;
    const confidence = confidenceOf(probability, assignment.value, name);
    if (confidence !== 'low' || kind === 'secret')
      return { kind, confidence, reasons: [name.reason, ...explain(features, probability)], isByLine: false };
  }
  if (name.kind === 'password' && isPlain(assignment)) return weak(name, 'a short or plain password', false);
  return {
    kind: 'none',
    isByLine: false,
    get reason() {
      return explain(features, probability).join('; '); // takes longer than the judgement, and few ask
    },
  };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

// An identifier or a secret: nothing in a UUID or a number says which, so that they never count as more than a hint,
// unless the name says password.
// Neither does a short value under a name that says no more than whose key it is.
function confidenceOf(probability: number, value: string, { kind, words }: SecretName): Confidence {
  if (probability < weights.medium || UUID.test(value) || (kind === 'secret' && /^\d+$/.test(value))) return 'low';
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

function explain(features: Float64Array, probability: number): string[] {
  const moved = explainCandidate(features);
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
  // `encrypted:B…` is what dotenvx writes. Source: dotenvx.com/docs/env-file
  [
    'an encrypted value',
    /^(?:ENC[[(]|encrypted:B[\w+/=]{60}|vault:|AQICAH|\$ANSIBLE_VAULT|\{cipher\}|\{(?!noop\})[\w@.-]{0,20}\}|-----BEGIN AGE)/,
  ],
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
  [
    'a password hash',
    /^(?:\{[\w-]{2,12}\})?\$(?:2[aby]|1|5|6|argon2\w*|apr1|y|scrypt|pbkdf2[\w-]*)\$|^(?:sha1|sha256|md5|pbkdf2_sha\d+|bcrypt(?:_sha256)?|argon2|scrypt)\$/,
  ],
  [
    'a public key or certificate',
    /^(?:ssh-(?:rsa|ed25519|dss)\b|ecdsa-sha2|SHA256:|-----BEGIN|AAAAB3NzaC1|AAAAC3NzaC1lZDI1|MI[\w+/]{2}MA0GCSqGSIb3DQEBAQUAA4|MII[\w+/]{3}ANBgkqhkiG9w0BAQEFAAOCA|MFkwEwYHKoZIzj0CAQ|MI(?:GbMBA|HfMA)|MCowBQYDK2Vw)/,
  ],
  [
    'a mime type or regular expression',
    /^(?:application|text|image|audio|video|multipart)\/|\\[dwsb][+*{]|\(\?[:=!]|\[\^|\[[a-z\d]-[a-z\d]|^\/\^|\$\/[a-z]{0,3}$/i,
  ],
  ['a format string', /%[sdvq](?:\W.*)?%[sdvq]|^%[sdvq]\W|\W%[sdvq]$/],
  [
    'the name of an algorithm',
    /^(?:PBKDF2|Hmac|AES|RSA|3?DES|SHA|EC|Argon)[A-Za-z\d/_-]{0,24}(?:SHA-?\d{1,3}|CBC|GCM|ECB|CTR|Padding|KW)$/i,
  ],
  ['a host name', /^(?:[a-z][a-z-]{1,20}\.){1,4}(?:com|org|net|io|dev|local)$/],
  ['one character over and over', /^(.)\1{7,}$/],
  ['nothing but escapes', /^(?:\\{1,2}u[\da-f]{4})+$/i],
  ['a fingerprint', /^(?:[0-9a-f]{2}:){7,}[0-9a-f]{2}$/i],
  ['an e-mail address', /^[\w.+-]+@[\w-]+\.[a-z]{2,4}$/],
  ['markup', /<\/?[a-z][^>]*>|&[a-z]+;/i],
];

const BARE_SHAPES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['text or bytes in escapes', /\\(?:u[\da-f]{4}|x[\da-f]{2}|[abfv]\\)/i],
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
  // Keys of Azurite and of the Cosmos DB emulator: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6' + 'IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9n' + 'DuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
]);

/** Why the value is no secret whatever the model says; null when it may be one. */
export function ruleOut(assignment: Assignment, kind: 'password' | 'secret'): string | null {
  const { value, quote, operator, name, call, lineStart, isSpaced, after } = assignment;
  if (value.length < 4) return 'shorter than 4 characters';
  if (kind === 'password' && value.length > 160) return 'too long for a password';
  if (kind === 'secret' && /^(?:[\da-f]{4,9}|\d{4,19})$/i.test(value)) return 'a short number';
  if (quote === '' && operator === '=' && /^\d+$/.test(value) && isSpaced) return 'a number';
  if (kind === 'secret' && value.length < 16 && !ENDS_IN_SECRET.test(name))
    return 'a short value of a name that ends in something else';
  if (PUBLISHED.has(value)) return 'a published sample value';
  for (const [reason, pattern] of SHAPES) if (pattern.test(value)) return reason;
  if (quote === '') for (const [reason, pattern] of BARE_SHAPES) if (pattern.test(value)) return reason;
  if ((kind === 'secret' || value.endsWith('=')) && isWordsInBase64(value)) return 'base64 of plain words';
  if (lineStart.endsWith('::') && operator === ':') return 'the name of a type';
  if (LOOK_UP.test(call)) return 'a look-up by name';
  if (kind === 'secret' && isPlaceholder(value)) return 'a placeholder: words, repetition or a sequence';
  if (/\s\S*\s/.test(value) && !/^(?:[a-z2-7]{4} ){3,15}[a-z2-7]{4}$/i.test(value)) return 'text with blanks';
  if (operator === '(' && call === '' && (/^[a-z]+$/i.test(value) || WORKS_ON.test(name.replace(/^.*\./, ''))))
    return 'an argument of a call';
  if (/^\.{2,}|^\xe2\x80\xa6/.test(after)) return 'cut short on purpose';
  if (operator === ',' && COMPARES.test(lineStart.slice(-32))) return 'an argument beside a value';
  if (quote === '' && isVariable(assignment)) return 'a variable';
  if (quote === '' && /^\([&|!]/.test(lineStart.trim()) && lineStart.endsWith('(')) return 'a filter of a directory';
  if (isKeyId(assignment)) return 'the fingerprint of a key';
  if (/^[a-z]{2,3}_[A-Z]{2}$/.test(name)) return 'the name of a locale';
  if (/^(?:com|org|io|net|dev)\.[a-z]/.test(name) && operator === ':') return 'a package';
  if (isLikeName(name, value) && !(kind === 'password' && isUserAsPassword(name, value)))
    return 'the value repeats the name';
  return null;
}

// `encodePassword("…")` takes what is no secret yet, or gives what is none any more.
const WORKS_ON =
  /^(?:encode|encrypt|decrypt|hash|verify|check|compare|validate|parse|generate|derive|test|assert|expect)(?=[A-Z_])/i;

// `matches("password", "5f4d…")`: the literal in front is a value, not a name.
const COMPARES =
  /(?:matches|verify|check\w{0,12}|compare\w{0,8}|stronger|upgrade\w{0,12}|encode|hash\w{0,8}|hmac|sign|encrypt|decrypt)\(\s{0,4}["']$/i;

// `*pass = buf;`, `Password: value,`, `f(password=key, n=1)`: an identifier in front of what ends a statement or an element.
function isVariable({ value, lineStart, after, operator, isNameQuoted }: Assignment): boolean {
  const isArgument = /\w\([^()]{0,160}$/.test(lineStart) && /^[ \t]*[,)]/.test(after);
  if (!/^[A-Za-z_]\w*$/.test(value) || !(isArgument || /^[ \t]*[;,)][ \t]*(?:\r?\n|$|\/\/)/.test(after))) return false;
  if (isNameQuoted || /[;?&]\S{0,40}$/.test(lineStart) || !/^[=:]$|^:=$/.test(operator)) return false;
  return value.length < 24 && !/\d{3}/.test(value);
}

// `KEY=13B6F51E…`, `Public Key: …`: what a public key is named by, or the key.
function isKeyId({ name, value, lineStart }: Assignment): boolean {
  if (!/(?:^|[^a-z])(?:keys?|key[-_]?ids?|signing[-_]?keys?)$/i.test(name)) return false;
  if (/\bpublic[ _-]$/i.test(lineStart)) return true;
  return (
    /^(?:0x)?(?=\d*[A-F])(?:[\dA-F]{8}|[\dA-F]{16}|[\dA-F]{40})$/.test(value) &&
    !/api|secret|access|auth|priv|encr/i.test(name)
  );
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
  return isFirstWord && isDefault(value) && !/^(?:pass|secret)/i.test(value);
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
  const text = decodeReadable(value.replace(/^(?:\+|\d{3}) /, ''));
  const body = text.slice(text.indexOf(':') + 1);
  return (
    text !== '' &&
    (/^Aladdin:/i.test(text) || isPlaceholder(body) || isDefault(body) || coverWords(body).letters >= 0.8)
  );
}
