// A small product's history with twelve leaks of different kinds and fates. Same commits on every machine: names and dates are
// fixed, and the credentials are made from the examples of the rules when a test runs.

import { docs } from '../../rules/docs.js';
import { sample, sampleJwt } from '../../src/sample.js';
import { TestRepository } from './repository.js';

export type TwelveLeaks = {
  repository: TestRepository;
  secrets: Readonly<Record<LeakName, string>>; // as they stand in the files
  values: readonly string[]; // all of them, and the ids beside them: no output may hold any
};

type LeakName =
  | 'aws' // pair with its key id, at HEAD, pushed
  | 'stripe' // at HEAD, pushed, in a tag
  | 'github' // in a workflow, pushed, removed later
  | 'postgres' // the same password in three files, at HEAD, pushed
  | 'slack' // webhook on a pushed branch that was never merged
  | 'gcp' // service account file that only a tag leads to
  | 'sendgrid' // on a branch that was not pushed
  | 'npm' // rebased: written long before it was committed; not pushed
  | 'pem' // private key, removed, pushed
  | 'expiredJwt' // expired years ago, at HEAD, pushed
  | 'stripeTest' // a key for tests, at HEAD, pushed
  | 'message'; // in the message of a pushed commit

/** Text of a rule's example: what « » mark. */
function example(ruleId: string, number = 0): string {
  const text = docs.get(ruleId)?.match[number] ?? '';
  return /«([\s\S]*)»/.exec(text)?.[1] ?? '';
}

/** Makes the repository in a temporary folder that is removed when the test has finished. */
export function twelveLeaks(): TwelveLeaks {
  const repository = new TestRepository();
  const keyId = `AKIA${'Q7B4MNE2RS6TUV3X'}`;
  const secrets = {
    aws: sample('base64', 40, 41),
    stripe: example('stripe-secret-key-live'),
    github: example('github-pat-classic'),
    postgres: sample('base62', 20, 43),
    slack: example('slack-webhook-url'),
    gcp: example('gcp-service-account-key'),
    sendgrid: example('sendgrid-api-key'),
    npm: example('npm-access-token'),
    pem: example('private-key-pem'),
    expiredJwt: sampleJwt({
      iss: 'https://auth.acme.dev',
      sub: '1f0c2b1e-0d5a-4c3b-8a61-2f6f0f6f2a11',
      exp: 1_700_000_000,
    }),
    stripeTest: example('stripe-secret-key-test'),
    message: example('anthropic-api-key'),
  };
  build(repository, { ...secrets, keyId });
  return { repository, secrets, values: [...Object.values(secrets), keyId] };
}

function build(repository: TestRepository, leaks: Readonly<Record<LeakName | 'keyId', string>>): void {
  const url = `postgres://app:${leaks.postgres}@db.acme.dev:5432/shop`;
  const commit = (day: string, message: string, files: Record<string, string>, authored = day) => {
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.git('add', '-A', '--force');
    const env = { GIT_AUTHOR_DATE: `${authored}T09:00:00Z`, GIT_COMMITTER_DATE: `${day}T10:30:00Z` };
    repository.gitWith({ env }, 'commit', '-q', '--allow-empty', '-m', message);
  };
  const push = (branch: string) => repository.git('update-ref', `refs/remotes/origin/${branch}`, branch);

  commit('2025-01-06', 'Start the shop', {
    'src/pay.ts': 'export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? "");\n',
    'src/db.ts': 'const url = process.env.DATABASE_URL;\nexport const pool = new Pool({ connectionString: url });\n',
    'src/upload.py': 'import os\nkey = os.environ["AWS_SECRET_ACCESS_KEY"]\n',
    '.env.example': 'STRIPE_SECRET_KEY=\nDATABASE_URL=\nAWS_ACCESS_KEY_ID=\nAWS_SECRET_ACCESS_KEY=\n',
    'deploy/api.yaml':
      'kind: Deployment\nspec:\n  containers:\n    - env:\n        - name: DATABASE_URL\n          valueFrom:\n            secretKeyRef: { name: shop, key: database-url }\n',
  });
  commit('2025-02-10', 'Upload pictures', {
    '.env': `# storage\nAWS_ACCESS_KEY_ID=${leaks.keyId}\nAWS_SECRET_ACCESS_KEY=${leaks.aws}\n`,
    '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    steps:\n      - run: ./deploy\n        env:\n          GITHUB_PAT: ${leaks.github}\n          AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n`,
  });
  commit('2025-03-03', 'Take payments', {
    'config/production.json': `{\n  "stripeSecretKey": "${leaks.stripe}"\n}\n`,
    'test/stripe.test.ts': `const STRIPE_TEST_KEY = '${leaks.stripeTest}';\n`,
  });
  commit('2025-03-20', 'Add the database', {
    'docker-compose.yml': `services:\n  api:\n    environment:\n      DATABASE_URL: ${url}\n`,
    'scripts/backup.sh': `DATABASE_URL=${url}\npg_dump "$DATABASE_URL"\n`,
    'worker/.env': `DATABASE_URL=${url}\n`,
  });
  commit('2025-04-14', 'Serve TLS', { 'certs/server.key': `${leaks.pem}\n` });
  repository.git('tag', 'v1.0.0');

  repository.git('checkout', '-q', '-b', 'alerts');
  commit('2025-05-05', 'Tell the channel', { 'src/alerts.ts': `const SLACK_WEBHOOK_URL = '${leaks.slack}';\n` });
  push('alerts');

  repository.git('checkout', '-q', '-b', 'release-1.1', 'main');
  const account = `{\n  "type": "service_account",\n  "project_id": "acme-shop",\n  "private_key_id": "${sample('hex', 40, 47)}",\n  "private_key": "${leaks.gcp}\\n",\n  "client_email": "uploader@acme-shop.iam.gserviceaccount.com"\n}\n`;
  commit('2025-05-19', 'Release 1.1', { 'deploy/service-account.json': account });
  repository.git('tag', '-a', '-m', 'Release 1.1', 'v1.1.0');
  repository.git('checkout', '-q', 'main');
  repository.git('branch', '-q', '-D', 'release-1.1');

  commit('2025-06-02', 'Take the token out of the workflow', {
    '.github/workflows/deploy.yml':
      'on: push\njobs:\n  deploy:\n    steps:\n      - run: ./deploy\n        env:\n          GITHUB_PAT: ${{ secrets.DEPLOY_PAT }}\n          AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\n',
  });
  repository.git('rm', '-q', 'certs/server.key');
  commit('2025-06-16', 'Keep keys out of the repository', {});
  commit('2025-07-01', 'Check sessions', {
    'src/session.ts': `// a token of an earlier release\nexport const LEGACY_TOKEN = '${leaks.expiredJwt}';\n`,
  });
  commit('2025-07-15', `Summarise orders\n\nWorks with ${leaks.message}`, { 'src/summary.ts': 'export {};\n' });
  push('main');

  commit(
    '2025-08-20',
    'Publish the client',
    { '.npmrc': `//registry.npmjs.org/:_authToken=${leaks.npm}\n` },
    '2025-02-01',
  );
  repository.git('checkout', '-q', '-b', 'mail');
  commit('2025-09-01', 'Send mail', { 'src/mail.ts': `const SENDGRID_API_KEY = '${leaks.sendgrid}';\n` });
  repository.git('checkout', '-q', 'main');
}
