// Which bytes may follow a keyword inside a match of its pattern, place by place: most near misses go wrong within a few bytes. The
// pattern is read as an automaton without its lookarounds, so that it says more rather than less. Pure.

import { addCharacters, type Part, partsOf } from './pattern-characters.js';

const MAX_PLACES = 6;
const MAX_STATES = 4000; // a pattern with more is not worth its automaton

/**
 * Follows a keyword through a pattern.
 *
 * @param keyword lower case; text has it in any case
 * @param isFirst it is what a match begins with; else it may stand anywhere in the pattern
 * @returns for each place behind the keyword, for each byte 1: a match may go on with it. Ends where a match may end, and is empty for
 *   patterns that cannot be followed
 */
export function followsOf(pattern: RegExp, keyword: string, isFirst: boolean): Uint8Array[] {
  const automaton = automatonOf(pattern);
  if (!automaton) return [];
  let states = isFirst ? automaton.begin() : automaton.all();
  for (const char of keyword) {
    const codes = [char.charCodeAt(0), char.toUpperCase().charCodeAt(0)];
    states = automaton.step(states, set => codes.some(code => set[code] === 1));
  }
  const places: Uint8Array[] = [];
  while (places.length < MAX_PLACES && states.length > 0 && !states.includes(END)) {
    const bytes = new Uint8Array(256);
    for (const state of states) automaton.addBytes(state, bytes);
    places.push(bytes);
    states = automaton.step(states, () => true);
  }
  return places;
}

type Node =
  | { kind: 'set'; set: Uint8Array }
  | { kind: 'sequence'; nodes: Node[] }
  | { kind: 'choice'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; least: number; most: number };

const END = 0;

// States are numbers; each has a set and the one behind it, or none and several.
class Automaton {
  readonly #sets: (Uint8Array | null)[] = [null];
  readonly #next: number[][] = [[]];
  readonly #first: number;
  #marks: Uint8Array = new Uint8Array(0);

  /** @throws {RangeError} it would have too many states */
  constructor(root: Node) {
    this.#first = this.#build(root, END);
  }

  #add(set: Uint8Array | null, next: number[]): number {
    if (this.#sets.length >= MAX_STATES) throw new RangeError('too many states');
    this.#next.push(next);
    return this.#sets.push(set) - 1;
  }

  // A node in front of a state.
  #build(node: Node, next: number): number {
    if (node.kind === 'set') return this.#add(node.set, [next]);
    if (node.kind === 'choice')
      return this.#add(
        null,
        node.nodes.map(one => this.#build(one, next)),
      );
    if (node.kind === 'sequence') return node.nodes.reduceRight((behind, one) => this.#build(one, behind), next);
    return this.#repeat(node, next);
  }

  // More than there are places to tell apart is as good as any number.
  #repeat({ node, least, most }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    const fixed = Math.min(least, MAX_PLACES);
    let first = next;
    if (most - fixed > MAX_PLACES) {
      first = this.#add(null, [next]);
      this.#next[first]?.push(this.#build(node, first));
    } else for (let i = fixed; i < most; i++) first = this.#add(null, [this.#build(node, first), next]);
    for (let i = 0; i < fixed; i++) first = this.#build(node, first);
    return first;
  }

  /** The states that a match begins in. */
  begin(): number[] {
    this.#marks = new Uint8Array(this.#sets.length);
    const reached: number[] = [];
    this.#reach(this.#first, reached);
    return reached;
  }

  /** Those that read a byte. */
  all(): number[] {
    return this.#sets.flatMap((set, state) => (set ? [state] : []));
  }

  /** The states that are reached by one byte that a set has. */
  step(states: readonly number[], isIn: (set: Uint8Array) => boolean): number[] {
    this.#marks = new Uint8Array(this.#sets.length);
    const reached: number[] = [];
    for (const state of states) {
      const set = this.#sets[state];
      if (set && isIn(set)) for (const next of this.#next[state] ?? []) this.#reach(next, reached);
    }
    return reached;
  }

  #reach(from: number, reached: number[]): void {
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (this.#marks[state] === 1) continue;
      this.#marks[state] = 1;
      if (state === END || this.#sets[state]) reached.push(state);
      else open.push(...(this.#next[state] ?? []));
    }
  }

  addBytes(state: number, bytes: Uint8Array): void {
    const set = this.#sets[state];
    if (set) for (let byte = 0; byte < 256; byte++) if (set[byte] === 1) bytes[byte] = 1;
  }
}

function automatonOf(pattern: RegExp): Automaton | null {
  if (/[uv]/.test(pattern.flags)) return null;
  try {
    return new Automaton(new Reader(pattern).read());
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Reader {
  readonly #parts: Part[];
  readonly #flags: string;
  #at = 0;

  constructor({ source, flags }: RegExp) {
    this.#parts = [...partsOf(source)];
    this.#flags = flags;
  }

  /** @throws {RangeError} the pattern has what cannot be followed */
  read(): Node {
    return this.#choice();
  }

  #peek(): Part | undefined {
    return this.#parts[this.#at];
  }

  #choice(): Node {
    const nodes = [this.#sequence()];
    while (this.#takes('|')) nodes.push(this.#sequence());
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'choice', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    for (let part = this.#peek(); part && !isSyntax(part, '|') && !isSyntax(part, ')'); part = this.#peek())
      nodes.push(this.#quantified(this.#element(part)));
    return { kind: 'sequence', nodes };
  }

  #element(part: Part): Node {
    this.#at++;
    if (!part.isSyntax) return { kind: 'set', set: this.#setOf(part.text) };
    if (!part.text.startsWith('(')) {
      if (/^(?:[\^$]|\\[bB])$/.test(part.text)) return NOTHING;
      throw new RangeError(`${part.text} stands where nothing is to be repeated`);
    }
    const inner = this.#choice();
    if (!this.#takes(')')) throw new RangeError('a group does not end');
    return /^\(\?<?[=!]/.test(part.text) ? NOTHING : inner;
  }

  #setOf(text: string): Uint8Array {
    if (/^\\[1-9kpP]/.test(text)) throw new RangeError(`${text} cannot be followed`);
    const set = new Uint8Array(256);
    addCharacters(set, text, this.#flags);
    return set;
  }

  #quantified(node: Node): Node {
    const part = this.#peek();
    const bounds = part?.isSyntax ? boundsOf(part.text) : null;
    if (!bounds) return node;
    this.#at++;
    this.#takes('?'); // lazy: the same texts
    return { kind: 'repeat', node, ...bounds };
  }

  #takes(text: string): boolean {
    const part = this.#peek();
    if (!part || !isSyntax(part, text)) return false;
    this.#at++;
    return true;
  }
}

const NOTHING: Node = { kind: 'sequence', nodes: [] };

function isSyntax(part: Part, text: string): boolean {
  return part.isSyntax && part.text === text;
}

function boundsOf(text: string): { least: number; most: number } | null {
  if (text === '*') return { least: 0, most: Number.POSITIVE_INFINITY };
  if (text === '+') return { least: 1, most: Number.POSITIVE_INFINITY };
  if (text === '?') return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(text) ?? [];
  if (least === undefined) return null;
  const upper = comma === '' ? Number(least) : most ? Number(most) : Number.POSITIVE_INFINITY;
  return { least: Number(least), most: upper };
}
