// Source code → words, literals and signs, for any language that says how its comments and literals look. Comments are left out;
// code inside of a literal (`${…}`) is code. Linear in the text, throws for none, and knows no grammar. Pure.

/** `string` is a literal without code in it and has an end; any other literal is `text`. The place is that of what is inside. */
export type Token = { kind: 'word' | 'string' | 'text' | 'sign'; text: string; start: number; end: number };

/** How a literal begins and ends. `double`: its quote stands in it when written twice. `code`: the signs around code in it. */
export type Literal = {
  open: string;
  close: string;
  escapes: '\\' | 'double' | null;
  isMultiline: boolean;
  code: readonly [open: string, close: string] | null;
};

export type Syntax = {
  lineComments: readonly string[];
  blockComments: readonly { open: string; close: string; nests: boolean }[];
  literals: readonly Literal[]; // of two that fit, the first one
  special: Special | null;
};

/** Something that only this language has (a regular expression, a heredoc) at one of `signs` → where it ends, or null. */
export type Special = { signs: string; end: (text: string, at: number, before: readonly Token[]) => number | null };

const SIGNS = /\?\?=|\|\|=|===|!==|\.\.\.|\?->|<=>|\?\.|\?\?|\|\||\?:|::|->|=>|==|!=|&&|<>|:=|\+=|[^\s]/y;
const LONGER = new Set('?|=!.<:-&+'); // that begin one of those
const WORD = 1;
const BLANK = 2;
const OPENS = 4; // a comment, a literal or something special may begin here
const PLAIN_KINDS = plainKinds();

/** All tokens of a text, in order. */
export function tokenise(text: string, syntax: Syntax): Token[] {
  return new Tokeniser(text, syntax).run();
}

type Tables = {
  kinds: Uint8Array; // of ASCII characters
  literals: ReadonlyMap<string, readonly Literal[]>; // by their first character
};

const tables = new WeakMap<Syntax, Tables>();

function tablesOf(syntax: Syntax): Tables {
  const known = tables.get(syntax);
  if (known) return known;
  const kinds = PLAIN_KINDS.slice();
  const literals = new Map<string, Literal[]>();
  for (const literal of syntax.literals) {
    const first = literal.open.charAt(0);
    literals.set(first, [...(literals.get(first) ?? []), literal]);
  }
  const openings = [
    ...syntax.lineComments,
    ...syntax.blockComments,
    ...syntax.literals,
    ...(syntax.special?.signs ?? ''),
  ];
  for (const opening of openings) {
    const code = (typeof opening === 'string' ? opening : opening.open).charCodeAt(0);
    kinds[code] = (kinds[code] ?? 0) | OPENS;
  }
  tables.set(syntax, { kinds, literals });
  return { kinds, literals };
}

class Tokeniser {
  readonly #text: string;
  readonly #syntax: Syntax;
  readonly #tokens: Token[] = [];
  readonly #kinds: Tables['kinds'];
  readonly #literals: Tables['literals'];
  readonly #pending: { literal: Literal; depth: number }[] = []; // literals whose code we are in

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#syntax = syntax;
    ({ kinds: this.#kinds, literals: this.#literals } = tablesOf(syntax));
  }

  run(): Token[] {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at);
    return this.#tokens;
  }

  #step(at: number): number {
    const kind = this.#kindOf(at);
    if (kind & BLANK) return at + 1;
    const end = kind & OPENS ? (this.#skipComment(at) ?? this.#skipSpecial(at) ?? this.#openLiteral(at)) : null;
    if (end !== null) return end;
    return kind & WORD ? this.#readWord(at) : this.#readSign(at);
  }

