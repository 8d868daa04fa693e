// Every way to read a variable, one row each, and the traps of each language: what only looks like a read is none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canReadEnv, findReads } from '../../../src/env/reads/find-reads.js';

const reads = (path: string, text: string) => findReads(path, Buffer.from(text)).reads;

// `X` must be set, `X?` has a default, `[form]` is a name that only the program knows.
const told = (path: string, text: string) => {
  const found = findReads(path, Buffer.from(text));
  return [
    ...found.reads.map(({ name, isOptional }) => name + (isOptional ? '?' : '')),
    ...found.dynamic.map(({ form }) => `[${form}]`),
  ].join(' ');
};

describe.each([
  {
    path: 'src/a.ts',
    rows: [
      ['process.env.A', 'A'],
      ['process.env.A!', 'A'],
      ['process?.env?.A', 'A'],
      ['process\n  .env\n  .A', 'A'],
      [`process.env['A']`, 'A'],
      [`process.env?.["A"]`, 'A'],
      ['process.env[`A`]', 'A'],
      [`process.env.A ?? 'd'`, 'A?'],
      [`process.env.A || 'd'`, 'A?'],
      [`process.env['A'] || 'd'`, 'A?'],
      [`Number(process.env.A) || 3000`, 'A?'],
      [`parseInt(process.env.A, 10) || 3000`, 'A?'],
      [`parseInt(process.env.A, 10)`, 'A'],
      [`process.env.A === 'true'`, 'A?'],
      [`if (process.env.A) start()`, 'A?'],
      [`if (!process.env.A) throw new Error()`, 'A'],
      [`process.env.A ? 1 : 2`, 'A?'],
      [`process.env.A = 'x'`, ''],
      [`process.env.A ||= 'x'`, 'A?'],
      [`delete process.env.A`, ''],
      [`process.env[name]`, '[process.env]'],
      ['process.env[`A_${b}`]', '[process.env]'],
      [`process.env['A_' + b]`, '[process.env]'],
      [`const { A } = process.env`, 'A'],
      [`const { A, B: b, C = 'd', D: e = 'f', 'G': g } = process.env;`, 'A B C? D? G'],
      [`const { A, ...rest } = process.env`, 'A [process.env]'],
      [`const { [key]: a } = process.env`, '[process.env]'],
      [`const { A = process.env.B } = process.env`, 'A? B'],
      [`const { env: { A, B } } = process`, 'A B'],
      [`const { env } = process; env.A`, 'A'],
      [`const { env: e } = process; e.A`, 'A'],
      [`const env = process.env; f(env.A, env['B'], env[c])`, 'A B [process.env]'],
      [`const env: NodeJS.ProcessEnv = process.env;\nenv.A ?? 1`, 'A?'],
      [`const env = process.env;\nconst { A } = env;`, 'A'],
      [`function f(env = process.env) { return env.A }`, 'A'],
      [`this.env = process.env; this.env.A`, 'A'],
      [`const env = process.env; other.env.A`, ''],
      [`import { env } from 'node:process';\nenv.A`, 'A'],
      [`'A' in process.env`, 'A?'],
      [`spawn('x', { env: { ...process.env } })`, ''],
      [`import.meta.env.A`, 'A'],
      [`import.meta.env['A']`, 'A'],
      [`const { A } = import.meta.env`, 'A'],
      [`const env = loadEnv(mode, '.'); env.A`, 'A'],
      [`Deno.env.get('A')`, 'A'],
      [`Deno.env.get('A') ?? ''`, 'A?'],
      [`Deno.env.get(name)`, '[Deno.env]'],
      [`Bun.env.A`, 'A'],
      [`Bun.env['A']`, 'A'],
      [`import { A, B as b } from '$env/static/private'`, 'A B'],
      [`import { env } from '$env/dynamic/private'; env.A`, 'A'],
      [`import { env as e } from '$env/dynamic/public'; e.PUBLIC_A`, 'PUBLIC_A'],
      [`this.configService.get<string>('A')`, 'A'],
      [`this.configService.get('A', 'd')`, 'A?'],
      [`configService.getOrThrow('A')`, 'A'],
      [`configService.get('database.host')`, ''],
      [`constructor(private config: ConfigService) { config.get('A') }`, 'A'],
      [`requireEnv('A'); getEnv('B', 'd'); mustGetEnv(c)`, 'A B?'],
      [`export default ({ env }) => ({ a: env('A'), b: env.int('B', 1) })`, 'A B?'],
      [`cleanEnv(process.env, { A: str(), B: port({ default: 1 }), C: str({ devDefault: 'x' }) })`, 'A B? C?'],
      [
        `z.object({ A: z.string(), B: z.string().optional(), C: z.coerce.number().default(1) }).parse(process.env)`,
        'A B? C?',
      ],
      [`const s = z.object({ A: z.string().min(1), nested: z.object({ b: z.string() }) });\ns.parse(process.env)`, 'A'],
      [`z.object({ A: z.string() }).parse(request.body)`, ''],
      [
        `createEnv({ server: { A: z.string() }, client: { B: z.string().optional() }, runtimeEnv: { A: process.env.A, B: process.env.B } })`,
        'A B? A B?',
      ],
      [
        `ConfigModule.forRoot({ validationSchema: Joi.object({ A: Joi.string().required(), B: Joi.string() }) })`,
        'A B?',
      ],
      [`Joi.object().keys({ A: Joi.string().required() }).validate(process.env)`, 'A'],
      [`v.parse(v.object({ A: v.string(), B: v.optional(v.string(), 'd') }), process.env)`, 'A B?'],
      [
        `import fastifyEnv from '@fastify/env';\nconst schema = { required: ['A'], properties: { A: { type: 'string' }, B: { default: 1 } } };\nfastifyEnv.envSchema`,
        'A B?',
      ],
      [`import env from 'env-var';\nenv.get('A').required().asString()`, 'A'],
      [`import env from 'env-var';\nenv.get('A').default('x').asString()`, 'A?'],
      [`(process.env as any).A`, 'A'],
      [`(process.env as any)['A']`, 'A'],
      [`(import.meta as any).env.A`, 'A'],
      [`function need(name: string) { return process.env[name]! }\nneed('A')`, 'A [process.env]'],
      [
        `const need = (name: string, d?: string): string => process.env[name] ?? d;\nneed('A'); need('B', 'd')`,
        'A B? [process.env]',
      ],
      [`const need = name => process.env[name];\nneed('A'); other.need('B'); need('c.d')`, 'A [process.env]'],
      [`for (const name of names) { process.env[name] }\nnames('A')`, '[process.env]'],
      // traps
      [`// process.env.A`, ''],
      [`/* process.env.A */`, ''],
      [`'process.env.A'`, ''],
      [`"it's process.env.A"`, ''],
      ['`process.env.A`', ''],
      ['`${process.env.A}`', 'A'],
      ['`a ${`b ${process.env.A} process.env.B`} process.env.C`', 'A'],
      ['`${{ a: 1 }.a} process.env.B` + process.env.A', 'A'],
      [`/process.env.A/.test(x); process.env.B`, 'B'],
      [`x = /['"\`]/; process.env.B; y = /[/]'/; process.env.C`, 'B C'],
      [`a / process.env.A / b`, 'A'],
      [`f(a) / 2; // ' \nprocess.env.A`, 'A'],
      [`<p>don't {process.env.A}</p>`, 'A'],
      [`'\\'' + process.env.A + "\\""`, 'A'],
      [`'not closed\nprocess.env.A`, 'A'],
      [`process.environment.A`, ''],
      [`my.process.env.A`, 'A'],
    ],
  },
  {
    path: 'src/A.vue',
    rows: [
      [
        `<script setup>\nimport.meta.env.A\n</script>\n<template>don't import.meta.env.B {{ import.meta.env.C }}</template>`,
        'A C',
      ],
      [`<template><a :href="import.meta.env.A">it's</a></template>`, 'A'],
    ],
  },
  {
    path: 'src/a.svelte',
    rows: [[`<p>don't</p>\n{import.meta.env.A}\n<script>import { B } from '$env/static/public'</script>`, 'A B']],
  },
  { path: 'src/a.astro', rows: [[`---\nconst a = import.meta.env.A;\n---\n<p>can't import.meta.env.B</p>`, 'A']] },
  {
    path: 'settings.py',
    rows: [
      [`os.environ['A']`, 'A'],
      [`os.environ["A"] or 'd'`, 'A'],
      [`os.environ.get('A')`, 'A'],
      [`os.environ.get('A', 'd')`, 'A?'],
      [`os.environ.get('A') or 'd'`, 'A?'],
      [`os.environ.get(\n    "A",\n)`, 'A'],
      [`os.getenv("A")`, 'A'],
      [`os.getenv("A", default="d")`, 'A?'],
      [`os.getenv("A") == "true"`, 'A?'],
      [`os.environ['A'] = 'x'`, ''],
      [`os.environ.setdefault('A', 'x')`, 'A?'],
      [`del os.environ['A']`, 'A'],
      [`env = os.environ\nenv['A']; env.get('B', 'd'); env.get('C'); env['D'] = 1`, 'A B? C'],
      [
        `def need(name, default=None):\n    return os.environ.get(name, default)\nneed('A')\nneed('B', 'd')`,
        'A B? [os.environ]',
      ],
      [`if 'A' in os.environ: pass`, 'A?'],
      [`if os.getenv('A'): pass`, 'A?'],
      [`os.environ[key]`, '[os.environ]'],
      [`os.getenv(f"A_{b}")`, '[os.getenv]'],
      [`os.getenv("A_" + b)`, '[os.getenv]'],
      [`from os import environ, getenv\nenviron['A']; getenv('B')`, 'A B'],
      [
        `import environ\nenv = environ.Env(DEBUG=(bool, False))\nenv('A')\nenv.str('B', default='x')\nenv.bool('C', False)\nenv.list('D')`,
        'DEBUG? A B? C? D',
      ],
      [`import environ\nenv = environ.Env()\nDATABASES = {'default': env.db()}`, 'DATABASE_URL'],
      [`from .base import env\nX = env('A')`, 'A'],
      [`env('A')`, ''],
      [
        `from decouple import config\nconfig('A')\nconfig('B', default='x')\nconfig('C', cast=int)\nconfig('D', cast=bool, default=True)`,
        'A B? C D?',
      ],
      [`config('A')`, ''],
      [`from starlette.config import Config\nconfig = Config('.env')\nconfig('A', cast=bool, default=False)`, 'A?'],
      [
        `class S(BaseSettings):\n    a: str\n    b: int = 1\n    c: str | None = None\n    d: str = Field(...)\n    e: str = Field(default='x')\n    f: str = Field(min_length=1)\n`,
        'A B? C? D E? F',
      ],
      [
        `class S(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env")\n    a: str\n    b: str = Field(alias="B_NAME")\n    c: str = Field(validation_alias=AliasChoices("C1", "C2"))\n`,
        'APP_A B_NAME C1? C2?',
      ],
      [
        `class S(BaseSettings):\n    a: str\n\n    class Config:\n        env_prefix = 'X_'\n        case_sensitive = True\n\nb: str`,
        'X_a',
      ],
      [
        `class Base(pydantic_settings.BaseSettings):\n    a: str\nclass S(Base):\n    b: dict[str, int] = {}\n    def f(self, x: int):\n        y: int = 1\n`,
        'A B?',
      ],
      [`class S(BaseModel):\n    a: str\n# BaseSettings`, ''],
      // traps
      [`# os.environ['A']`, ''],
      [`"""\nos.environ['A']\n"""\nos.environ['B']`, 'B'],
      [`def f():\n    '''it's os.getenv("A")'''\n    return os.getenv("B")`, 'B'],
      [`"os.environ['A']"`, ''],
      [`f"{os.environ['A']} os.environ['B']"`, 'A'],
      [`f"{{os.environ['A']}}" + os.environ['B']`, 'B'],
      [`r"\\"; os.environ['A']`, ''],
      [`r"\\\\"; os.environ['A']`, 'A'],
      [`f'''{os.getenv("A")}\n'''`, 'A'],
      [`'it\\'s' + os.environ['A']`, 'A'],
    ],
  },
  {
    path: 'config/a.rb',
    rows: [
      [`ENV['A']`, 'A'],
      [`ENV["A"] || 'd'`, 'A?'],
      [`ENV['A'] ||= 'd'`, 'A?'],
      [`ENV['A'] = 'd'`, ''],
      [`ENV.fetch('A')`, 'A'],
      [`ENV.fetch("A", "d")`, 'A?'],
      [`ENV.fetch('A') { 'd' }`, 'A?'],
      [`ENV.fetch('A') do 'd' end`, 'A?'],
      [`ENV.fetch 'A'`, 'A'],
      [`ENV.key?('A')`, 'A?'],
      [`return if ENV['A']`, 'A?'],
      [`ENV[name]`, '[ruby-env]'],
      [`ENV["A_#{b}"]`, '[ruby-env]'],
      ['`run #{ENV["A"]}`', 'A'],
      // traps
      [`# ENV['A']`, ''],
      [`=begin\nENV['A']\n=end\nENV['B']`, 'B'],
      [`"ENV['A']"`, ''],
      [`"#{ENV['A']} ENV['B']"`, 'A'],
      [`x = <<~TEXT\n  it's ENV['A']\nTEXT\nENV['B']`, 'B'],
      [`x =~ /ENV['A']"/; ENV['B']`, 'B'],
      [`%w[ENV['A' b]\nENV['B']`, 'B'],
      [`a / b; ENV['A'] / 2`, 'A'],
    ],
  },
  { path: 'config/database.yml', rows: [[`url: <%= ENV['A'] %>\n# it's\npw: <%= ENV.fetch("B", 1) %>`, 'A B?']] },
  {
    path: 'a.php',
    rows: [
      [`<?php $_ENV['A'];`, 'A'],
      [`<?php $_ENV['A'] ?? 'd';`, 'A?'],
      [`<?php $_ENV['A'] = 'd';`, ''],
      [`<?php getenv('A') ?: 'd';`, 'A?'],
      [`<?php getenv('A');`, 'A'],
      [`<?php env('A'); env('B', 'd'); env($c);`, 'A B? [laravel-env]'],
      [`<?php return ['a' => env('A', null)];`, 'A?'],
      [`<?php $app->env('A');`, ''],
      [`<?php getenv('A_' . $b);`, '[php-env]'],
      [`<?php function env($x) {}`, ''],
      // traps
      [`<?php // getenv('A')\n# getenv('B')\n/* getenv('C') */ getenv('D');`, 'D'],
      [`<?php #[Attribute] getenv('A');`, 'A'],
      [`<?php "getenv('A')";`, ''],
      [`<?php $x = <<<EOT\nit's getenv('A')\nEOT;\ngetenv('B');`, 'B'],
      [`it's getenv('A') <?= getenv('B') ?> don't`, 'B'],
    ],
  },
  { path: 'a.blade.php', rows: [[`<p>it's {{ env('A') }} {{-- env('B') --}}</p>`, 'A']] },
  {
    path: 'A.java',
    rows: [
      [`System.getenv("A")`, 'A'],
      [`System.getenv().get("A")`, 'A'],
      [`System.getenv().getOrDefault("A", "d")`, 'A?'],
      [`Optional.ofNullable(System.getenv("A")).orElse("d")`, 'A?'],
      [`System.getenv("A") != null`, 'A?'],
      [`System.getenv(NAME)`, '[system-getenv]'],
      [`System.getenv()`, ''],
      [`@Value("\${A}") String a; @Value("\${B:d}") String b; @Value("\${c.d}") String c;`, 'A B?'],
      [`// System.getenv("A")\n/* System.getenv("B") */`, ''],
      [`"System.getenv(\\"A\\")"`, ''],
      [`"""\nSystem.getenv("A")\n"""`, ''],
      [`char c = '"'; System.getenv("A"); char d = '\\'';System.getenv("B")`, 'A B'],
    ],
  },
  {
    path: 'a.kt',
    rows: [
      [`System.getenv("A") ?: "d"`, 'A?'],
      [`System.getenv("A") ?: throw E()`, 'A'],
      [`System.getenv("A")`, 'A'],
      [`System.getenv()["A"]`, 'A'],
      [`"\${System.getenv("A")} System.getenv("B")"`, 'A'],
      [`System.getenv("A_$b")`, '[system-getenv]'],
      [`/* /* */ System.getenv("A") */ System.getenv("B")`, 'B'],
    ],
  },
  {
    path: 'a.scala',
    rows: [
      [`sys.env("A")`, 'A'],
      [`sys.env.getOrElse("A", "d")`, 'A?'],
      [`sys.env.get("A").getOrElse("d")`, 'A?'],
      [`s"\${sys.env("A")}"`, 'A'],
      [`"\${sys.env("`, ''],
    ],
  },
  { path: 'build.gradle', rows: [[`password = System.getenv('A') ?: 'd'; x = "\${System.getenv("B")}"`, 'A? B']] },
  {
    path: 'main.go',
    rows: [
      [`os.Getenv("A")`, 'A'],
      [`os.LookupEnv("A")`, 'A?'],
      ['os.Getenv(`A`)', 'A'],
      [`if os.Getenv("A") == "" {}`, 'A?'],
      [`os.Getenv(key)`, '[os.Getenv]'],
      [`getEnv("A", "d")`, 'A?'],
      [`func getEnv(key string) string`, ''],
      [
        'type C struct {\n A string `env:"A"`\n B string `env:"B" envDefault:"d"`\n C string `env:"C,required"`\n D string `env:"D, default=x"`\n}',
        'A B? C D?',
      ],
      ['type C struct { A string `envconfig:"A" default:"x" json:"a"` }', 'A?'],
      [`// os.Getenv("A")\n/* os.Getenv("B") */`, ''],
      ['`os.Getenv("A")`', ''],
      [`'"'; os.Getenv("A")`, 'A'],
    ],
  },
  {
    path: 'main.rs',
    rows: [
      [`env::var("A")`, 'A'],
      [`std::env::var("A").unwrap_or_else(|_| "d".into())`, 'A?'],
      [`std::env::var_os("A")`, 'A'],
      [`dotenvy::var("A").expect("A must be set")`, 'A'],
      [`env!("A")`, 'A'],
      [`option_env!("A")`, 'A?'],
      [`env::var(name)`, '[env-var]'],
      [`#[derive(clap::Parser)] struct A { #[arg(long, env = "A")] a: String }`, 'A'],
      [`fn f<'a>(x: &'a str) { env::var("A") }`, 'A'],
      [`'"'; env::var("A")`, 'A'],
      [`r#"env::var("A")"#; env::var("B")`, 'B'],
      [`/* /* */ env::var("A") */`, ''],
      [`// env::var("A")`, ''],
    ],
  },
  {
    path: 'A.cs',
    rows: [
      [`Environment.GetEnvironmentVariable("A")`, 'A'],
      [`Environment.GetEnvironmentVariable("A") ?? "d"`, 'A?'],
      [`Environment.GetEnvironmentVariable(name)`, '[dotnet-env]'],
      [`$"{Environment.GetEnvironmentVariable("A")} Environment.GetEnvironmentVariable(\\"B\\")"`, 'A'],
      [`@"c:\\"; Environment.GetEnvironmentVariable("A")`, 'A'],
      [`@"a""b"; Environment.GetEnvironmentVariable("A")`, 'A'],
      [`// Environment.GetEnvironmentVariable("A")`, ''],
    ],
  },
  {
    path: 'config/runtime.exs',
    rows: [
      [`System.get_env("A")`, 'A'],
      [`System.get_env("A", "d")`, 'A?'],
      [`System.get_env("A") || "d"`, 'A?'],
      [`System.get_env("A") ||\n  raise "x"`, 'A'],
      [`System.fetch_env!("A")`, 'A'],
      [`System.fetch_env("A")`, 'A?'],
      [`System.get_env(name)`, '[elixir-env]'],
      [`"#{System.get_env("A")} System.get_env(B)"`, 'A'],
      [`@doc """\nSystem.get_env("A")\n"""\nSystem.get_env("B")`, 'B'],
      [`~s(it's "System.get_env"); System.get_env("A")`, 'A'],
      [`# System.get_env("A")`, ''],
    ],
  },
  {
    path: 'main.c',
    rows: [
      [`getenv("A"); /* getenv("B") */ "getenv(C)"; std::getenv("D")`, 'A D'],
      [`R"(getenv("A"))"`, ''],
    ],
  },
  {
    path: 'a.swift',
    rows: [
      [`ProcessInfo.processInfo.environment["A"] ?? "d"; "\\(ProcessInfo.processInfo.environment["B"]!)"`, 'A? B'],
    ],
  },
  {
    path: 'a.dart',
    rows: [
      [
        `Platform.environment['A']; String.fromEnvironment('B', defaultValue: 'd'); dotenv.env['C'] ?? ''; r'\\'; dotenv.env['D']`,
        'A B? C? D',
      ],
    ],
  },
  { path: 'schema.prisma', rows: [[`datasource db {\n  url = env("A")\n  // env("B")\n}`, 'A']] },
  {
    path: 'docker-compose.yml',
    rows: [
      ['image: a:${A}', 'A'],
      ['image: a:$A', 'A'],
      ['image: a:${A:-d}', 'A?'],
      ['image: a:${A-d}', 'A?'],
      ['image: a:${A:?must be set}', 'A'],
      ['image: a:${A:-${B}}', 'A? B'],
      ['cmd: echo $$A $${B}', ''],
      ['# ${A}\nx: "#${B}" # ${C}', 'B'],
      ['    environment:\n      - A\n      - B=1\n      - C=${D:-1}\n    ports:\n      - E', 'A D?'],
      ['    environment:\n      A:\n      B: 1\n      C: ${D}', 'A D'],
      ['    environment:\n    - A\n    image: b', 'A'],
    ],
  },
  { path: 'deploy/compose.prod.yaml', rows: [['a: ${A}', 'A']] },
  {
    path: 'docker/Dockerfile.prod',
    rows: [
      ['ARG A\nARG B=1', 'A B?'],
      ['FROM x\n# ARG A\nRUN echo $B', ''],
      ['ARG A="x y" B', 'A? B'],
      ['ENV A=1\nCMD serve --port $A --host ${B:-x} \\\n  --key ${C}', 'B? C'],
    ],
  },
  {
    path: '.github/workflows/ci.yml',
    rows: [
      ["env:\n  X: ${{ secrets.A }}\n  Y: ${{ vars.B || 'd' }}", 'A B?'],
      ["  if: env.A == '1'", 'A'],
      ["${{ secrets['A'] }} ${{ secrets[matrix.key] }}", 'A [workflow-secrets]'],
      ["# ${{ secrets.A }}\nrun: echo ${{ format('{0}', env.B) }}", 'B'],
      ['run: echo secrets.A ${{ needs.secrets.B }}', ''],
    ],
  },
  {
    path: 'src/main/resources/application-prod.yml',
    rows: [
      ['url: ${A}\npw: ${B:d}\nx: ${c.d}\n# ${E}', 'A B?'],
      ['url: ${A:${B:d}}', 'A? B?'],
    ],
  },
  { path: 'application.properties', rows: [['a=${A:}\n#b=${B}', 'A?']] },
  { path: 'src/main/resources/application.conf', rows: [['a = ${?A}\nb = ${B}', 'A? B']] },
  { path: 'serverless.yml', rows: [["a: ${env:A}\nb: ${env:B, 'd'}\n# ${env:C}", 'A B?']] },
  { path: 'README.md', rows: [['process.env.A', '']] },
])('$path', ({ path, rows }) => {
  it.each(rows)('%j reads %j', (text, expected) => {
    expect(told(path, text ?? '')).toBe(expected);
  });

  it.each(rows)('%j: each place is that of the name', text => {
    const lines = (text ?? '').split('\n');
    for (const { name, line, column } of reads(path, text ?? '')) {
      const there = (lines[line - 1] ?? '').slice(column - 1);
      // A field of settings has no prefix and another case; `env.db()` has no name at all.
      if (name !== 'DATABASE_URL')
        expect(there.toUpperCase()).toMatch(new RegExp(`^${name.replace(/^(?:APP|X)_/, '')}`, 'i'));
    }
  });
});

