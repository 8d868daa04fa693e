// Ways to allow a finding. Each is bound to the secret or the line, is counted, and never hides another secret.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/findings/fingerprint.js';
import { Secret } from '../../src/secret.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate, leakgateJson } from '../helpers/run.js';
import { token } from '../hostile/expect-scan.js';

const [OLD, NEW] = [token(131), token(132)];
const secrets = [OLD, NEW];
const nameOf = (secret: string) => fingerprint('github-pat-classic', new Secret(secret));
const line = (secret: string, comment = '') => `key = '${secret}'${comment}\n`;

function folder(files: Record<string, string>): string {
  const dir = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

describe('--baseline', () => {
  it.each(['json', 'sarif'])(
    'of an earlier %s report silences what was known, on any line, and nothing else',
    async format => {
      const cwd = folder({ 'a.txt': line(OLD) });
      await leakgate(['files', 'a.txt', '-f', format, '-o', 'old.report'], { cwd, secrets });
      const known = await leakgateJson(['files', 'a.txt', '--baseline', 'old.report'], { cwd, secrets });
      expect(known.code).toBe(0);
      expect(known.report.findings).toMatchObject([{ suppression: { kind: 'baseline', source: 'old.report' } }]);
      writeFileSync(join(cwd, 'a.txt'), `\n\n${line(NEW)}${line(OLD)}`);
      const more = await leakgateJson(['files', 'a.txt', '--baseline', 'old.report'], { cwd, secrets });
      expect(more.code).toBe(1);
      expect(more.report.findings.map(finding => [finding.fingerprint, finding.suppression?.kind ?? null])).toEqual([
        [nameOf(NEW), null],
        [nameOf(OLD), 'baseline'],
      ]);
    },
  );

  it.each([
    { name: 'text', content: 'no report\n', says: 'it is not JSON' },
    { name: 'other JSON', content: '{"a": 1}', says: 'it has neither findings nor runs' },
    {
      name: 'a report of another tool',
      content: '{"runs": [{"results": [{"ruleId": "x"}]}]}',
      says: 'no leakgate fingerprint',
    },
  ])('refuses $name', async ({ content, says }) => {
    const { code, stderr } = await leakgate(['files', 'a.txt', '--baseline', 'b.json'], {
      cwd: folder({ 'a.txt': 'a\n', 'b.json': content }),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^leakgate: b\.json is not a baseline: [^\n]*\n$/);
    expect(stderr).toContain(says);
  });
});

describe('.leakgateignore', () => {
  const scan = (entry: string, ...more: string[]) =>
    leakgateJson(['files', 'a.txt', ...more], {
      cwd: folder({ 'a.txt': line(OLD), '.leakgateignore': entry }),
      secrets,
    });

  it('allows one secret by its fingerprint, with the reason in the report', async () => {
    const { code, report } = await scan(`# comment\n${nameOf(OLD)} revoked long ago\n`);
    expect(code).toBe(0);
    expect(report.findings).toMatchObject([
      { suppression: { kind: 'ignore-file', reason: 'revoked long ago', source: '.leakgateignore:2' } },
    ]);
  });

  it('allows no other secret on the same line', async () => {
    const cwd = folder({ 'a.txt': `${OLD} ${NEW}\n`, '.leakgateignore': `${nameOf(OLD)} revoked\n` });
    const { code, report } = await leakgateJson(['files', 'a.txt'], { cwd, secrets });
    expect(code).toBe(1);
    expect(report.findings[0]).toMatchObject({ fingerprint: nameOf(NEW), suppression: null });
  });

  it('allows until the day of its end and not one day longer; what has expired is named with its owner', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect((await scan(`${nameOf(OLD)} expires=${today} rotation is planned\n`)).code).toBe(0);
    const { code, report } = await scan(`${nameOf(OLD)} owner=ann expires=2024-01-31 rotation is planned\n`);
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([{ suppression: null }]);
    expect(report.notices.map(notice => notice.text)).toEqual([
      '.leakgateignore:1 expired on 2024-01-31 (owner ann); the finding counts again',
    ]);
  });

  it('names an entry that matches nothing', async () => {
    const { code, report } = await scan(`${nameOf(OLD)} revoked\n${'f'.repeat(24)} gone\n`);
    expect(code).toBe(0);
    expect(report.notices.map(notice => notice.text)).toEqual(['.leakgateignore:2 matches nothing in this scan']);
  });

  it('names entries that are not sorted', async () => {
    const { report } = await scan(`${'f'.repeat(24)} gone\n${nameOf(OLD)} revoked\n`);
    expect(report.notices.map(notice => notice.kind)).toContain('ignore-order');
  });

  it.each([
    { name: 'no fingerprint', entry: 'a.txt:1 x\n', says: '.leakgateignore:1: "a.txt:1" is not a fingerprint' },
    { name: 'no reason', entry: `\n${nameOf(OLD)}\n`, says: '.leakgateignore:2: a reason is missing' },
    {
      name: 'no date',
      entry: `${nameOf(OLD)} expires=soon x\n`,
      says: '.leakgateignore:1: expires=soon is not a date',
    },
    { name: 'one fingerprint twice', entry: `${nameOf(OLD)} x\n${nameOf(OLD)} y\n`, says: 'is already on line 1' },
  ])('is refused as a whole with $name', async ({ entry, says }) => {
    const cwd = folder({ 'a.txt': line(OLD), '.leakgateignore': entry });
    const { code, stderr } = await leakgate(['files', 'a.txt'], { cwd, secrets });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  it('does not count with --no-config', async () => {
    expect((await scan(`${nameOf(OLD)} revoked\n`, '--no-config')).code).toBe(1);
  });

  it('bears CRLF and a byte order mark', async () => {
    expect((await scan(`\uFEFF# comment\r\n${nameOf(OLD)} revoked\r\n`)).code).toBe(0);
  });
});

describe('an inline comment', () => {
  const scan = (content: string, ...more: string[]) =>
    leakgateJson(['files', 'a.txt', ...more], { cwd: folder({ 'a.txt': content }), secrets });

  it.each([
    { marker: 'leakgate:allow', content: line(OLD, ' # leakgate:allow it is a sample'), reason: 'it is a sample' },
    {
      marker: 'leakgate:allow-next-line',
      content: `# leakgate:allow-next-line it is a sample\n${line(OLD)}`,
      reason: 'it is a sample',
    },
    { marker: 'gitleaks:allow', content: line(OLD, ' # gitleaks:allow'), reason: null },
    { marker: 'pragma: allowlist secret', content: line(OLD, ' # pragma: allowlist secret'), reason: null },
  ])('"$marker" allows its line and is counted', async ({ marker, content, reason }) => {
    const { code, report } = await scan(content);
    expect(code).toBe(0);
    expect(report.findings).toMatchObject([{ suppression: { kind: 'inline', source: marker, reason } }]);
    expect(report).toMatchObject({
      summary: { findings: 0, suppressed: [{ kind: 'inline', source: marker, count: 1 }] },
    });
  });

  it('does not allow the line below, nor the same secret elsewhere', async () => {
    const { code } = await scan(`${line(OLD, ' # leakgate:allow x')}${line(NEW)}`);
    expect(code).toBe(1);
    expect((await scan(`${line(OLD, ' # leakgate:allow x')}${line(OLD)}`)).code).toBe(1);
  });

  it('counts for nothing with --strict', async () => {
    const { code, report } = await scan(line(OLD, ' # leakgate:allow x'), '--strict');
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([{ suppression: null }]);
  });

  it('that the config does not list counts for nothing', async () => {
    const cwd = folder({
      'a.txt': line(OLD, ' # gitleaks:allow'),
      '.leakgate.json': '{"allow": {"markers": ["leakgate:allow"]}}',
    });
    expect((await leakgate(['files', 'a.txt'], { cwd, secrets })).code).toBe(1);
  });

  it('is never silent in a hook', async () => {
    const repository = new TestRepository();
    repository.write('a.txt', line(OLD, ' # leakgate:allow it is a sample'));
    repository.git('add', '-A');
    const { code, stdout } = await leakgate(['staged'], { cwd: repository.dir, secrets });
    expect(code).toBe(0);
    expect(stdout).toContain('1 suppressed: 1 inline (leakgate:allow)');
  });
});

describe('what a range changes itself does not silence it', () => {
  it('reads config and ignore file from the commit before', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ 'a.txt': 'a\n' });
    repository.commit({
      'a.txt': line(OLD),
      '.leakgate.json': '{"allow": {"paths": ["**"]}}',
      '.leakgateignore': `${nameOf(OLD)} let me in\n`,
    });
    const { code, report } = await leakgateJson(['history', '--range', `${base}..HEAD`], {
      cwd: repository.dir,
      secrets,
    });
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([{ suppression: null }]);
    expect(report.notices.filter(notice => notice.kind === 'config-changed')).toHaveLength(2);
  });

  it('and uses those of the base', async () => {
    const repository = new TestRepository();
    const base = repository.commit({ '.leakgateignore': `${nameOf(OLD)} known\n` });
    repository.commit({ 'a.txt': line(OLD), '.leakgateignore': '' });
    const { code } = await leakgate(['history', '--range', `${base}..HEAD`], { cwd: repository.dir, secrets });
    expect(code).toBe(0);
  });
});

describe('--show-suppressed', () => {
  it('lists what is allowed, and by whom', async () => {
    const cwd = folder({ 'a.txt': line(OLD, ' # leakgate:allow it is a sample') });
    const { code, stdout } = await leakgate(['files', 'a.txt', '--show-suppressed'], { cwd, secrets });
    expect(code).toBe(0);
    expect(stdout).toContain('[inline: leakgate:allow: it is a sample]');
  });

  it('puts it into SARIF as suppressed, where it is otherwise left out and counted', async () => {
    const cwd = folder({ 'a.txt': line(OLD, ' # leakgate:allow it is a sample') });
    const without = await leakgate(['files', 'a.txt', '-f', 'sarif'], { cwd, secrets });
    expect(JSON.parse(without.stdout).runs[0].results).toEqual([]);
    expect(without.stdout).toContain('Suppressed findings that are not in this file: 1.');
    const shown = await leakgate(['files', 'a.txt', '-f', 'sarif', '--show-suppressed'], { cwd, secrets });
    const [result] = JSON.parse(shown.stdout).runs[0].results;
    expect(result.suppressions).toMatchObject([
      { kind: 'inSource', justification: expect.stringContaining('it is a sample') },
    ]);
  });
});
