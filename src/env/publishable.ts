// Values that are made for the browser: what vendors call publishable, anonymous, public or client-side. Data, and one question. Pure.

export type Publishable = {
  kind: string;
  name: RegExp | null; // of the variable, without its prefix; null: the value alone says it
  value: RegExp | null; // null: the name alone says it
  source: string;
};

const SUPABASE = 'https://supabase.com/docs/guides/api/api-keys';

/** What may stand in a bundle. Rows with a value come first: they need no name. */
export const PUBLISHABLE: readonly Publishable[] = [
  {
    kind: 'Stripe, Clerk or Paystack publishable key',
    name: null,
    value: /^pk_(?:test|live)_/,
    source: 'https://docs.stripe.com/keys#obtain-api-keys',
  },
  { kind: 'Supabase publishable key', name: null, value: /^sb_publishable_/, source: SUPABASE },
  {
    kind: 'Sentry DSN',
    name: null,
    value: /^https:\/\/[0-9a-f]{32}@[\w.-]+\/\d+$/,
    source: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
  },
  {
    kind: 'Mapbox public token',
    name: null,
    value: /^pk\.eyJ/,
    source: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
  },
  { kind: 'PostHog project key', name: null, value: /^phc_/, source: 'https://posthog.com/docs/api' },
  {
    kind: 'Datadog client token',
    name: null,
    value: /^pub[0-9a-f]{32}$/,
    source: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
  },
  {
    kind: 'Razorpay key id',
    name: null,
    value: /^rzp_(?:test|live)_\w{14}$/,
    source: 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/',
  },
  {
    kind: 'Flutterwave public key',
    name: null,
    value: /^FLWPUBK/,
    source: 'https://developer.flutterwave.com/docs/authentication',
  },
  {
    kind: 'Google Analytics or Tag Manager id',
    name: null,
    value: /^(?:G|GTM|UA|AW|GT)-[A-Z0-9-]+$/,
    source: 'https://support.google.com/analytics/answer/12270356',
  },
  {
    kind: 'public or CAPTCHA site key by its name',
    name: /(?:^|_)(?:PUBLISHABLE|PUBLIC|SITE|SITEKEY)(?:_|$)|SITE_?KEY$/,
    value: null,
    source: 'https://developers.google.com/recaptcha/docs/display',
  },
  { kind: 'Supabase anonymous key', name: /ANON/, value: null, source: SUPABASE },
  {
    kind: 'Firebase web key',
    name: /FIREBASE/,
    value: /^AIza/,
    source: 'https://firebase.google.com/docs/projects/api-keys',
  },
  {
    kind: 'Google Maps browser key',
    name: /MAPS?(?:_|$)|PLACES|GEOCOD/,
    value: /^AIza/,
    source: 'https://developers.google.com/maps/api-security-best-practices',
  },
  {
    kind: 'Algolia search key',
    name: /(?:ALGOLIA|MEILI|TYPESENSE|DOCSEARCH)\w*(?:SEARCH|APP_?ID)|SEARCH_(?:ONLY_)?(?:API_)?KEY/,
    value: null,
    source: 'https://www.algolia.com/doc/guides/security/api-keys/#search-only-api-key',
  },
  {
    kind: 'client-side analytics key',
    name: /SEGMENT|MIXPANEL|AMPLITUDE|HEAP|HOTJAR|LOGROCKET|FULLSTORY|INTERCOM|CRISP|PLAUSIBLE|UMAMI|RUDDERSTACK|POSTHOG/,
    value: /^[\w-]{4,64}$/,
    source: 'https://segment.com/docs/connections/find-writekey/',
  },
  {
    kind: 'client-side flag key',
    name: /(?:LAUNCHDARKLY|STATSIG|GROWTHBOOK|SPLIT|FLAGSMITH|UNLEASH|CONFIGCAT)\w*(?:CLIENT|KEY|ID)/,
    value: /^(?!sdk-[0-9a-f]{8}-|secret-)/,
    source: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
  },
  {
    kind: 'Pusher app key',
    name: /PUSHER\w*KEY$/,
    value: /^[0-9a-f]{20}$/,
    source: 'https://pusher.com/docs/channels/using_channels/client-api-overview/',
  },
  {
    kind: 'VAPID public key',
    name: /VAPID/,
    value: /^B[\w-]{86}$/,
    source: 'https://www.rfc-editor.org/rfc/rfc8292#section-3.2',
  },
  {
    kind: 'OAuth client id, project id or other identifier',
    name: /(?:CLIENT|APP|APPLICATION|PROJECT|MEASUREMENT|SENDER|TENANT|ORG|ACCOUNT|MERCHANT|PIXEL|TRACKING|CONTAINER|SPACE|WORKSPACE)_?ID$/,
    value: null,
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-2.2',
  },
];

// Whatever the name says, these are none.
const SECRET_VALUE =
  /^(?:[sr]k_(?:test|live)_|whsec_|sb_secret_|sk\.eyJ|sk-|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|SG\.|re_[A-Za-z0-9]|phx_|-----BEGIN)/;

/**
 * Is the value made for the browser?
 *
 * @param name of the variable without the prefix of its bundler
 * @returns the kind and where its vendor says so, or null
 */
export function publishableKind(name: string, value: string): Publishable | null {
  const text = value.trim();
  if (SECRET_VALUE.test(text)) return null;
  const role = roleOf(text);
  if (role !== null)
    return role === 'anon' ? (PUBLISHABLE.find(({ kind }) => kind.includes('anonymous')) ?? null) : null;
  return PUBLISHABLE.find(row => (row.name?.test(name) ?? true) && (row.value?.test(text) ?? true)) ?? null;
}

// Supabase's older keys are tokens with a role; only one of the roles is for everybody.
function roleOf(text: string): string | null {
  const payload = /^eyJ[\w-]+\.([\w-]+)\.[\w-]+$/.exec(text)?.[1];
  if (payload === undefined) return null;
  const json = Buffer.from(payload, 'base64url').toString('latin1');
  return /"role"\s*:\s*"(\w+)"/.exec(json)?.[1] ?? null;
}
