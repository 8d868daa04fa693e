// The record of a history with twelve different leaks, whole, as people and programs get it.

import { describe, expect, it } from 'vitest';
import { runIncident } from '../../src/cli/incident-command.js';
import { recordSchema } from '../../src/incident/record-schema.js';
import { expectNoSecret } from '../helpers/run.js';
import { twelveLeaks } from '../helpers/twelve-leaks.js';
import { stillWorld } from '../helpers/world.js';

async function record(format: 'markdown' | 'json'): Promise<{ text: string; code: number; values: readonly string[] }> {
  const { repository, values } = twelveLeaks();
  const { world, stdout } = stillWorld(repository.dir);
  const code = await runIncident(world, null, { format, quiet: true });
  return { text: stdout().replaceAll(repository.dir, '/home/ann/shop'), code, values };
}

describe('the record of twelve leaks', () => {
  it('is this for people', async () => {
    const { text, code, values } = await record('markdown');
    expect(code).toBe(0);
    expectNoSecret(text, values);
    await expect(text).toMatchFileSnapshot('../../fixtures/reports/incident.md');
  });

  it('is this for programs, as the schema says', async () => {
    const { text, code, values } = await record('json');
    expect(code).toBe(0);
    expectNoSecret(text, values);
    expect(recordSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    await expect(text).toMatchFileSnapshot('../../fixtures/reports/incident.json');
  });
});
