// Rules → what the search needs: keywords with the rules they call, and regular expressions made on first use. Pure.
// The program's bundle carries the outcome for the built-in rules (scripts/build.mjs), so that a hook need not compile 800 rules.

import { compileKeywords, type KeywordSet } from '../kernel/keywords.js';
import type { Rule } from '../rule.js';
import { SecretPool } from '../secret.js';
import { LINE_LOOK, type Need, reachIn } from './decode-run.js';
import { encodeKeyword, type Form } from './encode-keyword.js';
import { bannedBefore, charactersOf } from './pattern-characters.js';

export type CompiledRule = {
  readonly rule: Rule;
  readonly index: number;
  readonly reach: number; // bytes from the hit that an evaluation may look at, forwards
  readonly isFoundEncoded: boolean;
  readonly most: Need; // bytes that any evaluation looks at
  readonly least: Need; // those that one looks at which finds no match in plain text
  /** Bytes that the pattern can read and go on; see charactersOf. */
  isRead(): Uint8Array;
  /** Bytes in front of the keyword behind which no match begins; null: the keyword is not the beginning, or any byte may stand there. */
  banned(): Uint8Array | null;
  /** The rule's pattern, sticky. Compiled when the rule's keyword first occurs. */
  pattern(): RegExp;
};

export type Engine = {
  /** A rule by its id. */
  ruleOf(id: string): Rule | undefined;
  readonly keywords: KeywordSet;
  /** Keyword number → rules it calls. */
  rulesOf(keyword: number): readonly CompiledRule[];
  /** Keyword number → the rules it calls, when all of them begin with it and nothing else is to be tried; else null. */
  beginningWith(keyword: number): readonly CompiledRule[] | null;
  /** Keyword number → what it may be the encoded form of. */
  formsOf(keyword: number): readonly CompiledForm[];
  /** Rules that look at the beginning of a file. */
  magics(): readonly CompiledRule[];
  /** How far the evaluation of a keyword's hit looks from where it begins: bytes in front of it, and from there on. */
  readonly back: Int32Array;
  readonly ahead: Int32Array;
  readonly pool: SecretPool;
  readonly overlap: number; // bytes of context that a piece of a blob needs on either side
};

/** An encoded form of a keyword, with the rules that it calls. */
export type CompiledForm = {
  readonly form: Form;
  readonly word: string;
  readonly rules: readonly CompiledRule[];
  readonly need: Need;
};

/** Keywords and reach of a set of rules: plain data, so that it can be made when the program is built. */
export type RuleIndex = {
  readonly keywords: readonly string[]; // lower case
  readonly byKeyword: readonly (readonly number[])[]; // keyword number → places in the list of rules
  readonly magics: readonly number[]; // places in the list of rules
  readonly alsoForms: readonly number[]; // keywords with rules of their own that are encoded forms as well
  readonly forms: string; // FormIndex as JSON: most scans never read it
  readonly overlap: number;
};

type FormIndex = {
  readonly words: readonly Word[]; // keywords that are looked for in encoded form, too
  readonly byForm: readonly (readonly number[])[]; // keyword number → words that it may be a form of
  readonly reaches: readonly (readonly [before: number, after: number])[]; // of each rule
};

type Word = { readonly text: string; readonly rules: readonly number[] };

const MAX_KEYWORD = 24; // bytes of a keyword that are looked for
const LOOK_BYTES = 32; // longest lookaround of any rule (test/rules.test.ts)
const ASSIGNMENT_REACH = 1200; // name, operator and value of engine/assignment.ts
const ASSIGNMENT_BACK = 512; // the name in front of its keyword, and the line in front of the name
// A match that begins where a piece begins has its keyword up to one reach before, a rival's keyword one more, and what that
// one looks at another; one to spare.
const OVERLAP_REACHES = 4;

const NO_FORMS: readonly CompiledForm[] = [];

/**
 * Compiles the enabled rules.
 *
 * @param prepared index and keyword table of exactly these rules, where they were made before
 */
export function compileRules(rules: readonly Rule[], prepared?: { index: RuleIndex; keywords: KeywordSet }): Engine {
  const index = prepared?.index ?? indexRules(rules);
  const called: (readonly CompiledRule[] | undefined)[] = [];
  const beginning: (readonly CompiledRule[] | null | undefined)[] = [];
  const forms: (readonly CompiledForm[] | undefined)[] = [];
  const compiled: (CompiledRule | undefined)[] = [];
  const compiledAt = (at: number): CompiledRule[] => {
    const rule = rules[at];
    if (!rule) return [];
    compiled[at] ??= compileRule(rule, at);
    return compiled[at] ? [compiled[at]] : [];
  };
  const formIndex = once((): FormIndex => JSON.parse(index.forms));
  const reaches = once(() => reachesOf(index, formIndex())); // only scans of histories ask
  const keywords = prepared?.keywords ?? compileKeywords(index.keywords);
  let byId: Map<string, Rule> | null = null; // made when somebody first asks: a scan without matches never does
  const rulesOf = (keyword: number): readonly CompiledRule[] => {
    called[keyword] ??= (index.byKeyword[keyword] ?? []).flatMap(compiledAt);
    return called[keyword] ?? [];
  };
  const formsOf = (keyword: number): readonly CompiledForm[] => {
    if (keyword < index.byKeyword.length && !index.alsoForms.includes(keyword)) return NO_FORMS;
    forms[keyword] ??= compileForms(formIndex(), { keyword, text: index.keywords[keyword] ?? '' }, compiledAt);
    return forms[keyword] ?? NO_FORMS;
  };
  return {
    ruleOf: id => {
      byId ??= new Map(rules.map(rule => [rule.id, rule]));
      return byId.get(id);
    },
    keywords,
    rulesOf,
    formsOf,
    beginningWith: keyword => {
      let list = beginning[keyword];
      if (list === undefined) {
        const rules = rulesOf(keyword);
        const isPlain = rules.every(({ rule }) => rule.matcher === 'pattern' && rule.before === 0);
        list = rules.length > 0 && isPlain && formsOf(keyword).length === 0 ? rules : null;
        beginning[keyword] = list;
      }
      return list;
    },
    magics: once(() => index.magics.flatMap(compiledAt)),
    get back() {
      return reaches().back;
    },
    get ahead() {
      return reaches().ahead;
    },
    pool: new SecretPool(),
    overlap: index.overlap,
  };
}

