// What is in archives: found at `archive!member`, within limits, and named where it could not be looked at.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCrcToken } from '../../src/sample.js';
import { containerKind } from '../../src/sources/container-kind.js';
import { LIMITS, type Limits, openContainer } from '../../src/sources/containers.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgateJson } from '../helpers/run.js';

type Part = {
  name: string;
  content: string | Buffer;
  flags?: number;
  method?: number;
  claimedSize?: number;
  sharesDataWith?: number;
  deflated?: Buffer; // instead of deflating `content` again
};

/** A zip file, by hand, so that every field of it can lie. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, content, flags = 0, method = 8, claimedSize, sharesDataWith } = part;
    const data = part.deflated ?? (method === 8 ? deflateRawSync(content) : Buffer.from(content));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claimedSize ?? Buffer.byteLength(content), 18);
    fields.writeUInt16LE(name.length, 22);
    const start = sharesDataWith === undefined ? offset : (offsets[sharesDataWith] ?? 0);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(start, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, Buffer.from(name, 'latin1'));
    offsets.push(start);
    if (sharesDataWith !== undefined) continue;
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name, 'latin1'), data);
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

type Opened = { members: Record<string, string>; gaps: string[] };

function open(bytes: Uint8Array, limits: Partial<Limits> = {}): Opened {
  const gaps: string[] = [];
  const members: Record<string, string> = {};
  const note = (path: string | null, { kind, reason }: { kind: string; reason: string }) =>
    gaps.push(`${path ?? '(archive)'}: ${kind}: ${reason}`);
  for (const { path, bytes: content } of openContainer(bytes, note, { ...LIMITS, ...limits }))
    members[path] = content.toString('latin1');
  return { members, gaps };
}

const has = (tool: string) => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A folder with some files, packed by a program of this machine. */
function packed(tool: string, ...args: string[]): Buffer {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'a.env'), 'A=1\n');
  writeFileSync(join(dir, `${'long-'.repeat(30)}.txt`), 'long\n'.repeat(100));
  execFileSync(tool, args, { cwd: dir, stdio: 'ignore' });
  return readFileSync(join(dir, tool === 'zip' ? 'out.zip' : 'out.tar'));
}

const FILES = { 'a.env': 'A=1\n', [`${'long-'.repeat(30)}.txt`]: 'long\n'.repeat(100) };
const names = Object.keys(FILES);

describe('archives made by the usual programs', () => {
  it.skipIf(!has('zip'))('zip gives its members', () => {
    expect(open(packed('zip', '-q', 'out.zip', ...names))).toEqual({ members: FILES, gaps: [] });
  });

  it.skipIf(!has('zip'))('zip without compression, too', () => {
    expect(open(packed('zip', '-q', '-0', 'out.zip', ...names))).toEqual({ members: FILES, gaps: [] });
  });

  it.skipIf(!has('zip'))('zip with a password gives a gap for each member', () => {
    const { members, gaps } = open(packed('zip', '-q', '-P', 'open', 'out.zip', ...names));
    expect(members).toEqual({});
    expect(gaps).toEqual(names.map(name => `${name}: object-unreadable: it is encrypted`));
  });

  it.skipIf(!has('tar')).each(['ustar', 'gnu', 'pax'])(
    'tar in the format %s gives its members, long names whole',
    format => {
      const wanted = format === 'ustar' ? ['a.env'] : names;
      const { members, gaps } = open(packed('tar', `--format=${format}`, '-cf', 'out.tar', ...wanted));
      expect(members).toEqual(Object.fromEntries(wanted.map(name => [name, FILES[name]])));
      expect(gaps).toEqual([]);
    },
  );

  it.skipIf(!has('tar'))('a compressed tar gives its members directly', () => {
    expect(open(packed('tar', '-czf', 'out.tar', ...names))).toEqual({ members: FILES, gaps: [] });
  });

  it.skipIf(!has('gzip'))('gzip gives one member, by the name in it', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.env'), 'A=1\n');
    execFileSync('gzip', ['a.env'], { cwd: dir });
    expect(open(readFileSync(join(dir, 'a.env.gz')))).toEqual({ members: { 'a.env': 'A=1\n' }, gaps: [] });
  });
});

