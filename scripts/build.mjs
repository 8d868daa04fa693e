// Builds dist/. leakgate.cjs: the hook's path alone; parts/: everything else, loaded when needed, with main.cjs for every other command
// line; rules.jsonl and rules-index.json: the rules, prepared; index.js and types: the library; *.schema.json: of the config, of an
// incident record and of the webhook event. CommonJS for the program, because it starts faster.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'], // the main file of jsonc-parser loads its parts in a way that no bundler can follow
  legalComments: 'none',
  logLevel: 'warning',
  define: { LEAKGATE_VERSION: JSON.stringify(version) },
};
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/** Bundles modules for use here. */
async function load(contents) {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-build-'));
  const outfile = join(folder, 'module.mjs');
  try {
    await build({ ...common, format: 'esm', banner, stdin: { contents, resolveDir: '.', loader: 'ts' }, outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { rules, responses, indexRules, packKeywords, configJsonSchema, recordJsonSchema, eventJsonSchema } = await load(`
  export { rules } from './rules/index.ts';
  export { responses } from './rules/responses.ts';
  export { indexRules } from './src/engine/compile-rules.ts';
  export { packKeywords } from './src/kernel/keywords.ts';
  export { configJsonSchema } from './src/config/schema.ts';
  export { recordJsonSchema } from './src/incident/record-schema.ts';
  export { eventJsonSchema } from './src/report/event-schema.ts';
`);

const ID_FROM = '{"id":"'.length;
const DOCS = ['references', 'match', 'noMatch'];
// Values that most rules have: left out of the text and put back when it is read.
const DEFAULTS = {
  secrecy: 'secret',
  confidence: 'high',
  before: 0,
  matcher: 'pattern',
  distinctive: false,
  generic: false,
  check: null,
  enforceCheck: false,
  minEntropy: 0,
  near: null,
  publicValues: [],
  pairsWith: [],
};

// One line of JSON per rule. The hook reads those lines only whose keyword occurs, and never an example.
function ruleText(rule) {
  const isNeeded = ([key, value]) =>
    !DOCS.includes(key) && key !== 'pattern' && JSON.stringify(value) !== JSON.stringify(DEFAULTS[key]);
  return JSON.stringify({
    id: rule.id, // first: it is read without the rest
    ...Object.fromEntries(Object.entries(rule).filter(isNeeded)),
    source: rule.pattern.source,
    flags: rule.pattern.flags,
  });
}

// Data stand in files of their own, read as they are: as text in a bundle they took as long to parse as all of its code.
const RULES_FILE = 'rules.jsonl';
const INDEX_FILE = 'rules-index.json';

function dataFiles() {
  const { keywords, ...index } = indexRules(rules);
  return {
    [RULES_FILE]: toAscii(rules.map(ruleText).join('\n')),
    [INDEX_FILE]: toAscii(JSON.stringify({ index, keywords: packKeywords(keywords) })),
  };
}

// Reading it as latin1 is the quickest.
function toAscii(json) {
  return json.replace(/[^\n -~]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @param dist an expression for the folder of these files */
function builtinModule(dist) {
  const fields = Object.keys(rules[0]).filter(key => !DOCS.includes(key) && key !== 'pattern' && key !== 'id');
  return `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const read = name => readFileSync(join(${dist}, name), 'latin1');
const DEFAULTS = ${JSON.stringify(DEFAULTS)};
class Rule {
  constructor(text) {
    this.text = text;
    this.data = null;
  }
  get id() {
    return this.text.slice(${ID_FROM}, this.text.indexOf('"', ${ID_FROM}));
  }
  read() {
    return (this.data ??= Object.assign({}, DEFAULTS, JSON.parse(this.text)));
  }
  get pattern() {
    const data = this.read();
    return (data.pattern ??= new RegExp(data.source, data.flags));
  }
}
for (const field of ${JSON.stringify(fields)}) Object.defineProperty(Rule.prototype, field, { get() { return this.read()[field]; }, enumerable: true });
export const rules = read('${RULES_FILE}').split('\\n').map(text => new Rule(text));
export const prepared = JSON.parse(read('${INDEX_FILE}'));
`;
}

function docsModule() {
  const docs = rules.map(rule => [rule.id, Object.fromEntries(DOCS.map(key => [key, rule[key]]))]);
  return `export const docs = new Map(JSON.parse(${JSON.stringify(JSON.stringify(docs))}));`;
}

function responsesModule() {
  return `export const responses = JSON.parse(${JSON.stringify(JSON.stringify(responses))});`;
}

const bundledRules = dist => ({
  name: 'bundled-rules',
  setup(context) {
    context.onResolve({ filter: /\/rules\/index\.js$/ }, () => ({
      path: join(process.cwd(), 'src', 'cli', 'built-in.ts'),
    }));
    context.onLoad({ filter: /[\\/]cli[\\/]built-in\.ts$/ }, () => ({ contents: builtinModule(dist), loader: 'js' }));
    context.onLoad({ filter: /[\\/]rules[\\/]docs\.ts$/ }, () => ({ contents: docsModule(), loader: 'js' }));
    context.onLoad({ filter: /[\\/]rules[\\/]responses\.ts$/ }, () => ({ contents: responsesModule(), loader: 'js' }));
  },
});

// A format is loaded when it is used, by the hook and by every other command.
const FORMATS = {
  json: 'src/report/json.ts',
  sarif: 'src/report/sarif.ts',
  html: 'src/report/html.ts',
  gitlab: 'src/report/gitlab.ts',
  github: 'src/report/github.ts',
  'github-summary': 'src/report/github-summary.ts',
  'step-summary': 'src/cli/step-summary.ts',
  junit: 'src/report/junit.ts',
  csv: 'src/report/csv.ts',
  event: 'src/report/event.ts',
};
// Parts share these: each is loaded from its own file by all of them.
const SHARED = {
  ...FORMATS,
  docs: 'rules/docs.ts',
  responses: 'rules/responses.ts',
  'find-response': 'src/incident/find-response.ts',
};
// What most commands never need: a file of its own for each.
const RARE = {
  'env-staged': 'src/env-staged.ts',
  schema: 'src/config/schema.ts',
  nearest: 'src/config/nearest.ts',
  'prove-rules': 'src/prove-rules.ts',
  'jsonc-parser': 'node_modules/jsonc-parser/lib/esm/main.js',
  picomatch: 'node_modules/picomatch/index.js',
  'fast-glob': 'node_modules/fast-glob/out/index.js',
};
// Commands share most of their code: each of these files holds some, and runs the modules of one when it is asked for. Those that scan are
// apart, as parsing the others takes 30 ms.
const GROUPS = {
  scans: ['scan-commands', 'staged-command'],
  tools: [
    'env-command',
    'rules-command',
    'explain-command',
    'init-command',
    'config-command',
    'incident-command',
    'drill-command',
    'age-command',
    'verify-command',
  ],
};
// What the hook only needs now and then stays outside its file: each such module becomes a file of dist/parts.
const PARTS = {
  ...SHARED,
  ...RARE,
  program: 'src/cli/program.ts',
  worker: 'src/cli/worker.ts',
  'scan-threads': 'src/cli/scan-threads.ts',
};
const outside = (parts, folder) => ({
  name: 'outside',
  setup(context) {
    context.onResolve({ filter: /./ }, ({ path, kind }) => {
      const name = path.replace(/^.*\/|\.js$/g, '');
      return kind === 'dynamic-import' && name in parts ? { path: `./${folder}${name}.cjs`, external: true } : null;
    });
  },
});
const commandsIn = name =>
  GROUPS[name].map(command => `exports['${command}'] = () => require('./src/cli/${command}.ts');`);
const groups = {
  name: 'groups',
  setup(context) {
    context.onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice('group:'.length), namespace: 'group' }));
    context.onLoad({ filter: /./, namespace: 'group' }, ({ path }) => ({
      contents: commandsIn(path).join('\n'),
      resolveDir: process.cwd(),
    }));
    context.onResolve({ filter: /^\.\/[a-z-]+-command(?:s)?\.js$/ }, ({ path, kind }) => {
      const name = path.slice('./'.length, -'.js'.length);
      return kind === 'dynamic-import' && groupOf(name) ? { path: name, namespace: 'command' } : null;
    });
    context.onLoad({ filter: /./, namespace: 'command' }, ({ path }) => ({
      contents: `module.exports = require('./${groupOf(path)}.cjs')['${path}']();`,
    }));
    context.onResolve({ filter: /./, namespace: 'command' }, ({ path }) => ({ path, external: true }));
  },
};
const groupOf = command => Object.keys(GROUPS).find(name => GROUPS[name].includes(command));
// As text it is parsed by the quicker parser, and once.
const jsonAsText = {
  name: 'json-as-text',
  setup(context) {
    context.onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))});`,
    }));
  },
};

// Built beside the old one and put in its place at the end: whoever runs the program meanwhile finds it whole.
const out = `dist-${process.pid}`;
mkdirSync(out);
const program = {
  ...common,
  format: 'cjs',
  supported: { 'dynamic-import': false }, // `require`, late: `import()` of CommonJS reads the file twice, once for its names
  minifySyntax: true,
  minifyWhitespace: true,
  outExtension: { '.js': '.cjs' },
};
await build({
  ...program,
  entryPoints: { leakgate: 'src/cli/main.ts' },
  outdir: out,
  plugins: [jsonAsText, bundledRules('__dirname'), outside(PARTS, 'parts/')],
});
await build({
  ...program,
  entryPoints: { ...PARTS, main: 'src/cli/main.ts', scans: 'group:scans', tools: 'group:tools' },
  outdir: `${out}/parts`,
  plugins: [
    jsonAsText,
    bundledRules("__dirname, '..'"),
    outside({ ...SHARED, ...RARE, program: PARTS.program }, ''),
    groups,
  ],
});
await build({
  ...common,
  format: 'esm',
  banner,
  entryPoints: { index: 'src/index.ts' },
  outdir: out,
  plugins: [bundledRules('import.meta.dirname')],
});
for (const [name, text] of Object.entries(dataFiles())) writeFileSync(`${out}/${name}`, text);
writeFileSync(`${out}/incident.schema.json`, `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
writeFileSync(`${out}/schema.json`, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
writeFileSync(`${out}/event.schema.json`, `${JSON.stringify(eventJsonSchema(), null, 2)}\n`);
if (!process.argv.includes('--no-types')) {
  const tsc = [
    'node_modules/typescript/bin/tsc',
    '--emitDeclarationOnly',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    `${out}/types`,
  ];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
}
rmSync('dist-old', { recursive: true, force: true });
if (existsSync('dist')) renameSync('dist', 'dist-old');
renameSync(out, 'dist');
rmSync('dist-old', { recursive: true, force: true });
