// What to do when a credential leaked: one entry per kind of credential, kept beside its rules and loaded only when it is needed.

/** Facts for a responder. null: not known, which is not the same as "no". No field ever holds a value or a place for one. */
export type Response = {
  id: string; // kebab-case, never renamed
  title: string; // of the credential, such as "AWS IAM access key"
  rules: readonly string[]; // ids of the rules whose findings it answers
  names: readonly string[]; // variables that hold it, UPPER_SNAKE: the way in when a generic rule found the value. `STRIPE_*`: all that begin so
  schemes: readonly string[]; // URL schemes that carry it, such as `postgres`
  revoke: { page: string | null; command: string | null; api: string | null };
  rotate: readonly string[]; // steps in their order
  generate: string | null; // command that makes a new value, for what an owner makes himself
  invalidation: string | null; // what outlives the old value, and how it is ended
  audit: string | null; // where the provider logs use and changes
  detectUse: string | null; // how to see whether somebody used it
  reach: string | null; // what can be done with it
  breaks: string | null; // what stops working once it is revoked
  vendorRevokes: boolean | null; // the vendor revokes what it is told of, by itself
  vendorNote: string | null; // under which conditions
  rotationDays: { days: number; source: string } | null; // recommended interval
  docs: string | null; // the provider's own page
  sources: readonly string[]; // where these facts come from; web addresses first
  isFallback: boolean; // for values of unknown origin: the name of a variable or a URL scheme says more than the rule
};

type Optional = Exclude<keyof Response, 'id' | 'title' | 'rules' | 'sources'>;
export type ResponseInput = Omit<Response, Optional> & Partial<Response>;

/** Completes an entry: what is not said is not known. */
export function defineResponse(input: ResponseInput): Response {
  return {
    names: [],
    schemes: [],
    revoke: { page: null, command: null, api: null },
    rotate: [],
    generate: null,
    invalidation: null,
    audit: null,
    detectUse: null,
    reach: null,
    breaks: null,
    vendorRevokes: null,
    vendorNote: null,
    rotationDays: null,
    docs: null,
    isFallback: false,
    ...input,
  };
}

const POLICY = 'secrets policies of teams';

/** How often each class of secret is commonly renewed, where no vendor says more. Policies differ: the shorter interval is taken. */
export const INTERVALS = {
  apiKey: { days: 90, source: `${POLICY}: 90 days, some allow 365` },
  ciToken: { days: 90, source: `${POLICY}: 90 days for tokens of CI and deployment` },
  signingKey: { days: 90, source: `${POLICY}: 90 days for session and token signing keys, some allow 180 or 365` },
  webhookSecret: { days: 90, source: `${POLICY}: 90 days for webhook signing secrets; 60 to 365 are found` },
  password: { days: 90, source: `${POLICY}: 90 days for database and service passwords, some allow 180` },
  storageKey: { days: 90, source: `${POLICY}: 90 days for object storage keys, some allow 180` },
  encryptionKey: { days: 365, source: `${POLICY}: yearly, with re-encryption of the data` },
} as const satisfies Record<string, { days: number; source: string }>;

/** Secret scanning of GitHub tells some vendors what it finds in public repositories. Which ones is documented, what they do is not. */
export const PARTNER = {
  note: 'GitHub tells the vendor about ones in public repositories; the vendor decides whether to revoke them.',
  source: 'https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns',
} as const;

/** Of vendors that nobody tells. */
export const NOT_REPORTED = 'Not among the patterns that GitHub reports to vendors.';

/** Steps for a vendor that lets two of a kind live side by side and of which nothing special is known. */
export const REPLACE = [
  'Create a second one with the smallest scope that does, and an expiry where one can be set.',
  'Put it everywhere the old one is used, deploy, and prove that the new one is in use.',
  'Delete the leaked one, and check that it is refused.',
] as const;
