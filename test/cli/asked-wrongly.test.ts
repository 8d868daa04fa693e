// What cannot be done is said in one line on stderr and is a 2, never a clean result and never a stack trace.

import { describe, expect, it } from 'vitest';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

const WRONG = [
  { command: '--nonsense', says: "unknown option '--nonsense'" },
  { command: 'nonsense', says: "unknown command 'nonsense'" },
  { command: 'histroy', says: "unknown command 'histroy'" },
  { command: 'staged --outptu x', says: "unknown option '--outptu'" },
  { command: 'staged a.txt', says: 'too many arguments' },
  {
    command: 'history --format xml',
    says: 'Choose one of text, json, sarif, html, gitlab, github, junit, csv, event.',
  },
  { command: 'history --min-confidence some', says: 'Choose one of high, medium, low.' },
  { command: 'history --sarif-history some', says: 'Choose one of include, only, exclude.' },
  { command: 'history --format', says: 'argument missing' },
  { command: 'history nowhere', says: 'nowhere does not exist' },
  { command: 'history --range main', says: 'a range has two ends' },
  { command: 'history --range nothing..HEAD', says: 'nothing names no commit here' },
  { command: 'history --range --all..HEAD', says: '--all names no commit here' },
  { command: 'history --since yesterday', says: 'is not a date' },
  { command: 'history --since 2024-13-45', says: 'is not a date' },
  { command: 'history --since 2024-01-01 --range HEAD..HEAD', says: 'cannot be combined' },
  { command: 'history --refs-only --range HEAD..HEAD', says: 'cannot be combined' },
  { command: 'files nowhere.txt', says: 'nowhere.txt does not exist' },
  { command: 'files *.nothing', says: '*.nothing does not exist' },
  { command: 'files --config nowhere.json', says: 'nowhere.json does not exist' },
  { command: 'files --baseline nowhere.json', says: 'nowhere.json does not exist' },
  { command: 'rules show github-pat-clasic', says: 'Did you mean github-pat-classic?' },
  { command: 'rules nonsense', says: "unknown command 'nonsense'" },
  { command: 'explain a.txt', says: 'it names no line' },
  { command: 'explain nowhere.txt:1', says: 'there is no file nowhere.txt' },
  { command: 'explain a.txt:99', says: 'the file has 2 lines' },
  { command: 'explain', says: "missing required argument 'place'" },
];

describe('asked wrongly', () => {
  it.each(WRONG)('leakgate $command: $says', async ({ command, says }) => {
    const repository = new TestRepository();
    repository.commit({ 'a.txt': 'a\n' });
    const { code, stdout, stderr } = await leakgate(command.split(' '), { cwd: repository.dir });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^leakgate: /);
    expect(stderr).not.toMatch(/^\s+at |Error:/m);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2); // the second one is a suggestion
  });

  it.each([['staged'], ['history'], ['init']])('%s outside a repository says where it is', async command => {
    const { code, stdout, stderr } = await leakgate([command], { cwd: temporaryFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^leakgate: \S+ is not in a git repository\. [^\n]*\n$/);
  });

  it('a command without a name prints the help and is a 2', async () => {
    const { code, stdout, stderr } = await leakgate([]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('Usage: leakgate');
  });

  it('git that is not there is named', async () => {
    const repository = new TestRepository();
    const { code, stderr } = await leakgate(['staged'], { cwd: repository.dir, env: { PATH: temporaryFolder() } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^leakgate: git could not be started: [^\n]*\n$/);
  });
});