/** Collects the keywords of rules, plain and encoded, and how far they look. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const plain = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  rules.forEach((rule, at) => {
    for (const keyword of new Set(rule.keywords.map(textOf))) append(plain, keyword, at);
    if (isFoundEncoded(rule)) for (const word of new Set(rule.keywords)) append(words, word, at);
  });
  const forms = new Map<string, number[]>([...plain.keys()].map(keyword => [keyword, []]));
  [...words.keys()].forEach((word, at) => {
    for (const text of new Set(encodeKeyword(word).map(form => textOf(form.text)))) append(forms, text, at);
  });
  const reaches = rules.map(reachOf).map(({ before, after }) => [before, after] as const);
  const byForm = [...forms.values()];
  const wordList = [...words].map(([text, places]): Word => ({ text, rules: places }));
  return {
    keywords: [...forms.keys()],
    byKeyword: [...plain.values()],
    magics: rules.flatMap((rule, at) => (rule.matcher === 'magic' ? [at] : [])),
    alsoForms: byForm.slice(0, plain.size).flatMap((list, keyword) => (list.length > 0 ? [keyword] : [])),
    forms: JSON.stringify({ words: wordList, byForm, reaches } satisfies FormIndex),
    overlap: OVERLAP_REACHES * Math.max(0, ...reaches.flat()),
  };
}

// What the kernel looks for: of the few long keywords their beginning, which is as rare. In a delta, as much as a keyword is long
// has to be searched on both sides of every seam.
function textOf(keyword: string): string {
  return keyword.toLowerCase().slice(0, MAX_KEYWORD);
}

function append(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list) list.push(at);
  else map.set(key, [at]);
}

/**
 * Says whether a rule is also looked for in encoded text, which says nothing about where it stands: what is a secret by itself is.
 */
export function isFoundEncoded(rule: Rule): boolean {
  return rule.distinctive && rule.secrecy === 'secret' && rule.matcher === 'pattern';
}

/** How far an evaluation of a rule may look from the hit. */
export function needOf(rule: Rule): Need {
  const { before, near } = rule;
  const after = (rule.matcher === 'assignment' ? ASSIGNMENT_REACH : rule.after) + (near?.after ?? 0);
  const back = rule.matcher === 'assignment' ? ASSIGNMENT_BACK : before;
  return { before: back + (near?.before ?? 0) + LOOK_BYTES, after: after + LOOK_BYTES };
}

// The same when it is encoded, which of one byte makes two at most.
function reachOf(rule: Rule): Need {
  const need = needOf(rule);
  if (!isFoundEncoded(rule)) return need;
  const encoded = reachIn('hex', need);
  return {
    before: Math.max(need.before, encoded.before) + LINE_LOOK,
    after: Math.max(need.after, encoded.after) + LINE_LOOK,
  };
}

type Reaches = { back: Int32Array; ahead: Int32Array };

function reachesOf(index: RuleIndex, { words, byForm, reaches }: FormIndex): Reaches {
  const callsOf = (keyword: number) => [
    ...(index.byKeyword[keyword] ?? []),
    ...(byForm[keyword] ?? []).flatMap(word => words[word]?.rules ?? []),
  ];
  const largest = (side: 0 | 1) =>
    Int32Array.from(index.keywords, (_, keyword) =>
      Math.max(0, ...callsOf(keyword).map(rule => reaches[rule]?.[side] ?? 0)),
    );
  return { back: largest(0), ahead: largest(1) };
}

function compileForms(
  { words, byForm }: FormIndex,
  keyword: { keyword: number; text: string },
  compiledAt: (at: number) => CompiledRule[],
): CompiledForm[] {
  return (byForm[keyword.keyword] ?? []).flatMap(at => {
    const word = words[at];
    if (!word) return [];
    const rules = word.rules.flatMap(compiledAt);
    const needs = rules.map(({ rule }) => needOf(rule));
    const before = Math.max(...needs.map(need => need.before));
    const after = Math.max(...needs.map(need => need.after));
    const forms = encodeKeyword(word.text).filter(form => textOf(form.text) === keyword.text);
    return forms.map(form => ({ form, word: word.text, rules, need: { before, after } }));
  });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function compileRule(rule: Rule, index: number): CompiledRule {
  let pattern: RegExp | null = null;
  let isRead: Uint8Array | null = null;
  let banned: Uint8Array | null | undefined = rule.before === 0 && rule.matcher === 'pattern' ? undefined : null;
  return {
    rule,
    index,
    reach: needOf(rule).after,
    isFoundEncoded: isFoundEncoded(rule),
    most: reachOf(rule),
    least: { before: rule.before + LOOK_BYTES, after: rule.after + LOOK_BYTES },
    isRead: () => {
      isRead ??= charactersOf(rule.pattern);
      return isRead;
    },
    banned: () => {
      if (banned === undefined) banned = bannedBefore(rule.pattern);
      return banned;
    },
    pattern: () => {
      pattern ??= new RegExp(rule.pattern.source, `${rule.pattern.flags.replace(/[gyd]/g, '')}yd`);
      return pattern;
    },
  };
}
