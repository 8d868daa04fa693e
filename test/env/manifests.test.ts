// Literals in manifests and commands: name, value and place. What is filled in elsewhere is none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canHoldLiterals, findManifestLiterals } from '../../src/env/manifests.js';
import { sample } from '../../src/sample.js';

const value = sample('base62', 20);
const encoded = Buffer.from(value).toString('base64');

const find = (path: string, text: string) => findManifestLiterals(path, Buffer.from(text));

const shown = async (path: string, text: string) =>
  (await find(path, text)).literals.map(
    ({ kind, entry }) => `${kind} ${entry.name}${entry.value.trim() === value ? '' : ` = ${entry.value}`}`,
  );

const COMPOSE = 'docker-compose.yml';
const K8S = 'k8s/all.yaml';
const CI = '.github/workflows/ci.yml';

describe('a manifest', () => {
  it.each([
    {
      name: 'compose, a map',
      path: COMPOSE,
      text: `services:\n  a:\n    environment:\n      A: ${value}\n      B: '${value}'\n`,
      expected: ['compose-environment A', 'compose-environment B'],
    },
    {
      name: 'compose, a list',
      path: COMPOSE,
      text: `services:\n  a:\n    environment:\n      - A=${value}\n      - "B=${value}"\n      - C\n`,
      expected: ['compose-environment A', 'compose-environment B'],
    },
    {
      name: 'compose, in one line',
      path: COMPOSE,
      text: `services: {a: {environment: {A: "${value}"}}}`,
      expected: ['compose-environment A'],
    },
    {
      name: 'compose, an anchor',
      path: COMPOSE,
      text: `x-env: &env\n  A: ${value}\nservices:\n  a:\n    environment: *env\n  b:\n    environment:\n      <<: *env\n      B: ${value}\n`,
      expected: ['compose-environment A', 'compose-environment B'],
    },
    {
      name: 'compose, from outside',
      path: COMPOSE,
      text: `services:\n  a:\n    environment:\n      A: \${A}\n      B: \${B:?no}\n      C:\n      D: changeme\n    secrets: [x]\nsecrets:\n  x:\n    external: true\n`,
      expected: [],
    },
    {
      name: 'compose, a literal default',
      path: COMPOSE,
      text: `services:\n  a:\n    environment:\n      A: \${A:-${value}}\n`,
      expected: ['compose-environment A'],
    },
    {
      name: 'compose, arguments of a build',
      path: COMPOSE,
      text: `services:\n  a:\n    build:\n      context: .\n      args:\n        A: ${value}\n`,
      expected: ['compose-build-argument A'],
    },
    {
      name: 'compose by another name',
      path: 'deploy/prod.yml',
      text: `services:\n  a:\n    environment:\n      A: ${value}\n`,
      expected: ['compose-environment A'],
    },
    {
      name: 'a secret, encoded',
      path: K8S,
      text: `kind: Secret\ndata:\n  A: ${encoded}\n  B: "${encoded}"\n`,
      expected: ['kubernetes-secret-data A', 'kubernetes-secret-data B'],
    },
    {
      name: 'a secret, encoded with a line break',
      path: K8S,
      text: `kind: Secret\ndata:\n  A: ${Buffer.from(value + '\n').toString('base64')}\n`,
      expected: ['kubernetes-secret-data A'],
    },
    {
      name: 'a secret, plain',
      path: K8S,
      text: `apiVersion: v1\nkind: Secret\nstringData:\n  A: ${value}\n`,
      expected: ['kubernetes-secret-string A'],
    },
    {
      name: 'a placeholder, encoded',
      path: K8S,
      text: `kind: Secret\ndata:\n  A: ${Buffer.from('changeme').toString('base64')}\n  B: ""\n`,
      expected: [],
    },
    {
      name: 'the second document, in a list',
      path: K8S,
      text: `kind: Service\n---\nkind: List\nitems:\n  - kind: Secret\n    stringData: {A: ${value}}\n`,
      expected: ['kubernetes-secret-string A'],
    },
    {
      name: 'a config map',
      path: K8S,
      text: `kind: ConfigMap\ndata:\n  A: ${value}\n`,
      expected: ['kubernetes-config-map A'],
    },
    {
      name: 'a deployment',
      path: K8S,
      text: `kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env:\n            - name: A\n              value: ${value}\n            - name: B\n              valueFrom:\n                secretKeyRef: {name: x, key: y}\n          envFrom:\n            - secretRef: {name: x}\n`,
      expected: ['kubernetes-env A'],
    },
    {
      name: 'kustomize',
      path: 'kustomization.yaml',
      text: `secretGenerator:\n  - name: x\n    literals:\n      - A=${value}\n`,
      expected: ['kustomize-literal A'],
    },
    {
      name: 'a chart',
      path: 'chart/templates/secret.yaml',
      text: `{{- if .Values.x }}\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}-x\n  labels:\n    {{- include "x.labels" . | nindent 4 }}\nstringData:\n  A: {{ .Values.a | quote }}\n  B: ${value}\n{{- end }}\n`,
      expected: ['kubernetes-secret-string B'],
    },
    {
      name: 'another kind',
      path: K8S,
      text: `kind: SealedSecret\nspec:\n  encryptedData:\n    A: ${value}\n`,
      expected: [],
    },
    {
      name: 'a workflow',
      path: CI,
      text: `env:\n  A: ${value}\njobs:\n  a:\n    env:\n      B: ${value}\n    steps:\n      - run: x\n        env:\n          C: ${value}\n          D: \${{ secrets.D }}\n`,
      expected: ['workflow-env A', 'workflow-env B', 'workflow-env C'],
    },
    {
      name: 'numbers as they are written',
      path: COMPOSE,
      text: 'services:\n  a:\n    environment:\n      A: 0012\n      B: true\n',
      expected: ['compose-environment A = 0012', 'compose-environment B = true'],
    },
    { name: 'no manifest', path: 'values.yaml', text: `a: ${value}\n`, expected: [] },
  ])('$name', async ({ path, text, expected }) => {
    expect(await shown(path, text)).toEqual(expected);
    expect((await find(path, text)).isComplete).toBe(true);
  });
});

