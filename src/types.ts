// The nouns that cross rooms: blob → match → finding, and what surrounds them.

import type { Confidence, Severity } from './rule.js';
import type { Secret } from './secret.js';

export type Oid = string; // lower-case hex, 40 or 64 digits
export type BytePath = string; // a path as git has it: one character per byte (latin1), `/` between segments

export type Span = { start: number; end: number }; // byte offsets, [start, end)

/** Lines and columns from 1; columns count UTF-16 code units; endColumn is one past the last character. */
export type Region = { startLine: number; startColumn: number; endLine: number; endColumn: number };

export type BlobKind = 'file' | 'commit' | 'tag';

/** One piece of a blob too large to hold at once. Only matches that begin in [from, to) count; the rest is context. */
export type Piece = { from: number; to: number; linesBefore: number; columnsBefore: number };

/** Bytes to scan, and what is known of where they come from. */
export type Blob = {
  id: string; // object id, or the path for work-tree files
  kind: BlobKind;
  bytes: Uint8Array;
  piece: Piece | null; // null: the bytes are the whole blob
  before: (() => Promise<Uint8Array[]>) | null; // earlier versions; only what none of them has is reported
  places: readonly Place[] | null; // null: found out afterwards, and only if there are matches
  known?: ReadonlyMap<string, readonly Hit[]>; // from an earlier scan with the same rules: what gives a match, by reading
};

/** A keyword in bytes, by its number in the engine, and where it begins. */
export type Hit = readonly [start: number, keyword: number];

/**
 * What gives matches in an object that may be read in several ways: `0` is what it is, `1` and so on are its members where it is an
 * archive; with a `w` behind it, it is read as UTF-16. Readings without any are left out.
 */
export type FoundHits = readonly (readonly [reading: string, hits: readonly Hit[]])[];

/** What a commit does to one path. All zeros stand for "not there". */
export type Change = {
  commit: Oid; // '' when it is the index that changes something
  path: BytePath;
  before: Oid[]; // one per parent
  after: Oid;
  mode: string; // of the new side, octal
  status: string;
};

/** The part of a history that matters for the blobs with matches. */
export type History = {
  changes: readonly Change[]; // that put one of those blobs somewhere or take it away; parents before children
  commits: ReadonlyMap<Oid, CommitInfo>;
  headPaths: ReadonlyMap<Oid, readonly BytePath[]>; // blob → where it stands at HEAD
  refs: RefsReaching;
  reachable: ReadonlySet<Oid>; // those that any ref reaches
  hasRemotes: boolean; // whether "pushed" can be known
  isBare: boolean; // a bare repository or mirror: what it holds was pushed to it, or to where it was copied from
  pushes: ReadonlyMap<Oid, string>; // commit → ISO 8601 time of the first push that took it along, where a reflog says so
  knowsRefs: boolean; // false in a range scan, which looks at one branch only
};

/** From which refs a commit, a tag, or a blob that is tagged can be reached. */
export type RefsReaching = {
  has(oid: Oid): boolean; // whether that is known
  of(oids: Iterable<Oid>): readonly string[]; // names of those that reach any of these, sorted; of the same names always the same list
  given(): readonly string[]; // names in any of the lists that were asked for so far, sorted
};

/** Where blobs stand. */
export type Attribution = {
  places: ReadonlyMap<string, readonly Place[]>; // for blobs that no commit explains
  history: History | null; // null outside a repository
};

/** One scanned blob with matches. */
export type Sighting = {
  blob: string;
  kind: BlobKind;
  places: readonly Place[] | null;
  member: BytePath | null; // the file in the blob, when that is an archive; the matches' regions are of that file
  matches: readonly LocatedMatch[];
};

export type Match = {
  ruleId: string;
  secret: Secret;
  span: Span; // of the secret
  confidence: Confidence;
  reasons: readonly string[]; // why the confidence is what it is
  rank: number; // specificity; the higher one wins an overlap
};

/** A match with everything that needs the bytes. */
export type LocatedMatch = {
  match: Match;
  region: Region;
  marker: InlineMarker | null;
  parts: readonly Part[];
  claims: Claims;
};

/** What a token, and the text it stands in, say of themselves. None of it is proven; null: nothing is said. */
export type Claims = {
  account: string | null; // such as "AWS account 123456789012"; never a run of the secret that the mask would hide
  expiresAt: string | null; // ISO 8601
  variable: string | null; // what it is assigned to
  environment: 'live' | 'test' | null; // as the token's own prefix names it
};

/** What belongs to a secret and stands beside it: the id of an access key, the client id of a client secret. */
export type Part = { ruleId: string; secret: Secret; region: Region };

/** An inline comment that allows a finding. */
export type InlineMarker = { marker: string; reason: string | null; line: number };

