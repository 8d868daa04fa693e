import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.js';
import { markup } from '../../src/report/html-markup.js';
import type { Finding } from '../../src/types.js';
import { hasControls, hostileReport } from './hostile-result.js';
import { finding, goneFinding, noExposure, place, report, suppressedFinding, wholeHistory } from './sample-result.js';

const page = (findings: Finding[], changes: Parameters<typeof report>[1] = {}) => html(report({ findings }, changes));
const many = (count: number) => Array.from({ length: count }, (_, at) => finding({ fingerprint: `f${at}` }));
const hash = (text: string) => createHash('sha256').update(text).digest('base64');
const parts = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(found => found[1] ?? '');

it('is history.html as a whole', async () => {
  await expect(html(wholeHistory())).toMatchFileSnapshot('../../fixtures/reports/history.html');
});

describe('the policy', () => {
  const text = html(hostileReport());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';

  it('stands in front of everything that it governs', () => {
    expect(text.indexOf('http-equiv')).toBeLessThan(text.search(/<style|<script|<title/));
  });

  it('allows nothing but the one script and the one style of the page, by hash', () => {
    expect(parts(text, 'script').map(hash)).toEqual([/script-src 'sha256-([^']+)'/.exec(policy)?.[1]]);
    expect(parts(text, 'style').map(hash)).toEqual([/style-src 'sha256-([^']+)'/.exec(policy)?.[1]]);
    expect(policy.split('; ').map(rule => rule.split(' ')[0])).toEqual([
      'default-src',
      'script-src',
      'style-src',
      'base-uri',
      'form-action',
    ]);
    expect(policy).toMatch(/^default-src 'none';/);
  });
});

describe('hostile names', () => {
  const text = html(hostileReport());

  it('bring in no element of their own', () => {
    const names = new Set([...text.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name?.toLowerCase()));
    const foreign = ['img', 'iframe', 'object', 'embed', 'link', 'base', 'b', 'i', 'evil', 'audio', 'video', 'math'];
    expect(foreign.filter(name => names.has(name))).toEqual([]);
    expect(text.match(/<script/gi)?.length).toBe(1);
  });

  it('bring in no attribute of their own and no address but web pages and places on this page', () => {
    const tags = [...text.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag).filter(tag => !tag.startsWith('<style'));
    expect(tags.filter(tag => /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
    const addresses = [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses.filter(address => !/^(?:#[\w-]+|https:\/\/)/.test(address))).toEqual([]);
  });

  it('hold nothing invisible', () => {
    expect(hasControls(text)).toBe(false);
  });
});

it.each([
  { content: `<b a="1" c='2'>&\``, expected: '&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;&#96;' },
  { content: ['a', ['<', markup`<i>${'<'}</i>`]], expected: 'a&#60;<i>&#60;</i>' },
  { content: null, expected: '' },
  { content: 0, expected: '0' },
  { content: 'a\u202eb\ufffe', expected: 'a\\u202eb\\ufffe' },
])('markup of $content is $expected', ({ content, expected }) => {
  expect(markup`${content}`.text).toBe(expected);
});

it('holds the mask alone, even when secrets are to be shown', () => {
  const text = page([
    finding({ masked: 'not-masked-at-all', parts: [{ ruleId: 'r', masked: 'nor-this', region: place().region }] }),
  ]);
  expect(text).not.toMatch(/not-masked-at-all|nor-this/);
});

it('names neither the folders of this machine nor the credentials of the remote', () => {
  const text = html(wholeHistory());
  expect(text).not.toMatch(/\/home\/|token@/);
  expect(text).toContain('https://github.com/acme/project.git');
});

describe('how much is on the page', () => {
  it.each([
    { count: 0, title: 'No secrets found in the history of <bdi>project</bdi>', cards: 0 },
    { count: 1, title: '1 secret in the history of <bdi>project</bdi>', cards: 1 },
    { count: 12, title: '12 secrets in the history of <bdi>project</bdi>', cards: 12 },
    { count: 5000, title: '5,000 secrets in the history of <bdi>project</bdi>', cards: 500 },
  ])('is $cards cards for $count findings', ({ count, title, cards }) => {
    const text = page(many(count));
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text.match(/<details class="finding"/g)?.length ?? 0).toBe(cards);
    expect(text.length).toBeLessThan(3_000_000);
    expect(text.includes('findings are not on this page')).toBe(count > cards);
  });

  it('lists the most urgent ones', () => {
    const urgent = finding({ fingerprint: 'urgent', exposure: { ...finding().exposure, priority: 'P1' } });
    expect(page([...many(600), urgent])).toContain('id="f-urgent"');
  });
});

it('says in full view that the scan is not complete', () => {
  const gaps = [{ kind: 'file-unreadable', what: 'src/a.ts', reason: 'EACCES' }] as const;
  const text = html(report({ gaps }));
  expect(text).toContain('No secrets in the part that was scanned');
  expect(text.indexOf('This scan is not complete')).toBeLessThan(text.indexOf('id="findings"'));
});

it('shows suppressed findings when they are asked for, apart from the others', () => {
  const findings = [suppressedFinding()];
  expect(page(findings)).not.toContain('Allowed by somebody');
  const shown = page(findings, { showSuppressed: true });
  expect(shown).toContain('Allowed by somebody');
  expect(shown).toContain('a sample of the docs');
  expect(shown).toContain('<h1>No secrets found');
});

describe('timeline', () => {
  const bars = (text: string) => [...text.matchAll(/class="bar"[^>]*aria-label="([^"]*)"/g)].map(([, label]) => label);

  it.each([
    {
      name: 'a secret at HEAD',
      of: finding(),
      label: 'From 2024-03-01, still at HEAD, pushed',
      mark: '<path class="mark"',
    },
    {
      name: 'a removed one',
      of: goneFinding(),
      label: 'From 2024-03-01, removed 2024-04-02, only local',
      mark: '<line class="cap"',
    },
  ])('tells in words and by shape: $name', ({ of, label, mark }) => {
    const text = page([of]);
    expect(bars(text)).toEqual([label]);
    expect(/<ol class="timeline">[\s\S]*?<\/ol>/.exec(text)?.[0]).toContain(mark);
  });

  it('is left out when no date is known, and draws sixty bars at most', () => {
    expect(page([finding({ exposure: noExposure })])).not.toContain('Timeline of exposure');
    expect(bars(page(many(100))).length).toBe(60);
    expect(page(many(100))).toContain('40 less urgent ones are not drawn.');
  });

  it.each(['0000-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', 'nonsense'])(
    'stands dates that nobody can mean: %s',
    since => {
      const text = page([finding(), finding({ fingerprint: 'b', exposure: { ...finding().exposure, since } })]);
      expect(text).not.toMatch(/"NaN|NaN%|Infinity|\bnull\b|\b(?:width|x\d?|y\d?|cx)="-/);
    },
  );
});
