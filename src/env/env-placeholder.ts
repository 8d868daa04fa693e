// Is the value of a variable none yet? What templates and guides write where a secret will be: blanks to fill in, words, references
// to a store, encrypted text, and the default credentials of services on one's own machine. Pure.

import { isPlaceholder } from '../placeholder.js';

const DOTS = /^(?:\.{2,}|…|\*+|-+|_+|\?+|#+|=+)$|(?:\.{3}|…)$/;
const NOTHING =
  /^(?:none|null|nil|undefined|n\/?a|tbd|todo|fixme|xxx+|unset|empty|blank|optional|required|secret|password|passwd|token|key|value|string|foo|bar|baz|test|dev|local|development|fill[ _-]?(?:me|in|this)?(?:[ _-]in)?|set[ _-]?me|put[ _-].*|add[ _-].*|enter[ _-].*|paste[ _-].*|generate[ _-].*|get[ _-].*from.*|ask[ _-].*|see[ _-].*)$/i;
const RUN_OF_X = /x{4,}|(?:^|[^a-z])x{3,}$/i;
const BRACKETS = /^<[^<>]*>$|^\[[^[\]]*\]$|^\{+[^{}]*\}+$|^%[^%\s]+%$|^__\w+__$|^@\w+@$|<[a-z][\w .:/-]*>/i;
const NOT_FOR_USE =
  /change[ _-]?(?:me|this|it|in[ _-]prod)|not[ _-]?(?:for|a|the)[ _-]?(?:prod|real|secret)|(?:for|only|in)[ _-](?:dev|local|test)(?:elopment)?(?:$|[ _-])|insecure|unsafe|(?:^|[ _-])(?:your|example|sample|placeholder|dummy|fake|mock)(?:$|[ _-])/i;
// A pointer into a store, or text that only its key opens.
const REFERENCE =
  /^(?:op:\/\/|ref\+|vault:|arn:aws:(?:secretsmanager|ssm):|ssm:\/|sm:\/\/|gcp-?sm:|projects\/[^/]+\/secrets\/|keyvault|@Microsoft\.KeyVault\(|secretsmanager|doppler:|infisical:|bws:|file:|\/run\/secrets\/|encrypted:|ENC[[(]|\$ANSIBLE_VAULT|\{cipher\})/i;
const VARIABLE = /^\$(?:[A-Za-z_]\w*|\{[^}]*\}|\(.*\)|\{\{.*\}\})$|^`.*`$|^\$\{\{|^\{\{/s;

// `dev_brevo_key`, `my-super-secret-jwt-key`, `new-strong-password`: words, the first or last of which says what belongs here.
const FIRST_WORD =
  /^(?:dev|test|local|development|staging|my|your|some|new|an?y?|super|very|default|demo|the|this|another|strong|random|secure|long)$/i;
const LAST_WORD =
  /^(?:keys?|secrets?|tokens?|pass|passwords?|passphrase|passwd|pwd|here|value|id|sid|dsn|credentials?|string|hex|dev|development|local|test)$/i;
const OWN_MACHINE =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|(?:.*\.)?local(?:host)?)$/i;
const EXAMPLE_HOST =
  /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test)$|^(?:host(?:name)?|server|your.*|my.*)$/i;
const DEFAULT_PASSWORD =
  /^(?:admin|root|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|rabbit(?:mq)?|guest|user(?:name)?|pass(?:word|wd)?|secret|test(?:ing)?|dev(?:elopment)?|local|docker|minio(?:admin)?|sa|app|db|demo|example|default|changeme|toor|django|laravel|rails|prisma|sail|homestead|forge)?[\W_]?(?:admin|root|user|pass(?:word|wd)?|secret|test|dev)?\d{0,6}[!@#$%^&*._-]{0,3}$/i;
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/([^\s:@/]*):([^\s/]*)@([^\s/?#,:]+|\[[^\]]*\])/i;

/**
 * Says whether a value holds no secret whatever its variable is called.
 *
 * @param name of the variable: a value that repeats it is none
 * @param value without quotes; blank is a placeholder too
 */
export function isEnvPlaceholder(name: string, value: string): boolean {
  const text = value.trim();
  if (text === '' || VARIABLE.test(text) || REFERENCE.test(text)) return true;
  const url = URL_PASSWORD.exec(text);
  if (url) return isUrlPlaceholder(url[1] ?? '', url[2] ?? '', url[3] ?? '');
  return isPlaceholderWord(text) || repeatsName(name, text);
}

// What stands in a URL around the password says nothing about it, but for the host.
function isUrlPlaceholder(user: string, password: string, host: string): boolean {
  if (password === '' || VARIABLE.test(password) || isPlaceholderWord(password)) return true;
  if (EXAMPLE_HOST.test(host)) return true;
  // A name without a dot is another container of the same machine.
  const isLocal = OWN_MACHINE.test(host) || !/[.:$]/.test(host);
  return isLocal && (password === user || DEFAULT_PASSWORD.test(password));
}

function isPlaceholderWord(text: string): boolean {
  if (DOTS.test(text) || NOTHING.test(text) || RUN_OF_X.test(text) || BRACKETS.test(text)) return true;
  return NOT_FOR_USE.test(text) || isWords(text) || isPlaceholder(text);
}

function isWords(text: string): boolean {
  const words = text.split(/[\s_.-]+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || !words.every(word => /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|\d{1,3})$/.test(word))) return false;
  return FIRST_WORD.test(first) || LAST_WORD.test(last);
}

// `API_KEY=api_key`, `SPACES_KEY=DEV_SPACES_KEY`
function repeatsName(name: string, text: string): boolean {
  const flat = (part: string) => part.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [ofName, ofValue] = [flat(name), flat(text)];
  return ofName.length > 3 && ofValue.includes(ofName) && ofValue.length - ofName.length < 5;
}
