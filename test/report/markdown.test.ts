import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown, markdownLine } from '../../src/report/markdown.js';

it.each([
  { text: 'a', expected: '`a`' },
  { text: 'a`b', expected: '`` a`b ``' },
  { text: '``a`', expected: '``` ``a` ```' },
  { text: ' a', expected: '`  a `' },
  { text: '', expected: '`  `' },
])('code of "$text" is $expected', ({ text, expected }) => {
  expect(codeSpan(text)).toBe(expected);
});

it('escapes all markup', () => {
  expect(escapeMarkdown('*a* [b](c) <d> #e `f` | ! & _g_ {h} \\')).toBe(
    '\\*a\\* \\[b\\](c) \\<d\\> \\#e \\`f\\` \\| \\! \\& \\_g\\_ \\{h\\} \\\\',
  );
});

describe('a line of advice', () => {
  it.each([
    { kind: 'prose', text: 'See https://a.example/x_y. *Now*', expected: 'See <https://a.example/x_y>. \\*Now\\*' },
    { kind: 'page', text: 'https://a.example/x', expected: '<https://a.example/x>' },
    { kind: 'page', text: 'javascript:x', expected: 'javascript:x' },
    { kind: 'command', text: 'a | b', expected: '`a | b`' },
    { kind: 'api', text: 'DELETE /x', expected: '`DELETE /x`' },
  ] as const)('of kind $kind: $text', ({ kind, text, expected }) => {
    expect(markdownLine({ kind, text })).toBe(expected);
  });
});
