// Path patterns with `*`, `?`, `[…]` and `**` → a question about paths, in time that grows with pattern × path and no faster: both may
// come from somebody who wants a backtracking search to hang. Pure.

type Step =
  | { kind: 'sign'; accepts: (sign: string) => boolean }
  | { kind: 'star' } // any number of characters of one segment
  | { kind: 'deep' } // any number of characters
  | { kind: 'folders' } // any number of whole folders; the step behind it is where it is inside of one
  | { kind: 'inside' };

export type GlobOptions = {
  ignoresCase: boolean;
  isLoose: boolean; // `**` crosses folders wherever it stands, as Docker has it; else only as a whole segment
};

/** Paths have no slash at either end. */
export type Glob = {
  matches: (path: string) => boolean;
  mayMatchIn: (folder: string) => boolean; // could a path in the folder match?
};

/** Compiles a pattern without a slash at either end. */
export function compileGlob(glob: string, options: GlobOptions): Glob {
  const steps = readSteps(options.ignoresCase ? glob.toLowerCase() : glob, options.isLoose);
  const run = (path: string) => walk(steps, options.ignoresCase ? path.toLowerCase() : path);
  return {
    matches: path => run(path).has(steps.length),
    mayMatchIn: folder => [...run(`${folder}/`)].some(at => at < steps.length),
  };
}

// The set of places in the pattern that the path so far can lead to.
function walk(steps: readonly Step[], path: string): ReadonlySet<number> {
  let places = new Set<number>();
  enter(steps, 0, places);
  for (const sign of path) {
    const next = new Set<number>();
    for (const at of places) advance(steps, at, sign, next);
    places = next;
    if (places.size === 0) break;
  }
  return places;
}

// Steps that may stand for nothing are passed as well as entered.
function enter(steps: readonly Step[], from: number, places: Set<number>): void {
  let at = from;
  while (!places.has(at)) {
    places.add(at);
    const kind = steps[at]?.kind;
    if (kind === 'star' || kind === 'deep') at++;
    else if (kind === 'folders') at += 2;
    else return;
  }
}

function advance(steps: readonly Step[], at: number, sign: string, next: Set<number>): void {
  const step = steps[at];
  if (!step) return;
  if (step.kind === 'sign') {
    if (step.accepts(sign)) enter(steps, at + 1, next);
  } else if (step.kind === 'star') {
    if (sign !== '/') enter(steps, at, next);
  } else if (step.kind === 'deep') enter(steps, at, next);
  else {
    const inside = step.kind === 'folders' ? at + 1 : at;
    next.add(inside);
    if (sign === '/') enter(steps, inside + 1, next);
  }
}

function readSteps(glob: string, isLoose: boolean): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < glob.length; ) {
    if (glob.charAt(at) === '*') at = readStars(glob, at, isLoose, steps);
    else {
      const { accepts, length } = readSign(glob, at);
      steps.push({ kind: 'sign', accepts });
      at += length;
    }
  }
  return steps;
}

function readStars(glob: string, at: number, isLoose: boolean, steps: Step[]): number {
  let end = at;
  while (glob.charAt(end) === '*') end++;
  const isSegment = (at === 0 || glob.charAt(at - 1) === '/') && (end === glob.length || glob.charAt(end) === '/');
  const last = steps.at(-1)?.kind;
  if (end - at < 2 || !(isLoose || isSegment)) {
    if (last !== 'star') steps.push({ kind: 'star' });
    return end;
  }
  if (glob.charAt(end) !== '/') {
    if (last !== 'deep') steps.push({ kind: 'deep' });
    return end;
  }
  if (last !== 'inside') steps.push({ kind: 'folders' }, { kind: 'inside' });
  return end + 1;
}

function readSign(glob: string, at: number): { accepts: (sign: string) => boolean; length: number } {
  const sign = glob.charAt(at);
  if (sign === '?') return { accepts: other => other !== '/', length: 1 };
  const list = sign === '[' ? /^\[([!^]?)((?:\\.|[^\\\]/]){1,200})\]/s.exec(glob.slice(at, at + 210)) : null;
  const accepts = list ? readList(list[1] !== '', list[2] ?? '') : null;
  if (list && accepts) return { accepts, length: list[0].length };
  const isEscape = sign === '\\' && at + 1 < glob.length;
  const literal = String.fromCodePoint(glob.codePointAt(isEscape ? at + 1 : at) ?? 0);
  return { accepts: other => other === literal, length: literal.length + (isEscape ? 1 : 0) };
}

// Null for a range that runs backwards.
function readList(isNegated: boolean, list: string): ((sign: string) => boolean) | null {
  try {
    const pattern = new RegExp(`^[${isNegated ? '^' : ''}${list.replace(/[[^]/g, '\\$&')}]$`, 's');
    return sign => sign !== '/' && pattern.test(sign);
  } catch {
    return null;
  }
}