describe('a compose file', () => {
  it.each([
    { text: '    env_file: .env', expected: ['.env'] },
    { text: '    env_file:\n      - a.env\n      - "b.env"\n    image: x', expected: ['a.env', 'b.env'] },
    { text: '    env_file:\n    - path: ./c.env\n      required: false', expected: ['./c.env'] },
    { text: '    env_file: [a.env, b.env]', expected: ['a.env', 'b.env'] },
  ])('$text names $expected', ({ text, expected }) => {
    expect(findReads('compose.yaml', Buffer.from(text)).envFiles).toEqual(expected);
  });
});

it.each([
  ['a.ts', true],
  ['Dockerfile', true],
  ['compose.override.yml', true],
  ['a.png', false],
  ['package-lock.json', false],
  ['values.yaml', false],
])('%s can read variables: %s', (path, expected) => {
  expect(canReadEnv(path)).toBe(expected);
});

describe('whatever the text', () => {
  const PATHS =
    'a.ts a.vue a.astro a.py a.rb a.erb a.php a.blade.php a.ex a.java a.kt a.scala a.gradle a.cs a.go a.rs a.c a.swift a.dart a.prisma compose.yml Dockerfile .github/workflows/a.yml application.yml serverless.yml'.split(
      ' ',
    );
  const PIECES =
    'process.env. import.meta.env. os.environ[ os.getenv( ENV[ ENV.fetch( env( $_ENV[ getenv( System.getenv( sys.env( os.Getenv( env::var( env! System.get_env( BaseSettings class( z.object( cleanEnv( createEnv( configService.get< Env( A B_C ${A} ${ {{ }} ${{ secrets. env. } { ( ) [ ] , : ; = == || ?? ? + . \' " ` """ \'\'\' /* */ // # / \\ \\( #{ <<~A <<<A <?php ?> =begin =end ~s( %w[ r#" @" $" f" <script> </script> --- ARG CMD environment: env_file: - \n'.split(
      ' ',
    );
  const text = fc
    .array(fc.constantFrom(...PIECES, ' ', '\n', 'é', '🔑'), { maxLength: 80 })
    .map(pieces => pieces.join(''));

  it.each(PATHS)('%s: nothing is thrown, it ends, and places are places of the text', path => {
    fc.assert(
      fc.property(text, content => {
        const lines = content.split('\n');
        const { reads: found, dynamic } = findReads(path, Buffer.from(content));
        for (const { line, column } of [...found, ...dynamic]) {
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
        for (const { name, line, column, form } of found) {
          if (form === 'pydantic' || form === 'django-environ') continue;
          expect((lines[line - 1] ?? '').slice(column - 1, column - 1 + name.length)).toBe(name);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile file', () => {
  it.each([
    { path: 'a.ts', text: "env('X', " },
    { path: 'a.ts', text: '} = process.env ' },
    { path: 'a.ts', text: 'process.env.A `${' },
    { path: 'a.ts', text: 'z.object({ process.env ' },
    { path: 'a.py', text: 'class A(BaseSettings):\n a: str = Field(alias=AliasChoices(\n' },
    { path: 'a.rb', text: '<<A ENV' },
    { path: 'a.php', text: '<?php <<<A getenv ' },
    { path: '.github/workflows/a.yml', text: '${{ secrets.' },
    { path: 'a.vue', text: '<script> process.env.A' },
    { path: 'compose.yml', text: '${A:-' },
    { path: 'Dockerfile', text: 'ARG A \\\n' },
  ])(
    '$path of nothing but $text ends in time',
    ({ path, text }) => {
      // Twenty times as long as it takes: with the square of the length it would be minutes.
      expect(() => findReads(path, Buffer.from(text.repeat(200_000 / text.length)))).not.toThrow();
    },
    30_000,
  );
});