export type Person = { name: string; email: string };

export type CommitInfo = {
  oid: Oid;
  author: Person; // as in the object, no mailmap
  authorDate: string; // ISO 8601, or the raw text when the date is malformed
  committerDate: string;
};

/** One place where a blob stands. */
export type Place = {
  path: BytePath | null; // null: an object without a name
  commit: CommitInfo | null; // that put it there; null: work tree, index, or no commit holds it
  kind: BlobKind;
  state: 'worktree' | 'index' | 'history';
};

/** Where the secret of a finding stands: a place and the region in it. */
export type Occurrence = Place & {
  blob: string; // object id, or path
  region: Region;
  atHead: boolean;
};

export type Suppression = {
  kind: 'inline' | 'ignore-file' | 'baseline' | 'config';
  reason: string | null;
  source: string; // the marker, file or key that says so
};

/** One line of an ignore file. */
export type IgnoreEntry = {
  fingerprint: string;
  reason: string;
  owner: string | null;
  expires: string | null; // YYYY-MM-DD
  line: number; // in the file, from 1
};

export type Life = {
  introduced: CommitInfo | null; // earliest known commit that has it
  removed: CommitInfo | null; // last commit that took it away, when it is no longer at HEAD
  atHead: boolean | null; // null: unknown, for example outside a repository
  refs: readonly string[]; // names of refs from which an introducing commit can be reached
  pushed: boolean | null; // on a remote-tracking branch; null: unknown
  reachable: boolean | null; // from any ref
};

/** P1: act within minutes … P4: in the ordinary course of work. */
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

/** How far a secret got, as git alone can tell, and how urgent that makes it. null: not known. */
export type Exposure = {
  since: string | null; // ISO 8601, the earlier date of the introducing commit: claimed by its author, not proven
  pushedAt: string | null; // ISO 8601, first push that took it along: only the reflog of the clone that pushed has it
  until: string | null; // ISO 8601, when the last place lost it; null: still there, or not known
  days: number | null; // whole days from `since` to now, a lower bound: removal ends nothing, only revocation does
  files: number; // distinct paths that hold or held it
  branches: readonly string[]; // short names
  tags: readonly string[];
  remotes: readonly string[]; // remote-tracking branches, such as origin/main
  sameCommit: readonly string[]; // fingerprints of other secrets that came in with it, at most 100
  sameValue: readonly string[]; // fingerprints of findings of other rules with the same value, at most 100
  account: string | null; // what the token itself says of its owner, such as "AWS account 123456789012"
  expiresAt: string | null; // ISO 8601, where the token carries it
  expired: boolean | null;
  variable: string | null; // name it is assigned to, where that is known
  isComplete: boolean; // false: the history is shallow or has gaps, so dates and counts are bounds only
  unknown: readonly string[]; // what git cannot see: forks, clones, caches …
  priority: Priority;
  reasons: readonly string[]; // for the priority, the weightiest first
};

/** One secret under one rule, with every place it stands in. */
export type Finding = {
  fingerprint: string;
  ruleId: string;
  title: string;
  provider: string;
  severity: Severity;
  confidence: Confidence;
  reasons: readonly string[];
  masked: string;
  parts: readonly { ruleId: string; masked: string; region: Region }[]; // found beside it, and not reported for themselves
  occurrences: readonly Occurrence[]; // the place to fix first
  occurrenceCount: number; // may be larger than the list
  life: Life;
  exposure: Exposure;
  suppression: Suppression | null;
};

export type GapKind =
  | 'object-unreadable'
  | 'object-missing'
  | 'pack-unreadable'
  | 'file-unreadable'
  | 'commit-unreadable'
  | 'budget'
  | 'shallow'
  | 'grafts'
  | 'ref-unreadable'
  | 'index'
  | 'nothing-scanned'
  | 'repository';

/** Something that was in scope and was not looked at to its end. Any gap makes the scan incomplete (exit 2). */
export type Gap = { kind: GapKind; what: string; reason: string };

/** Something a reader should know that does not make the scan incomplete. */
export type Notice = { kind: string; text: string };

export type Counts = {
  commits: number;
  blobs: number;
  bytes: number;
  skipped: ReadonlyMap<string, number>; // reason → how many, for things out of scope by nature (links, submodules)
};

export type ScanMode = 'staged' | 'history' | 'range' | 'files' | 'stdin' | 'env';

export type ScanResult = {
  mode: ScanMode;
  target: string; // what was scanned, as the user named it
  head: Oid | null;
  branch: string | null;
  findings: readonly Finding[]; // unsuppressed first, by severity, then path
  gaps: readonly Gap[];
  notices: readonly Notice[];
  counts: Counts;
  startedAt: string; // ISO 8601
  finishedAt: string;
  config: string | null; // config file in force
};
