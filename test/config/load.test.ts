// Finding and reading the config: from the disk or from a commit, as JSON with comments, with errors that name the file.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { diskReader, type LoadInput, loadConfig } from '../../src/config/load.js';
import { LeakgateError } from '../../src/errors.js';
import { temporaryFolder } from '../helpers/repository.js';

function folder(files: Record<string, string>): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

const load = (dir: string, changes: Partial<LoadInput> = {}) =>
  loadConfig({ explicit: null, disabled: false, cwd: dir, root: dir, fromCommit: null, ...changes });

async function errorOf(loading: Promise<unknown>): Promise<{ code: string; data: object }> {
  const error = await loading.catch((caught: unknown) => caught);
  if (error instanceof LeakgateError) return { code: error.code, data: error.data };
  throw error;
}

describe('loadConfig', () => {
  it('without a file gives the defaults', async () => {
    expect(await load(folder({}))).toMatchObject({ config: defaultConfig, file: null });
  });

  it.each([
    { name: 'plain JSON', text: '{"publishable": true}' },
    { name: 'a byte order mark', text: '\uFEFF{"publishable": true}' },
    { name: 'line comments', text: '{\n  // why\n  "publishable": true // here\n}' },
    { name: 'block comments', text: '/* a */{"publishable": /* b */ true}' },
    { name: 'trailing commas', text: '{"publishable": true, "exclude": ["dist/**",],}' },
    { name: 'comments behind a byte order mark', text: '\uFEFF// a\n{"publishable": true}' },
    { name: 'CRLF', text: '{\r\n  "publishable": true // b\r\n}\r\n' },
  ])('reads $name', async ({ text }) => {
    const { config, file } = await load(folder({ '.leakgate.json': text }));
    expect([config.publishable, file]).toEqual([true, '.leakgate.json']);
  });

  it('fills what a file does not say with the defaults', async () => {
    const { config } = await load(folder({ '.leakgate.json': '{}' }));
    expect(config).toEqual(defaultConfig);
  });

  it.each([
    { name: 'an empty file', text: '', file: '.leakgate.json:1' },
    { name: 'a missing brace', text: '{\n  "exclude": []\n', file: '.leakgate.json:3' },
    { name: 'a word', text: '{\n\n  "publishable": yes\n}', file: '.leakgate.json:3' },
    { name: 'JavaScript', text: 'export default {};', file: '.leakgate.json:1' },
  ])('refuses $name, and names the line', async ({ text, file }) => {
    const { code, data } = await errorOf(load(folder({ '.leakgate.json': text })));
    expect({ code, data }).toMatchObject({
      code: 'CONFIG_INVALID',
      data: { file, problem: expect.stringMatching(/^it is not JSON: \w+\.$/) },
    });
  });

  it('refuses what the schema does not know, and names the file', async () => {
    const { code, data } = await errorOf(load(folder({ '.leakgate.json': '{"exclued": []}' })));
    expect([code, data]).toEqual([
      'CONFIG_INVALID',
      { file: '.leakgate.json', problem: 'unknown key "exclued"; did you mean "exclude"?' },
    ]);
  });

  it('takes the file that was asked for instead, relative to where the user is', async () => {
    const dir = folder({ 'other.json': '{"publishable": true}', '.leakgate.json': '{"nonsense": 1}' });
    expect(await load(dir, { explicit: 'other.json' })).toMatchObject({
      file: 'other.json',
      config: { publishable: true },
    });
  });

  it('fails when the file that was asked for is not there', async () => {
    expect(await errorOf(load(folder({}), { explicit: 'none.json' }))).toEqual({
      code: 'PATH_MISSING',
      data: { path: 'none.json' },
    });
  });

  it('looks at no file when it was told so', async () => {
    expect(await load(folder({ '.leakgate.json': '{"nonsense": 1}' }), { disabled: true })).toMatchObject({
      config: defaultConfig,
      file: null,
    });
  });

  it('reads from the commit of a range scan and not from the disk', async () => {
    const dir = folder({ '.leakgate.json': '{"nonsense": 1}', '.leakgateignore': 'from the disk' });
    const fromCommit = async (path: string) => (path === '.leakgate.json' ? '{"publishable": true}' : null);
    const loaded = await load(dir, { fromCommit });
    expect([loaded.config.publishable, await loaded.read('.leakgateignore')]).toEqual([true, null]);
  });

  it('reads files that the config names from the folder of the config', async () => {
    const dir = folder({ 'other.json': '{}', 'allowed.txt': 'x' });
    expect(await (await load(dir, { explicit: 'other.json', cwd: dir })).read('allowed.txt')).toBe('x');
  });
});

describe('diskReader', () => {
  it('gives null for a file that is not there', async () => {
    expect(await diskReader(folder({}))('none')).toBeNull();
  });

  it('refuses a folder, and a link to one', async () => {
    const dir = folder({});
    mkdirSync(join(dir, '.leakgate.json'));
    symlinkSync(dir, join(dir, 'link'));
    for (const name of ['.leakgate.json', 'link'])
      expect(await errorOf(diskReader(dir)(name))).toEqual({
        code: 'CONFIG_INVALID',
        data: { file: name, problem: 'it is not a regular file.' },
      });
  });
});
