// `leakgate stdin`: one file that is piped in, named by --name.

import { describe, expect, it } from 'vitest';
import { expectScan, token } from '../hostile/expect-scan.js';

const SECRET = token(221);
const LINE = `key = '${SECRET}'\n`;
const MiB = 1024 * 1024;

describe('leakgate stdin', () => {
  it('reports the place in the stream, under the name that was given', async () => {
    await expectScan(
      ['stdin'],
      { found: [{ secret: SECRET, path: 'stdin', line: 2, column: 8 }] },
      { input: `a\n${LINE}` },
    );
    await expectScan(
      ['stdin', '--name', 'src/app.ts'],
      { found: [{ secret: SECRET, path: 'src/app.ts' }] },
      { input: LINE },
    );
  });

  it('finds nothing in an empty stream, and that is a clean scan', async () => {
    await expectScan(['stdin'], { found: [] }, { input: '' });
  });

  it.each([
    { name: 'UTF-16 with a mark', input: Buffer.from(`\uFEFFa\n${LINE}`, 'utf16le'), line: 2 },
    { name: 'a NUL in front', input: Buffer.from(`\0\n${LINE}`), line: 2 },
    { name: 'no final newline', input: Buffer.from(LINE.trimEnd()), line: 1 },
  ])('reads $name', async ({ input, line }) => {
    await expectScan(['stdin'], { found: [{ secret: SECRET, line, column: 8 }] }, { input });
  });

  it('finds a secret anywhere in a stream that is larger than what is held at once', async () => {
    const filler = `${'x'.repeat(1023)}\n`.repeat(1024);
    for (const before of [7, 16, 31]) {
      const input = filler.repeat(before) + LINE + filler;
      await expectScan(['stdin'], { found: [{ secret: SECRET, line: before * 1024 + 1, column: 8 }] }, { input });
      expect(input.length).toBeGreaterThan(before * MiB);
    }
  });

  it('takes the name in all its letters', async () => {
    await expectScan(
      ['stdin', '--name', 'ключ.env'],
      { found: [{ secret: SECRET, uri: '%D0%BA%D0%BB%D1%8E%D1%87.env' }] },
      { input: LINE },
    );
  });
});
