// `leakgate explain FILE:LINE`: the answer to "why was this reported" and "why not".

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/findings/fingerprint.js';
import { sample } from '../../src/sample.js';
import { Secret } from '../../src/secret.js';
import { temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const SECRET = token(141);
const NAME = fingerprint('github-pat-classic', new Secret(SECRET));

async function explain(
  content: string | Buffer,
  line: number,
  more: { args?: string[]; files?: Record<string, string> } = {},
): Promise<string> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.txt'), content);
  for (const [name, text] of Object.entries(more.files ?? {})) writeFileSync(join(cwd, name), text);
  const { code, stdout, stderr } = await leakgate(['explain', `a.txt:${line}`, ...(more.args ?? [])], {
    cwd,
    secrets: [SECRET],
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('leakgate explain', () => {
  it('says what is reported on a line, how sure it is, and its fingerprint', async () => {
    const text = await explain(`a\nkey = '${SECRET}'\n`, 2);
    expect(text).toContain('reported by github-pat-classic: GitHub personal access token (classic)');
    expect(text).toContain(`ghp_… (40 characters) at column 8, fingerprint ${NAME}`);
    expect(text).toContain('severity critical, confidence high');
  });

  it.each([
    {
      name: 'a placeholder',
      content: `see ghp_${'x'.repeat(36)}\n`,
      says: /^not reported by github-pat-classic, column 5: the check crc32-base62-30 fails$/m,
    },
    {
      name: 'a wrong checksum',
      content: `see ghp_${sample('base62', 36, 9)}\n`,
      says: /^not reported by github-pat-classic, column 5: the check crc32-base62-30 fails$/m,
    },
    {
      name: 'nothing at all',
      content: 'just words\n',
      says: /^nothing: no rule has its keyword and shape on this line\n$/,
    },
    { name: 'an empty line', content: '\n', says: /^nothing: / },
    { name: 'a binary file', content: Buffer.from([0, 1, 2, 3, 0, 0, 10]), says: /^nothing: the file is binary/ },
  ])('says why $name is not reported', async ({ content, says }) => {
    expect(await explain(content, 1)).toMatch(says);
  });

  it('names what allows a finding: a comment, the ignore file, the config', async () => {
    expect(await explain(`${SECRET} # leakgate:allow it is a sample\n`, 1)).toContain(
      'allowed by the comment "leakgate:allow": it is a sample',
    );
    const ignored = await explain(`${SECRET}\n`, 1, { files: { '.leakgateignore': `${NAME} revoked\n` } });
    expect(ignored).toContain('allowed by .leakgateignore:1: revoked');
    const allowed = await explain(`${SECRET}\n`, 1, {
      args: ['--config', 'c.json'],
      files: { 'c.json': '{"allow": {"paths": ["a.*"]}}' },
    });
    expect(allowed).toContain('allowed by allow.paths of the config');
  });

  it('looks at the named line alone', async () => {
    expect(await explain(`a\n${SECRET}\nb\n`, 1)).toMatch(/^nothing/);
    expect(await explain(`a\n${SECRET}\nb\n`, 3)).toMatch(/^nothing/);
  });

  it('reads UTF-16, and takes a column behind the line', async () => {
    const text = await explain(Buffer.from(`a\nkey = '${SECRET}'\n`, 'utf16le'), 2);
    expect(text).toContain('at column 8');
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.txt'), `a\n${SECRET}\n`);
    expect((await leakgate(['explain', 'a.txt:2:1'], { cwd, secrets: [SECRET] })).stdout).toContain('reported by');
  });
});
