// What a path says about a finding without a shape of its own.

import { describe, expect, it } from 'vitest';
import { weighPath } from '../../src/findings/weigh-path.js';

const TEST = 'only in tests, examples or documentation';
const LOCK = 'only in a lock file';
const VENDORED = 'only in generated or vendored files';

describe('weighPath', () => {
  it.each([
    { path: 'src/app.ts', reason: null },
    { path: 'config/prod.yml', reason: null },
    { path: 'src/testament.ts', reason: null },
    { path: 'src/contest/entry.ts', reason: null },
    { path: 'src/latest.ts', reason: null },
    { path: 'package.json', reason: null },
    { path: '.env', reason: null },
    { path: '.env.production', reason: null },
    { path: 'test/app.ts', reason: TEST },
    { path: 'src/__tests__/app.ts', reason: TEST },
    { path: 'src/app.test.ts', reason: TEST },
    { path: 'src/app-spec.js', reason: TEST },
    { path: 'pkg/app_test.go', reason: TEST },
    { path: 'tests/test_app.py', reason: TEST },
    { path: 'src/AppTest.java', reason: TEST },
    { path: 'fixtures/keys.json', reason: TEST },
    { path: 'README.md', reason: TEST },
    { path: 'docs/setup.rst', reason: TEST },
    { path: 'examples/app.ts', reason: TEST },
    { path: '.env.example', reason: TEST },
    { path: 'config.yml.dist', reason: TEST },
    { path: 'package-lock.json', reason: LOCK },
    { path: 'web/yarn.lock', reason: LOCK },
    { path: 'go.sum', reason: LOCK },
    { path: 'my-package-lock.json', reason: null },
    { path: 'public/app.min.js', reason: VENDORED },
    { path: 'vendor/acme/app.go', reason: VENDORED },
    { path: 'node_modules/acme/index.js', reason: VENDORED },
    { path: 'notebook.ipynb', reason: VENDORED },
  ])('$path: $reason', ({ path, reason }) => {
    expect(weighPath('high', [path], true).reason).toBe(reason);
  });

  it.each([
    { name: 'a test lowers by one step', confidence: 'high', paths: ['test/a.ts'], expected: 'medium' },
    { name: 'and from medium to low', confidence: 'medium', paths: ['test/a.ts'], expected: 'low' },
    { name: 'low stays low', confidence: 'low', paths: ['test/a.ts'], expected: 'low' },
    { name: 'a lock file lowers to low', confidence: 'high', paths: ['yarn.lock'], expected: 'low' },
    {
      name: 'one path in code keeps the confidence',
      confidence: 'high',
      paths: ['test/a.ts', 'src/a.ts'],
      expected: 'high',
    },
    {
      name: 'tests and documentation together lower',
      confidence: 'high',
      paths: ['test/a.ts', 'README.md'],
      expected: 'medium',
    },
    { name: 'no path keeps the confidence', confidence: 'high', paths: [], expected: 'high' },
  ] as const)('$name', ({ confidence, paths, expected }) => {
    expect(weighPath(confidence, paths, true).confidence).toBe(expected);
  });

  it('says nothing about a token with a shape of its own', () => {
    expect(weighPath('high', ['package-lock.json'], false)).toEqual({ confidence: 'high', reason: null });
  });
});
