// What a rule is. Rules are data: this file gives them their type and their defaults, nothing else.

import { patternLength } from './pattern-length.js';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type Confidence = 'high' | 'medium' | 'low';

/** Structure and checksum validators of engine/checks, by name. */
export type CheckName =
  | 'crc32-base62-30' // GitHub, npm: CRC-32 of the 30 characters after the last `_`, six base62 digits
  | 'crc32-base62-50' // Vercel: the same over 50 characters
  | 'crc32-base62-rest' // SaladCloud: over all characters after the last `_` but the final six
  | 'crc32-hex-40' // Cloudflare: CRC-32 of the 40 characters after the prefix, 8 lower hex
  | 'crc32-hex-zuplo' // Zuplo: of the 32 characters between the underscores
  | 'crc32-hex-grafana' // Grafana: of the first 37 characters, prefix included, little-endian
  | 'crc32-hex-atlassian' // Atlassian: of all but the last 8, prefix included, 8 upper hex
  | 'crc32-base64-confluent' // Confluent: of the 54 characters after `cflt`, base64 of the little-endian bytes
  | 'crc32-base36-gitlab' // GitLab routable tokens: of all but the last 7, prefix included
  | 'aws-key-id' // base32 body with a digit; account id inside
  | 'azure-his' // Azure identifiable key: Marvin32 at the end
  | 'azure-cask' // Azure common annotated key: Marvin32
  | 'pypi-macaroon' // first macaroon field parses
  | 'bech32-age' // age identity: Bech32 checksum
  | 'nats-nkey' // CRC-16/XMODEM over the decoded seed
  | 'jwt' // header is JSON with alg, payload is JSON
  | 'private-key' // PEM, OpenSSH or DER body decodes to the structure its label promises
  | 'base64-value' // what it decodes to is no placeholder
  | 'base64-userinfo' // decodes to user:password, and the password is no placeholder
  | 'pkcs12-key' // a PKCS#12 file holds a key, not certificates alone
  | 'base64-json' // decodes to JSON
  | 'base64-32-bytes' // decodes to exactly 32 bytes
  | 'base64-64-bytes' // decodes to exactly 64 bytes
  | 'discord-bot-token' // first part is base64 of a snowflake id
  | 'password' // no default, placeholder or plain words
  | 'url-password' // a URL whose password is no placeholder and whose host is no example
  | 'slack-token' // numeric parts of the right length
  | 'jfrog-reference-token' // decodes to reftkn:01:<time>:…
  | 'bedrock-key' // decodes to BedrockAPIKey-…
  | 'not-base64-part'; // not inside a longer base64 run

export type Near = {
  words: readonly string[]; // lower case; at least one must stand near the secret
  before: number; // bytes before the match in which a word counts
  after: number; // bytes after the match in which a word counts
};

/** A rule as the engine uses it. */
export type Rule = {
  id: string; // `<provider>-<thing>`, never renamed, never reused
  title: string;
  provider: string; // name of the vendor, or of the technology
  severity: Severity;
  secrecy: 'secret' | 'publishable';
  confidence: Confidence; // of a match that passes all filters
  keywords: readonly string[]; // at least 3 bytes each, ASCII, matched without case; the kernel finds them. None: `magic`
  pattern: RegExp; // bounded; group `secret` is what is reported; runs on bytes as latin1
  before: number; // bytes that the match may begin before the keyword; 0: it begins with the keyword
  after: number; // bytes from the keyword's start to the end of the longest match
  shortest: number; // bytes of the shortest match of the pattern
  // `assignment`: engine/assignment.ts reads name and value, the pattern is not used. `magic`: engine/match-magic.ts runs the
  // pattern at a file's first byte and reports the file; there are no keywords, and the examples are hex.
  matcher: 'pattern' | 'assignment' | 'magic';
  distinctive: boolean; // may fire alone, also in binary files
  generic: boolean; // a technology's shape, such as JWT or URL userinfo: a vendor's rule for the same text wins
  check: CheckName | null;
  enforceCheck: boolean; // a failing check drops the match; otherwise it lowers the confidence
  minEntropy: number; // bits per character of `secret`; 0: none
  near: Near | null;
  publicValues: readonly string[]; // documented sample values, exact: never reported
  pairsWith: readonly string[]; // rules that find the other half of a key pair: beside this secret it is a part of the finding
};

/** What people and tests need of a rule and the hot path does not. */
export type RuleDocs = {
  references: readonly string[];
  match: readonly string[]; // « » mark the secret
  noMatch: readonly string[];
};

type Optional =
  | 'secrecy'
  | 'confidence'
  | 'before'
  | 'matcher'
  | 'distinctive'
  | 'generic'
  | 'check'
  | 'enforceCheck'
  | 'minEntropy';
export type RuleInput = Omit<Rule, Optional | 'after' | 'shortest' | 'near' | 'publicValues' | 'pairsWith'> &
  Partial<Pick<Rule, Optional | 'near' | 'publicValues' | 'pairsWith'>> &
  RuleDocs;
export type FullRule = Rule & RuleDocs;

/**
 * Completes a rule with its defaults.
 *
 * @throws {RangeError} when the pattern has no upper bound on its length
 */
export function defineRule(input: RuleInput): FullRule {
  const before = input.before ?? 0;
  return {
    secrecy: 'secret',
    confidence: 'high',
    before,
    after: patternLength(input.pattern).max,
    shortest: patternLength(input.pattern).min,
    matcher: 'pattern',
    distinctive: false,
    generic: false,
    check: null,
    enforceCheck: false,
    minEntropy: 0,
    near: null,
    publicValues: [],
    pairsWith: [],
    ...input,
  };
}