  // Beyond ASCII everything is a letter, but for the blanks.
  #kindOf(at: number): number {
    const code = this.#text.charCodeAt(at);
    if (code < 128) return this.#kinds[code] ?? 0;
    return code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029 ? BLANK : WORD;
  }

  #skipComment(at: number): number | null {
    for (const open of this.#syntax.lineComments) {
      if (this.#text.startsWith(open, at)) return endOr(this.#text.indexOf('\n', at), this.#text);
    }
    for (const { open, close, nests } of this.#syntax.blockComments) {
      if (!this.#text.startsWith(open, at)) continue;
      if (nests) return endOfNested(this.#text, at, [open, close]);
      const end = this.#text.indexOf(close, at + open.length);
      return end === -1 ? this.#text.length : end + close.length;
    }
    return null;
  }

  #skipSpecial(at: number): number | null {
    const { special } = this.#syntax;
    return special?.signs.includes(this.#text.charAt(at)) ? special.end(this.#text, at, this.#tokens) : null;
  }

  #openLiteral(at: number): number | null {
    const literal = this.#literals.get(this.#text.charAt(at))?.find(({ open }) => this.#text.startsWith(open, at));
    return literal ? this.#readLiteral(at + literal.open.length, literal, true) : null;
  }

  #readLiteral(from: number, literal: Literal, isFirst: boolean): number {
    const { close, escapes, isMultiline, code } = literal;
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      if (escapes === '\\' && text.charAt(at) === '\\' && !(code?.[0] ?? '').startsWith('\\')) at++;
      else if (code?.[0] === '{' && text.startsWith('{{', at))
        at++; // a brace of the text
      else if (code && text.startsWith(code[0], at)) return this.#enterCode({ from, at, isFirst }, literal, code);
      else if (escapes === '\\' && text.charAt(at) === '\\') at++;
      else if (text.startsWith(close, at)) {
        if (escapes === 'double' && text.startsWith(close, at + close.length)) at += close.length;
        else return this.#endLiteral(isFirst ? 'string' : 'text', from, at) + close.length;
      } else if (!isMultiline && text.charAt(at) === '\n') return this.#endLiteral('text', from, at);
    }
    return this.#endLiteral('text', from, text.length);
  }

  #endLiteral(kind: 'string' | 'text', from: number, end: number): number {
    this.#push(kind, from, end);
    return end;
  }

  #enterCode(part: { from: number; at: number; isFirst: boolean }, literal: Literal, code: readonly string[]): number {
    const end = part.at + (code[0] ?? '').length;
    this.#push('text', part.from, part.at);
    this.#push('sign', part.at, end);
    this.#pending.push({ literal, depth: 0 });
    return end;
  }

  #readWord(at: number): number {
    let end = at + 1;
    while (end < this.#text.length && this.#kindOf(end) & WORD) end++;
    return this.#push('word', at, end);
  }

  #readSign(at: number): number {
    const sign = this.#text.charAt(at);
    const pending = this.#pending.at(-1);
    if (pending) {
      const [open = '', close = ''] = pending.literal.code ?? [];
      if (sign === close && pending.depth === 0) {
        this.#pending.pop();
        this.#push('sign', at, at + 1);
        return this.#readLiteral(at + 1, pending.literal, false);
      }
      if (sign === close) pending.depth--;
      if (sign === open.at(-1)) pending.depth++;
    }
    if (!LONGER.has(sign)) return this.#push('sign', at, at + 1);
    SIGNS.lastIndex = at;
    return this.#push('sign', at, at + (SIGNS.exec(this.#text)?.[0].length ?? 1));
  }

  #push(kind: Token['kind'], start: number, end: number): number {
    this.#tokens.push({ kind, text: this.#text.slice(start, end), start, end });
    return end;
  }
}

function plainKinds(): Uint8Array {
  const kinds = new Uint8Array(128).fill(BLANK, 0, 33);
  for (let code = 33; code < 128; code++) if (/[\w$]/.test(String.fromCharCode(code))) kinds[code] = WORD;
  return kinds;
}

function endOfNested(text: string, at: number, [open, close]: readonly [string, string]): number {
  let depth = 0;
  for (let i = at; i < text.length; ) {
    if (text.startsWith(open, i)) {
      depth++;
      i += open.length;
    } else if (text.startsWith(close, i)) {
      depth--;
      i += close.length;
      if (depth === 0) return i;
    } else i++;
  }
  return text.length;
}

function endOr(end: number, text: string): number {
  return end === -1 ? text.length : end;
}

/** A literal of one line with backslash escapes, as most languages have it. */
export function quoted(quote: string, code: Literal['code'] = null): Literal {
  return { open: quote, close: quote, escapes: '\\', isMultiline: false, code };
}

/** A literal of several lines. */
export function long(open: string, close = open, code: Literal['code'] = null): Literal {
  return { open, close, escapes: '\\', isMultiline: true, code };
}

/** A literal of several lines in which a backslash means nothing. */
export function raw(open: string, close = open): Literal {
  return { open, close, escapes: null, isMultiline: true, code: null };
}

/** The comments of C and of most languages after it. */
export const C_COMMENTS = {
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/', nests: false }],
} as const;
