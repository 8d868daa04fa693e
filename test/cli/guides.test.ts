// Texts that teach how to handle secrets are full of names of secrets and of values that stand for one: none of it is a finding.

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/sample.js';
import { leakgate } from '../helpers/run.js';

const GUIDES = '../shared/guides';

type Found = { ruleId: string; confidence: string };

async function findingsIn(args: readonly string[], input = ''): Promise<{ code: number | null; findings: Found[] }> {
  const { code, stdout } = await leakgate([...args, '--format', 'json'], { input });
  return { code, findings: JSON.parse(stdout).findings };
}

describe.skipIf(!existsSync(GUIDES))(`the guides in ${GUIDES} (skipped where they are not beside the project)`, () => {
  it('have no finding above low confidence', async () => {
    expect(readdirSync(GUIDES).length).toBeGreaterThan(0);
    const { code, findings } = await findingsIn(['files', GUIDES]);
    expect(code).toBeLessThan(2); // everything was looked at
    expect(findings.filter(({ confidence }) => confidence !== 'low')).toEqual([]);
  });
});

const GUIDE = `
## Never commit your .env
Add \`.env\` to your .gitignore, and keep a template: \`cp .env.example .env\`

    DATABASE_URL=postgres://user:password@localhost:5432/mydb
    STRIPE_SECRET_KEY=sk_live_...
    AWS_SECRET_ACCESS_KEY=<your secret access key>
    JWT_SECRET=change-me-to-a-long-random-string
    API_KEY="your-api-key-here"

Read it with \`process.env.API_KEY\`; in CI set \`API_KEY: \${{ secrets.API_KEY }}\`. Rotate it with \`vault write secret/api key=@new.key\`.
const apiKey = process.env.API_KEY ?? '';
`;

it('finds nothing in a guide of the usual kind', async () => {
  expect(await findingsIn(['stdin'], GUIDE)).toEqual({ code: 0, findings: [] });
});

it('finds a key that somebody pasted into it', async () => {
  const key = `sk_${'live'}_51${sample('base62', 24)}`;
  const { findings } = await findingsIn(['stdin'], GUIDE.replace('sk_live_...', key));
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['stripe-secret-key-live']);
});
