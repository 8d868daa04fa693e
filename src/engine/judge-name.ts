// Does a name say that its value is a secret? `password`, `clientSecret`, `API_KEY` do; `token_url`, `monkey` do not. What a name
// says less clearly (`password_confirmation`, `public_key`, `key`) is left to the model, which sees name and value together. Pure.

export type NameVerdict =
  | { isSecret: true; kind: 'password' | 'secret'; reason: string; words: readonly string[] }
  | { isSecret: false; reason: string };

// The name's last word says what it holds: these say that it is about a secret, not one.
const ABOUT = new Set(
  `address age alg algo algorithm algorithms array at audience bits board builder button callback change changed
   checksum digest encrypted fingerprint hash hashed iv md5 nonce salt sha sha1 sha256 signature thumbprint utc
   claim claims class column comment component config configuration count counts created date def default_value desc
   description dialog dir directory disabled down element enabled encoder encoding endpoint endpoints err error errors event
   events exists expiration expired expire expires expiry factory fn folder form format frame func function getter grant group
   groups handler header headers height help helper hint host icon id identifier identifiers ids idx if image index info
   input invalid is issuer kind label labels len length lifetime limit limits link links list listener loader location
   locator manager map mapping mask masked max maximum message messages method min minimum mock modal mode model module
   name names node num number offset on option options or page pages param parameter parameters params parser path paths
   pattern patterns permission permissions policies policy popup port prefix press prompt property props protected provider
   providers range reader ref reference refs regex regexp repository required requirement requirements resolver response
   result role roles rotation row rule rules schema scope scopes screen section selector serializer server service
   setting settings size sort source spec state status storage store strategy strength stroke style suffix tab table
   template templates text texts time timeout timestamp title ttl type types up update updated uri uris url urls usage
   used user username util utils validation validator validators var version view width window word words writer`.split(
    /\s+/,
  ),
);

// A first word that makes a question or an action of the name.
const ACTION = new Set(
  'num is has no max min should show hide enable disable require allow validate forgot on'.split(' '),
);

const HIDDEN = /(?:^|_)(?:encrypted|hashed|encoded|sha\d+|md5)(?:_|$)/; // what is left of a secret after somebody took care of it
// Made to be known; a private key beside it in the name makes it a secret again.
const OPEN =
  /public|publishable|(?:^|_)(?:primary|foreign|partition|sort|cache|row|map|dict|object|bucket|i18n|translation|locale|lookup|registry|hot|short|arrow|modifier|idempotency|pagination|page|next|continuation|cursor|unique|composite|group|order|route|query|event|lex|parse|syntax|creation|csrf|xsrf|authenticity|anti_?forgery|web_?socket|[a-z]{0,12}repo)_?(?:key|token)s?$/;

const PASSES =
  /(?:^|_)(?:first|second|third|last|next|one|two|multi|single|render|shadow|build|filter|compute|copy|by|lint|optimi[sz]ation)_pass$/;
const PASSWORD =
  /(?:^|_)(?:password|passwd|passwort|passphrase|pwd|pass|pw|pswd|passcode|kennwort|senha|contrasena|motdepasse|mdp|[a-z]{2,10}(?<!by|com|sur|tres|under|over|en|first|second|third|last|one|two|multi|single|low|high|band|render|shadow|light|build|post|pre)pass)\d{0,2}(?:_|$)|password|passwd|passphrase|pwd$/;
const SECRET =
  /secret|token(?!i[sz])|credential|(?:^|_)creds?(?:_|$)|api_?key|app_?key|access_?key|private_?key|auth_?key|sign(?:ing|ature)?_?key|crypt(?:ion)?_?key|master_?key|account_?key|service_?key|session_?key|shared_?key|license_?key|storage_?key|admin_?key|deploy_?key|root_?key|client_?key|consumer_?key|(?:^|_)o?auth\d?(?:_|$)|authorization|bearer|basic|cookie|dsn|webhook|(?:^|_)n?keys?\d{0,2}(?:_|$)|(?:^|_)pat(?:_|$)|[th]otp|(?:^|_)(?!monkey|turkey|donkey|whiskey|hockey|jockey|hotkey|ikey)[a-z]{1,12}key\d*$/;

/**
 * Judges a name as written.
 *
 * @param name identifier, dotted path or kebab-case; at most the characters around the keyword
 */
export function judgeName(name: string): NameVerdict {
  const words = splitWords(name);
  const last = words.at(-1) ?? '';
  const joined = words.join('_');
  if (words.length === 0) return { isSecret: false, reason: 'no name' };
  if (ABOUT.has(last)) return { isSecret: false, reason: `a name that ends in "${last}" is about a secret, not one` };
  if (ACTION.has(words[0] ?? '') && words.length > 1)
    return { isSecret: false, reason: `a name that begins with "${words[0]}" is a question or an action` };
  if (HIDDEN.test(joined) || (OPEN.test(joined) && !/private|secret|passw/.test(joined)))
    return { isSecret: false, reason: 'a name of something public, structural or encrypted' };
  if (PASSES.test(joined)) return { isSecret: false, reason: 'a pass over something' };
  if (PASSWORD.test(joined)) return { isSecret: true, kind: 'password', reason: 'the name says password', words };
  if (SECRET.test(joined)) return { isSecret: true, kind: 'secret', reason: 'the name says secret', words };
  return { isSecret: false, reason: 'the name does not say secret' };
}

const QUALIFIER =
  /^(?:value|val|data|bytes|string|str|default|plain|text|b64|base64|prod|production|dev|development|staging|live|main|new|of|create|from|parse|decode|sid|\d+)$/i;

// The last dotted segment decides, unless it is only `value`, `new` or a digit; trailing qualifiers are no words of the name.
function splitWords(name: string): string[] {
  const segments = name.split('.').filter(Boolean);
  const tail = segments.at(-1) ?? '';
  const text = QUALIFIER.test(tail) ? segments.slice(-2).join('_') : tail;
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  while (words.length > 1 && QUALIFIER.test(words.at(-1) ?? '')) words.pop();
  return words;
}
