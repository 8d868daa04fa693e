import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/report/junit.js';
import { hasControls, hostileReport } from './hostile-result.js';
import { finding, report, suppressedFinding, weakFinding, wholeHistory } from './sample-result.js';

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** Parses XML strictly; throws where it is not well-formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ fragment: false });
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', text => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

// The shape that Jenkins, Surefire and GitLab share: which element may stand in which, and what each must have.
const SHAPE: Record<string, { attributes: string[]; required: string[]; children: string[] }> = {
  testsuites: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
    required: [],
    children: ['testsuite'],
  },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    required: ['name', 'tests', 'failures', 'errors'],
    children: ['testcase'],
  },
  testcase: {
    attributes: ['classname', 'name', 'file', 'line', 'time'],
    required: ['name', 'classname'],
    children: ['failure', 'error', 'skipped'],
  },
  failure: { attributes: ['message', 'type'], required: ['message'], children: [] },
  error: { attributes: ['message', 'type'], required: ['message'], children: [] },
  skipped: { attributes: ['message'], required: [], children: [] },
};

function problemsOf(element: Element): string[] {
  const shape = SHAPE[element.name];
  if (!shape) return [`unknown element ${element.name}`];
  const names = Object.keys(element.attributes);
  const count = (name: string) =>
    [element, ...element.children].flatMap(child => child.children).filter(child => child.name === name).length;
  const cases = element.name === 'testsuite' ? element.children : element.children.flatMap(suite => suite.children);
  const isCounted = element.name === 'testsuite' || element.name === 'testsuites';
  return [
    ...names.filter(name => !shape.attributes.includes(name)).map(name => `${element.name}/@${name}`),
    ...shape.required.filter(name => !names.includes(name)).map(name => `${element.name} without @${name}`),
    ...element.children.filter(({ name }) => !shape.children.includes(name)).map(({ name }) => `${name} misplaced`),
    ...(isCounted && Number(element.attributes.tests) !== cases.length ? [`${element.name}: tests`] : []),
    ...(element.name === 'testsuite' && Number(element.attributes.failures) !== count('failure') ? ['failures'] : []),
    ...(element.name === 'testsuite' && Number(element.attributes.errors) !== count('error') ? ['errors'] : []),
    ...element.children.flatMap(problemsOf),
  ];
}

const suites = (xml: string) => parse(xml).children;

it('is history.junit.xml as a whole', async () => {
  await expect(junit(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.junit.xml');
});

it.each([
  { name: 'a history', input: wholeHistory() },
  { name: 'hostile names', input: hostileReport() },
  { name: 'nothing found', input: report() },
])('has the common shape: $name', ({ input }) => {
  expect(problemsOf(parse(junit(input)))).toEqual([]);
});

it('has a suite for each rule and a failure for each finding', () => {
  const xml = junit(report({ findings: [finding(), weakFinding(), finding({ fingerprint: 'b'.repeat(24) })] }));
  expect(suites(xml).map(suite => [suite.attributes.name, suite.attributes.failures])).toEqual([
    ['gitlab-personal-access-token', '2'],
    ['generic-password', '1'],
  ]);
});

it('has one test that passed when nothing was found, because some servers take no tests for a failure', () => {
  const [suite] = suites(junit(report()));
  expect([suite?.attributes.tests, suite?.children[0]?.children]).toEqual(['1', []]);
});

it('has an error for whatever was not scanned, and no passed test then', () => {
  const gaps = [{ kind: 'file-unreadable', what: 'a.ts', reason: 'EACCES' }] as const;
  const root = parse(junit(report({ gaps })));
  expect(root.attributes).toMatchObject({ tests: '1', errors: '1' });
  expect(root.children[0]?.children[0]?.children[0]).toMatchObject({
    name: 'error',
    attributes: { type: 'file-unreadable', message: 'Not scanned: a.ts: EACCES' },
  });
});

it('skips suppressed findings, and only when they are asked for', () => {
  const findings = [suppressedFinding()];
  expect(parse(junit(report({ findings }))).attributes.skipped).toBe('0');
  expect(parse(junit(report({ findings }, { showSuppressed: true }))).attributes.skipped).toBe('1');
});

describe('hostile names', () => {
  it.each([
    { name: 'a noncharacter', title: 'a\uffffb', shown: 'a\\uffffb' },
    { name: 'a lone surrogate', title: 'a\ud800b', shown: 'a\\ud800b' },
    { name: 'a control character', title: 'a\x01b', shown: 'a\\x01b' },
    { name: 'markup', title: '<b a="1">&amp;', shown: '<b a="1">&amp;' },
    { name: 'the end of CDATA', title: ']]>', shown: ']]>' },
    { name: 'a character beyond 16 bits', title: 'a🔑b', shown: 'a🔑b' },
  ])('are read back as they are shown: $name', ({ title, shown }) => {
    const [suite] = suites(junit(report({ findings: [finding({ title })] })));
    expect(suite?.children[0]?.attributes.name).toContain(` ${shown} `);
  });

  it('hold nothing that a terminal or a runner obeys', () => {
    const xml = junit(hostileReport());
    expect(hasControls(xml)).toBe(false);
    expect(xml).not.toMatch(/^\s*::|##\[|##vso\[/m);
  });
});
