// A token and its surroundings → the account it says it belongs to. What a token encodes is named whole; what stands in it
// literally is cut to four characters, as the mask cuts it. Pure.

import { decodeBase32 } from '../checksum.js';
import type { Surroundings } from './read-claims.js';
import { readJwt } from './read-jwt.js';

type Reader = (value: string, around: Surroundings, ruleId: string) => string | null;

// By what the rule's id begins with; the first that fits answers. Each kind of token has one.
const READERS: readonly [prefix: string, Reader][] = [
  ['aws-', awsAccount],
  ['gcp-', googleProject],
  ['private-key', googleProject],
  ['twilio-', twilioAccount],
  ['slack-webhook', slackWorkspace],
  ['sentry-org', sentryOrganization],
  ['gitlab-', gitlabRouting],
  ['discord-bot', discordBot],
  ['azure-storage', azureStorage],
  ['azure-sas', azureHost],
];

/** Says to whom a token belongs; null when it does not say. */
export function tokenAccount(ruleId: string, value: string, around: Surroundings): string | null {
  const jwt = readJwt(value);
  if (jwt) return jwtOwner(jwt);
  const reader = READERS.find(([prefix]) => ruleId.startsWith(prefix))?.[1];
  return (reader?.(value, around, ruleId) ?? null) || urlOwner(around);
}

// Keys made since March 2019 begin behind their prefix with Q or a later digit of base32, and hold the account in 40 bits.
// https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489
function awsAccount(value: string, { before, after }: Surroundings): string | null {
  const id = /^(?:AKIA|ASIA)([Q-Z2-7][A-Z2-7]{15})/.exec(value)?.[1];
  if (id !== undefined) {
    const bytes = decodeBase32(id);
    const number = bytes ? Number((readUint48(bytes) & 0x7fffffffff80n) >> 7n) : Number.NaN;
    return number <= 999_999_999_999 ? `AWS account ${String(number).padStart(12, '0')}` : null;
  }
  const arn = /arn:aws[\w-]{0,10}:[\w-]{1,30}:[\w-]{0,30}:(\d{12}):/.exec(
    before.slice(-400) + after.slice(0, 400),
  )?.[1];
  return arn === undefined ? null : `AWS account ${arn}, by an ARN beside it`;
}

function readUint48(bytes: Uint8Array): bigint {
  return bytes.subarray(0, 6).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function googleProject(_value: string, { before, after }: Surroundings): string | null {
  if (!before.includes('"private_key"') && !before.includes('private_key\\"')) return null;
  const text = before + after;
  const project = /"project_id\\?"\s{0,4}:\s{0,4}\\?"([a-z0-9.:-]{4,60})/.exec(text)?.[1];
  const email = /"client_email\\?"\s{0,4}:\s{0,4}\\?"([\w.-]{1,60})@([a-z0-9.-]{4,60})\.iam\.gserviceaccount\.com/.exec(
    text,
  );
  if (project === undefined && !email) return null;
  const owner = email ? `, service account ${email[1]}` : '';
  return `Google Cloud project ${project ?? email?.[2]}${owner}`;
}

function twilioAccount(value: string, { before, after }: Surroundings): string | null {
  const sid = /^AC[0-9a-f]{32}$/.exec(value)?.[0] ?? lastMatch(/\bAC[0-9a-f]{32}\b/g, before + after.slice(0, 500));
  return sid === null ? null : `Twilio account ${cut(sid)}`;
}

function slackWorkspace(value: string): string | null {
  const id = /\/([TE][A-Z0-9]{8,12})\\?\//.exec(value)?.[1];
  return id === undefined ? null : `Slack workspace ${cut(id)}`;
}

function sentryOrganization(value: string): string | null {
  const claims = readObject(Buffer.from(value.split('_')[1] ?? '', 'base64').toString('utf8'));
  const org = plain(claims?.org);
  const url = plain(claims?.url);
  return org === null ? null : `Sentry organization ${org}${url === null ? '' : ` at ${url}`}`;
}

// Random bytes, then lines such as `o:1` and `u:2s` in base 36, then one byte with the length of these lines.
// https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
function gitlabRouting(value: string): string | null {
  const payload = /^gl[a-z]{1,6}-(?:t\d_)?([\w-]{27,300})\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}$/.exec(value)?.[1];
  if (payload === undefined) return null;
  const bytes = Buffer.from(payload, 'base64url');
  const length = bytes[bytes.length - 1] ?? 0;
  const lines = bytes
    .subarray(Math.max(0, bytes.length - 1 - length), -1)
    .toString('latin1')
    .split('\n');
  const named = lines.flatMap(line => {
    const [, key = '', number = ''] = /^([cogpu]):([0-9a-z]{1,12})$/.exec(line) ?? [];
    return key === '' ? [] : [`${GITLAB_KEYS[key]} ${Number.parseInt(number, 36)}`];
  });
  return named.length === 0 ? null : `GitLab ${named.join(', ')}`;
}

const GITLAB_KEYS: Readonly<Record<string, string>> = {
  c: 'cell',
  o: 'organization',
  g: 'group',
  p: 'project',
  u: 'user',
};

function discordBot(value: string): string | null {
  const id = Buffer.from(value.split('.')[0] ?? '', 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? `Discord bot ${id}` : null;
}

function azureStorage(_value: string, { before, after }: Surroundings): string | null {
  const name = /AccountName=([a-z0-9]{3,24})/i.exec(before.slice(-300) + after.slice(0, 300))?.[1];
  return name === undefined ? null : `Azure storage account ${name}`;
}

function azureHost(_value: string, { before }: Surroundings): string | null {
  const host = lastMatch(
    /[a-z0-9-]{3,50}\.(?:blob|queue|table|file|dfs|servicebus)\.[a-z.]{3,40}/g,
    before.slice(-600),
  );
  return host === null ? null : `Azure ${host}`;
}

// Who signs a JWT and what kind of subject it is for; the subject itself may be a person.
function jwtOwner(claims: Readonly<Record<string, unknown>>): string | null {
  const issuer = plain(claims.iss);
  const project = plain(claims.ref);
  const role = plain(claims.role);
  const parts = [
    ...(issuer === null ? [] : [`JWT of issuer ${issuer}`]),
    ...(project === null ? [] : [`project ${project}`]),
    ...(role === null ? [] : [`role ${role}`]),
    ...(typeof claims.sub === 'string' ? [`for ${subjectKind(claims.sub)}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function subjectKind(subject: string): string {
  if (subject.includes('@')) return 'a subject that is an e-mail address';
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(subject)) return 'a subject that is a UUID';
  return /^\d+$/.test(subject) ? 'a subject that is a number' : 'a named subject';
}

// `postgres://app:…@db.acme.dev:5432/app` names the server and the user of its password.
function urlOwner({ before, after }: Surroundings): string | null {
  const user = /:\/\/([\w.~%!$&*+=-]{0,64}):$/.exec(before.slice(-100))?.[1];
  const host = /^@(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})/.exec(after)?.[1];
  if (user === undefined || host === undefined) return null;
  return user === '' ? host : `${user} at ${host}`;
}

function lastMatch(pattern: RegExp, text: string): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[0] ?? null;
}

const MAX_CLAIM = 100; // characters of text that a token encodes

function plain(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_CLAIM);
}

function cut(id: string): string {
  return `${id.slice(0, 4)}…`;
}

function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
