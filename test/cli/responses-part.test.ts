// The responses are a part of the program of their own: loaded when somebody is told what to do, never by the hook or a clean scan.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const secret = `sk_live_${sample('base62', 24)}`;
const leak = `STRIPE_SECRET_KEY=${secret}\n`;

/** The parts of dist that a run has loaded. */
async function partsOf(args: string[], input: { text?: string; staged?: string } = {}): Promise<string[]> {
  const cwd = temporaryFolder();
  const preload = join(cwd, 'preload.cjs');
  const out = join(cwd, 'loaded.txt');
  writeFileSync(
    preload,
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(out)}, Object.keys(require('module')._cache).join('\\n')));`,
  );
  if (input.staged !== undefined) {
    const git = (...words: string[]) => execFileSync('git', words, { cwd });
    git('init', '-q');
    writeFileSync(join(cwd, 'config.env'), input.staged);
    git('add', 'config.env');
  }
  await leakgate(args, { cwd, env: { NODE_OPTIONS: `--require ${preload}` }, input: input.text ?? '' });
  return readFileSync(out, 'utf8')
    .split('\n')
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.includes('/dist/'))
    .map(path => path.replace(/^.*\/dist\//, ''));
}

const RESPONSES = 'parts/responses.cjs';

describe('the responses are loaded', () => {
  it.each([
    { name: 'by rules show', args: ['rules', 'show', 'stripe-secret-key-live'] },
    { name: 'by a report for code scanning with findings', args: ['stdin', '--format', 'sarif'], text: leak },
    { name: 'by a report for people with findings', args: ['stdin'], text: leak },
  ])('$name', async ({ args, text }) => {
    expect(await partsOf(args, { text: text ?? '' })).toContain(RESPONSES);
  });
});

describe('the responses are not loaded', () => {
  it.each([
    { name: 'by the hook, with findings', args: ['staged'], staged: leak },
    { name: 'by the hook, without', args: ['staged'], staged: 'nothing\n' },
    { name: 'by a clean scan for code scanning', args: ['stdin', '--format', 'sarif'], text: 'nothing\n' },
    { name: 'by a clean scan for people', args: ['stdin'], text: 'nothing\n' },
    { name: 'by a report as JSON', args: ['stdin', '--format', 'json'], text: leak },
    { name: 'by the list of rules', args: ['rules', 'list'] },
  ])('$name', async ({ args, ...input }) => {
    const parts = await partsOf(args, input);
    expect(parts).toContain(args[0] === 'staged' ? 'leakgate.cjs' : 'parts/main.cjs');
    expect(parts).not.toContain(RESPONSES);
  });

  it.each(['leakgate.cjs', 'parts/scans.cjs', 'parts/tools.cjs', 'parts/worker.cjs', 'index.js'])(
    'from %s itself',
    file => {
      expect(readFileSync(join('dist', file), 'utf8')).not.toContain('dashboard.stripe.com/apikeys');
    },
  );

  it('but stand in their part', () => {
    expect(readFileSync(join('dist', RESPONSES), 'utf8')).toContain('dashboard.stripe.com/apikeys');
  });
});
