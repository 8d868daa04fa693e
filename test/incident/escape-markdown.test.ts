// Whatever a repository names things, markdown shows it and does nothing else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, codeSpan, escapeText, link } from '../../src/incident/escape-markdown.js';

describe('escapeText', () => {
  it.each([
    { name: 'a link', text: '[x](javascript:alert(1))', escaped: '\\[x\\](javascript:alert(1))' },
    { name: 'an image', text: '![x](https://evil.dev/p.png)', escaped: '!\\[x\\](https&#58;//evil.dev/p.png)' },
    { name: 'HTML', text: '<img src=x onerror=1>', escaped: '&#60;img src=x onerror=1&#62;' },
    { name: 'an entity', text: '&lt;', escaped: '&#38;lt;' },
    { name: 'a table cell', text: 'a|b', escaped: 'a&#124;b' },
    { name: 'a bare address', text: 'http://evil.dev', escaped: 'http&#58;//evil.dev' },
    { name: 'an address without a scheme', text: 'www.evil.dev', escaped: 'www&#46;evil.dev' },
    { name: 'a mention', text: '@acme/all', escaped: '&#64;acme/all' },
    { name: 'a number of an issue', text: 'acme/x#1', escaped: 'acme/x&#35;1' },
    { name: 'emphasis and code', text: '*a* _b_ `c` ~d~', escaped: '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~' },
    { name: 'a formula', text: '$x^2$', escaped: '\\$x\\^2\\$' },
    { name: 'a heading behind a line break', text: 'a\n# b', escaped: 'a &#35; b' },
    { name: 'a list', text: '- a', escaped: '\\- a' },
    { name: 'a numbered list', text: '12. a', escaped: '12\\. a' },
    { name: 'a sentence', text: 'It ended: 3 of 4 (75 %), so to say.', escaped: 'It ended: 3 of 4 (75 %), so to say.' },
  ])('keeps $name from being one', ({ text, escaped }) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('leaves no character that begins something, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const bare = escapeText(text)
          .replace(/\\[!-/:-@[-`{-~]/g, '')
          .replace(/&#\d+;/g, '');
        expect(bare).not.toMatch(/[`*_[\]<>#|~$&@\n]/);
      }),
    );
  });
});

describe('codeSpan', () => {
  it.each([
    { text: 'a', span: '`a`' },
    { text: 'a`b', span: '``a`b``' },
    { text: '`', span: '`` ` ``' },
    { text: '``a``', span: '``` ``a`` ```' },
    { text: 'a\nb', span: '`a b`' },
    { text: 'a|b', span: '`a¦b`' },
    { text: '', span: '`  `' },
  ])('of $text is $span', ({ text, span }) => {
    expect(codeSpan(text)).toBe(span);
  });

  it('is closed by nothing inside it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[`a \n]{0,12}$/), text => {
        const [, fence = '', inside = ''] = /^(`+)([\s\S]*?)\1$/.exec(codeSpan(text)) ?? [];
        expect(fence).not.toBe('');
        expect(inside.match(/`+/g) ?? []).not.toContain(fence);
      }),
    );
  });
});

it('fences a block with more backticks than it holds', () => {
  expect(codeBlock('a\n```\nb', 'sh')).toEqual(['````sh', 'a', '```', 'b', '````']);
});

it.each([
  { url: 'https://docs.acme.dev/keys?x=1', shown: '<https://docs.acme.dev/keys?x=1>' },
  { url: 'http://acme.dev/', shown: '`http://acme.dev/`' },
  { url: 'https://acme.dev/>a', shown: '`https://acme.dev/>a`' },
  { url: 'javascript:alert(1)', shown: '`javascript:alert(1)`' },
])('shows $url as $shown', ({ url, shown }) => {
  expect(link(url)).toBe(shown);
});
