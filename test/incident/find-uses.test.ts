// Which lines must learn of a new value, and what kind of file they stand in.

import { describe, expect, it } from 'vitest';
import { kindOfFile, nameFinder, searchNames } from '../../src/incident/find-uses.js';

describe('searchNames', () => {
  it.each([
    { name: 'the variable itself', variable: 'STRIPE_KEY', known: [], names: ['STRIPE_KEY'] },
    {
      name: 'camel case in both ways',
      variable: 'stripeSecretKey',
      known: [],
      names: ['stripeSecretKey', 'STRIPE_SECRET_KEY'],
    },
    {
      name: 'what is known of the credential, but no prefix',
      variable: null,
      known: ['STRIPE_API_KEY', 'STRIPE_*'],
      names: ['STRIPE_API_KEY'],
    },
    { name: 'nothing that is in every repository', variable: 'password', known: ['TOKEN', 'api_key'], names: [] },
    { name: 'nothing short', variable: 'key', known: ['PAT'], names: [] },
    { name: 'nothing that is no name', variable: '[REDACTED]', known: ['A B C D'], names: ['REDACTED'] },
  ])('are $name', ({ variable, known, names }) => {
    expect(searchNames(variable, known)).toEqual(names);
  });
});

describe('nameFinder', () => {
  const find = (text: string, ...names: string[]) => nameFinder(names)(text);

  it.each([
    { text: 'a\nKEY_A=1\nb', lines: [2] },
    { text: 'process.env.KEY_A', lines: [1] },
    { text: '${KEY_A}', lines: [1] },
    { text: 'MY_KEY_A KEY_AB KEY_A-B', lines: [] },
    { text: 'KEY_A KEY_A\nKEY_A', lines: [1, 2] },
    { text: '', lines: [] },
  ])('finds KEY_A in $text on lines $lines', ({ text, lines }) => {
    expect(find(text, 'KEY_A').map(({ line }) => line)).toEqual(lines);
  });

  it('finds each of several names, the longer one where both fit', () => {
    expect(find('KEY_A.b\nKEY_A', 'KEY_A', 'KEY_A.b').map(({ name, line }) => `${line} ${name}`)).toEqual([
      '1 KEY_A.b',
      '2 KEY_A',
    ]);
  });

  it('finds nothing without names', () => {
    expect(find('KEY_A')).toEqual([]);
  });

  it.each([
    { text: 'KEY_A: ${{ secrets.DEPLOY_KEY }}', store: 'CI secret DEPLOY_KEY' },
    { text: 'KEY_A: ${{ vars.DEPLOY_KEY }}', store: 'CI variable DEPLOY_KEY' },
    { text: 'KEY_A: x\nB: ${{ secrets.OTHER }}', store: null },
    {
      text: '- name: KEY_A\n  valueFrom:\n    secretKeyRef:\n      name: shop\n      key: key-a\n',
      store: 'Secret shop, key key-a',
    },
    { text: '- name: KEY_A\n  value: x\n- name: B\n  valueFrom:\n    secretKeyRef: { name: shop }', store: null },
    { text: '- name: KEY_A\n  valueFrom: { configMapKeyRef: { name: shop } }', store: 'ConfigMap shop' },
  ])('tells where $text takes it from', ({ text, store }) => {
    expect(find(text, 'KEY_A')[0]?.store).toBe(store);
  });
});

it.each([
  { path: '.github/workflows/ci.yml', kind: 'workflow' },
  { path: 'sub/.gitlab-ci.yml', kind: 'workflow' },
  { path: 'Jenkinsfile', kind: 'workflow' },
  { path: 'docker-compose.prod.yml', kind: 'compose' },
  { path: 'compose.yaml', kind: 'compose' },
  { path: 'apps/web/.env.example', kind: 'env-template' },
  { path: '.env.production.template', kind: 'env-template' },
  { path: '.env.local', kind: 'env-file' },
  { path: 'prod.env', kind: 'env-file' },
  { path: 'Dockerfile.web', kind: 'image' },
  { path: 'main.tf', kind: 'infrastructure' },
  { path: 'fly.toml', kind: 'infrastructure' },
  { path: 'docs/setup.md', kind: 'document' },
  { path: 'deploy/api.yaml', text: 'apiVersion: v1\nkind: Secret\n', kind: 'manifest' },
  { path: 'charts/api/values.yaml', kind: 'manifest' },
  { path: 'config.yaml', kind: 'code' },
  { path: 'src/app.ts', kind: 'code' },
])('$path is $kind', ({ path, text = '', kind }) => {
  expect(kindOfFile(path, text)).toBe(kind);
});
