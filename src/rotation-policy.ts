// How long secrets of a kind may live, as five secrets guides of real products say. They disagree by up to six times, so each
// default stands with everybody who said something; the shortest that several agree on is taken. The config may say otherwise.

/** Kinds of secrets that are rotated alike. */
export const SECRET_KINDS = [
  'signing-key',
  'webhook-secret',
  'vendor-api-key',
  'cloud-access-key',
  'object-storage-key',
  'database-password',
  'password',
  'ci-token',
  'encryption-key',
  'private-key',
] as const;

export type SecretKind = (typeof SECRET_KINDS)[number];

export type KindPolicy = {
  title: string;
  days: number; // default
  said: readonly { by: string; days: number }[]; // shortest first
  note: string | null;
};

const M3 = 'M3CoreCRM Environment & Secrets Management Guide v1';
const TALY = 'Taly CRM Environment & Secrets Management';
const SENOVA = 'Senova CRM Secrets Management Guide 1.0';
const CLOUDGREET = 'CloudGreet Secrets Management Guide';
const MUEJAM = 'MueJam Library Secrets Management Guide';
const AWS = 'AWS incident response playbook IRP-CredCompromise (at most 90)';

export const ROTATION_POLICY: Readonly<Record<SecretKind, KindPolicy>> = {
  'signing-key': {
    title: 'signing key of tokens or sessions',
    days: 90,
    said: [
      { by: TALY, days: 90 },
      { by: CLOUDGREET, days: 90 },
      { by: MUEJAM, days: 90 },
      { by: M3, days: 180 },
      { by: SENOVA, days: 365 },
    ],
    note: 'a new key ends every session that the old one signed',
  },
  'webhook-secret': {
    title: 'webhook signing secret or URL',
    days: 90,
    said: [
      { by: TALY, days: 60 },
      { by: CLOUDGREET, days: 90 },
      { by: M3, days: 365 },
    ],
    note: null,
  },
  'vendor-api-key': {
    title: 'API key of a vendor',
    days: 90,
    said: [
      { by: SENOVA, days: 90 },
      { by: MUEJAM, days: 90 },
      { by: CLOUDGREET, days: 365 },
    ],
    note: null,
  },
  'cloud-access-key': {
    title: 'access key of a cloud account',
    days: 90,
    said: [
      { by: AWS, days: 90 },
      { by: MUEJAM, days: 90 },
      { by: `${TALY} (SES keys)`, days: 365 },
    ],
    note: 'a role without a long-lived key is better than any interval',
  },
  'object-storage-key': {
    title: 'key of an object storage',
    days: 90,
    said: [
      { by: MUEJAM, days: 90 },
      { by: M3, days: 180 },
    ],
    note: null,
  },
  'database-password': {
    title: 'database password',
    days: 90,
    said: [
      { by: SENOVA, days: 90 },
      { by: MUEJAM, days: 90 },
      { by: CLOUDGREET, days: 180 },
    ],
    note: 'open connections outlive the old password',
  },
  password: { title: 'password', days: 90, said: [{ by: SENOVA, days: 90 }], note: null },
  'ci-token': {
    title: 'token of a forge, registry or CI service',
    days: 90,
    said: [{ by: `${M3} ("when possible")`, days: 90 }],
    note: null,
  },
  'encryption-key': {
    title: 'encryption key of stored data',
    days: 365,
    said: [{ by: SENOVA, days: 365 }],
    note: 'never just replaced: what it encrypted is re-encrypted first',
  },
  'private-key': {
    title: 'private key',
    days: 365,
    said: [],
    note: 'no guide names an interval; a year is the choice of leakgate',
  },
};

// The first that fits decides, so what is more telling stands first. Rule ids in lower case, variables in upper case.
const KINDS: readonly [kind: SecretKind, ruleId: RegExp, variable: RegExp][] = [
  ['encryption-key', /fernet|encryption|sops|^age-|ansible-vault|rails-master/, /ENCRYPT|FERNET|MASTER_KEY/],
  ['webhook-secret', /webhook|signing-secret/, /WEBHOOK|SIGNING_SECRET/],
  [
    'signing-key',
    /django|flask|secret-key-base|laravel|session-secret/,
    /JWT|SESSION|COOKIE|SIGNING|^(?:(?:APP|DJANGO|FLASK|RAILS)_)?SECRET_KEY(?:_BASE)?$/,
  ],
  [
    'object-storage-key',
    /spaces|-r2|backblaze|wasabi|minio|gcs-hmac|azure-s(?:torage|as)/,
    /SPACES|(?:^|_)S3_|(?:^|_)R2_|STORAGE/,
  ],
  [
    'database-password',
    /postgres|mysql|mariadb|mongodb|redis|jdbc|odbc|^sql-|snowflake|clickhouse/,
    /DATABASE|^PG|(?:^|_)DB_|POSTGRES|MYSQL|MONGO|REDIS/,
  ],
  [
    'cloud-access-key',
    /^(?:aws|gcp|azure|alibaba|tencent|google-cloud|scaleway|ovhcloud)-/,
    /^(?:AWS|GCP|AZURE|GOOGLE_APPLICATION)_/,
  ],
  ['private-key', /private-key|openssh|putty|openpgp|pkcs|key-store|certificate/, /PRIVATE_KEY|SSH_KEY/],
  [
    'ci-token',
    /^(?:github|gitlab|bitbucket|gitea|circleci|buildkite|travis|drone|jenkins|npm|pypi|docker|vercel|netlify|digitalocean|hashicorp-terraform|codecov|bitrise|rubygems|nuget|crates)/,
    /^(?:CI|GITHUB|GITLAB|NPM|PYPI|DOCKER|VERCEL|NETLIFY|DO)_/,
  ],
  ['password', /password/, /PASS(?:WORD|WD|PHRASE)?$|PWD$/],
];

// Rules that find something but say little of what it is: the variable's name says more.
const GENERIC = /^(?:generic-|jwt$|jwt-|url-credentials)/;

/** Tells which kind a secret is of, by the rule that found it and the variable that holds it; null where one is not known. */
export function kindOf(ruleId: string | null, variable: string | null): SecretKind {
  const name = (variable ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
  const byRule = ruleId === null ? undefined : KINDS.find(([, pattern]) => pattern.test(ruleId))?.[0];
  const byName = name === '' ? undefined : KINDS.find(([, , pattern]) => pattern.test(name))?.[0];
  // A JWT that was issued is no key that signs, whatever the variable is called.
  if (ruleId?.startsWith('jwt') && byName === 'signing-key') return 'vendor-api-key';
  if (ruleId !== null && !GENERIC.test(ruleId)) return byRule ?? 'vendor-api-key';
  return byName ?? byRule ?? 'vendor-api-key';
}
