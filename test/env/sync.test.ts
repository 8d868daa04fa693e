// Templates against what code reads: each row is one small app.

import { describe, expect, it } from 'vitest';
import { findReads } from '../../src/env/reads/find-reads.js';
import { type App, compareApps, compareTemplates } from '../../src/env/sync.js';

const app = (folder: string, files: Record<string, string>, template: string | null): App => ({
  folder,
  files: Object.entries(files).map(([path, text]) => ({ path, ...findReads(path, Buffer.from(text)) })),
  templates:
    template === null
      ? []
      : [{ path: `${folder}/.env.example`, keys: template.split(' ').map((name, i) => ({ name, line: i + 1 })) }],
});

describe('a template', () => {
  it.each([
    { name: 'has everything', files: { 'a.ts': 'process.env.A' }, template: 'A', missing: [], unused: [] },
    {
      name: 'lacks a key',
      files: { 'a.ts': 'process.env.A + process.env.B' },
      template: 'B',
      missing: ['A'],
      unused: [],
    },
    {
      name: 'lacks a key with a default',
      files: { 'a.ts': 'process.env.A ?? 1' },
      template: 'B',
      missing: ['A?'],
      unused: ['B'],
    },
    {
      name: 'lacks a key that one read demands',
      files: { 'a.ts': 'process.env.A ?? 1; process.env.A' },
      template: null,
      missing: ['A'],
      unused: [],
    },
    {
      name: 'lacks what only tests read',
      files: { 'a.test.ts': 'process.env.A' },
      template: null,
      missing: ['A (tests)'],
      unused: [],
    },
    {
      name: 'lacks what a test demands and the program does not',
      files: { 'a.test.ts': 'process.env.A', 'a.ts': 'process.env.A || 1' },
      template: null,
      missing: ['A?'],
      unused: [],
    },
    { name: 'is not there', files: { 'a.py': "os.environ['A']" }, template: null, missing: ['A'], unused: [] },
    {
      name: 'need not have what the runtime provides',
      files: {
        'a.ts': 'process.env.NODE_ENV + process.env.PATH + process.env.PORT + process.env.CI + import.meta.env.MODE',
      },
      template: null,
      missing: [],
      unused: [],
    },
    {
      name: 'needs MODE when it is no word of Vite',
      files: { 'a.ts': 'process.env.MODE' },
      template: null,
      missing: ['MODE'],
      unused: [],
    },
    {
      name: 'need not have what a workflow reads',
      files: { '.github/workflows/ci.yml': '${{ secrets.A }}', Dockerfile: 'ARG B' },
      template: null,
      missing: [],
      unused: [],
    },
    {
      name: 'is used by a workflow',
      files: { '.github/workflows/ci.yml': '${{ secrets.A }}', Dockerfile: 'ARG B' },
      template: 'A B',
      missing: [],
      unused: [],
    },
    { name: 'is used by compose', files: { 'compose.yml': 'a: ${A}' }, template: 'A', missing: [], unused: [] },
    {
      name: 'may hold what libraries read',
      files: {},
      template: 'AWS_REGION POSTGRES_PASSWORD NODE_ENV A',
      missing: [],
      unused: ['A'],
    },
    {
      name: 'may have the other case for pydantic',
      files: { 'a.py': 'class S(BaseSettings):\n    a: str\n' },
      template: 'a',
      missing: [],
      unused: [],
    },
    {
      name: 'may have the case of the name for others',
      files: { 'a.ts': 'process.env.A' },
      template: 'a',
      missing: ['A'],
      unused: [],
    },
  ])('$name', ({ files, template, missing, unused }) => {
    const sync = compareTemplates(app('web', files as Record<string, string>, template));
    const shown = sync.missing.map(
      ({ name, isOptional, isTestOnly }) => name + (isOptional ? '?' : '') + (isTestOnly ? ' (tests)' : ''),
    );
    expect(shown).toEqual(missing);
    expect(sync.unused.map(({ name }) => name)).toEqual(unused);
  });

  it('says where a missing key is read, and what nobody can know', () => {
    const { missing, dynamic } = compareTemplates(
      app('web', { 'src/a.ts': 'f();\nprocess.env.A;\nprocess.env[name]', 'b.py': "os.getenv('A')" }, null),
    );
    expect(missing[0]?.places).toEqual([
      { path: 'src/a.ts', line: 2, column: 13, form: 'process.env' },
      { path: 'b.py', line: 1, column: 12, form: 'os.getenv' },
    ]);
    expect(dynamic).toEqual([{ path: 'src/a.ts', line: 3, column: 13, form: 'process.env' }]);
  });

  it('says where an unused key stands', () => {
    expect(compareTemplates(app('web', {}, 'A B')).unused[1]).toEqual({
      name: 'B',
      template: 'web/.env.example',
      line: 2,
    });
  });
});

describe('apps', () => {
  const web = app('web', { 'a.ts': 'process.env.URL_A; process.env.B' }, 'URL_A B');

  it.each([
    { name: 'agree', other: app('api', { 'a.ts': 'process.env.URL_A' }, 'URL_A'), expected: [] },
    {
      name: 'differ in a default',
      other: app('api', { 'a.ts': 'process.env.URL_A ?? 1' }, 'URL_A'),
      expected: ['URL_A optionality'],
    },
    {
      name: 'differ in their templates',
      other: app('api', { 'a.ts': 'process.env.B' }, 'C'),
      expected: ['B declaration'],
    },
    { name: 'share no name', other: app('api', { 'a.ts': 'process.env.C' }, null), expected: [] },
    { name: 'differ in a test alone', other: app('api', { 'test/a.ts': 'process.env.B ?? 1' }, null), expected: [] },
  ])('$name', ({ other, expected }) => {
    expect(compareApps([web, other]).map(({ name, kind }) => `${name} ${kind}`)).toEqual(expected);
  });
});