describe('a command', () => {
  it.each([
    { text: `kubectl create secret generic x --from-literal=A=${value}`, expected: ['kubectl-literal A'] },
    {
      text: `  --from-literal=A='${value}' \\\n  --from-literal=B="${value}"`,
      expected: ['kubectl-literal A', 'kubectl-literal B'],
    },
    {
      text: `--from-literal='A=${value}' --from-literal="B=${value}"`,
      expected: ['kubectl-literal A', 'kubectl-literal B'],
    },
    { text: `--from-literal A=${value}`, expected: ['kubectl-literal A'] },
    {
      text: `--from-literal=SECRET_KEY='your-secret-key' --from-literal=B="$B" --from-literal=C=$(pass c)`,
      expected: [],
    },
    { text: `--from-file=A=./a.txt`, expected: [] },
    { text: `echo "${value}" | docker secret create db_password -`, expected: ['docker-secret db_password'] },
    { text: `echo -n ${value} | sudo docker secret create a -`, expected: ['docker-secret a'] },
    { text: `printf '%s' '${value}' | docker secret create --label x a -`, expected: ['docker-secret a'] },
    { text: `printf "${value}" | podman secret create a -`, expected: ['docker-secret a'] },
    { text: `docker secret create a - <<< "${value}"`, expected: ['docker-secret a'] },
    { text: `echo "your-secret-key" | docker secret create django_secret_key -`, expected: [] },
    { text: `echo "$KEY" | docker secret create a -`, expected: [] },
    { text: `docker secret create a ./a.txt`, expected: [] },
  ])('$text', async ({ text, expected }) => {
    expect(await shown('docs/deploy.md', text)).toEqual(expected);
    expect(await shown('deploy.sh', text)).toEqual(expected);
  });
});

describe('a place', () => {
  it.each([
    { path: COMPOSE, text: `services:\n  a:\n    environment:\n      A: '«${value}»'\n      B: x` },
    { path: COMPOSE, text: `services:\n  a:\n    environment:\n      - "A=«${value}»"` },
    { path: COMPOSE, text: `services:\n  a:\n    environment:\n      - A=«${value}»` },
    { path: COMPOSE, text: `services:\n  a:\n    environment:\n      A: \${A:-«${value}»}` },
    { path: K8S, text: `kind: Secret\ndata:\n  A: «${encoded}»` },
    { path: 'a.md', text: `kubectl --from-literal=A='«${value}»'` },
    { path: 'a.md', text: `kubectl --from-literal="A=«${value}»" x` },
    { path: 'a.md', text: `echo "«${value}»" | docker secret create a -` },
    { path: 'a.md', text: `docker secret create a - <<< «${value}»` },
  ])('$text', async ({ path, text }) => {
    const plain = text.replace(/[«»]/g, '');
    const [literal] = (await find(path, plain)).literals;
    const { startLine = 0, startColumn = 0, endColumn = 0 } = literal?.entry.region ?? {};
    const line = text.split('\n')[startLine - 1] ?? '';
    expect([startColumn - 1, endColumn - 1]).toEqual([line.indexOf('«'), line.indexOf('»') - 1]);
  });
});

describe('a file that is not what its name says', () => {
  it('says so when the rest could not be read', async () => {
    const { literals, isComplete } = await find(K8S, `kind: Secret\nstringData:\n  A: ${value}\n  B: "x\n---\n]`);
    expect([literals[0]?.entry.name, isComplete]).toEqual(['A', false]);
  });

  it.each([
    { name: 'brackets in brackets', text: 'kind: Secret\na: ' + '['.repeat(20_000) },
    { name: 'maps in maps', text: 'kind: Secret\na: ' + '{a: '.repeat(20_000) },
    { name: 'a file beyond all measure', text: `kind: Secret\n# ${'x'.repeat(4 * 1024 * 1024)}\n` },
  ])('$name: says so', async ({ text }) => {
    expect((await find(K8S, text)).isComplete).toBe(false);
  });

  it('expands no aliases of aliases', async () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`),
    ];
    const { literals } = await find(
      COMPOSE,
      `${bomb.join('\n')}\nservices:\n  a:\n    environment:\n      A: ${value}\n`,
    );
    expect(literals.map(({ entry }) => entry.name)).toEqual(['A']);
  });

  it('throws nothing whatever it holds', async () => {
    const piece = fc.constantFrom(
      ...'kind: Secret|data:|stringData:|  |\n|- |environment:|services:|env:|A=b|A: b|"|\'|{|}|[|]|&a|*a|<<: |--- |? |: |# |!x |\t|> |{{ x }}|--from-literal=|secret create a -|echo '.split(
        '|',
      ),
    );
    const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(COMPOSE, K8S, CI, 'a.md'), async (content, path) => {
        for (const { entry } of (await find(path, content)).literals) expect(entry.region.startLine).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['docs/a.md', true],
  ['a.yaml', true],
  ['Makefile', true],
  ['deploy.sh', true],
  ['a.png', false],
  ['src/a.ts', false],
])('%s can hold literals: %s', (path, expected) => {
  expect(canHoldLiterals(path)).toBe(expected);
});
