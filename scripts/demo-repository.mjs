// The sample repository of the demo: a small project whose history holds made-up secrets in every kind of place.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Fixed names and dates give the same commit ids on every machine.
const START = Date.UTC(2026, 0, 12, 9) / 1000;
const DAY = 86_400;

class Repository {
  #day = 0;

  constructor(dir) {
    this.dir = dir;
    this.git('init', '-q', '-b', 'main');
  }

  git(...args) {
    const date = `${START + this.#day * DAY} +0000`;
    const env = {
      PATH: process.env.PATH,
      HOME: this.dir,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Robin',
      GIT_AUTHOR_EMAIL: 'robin@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Robin',
      GIT_COMMITTER_EMAIL: 'robin@example.com',
      GIT_COMMITTER_DATE: date,
      LC_ALL: 'C',
    };
    return execFileSync('git', args, { cwd: this.dir, env, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim();
  }

  write(path, content) {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), content);
  }

  /** Writes files and commits them. Each commit is a day later than the one before. */
  commit(message, files) {
    this.#day++;
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }
}

/**
 * Makes the repository.
 *
 * @param dir an empty folder
 * @param secretOf rule id → a made-up secret of that rule
 * @returns what was planted: rule, secret, the place in words, and where a report must show it
 */
export function makeRepository(dir, secretOf) {
  const repository = new Repository(dir);
  const planted = [];
  const plant = (ruleId, what, where) => {
    const secret = secretOf(ruleId);
    planted.push({ ruleId, secret, what, where });
    return secret;
  };
  plantInFiles(repository, plant);
  plantInMerge(repository, plant);
  plantBesideFiles(repository, plant);
  return planted;
}

function plantInFiles(repository, plant) {
  const slack = plant('slack-bot-token', 'in a file, still there', { path: 'src/notify.ts', atHead: true });
  const stripe = plant('stripe-secret-key-live', 'in a file, removed later', { path: 'src/billing.ts', atHead: false });
  const github = plant('github-pat-classic', 'in an env file that was committed', { path: '.env', atHead: false });
  const gitlab = plant('gitlab-pat', 'in a UTF-16 file of a Windows shell', { path: 'deploy.ps1', atHead: true });
  repository.commit('start', { 'README.md': LOOKALIKES, 'src/app.ts': 'export const port = 8080;\n' });
  repository.commit('tell the team', { 'src/notify.ts': `const token = '${slack}';\n` });
  repository.commit('take payments', {
    'src/billing.ts': `import Stripe from 'stripe';\nconst stripe = new Stripe('${stripe}');\n`,
  });
  repository.commit('deploy', {
    '.env': `PORT=8080\nGITHUB_TOKEN=${github}\n`,
    'src/app.ts': 'export const port = 80;\n',
  });
  repository.commit('read the key from the environment', {
    'src/billing.ts': "import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_KEY);\n",
  });
  repository.git('rm', '-q', '--cached', '.env');
  repository.commit('ignore env files', { '.gitignore': '.env\n' });
  const script = `\uFEFF# deploy\r\n$env:GITLAB_TOKEN = "${gitlab}"\r\n`;
  repository.commit('deploy from Windows', { 'deploy.ps1': Buffer.from(script, 'utf16le') });
}

// What no rule may report: placeholders, variables, hashes, identifiers.
const LOOKALIKES = `# Sample

    GITHUB_TOKEN=ghp_${'x'.repeat(36)}
    SLACK_TOKEN=\${SLACK_TOKEN}
    PASSWORD=<your password here>
    image: registry.example.com/app@sha256:${'0123456789abcdef'.repeat(4)}
    build id: 9f86d081-884c-4d63-a1b2-3c5e7f901b2d
`;

function plantInMerge(repository, plant) {
  const npm = plant('npm-access-token', 'only in the resolution of a merge', { path: 'config.yml', atHead: false });
  repository.commit('configure', { 'config.yml': 'registry: one\n' });
  repository.git('checkout', '-q', '-b', 'feature');
  repository.commit('feature', { 'config.yml': 'registry: two\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit('main', { 'config.yml': 'registry: three\n' });
  try {
    repository.git('merge', '-q', 'feature');
  } catch {
    // the conflict that is wanted
  }
  repository.commit('merge feature', { 'config.yml': `registry: three\nauth: ${npm}\n` });
  repository.commit('clean up', { 'config.yml': 'registry: three\n' });
}

function plantBesideFiles(repository, plant) {
  const sendgrid = plant('sendgrid-api-key', 'in a commit that was amended away', {
    path: 'src/mail.ts',
    reachable: false,
  });
  const anthropic = plant('anthropic-api-key', 'in a stash', { path: 'src/app.ts', atHead: false });
  const aws = plant('aws-access-key-id', 'in the message of a tag', { kind: 'tag', reachable: true });
  const pypi = plant('pypi-api-token', 'in the message of a commit', { kind: 'commit' });
  repository.commit('send mail', { 'src/mail.ts': `setApiKey('${sendgrid}');\n` });
  repository.write('src/mail.ts', 'setApiKey(process.env.MAIL_KEY);\n');
  repository.git('commit', '-q', '-a', '--amend', '--no-edit');
  repository.write('src/app.ts', `const client = new Client('${anthropic}');\n`);
  repository.git('stash', '-q');
  repository.git('tag', '-a', '-m', `First release. Upload with ${aws}`, 'v1.0.0');
  repository.commit(`release: publish with ${pypi}`, {});
}
