// A Dockerfile → what its COPY and ADD take from the context. Pure. Source: docs.docker.com/reference/dockerfile

/** `isFinal`: it goes into the image itself, not only into a stage that is built on the way. */
export type Copy = {
  line: number; // from 1
  sources: readonly string[]; // as written; may hold wildcards
  excludes: readonly string[]; // of --exclude
  isFinal: boolean;
};

type Instruction = { line: number; keyword: string; rest: string };

/** COPY and ADD that read the context: not those from another stage, and no URLs. */
export function findCopies(text: string): Copy[] {
  const instructions = readInstructions(text);
  const stages = stagesOf(instructions);
  return instructions.flatMap(({ line, keyword, rest }, i): Copy[] => {
    if (keyword !== 'COPY' && keyword !== 'ADD') return [];
    const { flags, words } = readWords(rest);
    if (flags.some(flag => /^--from=/i.test(flag))) return [];
    const sources = words.slice(0, -1).filter(word => !/^(?:[a-z][a-z0-9+.-]*:\/\/|git@|<<)/i.test(word));
    const excludes = flags.flatMap(flag => /^--exclude=(.*)$/i.exec(flag)?.[1] ?? []);
    return sources.length === 0 ? [] : [{ line, sources, excludes, isFinal: stages[i] ?? true }];
  });
}

function readInstructions(text: string): Instruction[] {
  const found: Instruction[] = [];
  const lines = text.split(/\r?\n/);
  const mark = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 5).join('\n')) ? '`' : '\\';
  const ends = lastLines(lines);
  for (let i = 0; i < lines.length; i++) {
    const [, keyword = '', first = ''] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(lines[i] ?? '') ?? [];
    if (keyword === '') continue;
    const line = i + 1;
    const parts: string[] = [];
    for (let part = first; ; part = lines[i] ?? '') {
      const isComment = i >= line && /^\s*#/.test(part); // between two lines of an instruction it belongs to neither
      const goesOn = isComment || part.trimEnd().endsWith(mark);
      if (!isComment) parts.push(goesOn ? part.trimEnd().slice(0, -1) : part);
      if (!goesOn || i + 1 >= lines.length) break;
      i++;
    }
    const rest = parts.join(' ');
    i = endOfHeredocs(lines, { from: i, rest, ends });
    found.push({ line, keyword: keyword.toUpperCase(), rest });
  }
  return found;
}

// The last line that holds a word and nothing else: a heredoc that opens behind it has no end.
function lastLines(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.map((line, i) => [line.trim(), i]));
}

type Heredocs = { from: number; rest: string; ends: ReadonlyMap<string, number> };

function endOfHeredocs(lines: readonly string[], { from, rest, ends }: Heredocs): number {
  let at = from;
  for (const [, , word = ''] of rest.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)) {
    if ((ends.get(word) ?? -1) <= at) return at;
    do at++;
    while (lines[at]?.trim() !== word);
  }
  return at;
}

// The last stage is the image; so are the stages that it is built on.
function stagesOf(instructions: readonly Instruction[]): boolean[] {
  const named = new Map<string, number>();
  const baseOf = new Map<number, number | undefined>(); // by the index of its FROM
  instructions.forEach(({ keyword, rest }, at) => {
    if (keyword !== 'FROM') return;
    const [base = '', as = '', name = ''] = readWords(rest).words;
    baseOf.set(at, named.get(base.toLowerCase()));
    if (/^as$/i.test(as)) named.set(name.toLowerCase(), at);
  });
  const inImage = new Set<number>();
  for (let stage = [...baseOf.keys()].at(-1); stage !== undefined; stage = baseOf.get(stage)) inImage.add(stage);
  let current = -1;
  return instructions.map(({ keyword }, at) => {
    if (keyword === 'FROM') current = at;
    return current === -1 || inImage.has(current);
  });
}

// `--chown=x a b /dest`, or `["a b", "/dest"]`
function readWords(rest: string): { flags: string[]; words: string[] } {
  const [, head = '', body = ''] = /^((?:\s*--[\w-]+(?:=\S*)?)*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const flags = head.split(/\s+/).filter(flag => flag !== '');
  return { flags, words: readJson(body) ?? body.split(/\s+/).filter(word => word !== '') };
}

function readJson(body: string): string[] | null {
  if (!body.startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(body);
    return Array.isArray(list) && list.every(part => typeof part === 'string') ? list : null;
  } catch {
    return null;
  }
}