describe('openContainer', () => {
  it('gives members of members, with the way to them', () => {
    const inner = zip([{ name: 'app/.env', content: 'B=2\n' }]);
    const { members, gaps } = open(
      zip([
        { name: 'lib/app.jar', content: inner },
        { name: 'dump.gz', content: gzipSync('C=3\n') },
      ]),
    );
    expect(Object.keys(members)).toEqual(['lib/app.jar', 'lib/app.jar!app/.env', 'dump.gz', 'dump.gz!content']);
    expect([members['lib/app.jar!app/.env'], members['dump.gz!content'], gaps]).toEqual(['B=2\n', 'C=3\n', []]);
  });

  it('leaves folders out', () => {
    expect(
      open(
        zip([
          { name: 'a/', content: '', method: 0 },
          { name: 'a/b', content: 'x' },
        ]),
      ).members,
    ).toEqual({ 'a/b': 'x' });
  });

  it('reads a gzip file of several parts to its end', () => {
    expect(open(Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])).members).toEqual({ content: 'one\ntwo\n' });
  });

  it.each([
    {
      name: 'an encrypted member',
      parts: [{ name: 'a', content: 'x', flags: 1 }],
      gaps: ['a: object-unreadable: it is encrypted'],
    },
    {
      name: 'an unknown method',
      parts: [{ name: 'a', content: 'x', method: 93 }],
      gaps: ['a: object-unreadable: it is compressed by method 93, which is not known here'],
    },
    {
      name: 'a stored member of another size',
      parts: [{ name: 'a', content: 'x', method: 0, claimedSize: 7 }],
      gaps: ['a: object-unreadable: its size is not what the directory says'],
    },
    {
      name: 'members that share their data',
      parts: [
        { name: 'a', content: 'x' },
        { name: 'b', content: 'x', sharesDataWith: 0 },
      ],
      gaps: ['(archive): object-unreadable: the archive cannot be read: members overlap'],
    },
  ])('names $name, and reads the others', ({ parts, gaps }) => {
    const opened = open(
      zip([
        { name: 'good', content: 'good\n' },
        ...parts.map(part => ('sharesDataWith' in part ? { ...part, sharesDataWith: 1 } : part)),
      ]),
    );
    expect(opened.gaps).toEqual(gaps);
    expect(opened.members.good).toBe('good\n');
  });

  it.each([
    { name: 'a member over the limit', limits: { memberBytes: 100 }, gap: 'big: budget: it has more than 0 MB' },
    {
      name: 'too much in all',
      limits: { totalBytes: 2500 },
      gap: '(archive): budget: it holds more than 0 MB; the rest was not opened',
    },
    {
      name: 'too many members',
      limits: { entries: 2 },
      gap: '(archive): budget: it has more than 2 members; the rest was not opened',
    },
  ])('names $name', ({ limits, gap }) => {
    const content = 'x'.repeat(2000);
    const { gaps } = open(
      zip([
        { name: 'small', content: 's' },
        { name: 'big', content },
        { name: 'big2', content },
      ]),
      limits,
    );
    expect(gaps).toContain(gap);
  });

  it('opens archives in each other three deep and names the fourth', () => {
    const wrap = (content: Buffer) => zip([{ name: 'in.zip', content }]);
    const { members, gaps } = open(wrap(wrap(wrap(zip([{ name: 'a', content: 'x' }])))));
    expect(Object.keys(members)).toEqual(['in.zip', 'in.zip!in.zip', 'in.zip!in.zip!in.zip']);
    expect(gaps).toEqual(['in.zip!in.zip!in.zip: budget: archives in each other are opened 3 deep']);
  });

  it.each(['zip', 'gzip', 'tar'])('says that a cut-off %s file is damaged', kind => {
    const whole =
      {
        zip: zip([{ name: 'a', content: 'a'.repeat(5000) }]),
        gzip: gzipSync(Buffer.from('ab'.repeat(5000))),
        tar: tar('a', 'x'.repeat(900)),
      }[kind] ?? Buffer.alloc(0);
    expect(open(whole).gaps).toEqual([]);
    const { gaps } = open(whole.subarray(0, whole.length - (kind === 'tar' ? 1200 : 10)));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain('object-unreadable');
  });

  it('neither throws nor hangs for any damage', () => {
    const files = [
      zip([
        { name: 'a', content: 'abc'.repeat(50) },
        { name: 'b', content: 'x', method: 0 },
      ]),
      gzipSync(tar('a', 'x')),
      tar('a', 'x'),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.nat(),
        (file, changes, cut) => {
          const bytes = Buffer.from(file.subarray(0, file.length - (cut % 3 === 0 ? cut % file.length : 0)));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          open(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('bombs', () => {
  const zeros = Buffer.alloc(LIMITS.memberBytes + 1);
  const bomb = deflateRawSync(zeros);

  it('of one member end at the limit, with a gap', () => {
    const { members, gaps } = open(
      zip([
        { name: 'zeros', content: zeros },
        { name: 'a', content: 'x' },
      ]),
    );
    expect([Object.keys(members), gaps]).toEqual([
      ['a'],
      ['zeros: budget: it expands to more than 250 times its size'],
    ]);
  });

  it('of gzip end at the limit, with a gap', () => {
    expect(open(gzipSync(zeros)).gaps).toEqual(['content: budget: it expands to more than 250 times its size']);
  });

  it('of many members end when all of them have cost enough', () => {
    const deflated = deflateRawSync(zeros.subarray(0, 40 * 1024 * 1024));
    const parts = Array.from({ length: 200 }, (_, i) => ({ name: `z${i}`, content: '', deflated }));
    const file = zip(parts);
    const { gaps } = open(file);
    expect(gaps.at(-1)).toBe('(archive): budget: it holds more than 256 MB; the rest was not opened');
  });

  it('of archives in archives end when there are too many', () => {
    const wrap = (content: Buffer) => zip(Array.from({ length: 16 }, (_, i) => ({ name: `${i}.zip`, content })));
    const { gaps } = open(wrap(wrap(wrap(wrap(bomb)))));
    expect(gaps.at(-1)).toBe('(archive): budget: it has more than 1000 members; the rest was not opened');
  });
});

describe('containerKind', () => {
  it.each([
    { name: 'zip', bytes: zip([{ name: 'a', content: 'x' }]), kind: 'zip' },
    { name: 'gzip', bytes: gzipSync('x'), kind: 'gzip' },
    { name: 'tar', bytes: tar('a', 'x'), kind: 'tar' },
    { name: 'text about zip', bytes: Buffer.from('PK, ustar and \x1f\x8b'), kind: null },
    { name: 'nothing', bytes: Buffer.alloc(0), kind: null },
  ])('tells $name', ({ bytes, kind }) => {
    expect(containerKind(bytes)).toBe(kind);
  });
});

const token = (seed: number) => sampleCrcToken('ghp_', 30, seed);
const FIRST = token(301);
const SECOND = token(302);

describe('a scan', () => {
  const paths = (report: { findings: { occurrences: { path: string | null; region: { startLine: number } }[] }[] }) =>
    report.findings
      .flatMap(({ occurrences }) => occurrences.map(({ path, region }) => `${path}:${region.startLine}`))
      .sort();

  it('finds a secret in a member once, at its line, also when the archive stores it uncompressed', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.zip'), zip([{ name: 'conf/.env', content: `A=1\nKEY=${FIRST}\n`, method: 0 }]));
    writeFileSync(join(dir, 'b.tar'), tar('x.yml', `key: ${SECOND}\n`));
    const { report, code } = await leakgateJson(['files', '.'], { cwd: dir, secrets: [FIRST, SECOND] });
    expect([code, paths(report)]).toEqual([1, ['a.zip!conf/.env:2', 'b.tar!x.yml:1']]);
  });

  it('is not complete when a member is encrypted', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.zip'), zip([{ name: 'x', content: 'x', flags: 1 }]));
    const { report, code } = await leakgateJson(['files', '.'], { cwd: dir });
    expect([code, report.gaps.map(({ what, reason }) => [what, reason])]).toEqual([
      2,
      [['a.zip!x', 'it is encrypted']],
    ]);
  });

  it('of a history finds what an archive held before it was removed', async () => {
    const repository = new TestRepository();
    const commit = repository.commit({ 'old/app.jar': zip([{ name: 'app.properties', content: `key=${FIRST}\n` }]) });
    repository.git('rm', '-q', 'old/app.jar');
    repository.commit({ 'b.txt': 'b\n' });
    repository.git('gc', '-q');
    const { report } = await leakgateJson(['history', '.'], { cwd: repository.dir, secrets: [FIRST] });
    expect(paths(report)).toEqual(['old/app.jar!app.properties:1']);
    expect(report.findings[0]?.life.introduced?.oid).toBe(commit);
  });

  it('of the index reports only what is new in a changed archive', async () => {
    const repository = new TestRepository();
    const known = { name: 'a.env', content: `KEY=${FIRST}\n` };
    repository.commit({ 'a.zip': zip([known]) });
    repository.write('a.zip', zip([known, { name: 'b.env', content: `KEY=${SECOND}\n` }]));
    repository.git('add', 'a.zip');
    const { report } = await leakgateJson(['staged'], { cwd: repository.dir, secrets: [FIRST, SECOND] });
    expect(paths(report)).toEqual(['a.zip!b.env:1']);
  });

  it('opens an archive that is too large to be held as one piece', async () => {
    const dir = temporaryFolder();
    const noise = Buffer.alloc(17 * 1024 * 1024, 'nothing in here\n');
    writeFileSync(
      join(dir, 'large.zip'),
      zip([
        { name: 'noise', content: noise, method: 0 },
        { name: 'a.env', content: `KEY=${FIRST}\n` },
      ]),
    );
    const { report } = await leakgateJson(['files', '.'], { cwd: dir, secrets: [FIRST] });
    expect([paths(report), report.gaps]).toEqual([['large.zip!a.env:1'], []]);
  });
});

/** A tar archive of one file, by hand. */
function tar(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.fill(' ', 148, 156);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content, 'latin1');
  return Buffer.concat([header, body, Buffer.alloc(1024)]);
}
