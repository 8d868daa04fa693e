// Commands in docs and scripts that hold a secret: `kubectl create secret … --from-literal=K=v`, `echo v | docker secret create k -`.
// Pure. Sources: kubernetes.io/docs/tasks/configmap-secret/managing-secret-using-kubectl, docs.docker.com/reference/cli/docker/secret/create

import type { RawLiteral } from './manifests.js';

const WORD = `"[^"\\n]*"|'[^'\\n]*'|[^\\s"'|;&\`<>]+`;
// `=K=v`, ` K=v`, `=K='v'`, `='K=v'`
const FROM_LITERAL =
  /--from-literal(?:=|[ \t]+)(?:(["'])([\w.-]+)=([^"'\n]*)\1|([\w.-]+)=("[^"\n]*"|'[^'\n]*'|[^\s"'`;|&]*))/g;
const CREATE =
  '(?:sudo[ \\t]+)?(?:docker|podman)[ \\t]+secret[ \\t]+create[ \\t]+(?:-{1,2}[\\w-]+(?:[= \\t][^\\s-]\\S*)?[ \\t]+){0,8}?([\\w.-]+)[ \\t]+-(?![\\w-])';
const PIPED = new RegExp(
  `(?:echo|printf)[ \\t]+(?:-\\w+[ \\t]+){0,3}(?:["']?%s(?:\\\\n)?["']?[ \\t]+)?(${WORD})[ \\t]*\\|[ \\t]*(?:\\\\\\r?\\n[ \\t]*)?${CREATE}`,
  'g',
);
const HERE = new RegExp(`${CREATE}[ \\t]*<<<[ \\t]*(${WORD})`, 'g');

/** Literals of such commands, wherever they stand in a text. */
export function findCommandLiterals(text: string): RawLiteral[] {
  const found: RawLiteral[] = [];
  for (const match of text.matchAll(FROM_LITERAL)) {
    const [all, , quotedName, quotedValue, bareName = '', bareValue = ''] = match;
    const end = match.index + all.length;
    if (quotedName !== undefined) found.push(literal('kubectl-literal', quotedName, quotedValue ?? '', end - 1));
    else found.push(literal('kubectl-literal', bareName, bareValue, end));
  }
  for (const match of text.matchAll(PIPED)) {
    const [all, value = '', name = ''] = match;
    const start = match.index + all.indexOf(value, all.search(/[ \t]/));
    found.push(literal('docker-secret', name, value, start + value.length));
  }
  for (const match of text.matchAll(HERE)) {
    const [all, name = '', value = ''] = match;
    found.push(literal('docker-secret', name, value, match.index + all.length));
  }
  return found;
}

// Without the quotes around it.
function literal(kind: RawLiteral['kind'], name: string, word: string, wordEnd: number): RawLiteral {
  const inner = /^(["'])(.*)\1$/s.exec(word)?.[2];
  const value = inner ?? word;
  const end = inner === undefined ? wordEnd : wordEnd - 1;
  return { kind, name, value, start: end - value.length, end };
}
