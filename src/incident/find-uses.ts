// A file's text and the names of variables → the lines that must learn of a new value: workflows, compose files, manifests,
// templates, code. By name, so it finds what reads the variable and not what was given another name on the way. Pure.

import type { UsePlace } from './record-schema.js';

type Kind = UsePlace['kind'];

// The first that fits names the kind.
const BY_PATH: readonly [RegExp, Kind][] = [
  [
    /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|\.drone|azure-pipelines|bitbucket-pipelines|buildspec|cloudbuild)[\w.-]*\.ya?ml$|(?:^|\/)\.(?:circleci|buildkite)\/|(?:^|\/)Jenkinsfile/i,
    'workflow',
  ],
  [/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$|(?:^|\/)[\w.-]*stack\.ya?ml$/i, 'compose'],
  [
    /(?:^|\/)\.env[\w.-]*\.(?:example|sample|template|dist|defaults?)$|(?:^|\/)\.?env\.(?:example|sample|template|dist)$|(?:^|\/)(?:example|sample)\.env$/i,
    'env-template',
  ],
  [/(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/i, 'env-file'],
  [/(?:^|\/)(?:Docker|Container)file[\w.-]*$|\.dockerfile$/i, 'image'],
  [
    /\.(?:tf|tfvars|hcl|bicep|nomad)$|(?:^|\/)(?:serverless|fly|render|app|vercel|netlify|railway|Procfile)[\w-]*(?:\.(?:ya?ml|toml|json))?$/i,
    'infrastructure',
  ],
  [/\.(?:md|mdx|rst|adoc|txt)$/i, 'document'],
];

/** Names that are in every repository and say nothing of one secret. */
const COMMON = new Set(
  `password passwd pass pwd token secret key apikey api_key auth authtoken _authtoken auth_token access_token value url uri
   private_key privatekey client_secret clientsecret secret_key secretkey credentials credential user username login default data
   connectionstring connection_string database_password accesskey`.split(/\s+/),
);

const MIN_NAME = 4;

/** Which names of an incident are worth a search: as it is assigned, and the same in UPPER_SNAKE. */
export function searchNames(variable: string | null, known: readonly string[]): string[] {
  const snake = (variable ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  const names = [variable ?? '', snake, ...known.filter(name => !name.includes('*'))];
  return [...new Set(names)].filter(
    name =>
      name.length >= MIN_NAME &&
      name.length <= 100 &&
      /^[A-Za-z_$][\w$.-]*$/.test(name) &&
      !COMMON.has(name.toLowerCase()),
  );
}

export type FoundName = Pick<UsePlace, 'name' | 'line' | 'store'>;

/** What looks for any of some names, each as a whole word. */
export function nameFinder(names: readonly string[]): (text: string) => FoundName[] {
  if (names.length === 0) return () => [];
  const escaped = [...names].sort((a, b) => b.length - a.length).map(name => name.replace(/[$.-]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\w$-])(?:${escaped.join('|')})(?![\\w$-])`, 'g');
  return text => {
    const found: FoundName[] = [];
    let line = 1;
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      for (let at = text.indexOf('\n', from); at !== -1 && at < match.index; at = text.indexOf('\n', from)) {
        line++;
        from = at + 1;
      }
      if (!found.some(known => known.line === line && known.name === match[0]))
        found.push({ name: match[0], line, store: storeOf(text, match.index) });
    }
    return found;
  };
}

const AHEAD = 300; // characters: a reference of a manifest stands on the next three lines

// `${{ secrets.X }}` on the same line; `secretKeyRef` or `configMapKeyRef` behind the name in a manifest.
function storeOf(text: string, at: number): string | null {
  const ahead = text.slice(at, at + AHEAD);
  const [line = ''] = ahead.split('\n');
  const secret = /\$\{\{[^}]{0,40}\b(secrets|vars)\.([A-Za-z_]\w{0,99})/.exec(line);
  if (secret) return `${secret[1] === 'vars' ? 'CI variable' : 'CI secret'} ${secret[2]}`;
  const [next = ''] = ahead.split(/\n[ \t]*- name:/);
  const reference = /(secret|configMap)KeyRef:/.exec(next);
  if (!reference) return null;
  const behind = next.slice(reference.index);
  const name = /\bname:[ \t]*["']?([\w.-]{1,100})/.exec(behind)?.[1];
  const key = /\bkey:[ \t]*["']?([\w.-]{1,100})/.exec(behind)?.[1];
  if (name === undefined) return null;
  return `${reference[1] === 'secret' ? 'Secret' : 'ConfigMap'} ${name}${key === undefined ? '' : `, key ${key}`}`;
}

/** What a file is to a responder. */
export function kindOfFile(path: string, text: string): Kind {
  const named = BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  if (named !== undefined) return named;
  const isManifest =
    /\.ya?ml$/i.test(path) &&
    (/^(?:kind|apiVersion):/m.test(text) || /(?:^|\/)(?:charts?|helm|templates)\//.test(path));
  return isManifest ? 'manifest' : 'code';
}
