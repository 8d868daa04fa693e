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
  for (let i = 0; i < lines.length; i++) {
    const [, keyword = '', first = ''] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(lines[i] ?? '') ?? [];
    if (keyword === '') continue;
    const line = i + 1;
    let rest = first;
    while (rest.trimEnd().endsWith(mark) && i + 1 < lines.length) {
      rest = rest.trimEnd().slice(0, -1);
      i++;
      // A comment between two lines of an instruction belongs to neither.
      if (/^\s*#/.test(lines[i] ?? '')) rest += mark;
      else rest += ` ${lines[i] ?? ''}`;
    }
    i = endOfHeredocs(lines, i, rest);
    found.push({ line, keyword: keyword.toUpperCase(), rest });
  }
  return found;
}

function endOfHeredocs(lines: readonly string[], from: number, rest: string): number {
  let at = from;
  for (const [, , word = ''] of rest.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)) {
    const end = lines.findIndex((line, i) => i > at && line.trim() === word);
    if (end === -1) return at;
    at = end;
  }
  return at;
}

// The last stage is the image; so are the stages that it is built on.
function stagesOf(instructions: readonly Instruction[]): boolean[] {
  const stages = instructions.flatMap(({ keyword, rest }, at) => {
    if (keyword !== 'FROM') return [];
    const [base = '', as = '', name = ''] = readWords(rest).words;
    return [{ at, base, name: /^as$/i.test(as) ? name : '' }];
  });
  const inImage = new Set<number>();
  for (let stage = stages.at(-1); stage !== undefined && !inImage.has(stage.at); ) {
    inImage.add(stage.at);
    const { base, at } = stage;
    stage = stages.findLast(
      other => other.at < at && other.name !== '' && other.name.toLowerCase() === base.toLowerCase(),
    );
  }
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
