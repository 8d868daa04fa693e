// A finding → what to do about it: by its rule, else by the name of the variable, the URL scheme, the vendor; else what is always right.

import type { Response } from '../response.js';

/** What is known of a leaked value. null: not known. */
export type ResponseQuery = {
  ruleId: string | null;
  provider: string | null; // of the rule
  variable: string | null; // it is assigned to, in any case style
  scheme: string | null; // of the URL it stands in, without `:`
};

export type ResponseMatch = 'rule' | 'variable' | 'prefix' | 'scheme' | 'provider' | 'fallback';
export type FoundResponse = {
  response: Response;
  by: ResponseMatch;
  reason: string; // for people: why this one. Holds names of the query, unsanitised
};

const VENDOR_KEY = 'vendor-api-key';
const UNKNOWN = 'unknown-secret';
// Frameworks copy such variables into what they send to browsers; the rest of the name is the name.
const PUBLIC_PREFIX = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|VUE_APP|VITE|GATSBY|PUBLIC)_/;
const STAGE_PREFIX = /^(?:PROD|PRODUCTION|STAGING|STAGE|DEV|DEVELOPMENT|TEST|LIVE|CI|OLD|NEW|MY)_/;
const STAGE_SUFFIX = /_(?:PROD|PRODUCTION|STAGING|STAGE|DEV|DEVELOPMENT|TEST|LIVE|OLD|NEW|\d{1,2})$/;

/**
 * The most specific response there is.
 *
 * @param responses all of them; a `vendor-api-key` and an `unknown-secret` must be among them
 * @throws {RangeError} when they are not: a bug in the caller
 */
export function findResponse(responses: readonly Response[], query: ResponseQuery): FoundResponse {
  const { ruleId, provider } = query;
  const index = indexOf(responses);
  const ofRule = (ruleId === null ? null : index.byRule.get(ruleId)) ?? null;
  if (ofRule && !ofRule.isFallback) return found(ofRule, 'rule', `the rule ${ruleId} is about it`);
  return (
    (query.variable === null ? null : byVariable(index, query.variable)) ??
    (query.scheme === null ? null : byScheme(index, query.scheme)) ??
    (provider === null ? null : byProvider(index, provider)) ??
    fallback(index, ofRule, provider)
  );
}

// Thousands of findings ask the same hundreds of responses. Of two for one name the first one counts.
type Index = {
  byId: ReadonlyMap<string, Response>;
  byRule: ReadonlyMap<string, Response>;
  byName: ReadonlyMap<string, Response>;
  byScheme: ReadonlyMap<string, Response>;
  byVendor: ReadonlyMap<string, Response>;
  prefixes: readonly { prefix: string; response: Response }[];
};

const indexes = new WeakMap<readonly Response[], Index>();

function indexOf(responses: readonly Response[]): Index {
  const known = indexes.get(responses);
  if (known) return known;
  const prefixes = responses.flatMap(response => prefixesOf(response).map(prefix => ({ prefix, response })));
  const index: Index = {
    byId: firstBy(responses, ({ id }) => [id]),
    byRule: firstBy(responses, ({ rules }) => rules),
    byName: firstBy(responses, ({ names }) => names),
    byScheme: firstBy(responses, ({ schemes }) => schemes),
    byVendor: firstBy(responses, response => prefixesOf(response).map(plainVendor)),
    prefixes,
  };
  indexes.set(responses, index);
  return index;
}

function firstBy(
  responses: readonly Response[],
  keysOf: (response: Response) => readonly string[],
): Map<string, Response> {
  const first = new Map<string, Response>();
  for (const response of responses) for (const key of keysOf(response)) if (!first.has(key)) first.set(key, response);
  return first;
}

function found(response: Response, by: ResponseMatch, reason: string): FoundResponse {
  return { response, by, reason };
}

function byVariable({ byName, prefixes }: Index, variable: string): FoundResponse | null {
  const candidates = namesOf(variable);
  for (const name of candidates) {
    const exact = byName.get(name);
    if (exact) return found(exact, 'variable', `the variable is named ${name}`);
  }
  for (const name of candidates) {
    const widest = longestPrefix(prefixes, name);
    if (widest) return found(widest.response, 'prefix', `the variable's name begins with ${widest.prefix}`);
  }
  return null;
}

/** `prodStripeApiKey` → `PROD_STRIPE_API_KEY`, `STRIPE_API_KEY`: the name as it stands first. */
function namesOf(variable: string): string[] {
  const upper = variable
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  const names = [upper];
  for (const cut of [PUBLIC_PREFIX, STAGE_PREFIX, STAGE_SUFFIX]) names.push((names.at(-1) ?? '').replace(cut, ''));
  return [...new Set(names)].filter(name => name !== '');
}

function longestPrefix(prefixes: Index['prefixes'], name: string): Index['prefixes'][number] | null {
  let best: Index['prefixes'][number] | null = null;
  for (const entry of prefixes)
    if (entry.prefix.length > (best?.prefix.length ?? 0) && name.startsWith(entry.prefix)) best = entry;
  return best;
}

function prefixesOf({ names }: Response): string[] {
  return names.filter(name => name.endsWith('*')).map(name => name.slice(0, -1));
}

function byScheme(index: Index, scheme: string): FoundResponse | null {
  // `postgresql+asyncpg` names a driver behind the scheme.
  const plain = scheme.toLowerCase().replace(/:.*$/, '');
  for (const name of [plain, plain.replace(/\+.*$/, '')]) {
    const response = index.byScheme.get(name);
    if (response) return found(response, 'scheme', `the URL's scheme is ${name}`);
  }
  return null;
}

// A rule of the user's own for a vendor that is known, or one without an entry for its kind of token.
function byProvider({ byVendor }: Index, provider: string): FoundResponse | null {
  const response = byVendor.get(plainVendor(provider));
  return response ? found(response, 'provider', `the provider is ${provider}`) : null;
}

function plainVendor(text: string): string {
  return text.toUpperCase().replace(/[^A-Z\d]/g, '');
}

function fallback({ byId }: Index, ofRule: Response | null, provider: string | null): FoundResponse {
  if (ofRule) return found(ofRule, 'fallback', 'nothing says more about the value than the rule that found it');
  const id = provider === null ? UNKNOWN : VENDOR_KEY;
  const response = byId.get(id);
  if (!response) throw new RangeError(`no response ${id}`);
  return found(
    response,
    'fallback',
    provider === null ? 'its issuer is not known' : `no response is known for ${provider}`,
  );
}
