// What --help prints, whole: read in review, and no command without a page.

import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { leakgate } from '../helpers/run.js';

type Node = { name(): string; commands: readonly Node[] };

const names = (node: Node): string[][] => [
  [],
  ...node.commands.flatMap(child => names(child).map(rest => [child.name(), ...rest])),
];
const COMMANDS = names(
  createProgram(
    {
      argv: [],
      cwd: '.',
      env: {},
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      now: () => new Date(),
      onInterrupt: () => () => {},
    },
    () => {},
  ),
);

describe('--help', () => {
  it.each(COMMANDS.map(words => ({ command: ['leakgate', ...words].join(' '), words })))(
    'of $command is its page',
    async ({ words }) => {
      const { code, stdout, stderr } = await leakgate([...words, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await expect(stdout).toMatchFileSnapshot(`../../fixtures/help/${['leakgate', ...words].join('-')}.txt`);
    },
  );

  it.each(['help', '-h', 'help staged', 'help rules'])('%s prints a page too', async command => {
    const { code, stdout } = await leakgate(command.split(' '));
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: leakgate');
  });

  it('names no command that is not there', async () => {
    const { stdout } = await leakgate(['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name]) => name);
    expect(listed).toEqual([
      'staged',
      'history',
      'env',
      'files',
      'stdin',
      'rules',
      'explain',
      'init',
      'config',
      'help',
    ]);
  });
});

describe('--version', () => {
  it('prints the version of package.json', async () => {
    const { code, stdout } = await leakgate(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
