// Comments that allow a finding, each as its own documentation writes it, and everything that only looks like one.

import { describe, expect, it } from 'vitest';
import { findInlineMarker } from '../../src/findings/inline-marker.js';
import { LineIndex } from '../../src/findings/locate.js';
import { MARKERS } from '../../src/markers.js';

const ALL = new Set(MARKERS.map(marker => marker.name));

function find(text: string, enabled: ReadonlySet<string> = ALL) {
  const bytes = Buffer.from(text);
  const lines = new LineIndex(bytes);
  const start = bytes.indexOf('KEY');
  const span = { start, end: bytes.lastIndexOf('KEY') + 3 };
  return findInlineMarker(bytes, lines, { span, startLine: lines.locate(span).startLine }, enabled);
}

describe('findInlineMarker', () => {
  it.each([
    { text: 'a = KEY // leakgate:allow test value', marker: 'leakgate:allow', reason: 'test value', line: 1 },
    { text: 'a = KEY # leakgate:allow: test value', marker: 'leakgate:allow', reason: 'test value', line: 1 },
    { text: 'a = KEY /* leakgate:allow test value */', marker: 'leakgate:allow', reason: 'test value', line: 1 },
    { text: '<a>KEY</a> <!-- leakgate:allow test value -->', marker: 'leakgate:allow', reason: 'test value', line: 1 },
    { text: 'a = KEY // leakgate:allow', marker: 'leakgate:allow', reason: null, line: 1 },
    { text: '/* leakgate:allow */ a = KEY', marker: 'leakgate:allow', reason: null, line: 1 },
    { text: 'x\r\na = KEY // leakgate:allow mine\r\ny', marker: 'leakgate:allow', reason: 'mine', line: 2 },
    {
      text: '// leakgate:allow-next-line test value\na = KEY',
      marker: 'leakgate:allow-next-line',
      reason: 'test value',
      line: 1,
    },
    { text: 'x\n# leakgate:allow-next-line\r\na = KEY', marker: 'leakgate:allow-next-line', reason: null, line: 2 },
    { text: 'a = KEY # gitleaks:allow', marker: 'gitleaks:allow', reason: null, line: 1 },
    { text: 'a = KEY # betterleaks:allow', marker: 'betterleaks:allow', reason: null, line: 1 },
    { text: 'a = KEY # trufflehog:ignore', marker: 'trufflehog:ignore', reason: null, line: 1 },
    { text: 'a = KEY # kingfisher:ignore', marker: 'kingfisher:ignore', reason: null, line: 1 },
    { text: 'a = KEY # pragma: allowlist secret', marker: 'pragma: allowlist secret', reason: null, line: 1 },
    { text: 'a = KEY # pragma: whitelist-secret', marker: 'pragma: allowlist secret', reason: null, line: 1 },
    {
      text: '# pragma: allowlist nextline secret\na = KEY',
      marker: 'pragma: allowlist nextline secret',
      reason: null,
      line: 1,
    },
    { text: 'a = KEY # ggignore', marker: 'ggignore', reason: null, line: 1 },
    {
      text: 'a = KEY // secretlint-disable-line -- shown in the docs',
      marker: 'secretlint-disable-line',
      reason: 'shown in the docs',
      line: 1,
    },
    { text: '// secretlint-disable-next-line\na = KEY', marker: 'secretlint-disable-next-line', reason: null, line: 1 },
    { text: 'a = KEY # hashicorpignore', marker: 'HashiCorpIgnore', reason: null, line: 1 },
  ])('$text', ({ text, marker, reason, line }) => {
    expect(find(text)).toEqual({ marker, reason, line });
  });

  it('has a case here for every marker that is understood', () => {
    const told = [
      'leakgate:allow',
      'leakgate:allow-next-line',
      'gitleaks:allow',
      'betterleaks:allow',
      'trufflehog:ignore',
      'kingfisher:ignore',
    ];
    const others = [
      'pragma: allowlist secret',
      'pragma: allowlist nextline secret',
      'ggignore',
      'secretlint-disable-line',
      'secretlint-disable-next-line',
      'HashiCorpIgnore',
    ];
    expect([...ALL]).toEqual([...told, ...others]);
  });

  it.each([
    { name: 'on the line before', text: '// leakgate:allow\na = KEY' },
    { name: 'on the line after', text: 'a = KEY\n// leakgate:allow' },
    { name: 'of the next line, on the same line', text: 'a = KEY // leakgate:allow-next-line' },
    { name: 'of the next line, two lines before', text: '// leakgate:allow-next-line\n\na = KEY' },
    { name: 'with more behind it', text: 'a = KEY // leakgate:allowed' },
    { name: 'with a blank in it', text: 'a = KEY // leakgate: allow' },
    { name: 'in capitals', text: 'a = KEY // LEAKGATE:ALLOW' },
    { name: 'of another tool, half written', text: 'a = KEY # gitleaks' },
    { name: 'as part of a word', text: 'a = KEY # bggignored' },
    { name: 'of a whole block', text: 'a = KEY // secretlint-disable' },
    { name: 'far away on a minified line', text: `a="KEY";${'x'.repeat(5000)}// leakgate:allow` },
  ])('does not take a marker $name', ({ text }) => {
    expect(find(text)).toBeNull();
  });

  it('takes a marker on any line of a secret of several lines', () => {
    expect(find('a = KEY\n  KEY // leakgate:allow')).toMatchObject({ marker: 'leakgate:allow' });
  });

  it('takes only markers that are enabled', () => {
    expect(find('a = KEY # gitleaks:allow', new Set(['leakgate:allow']))).toBeNull();
    expect(find('a = KEY # gitleaks:allow leakgate:allow', new Set(['leakgate:allow']))).toMatchObject({
      marker: 'leakgate:allow',
    });
  });

  it('keeps a reason short enough for a report', () => {
    expect(find(`a = KEY // leakgate:allow ${'x'.repeat(500)}`)?.reason).toHaveLength(200);
  });
});
