// Repositories as guides to env files describe them: in order, with the placeholders that people write. Nothing in them is a secret.

import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { TestRepository } from '../helpers/repository.js';
import { leakgateJson, type Report } from '../helpers/run.js';

const LAYOUTS = readdirSync('fixtures/env').sort();
const SECRET = `sk_live_${sample('base62', 24, 5)}`;

function repositoryOf(layout: string): TestRepository {
  const repository = new TestRepository();
  cpSync(join('fixtures/env', layout), repository.dir, { recursive: true });
  repository.commit({});
  return repository;
}

const linesOf = (report: Report) =>
  report.findings.map(({ ruleId, occurrences }) => `${ruleId} ${occurrences[0]?.path}`);

describe('layouts', () => {
  it('are the five of the guides', () => {
    expect(LAYOUTS).toHaveLength(5);
  });

  it.each(LAYOUTS)('%s is in order', async layout => {
    const repository = repositoryOf(layout);
    const { report, code } = await leakgateJson(['env', repository.dir]);
    expect({ lines: linesOf(report), code, gaps: report.gaps }).toEqual({ lines: [], code: 0, gaps: [] });
  });

  it.each(LAYOUTS)('%s has no secret for any other scan either', async layout => {
    const repository = repositoryOf(layout);
    const { report } = await leakgateJson(['history', repository.dir, '--min-confidence', 'medium']);
    expect(linesOf(report)).toEqual([]);
  });

  it.each(LAYOUTS)('%s with copies of its templates is in order', async layout => {
    const repository = repositoryOf(layout);
    for (const path of repository.git('ls-files').split('\n'))
      if (path.endsWith('.env.example'))
        cpSync(join(repository.dir, path), join(repository.dir, path.replace('.example', '.local')));
    const { report } = await leakgateJson(['env', repository.dir]);
    expect(linesOf(report)).toEqual([]);
  });

  it.each(LAYOUTS)('%s with a real value in a template is not', async layout => {
    const repository = repositoryOf(layout);
    const [template = ''] = repository
      .git('ls-files')
      .split('\n')
      .filter(path => path.endsWith('.env.example'));
    repository.commit({ [template]: `STRIPE_SECRET_KEY=${SECRET}\n` });
    const { report } = await leakgateJson(['env', repository.dir], { secrets: [SECRET] });
    expect(linesOf(report)).toContain(`env-template-secret ${template}`);
  });
});
