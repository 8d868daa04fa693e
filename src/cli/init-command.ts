// `leakgate init`: the husky hook, a config file, and what to put into CI. Keeps what is there; a second run changes nothing.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAME } from '../config/load.js';
import { LeakgateError } from '../errors.js';
import { openRepository } from '../git/repository.js';
import { EXIT } from './exit-code.js';
import { type World, write } from './world.js';

const HOOK_LINE = 'leakgate staged';
const HOOKS = ['pre-commit', 'pre-merge-commit'] as const; // git runs the second one for a merge without conflicts

const CONFIG = `{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  // Findings that stand only in these paths are allowed and counted: "allow": { "paths": ["test/fixtures/**"] }
  // Single secrets are allowed by fingerprint and reason in .leakgateignore.
  "rules": { "disable": [] }
}
`;

const CI = `
Put this into CI (GitHub Actions), so that nothing gets past a skipped hook:

    - uses: actions/checkout@v4
      with: { fetch-depth: 0 }
    - run: npx leakgate history --range "\${{ github.event.pull_request.base.sha || github.event.before }}..HEAD"
    # On the default branch, for code scanning: the whole history.
    - run: npx leakgate history --format sarif --output leakgate.sarif
      if: github.ref_name == github.event.repository.default_branch
    - uses: github/codeql-action/upload-sarif@v4
      if: always() && hashFiles('leakgate.sarif') != ''
      with: { sarif_file: leakgate.sarif }
`;

/**
 * Sets a repository up.
 *
 * @throws {LeakgateError} NOT_A_REPOSITORY
 */
export async function init(world: World, flags: { dryRun?: boolean }): Promise<number> {
  const { root } = openRepository(world.cwd, null);
  if (root === null) throw new LeakgateError('NOT_A_REPOSITORY', { dir: world.cwd });
  const doIt = !flags.dryRun;
  const done = [...HOOKS.map(hook => addHook(root, hook, doIt)), addConfig(root, doIt), huskyState(root)];
  await write(world.stdout, `${done.map(line => `  ${line}\n`).join('')}${CI}`);
  return EXIT.clean;
}

function addHook(root: string, hook: string, doIt: boolean): string {
  const name = `.husky/${hook}`;
  const path = join(root, '.husky', hook);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (/^[^#\r\n]*\bleakgate\s+staged\b/m.test(before)) return `${name}: already runs "${HOOK_LINE}"`;
  // The husky 4-8 line must stay first; ours goes before other commands, so that nothing is formatted or tested in vain.
  const lines = before.split(/\r?\n/);
  const at = lines.findLastIndex(line => /^#!|husky\.sh/.test(line)) + 1;
  // Since version 9 husky runs a hook with node_modules/.bin on the PATH; before, npx had to find the program.
  const added = /^[^#\r\n]*husky\.sh/m.test(before) ? `npx --no-install ${HOOK_LINE}` : HOOK_LINE;
  lines.splice(at, 0, added);
  if (doIt) {
    const eol = before.includes('\r\n') ? '\r\n' : '\n';
    mkdirSync(join(root, '.husky'), { recursive: true });
    writeFileSync(path, `${lines.join('\n').trimEnd()}\n`.replaceAll('\n', eol), { mode: 0o755 });
  }
  return `${name}: ${doIt ? '' : 'would be '}${before === '' ? 'created' : 'extended'} (${added})`;
}

function addConfig(root: string, doIt: boolean): string {
  if (existsSync(join(root, CONFIG_NAME))) return `${CONFIG_NAME}: kept as it is`;
  if (doIt) writeFileSync(join(root, CONFIG_NAME), CONFIG);
  return `${CONFIG_NAME}: ${doIt ? '' : 'would be '}created`;
}

function huskyState(root: string): string {
  if (existsSync(join(root, '.husky', '_', 'pre-commit'))) return 'husky: installed';
  const manifest = join(root, 'package.json');
  const hasHusky = existsSync(manifest) && /"husky"\s*:/.test(readFileSync(manifest, 'utf8'));
  return hasHusky
    ? 'husky: not active here yet; run npm install (its "prepare" script must call husky)'
    : 'husky: not installed; run npm install --save-dev husky leakgate && npx husky';
}
