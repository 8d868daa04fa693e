// Tests about the facts for responders: whole, sourced, without a secret or a place for one, and an answer for every rule.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { responses } from '../rules/responses.js';
import { compileRules } from '../src/engine/compile-rules.js';
import { scanBytes } from '../src/engine/scan-bytes.js';
import { findResponse } from '../src/incident/find-response.js';
import { isWebAddress } from '../src/report/remote.js';
import { toSarifRule } from '../src/report/sarif-rules.js';
import type { Response } from '../src/response.js';
import { dueHours, finding } from './report/sample-result.js';

const FACTS = '../shared/facts/playbooks.json';

const modules: { file: string; exported: Record<string, Response> }[] = [];
for (const file of readdirSync('rules').filter(
  name => name.endsWith('.ts') && !/^(?:index|docs|responses)\.ts$/.test(name),
)) {
  const exported: Record<string, Response> = await import(`../rules/${file.slice(0, -'.ts'.length)}.ts`);
  modules.push({
    file,
    exported: Object.fromEntries(Object.entries(exported).filter(([, entry]) => 'revoke' in entry)),
  });
}

const idsWhere = (isWrong: (response: Response) => boolean) => responses.filter(isWrong).map(({ id }) => id);
const twice = (values: readonly string[]) => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
const commandsOf = ({ revoke, generate }: Response) => [revoke.command, generate].filter(command => command !== null);
const prosesOf = (response: Response) =>
  [
    response.title,
    ...response.rotate,
    response.invalidation,
    response.audit,
    response.detectUse,
    response.reach,
    response.breaks,
    response.vendorNote,
    response.rotationDays?.source ?? null,
  ].filter(text => text !== null);
const textsOf = (response: Response) =>
  [...prosesOf(response), ...commandsOf(response), response.revoke.api, response.revoke.page].filter(
    text => text !== null,
  );
const pagesOf = ({ revoke, docs, sources }: Response) =>
  [revoke.page, docs, ...sources].filter(address => address !== null);

describe('entries', () => {
  it('are at least ninety, sorted, with unique ids in kebab-case', () => {
    const ids = responses.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(90);
    expect(ids.filter(id => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are exported under their ids, and every one is in the list', () => {
    const toName = (id: string) => `${id.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())}Response`;
    const entries = modules.flatMap(({ exported }) => Object.entries(exported));
    expect(entries.filter(([name, { id }]) => name !== toName(id)).map(([name]) => name)).toEqual([]);
    expect(entries.map(([, { id }]) => id).sort()).toEqual(responses.map(({ id }) => id));
  });

  it('name rules that exist, each in one entry only', () => {
    const named = responses.flatMap(entry => entry.rules);
    const known = new Set(rules.map(({ id }) => id));
    expect(named.filter(id => !known.has(id))).toEqual([]);
    expect(twice(named)).toEqual([]);
  });

  it('name variables in UPPER_SNAKE, or their beginning, each in one entry only', () => {
    const names = responses.flatMap(entry => entry.names);
    expect(names.filter(name => !/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?:_?\*)?$/.test(name))).toEqual([]);
    expect(twice(names)).toEqual([]);
  });

  it('name URL schemes in lower case, each in one entry only', () => {
    const schemes = responses.flatMap(entry => entry.schemes);
    expect(schemes.filter(scheme => !/^[a-z][a-z0-9+]*$/.test(scheme))).toEqual([]);
    expect(twice(schemes)).toEqual([]);
  });

  it('can be reached: by a rule, a variable or a scheme, or as the answer when nothing is known', () => {
    expect(idsWhere(({ rules: ids, names, schemes }) => ids.length + names.length + schemes.length === 0)).toEqual([
      'vendor-api-key',
    ]);
  });

  it('say how to rotate, and where that is known from: at least one web address', () => {
    expect(idsWhere(({ rotate }) => rotate.length === 0)).toEqual([]);
    expect(idsWhere(({ sources }) => sources.length === 0)).toEqual([]);
    expect(idsWhere(({ sources }) => twice(sources).length > 0)).toEqual([]);
  });

  it('give an interval in whole days with its source', () => {
    expect(idsWhere(({ rotationDays }) => rotationDays === null)).toEqual([]);
    expect(
      idsWhere(
        ({ rotationDays: interval }) =>
          interval !== null &&
          (!Number.isInteger(interval.days) || interval.days < 0 || interval.days > 365 || interval.source === ''),
      ),
    ).toEqual([]);
  });

  it('say how a new value is made where the owner makes it', () => {
    const own = ['jwt-signing-key', 'django-secret-key', 'fernet-key', 'framework-key', 'rails-key', 'laravel-app-key'];
    const passwords = [
      'postgres-password',
      'mysql-password',
      'redis-password',
      'mongodb-password',
      'database-password',
    ];
    const keys = ['ssh-private-key', 'tls-private-key', 'webhook-signing-secret', 'password', 'own-admin-password'];
    const wanted = [...own, ...passwords, ...keys];
    const made = new Set(idsWhere(({ generate }) => generate !== null));
    expect(wanted.filter(id => !made.has(id))).toEqual([]);
  });
});

describe('texts', () => {
  it('are printable ASCII without the characters of Markdown and HTML that change their meaning', () => {
    const wrong = responses.flatMap(entry =>
      textsOf(entry)
        .filter(text => !/^[\x20-\x7e]+$/.test(text) || /[`<>|]|\*\*|\]\(|^\s*(?:#|[-+*] )/.test(text))
        .map(text => `${entry.id}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are trimmed, and steps are sentences', () => {
    const wrong = responses.flatMap(entry => [
      ...textsOf(entry).filter(text => text !== text.trim() || text.includes('  ')),
      ...entry.rotate.filter(step => !/[.?]$/.test(step)),
    ]);
    expect(wrong).toEqual([]);
  });

  it('hold nothing that any rule takes for a secret', () => {
    const engine = compileRules(rules);
    const wrong = responses.flatMap(entry => {
      const bytes = Buffer.from(JSON.stringify(entry, null, 1));
      return scanBytes(engine, bytes)
        .matches.map(({ ruleId }) => rules.find(rule => rule.id === ruleId))
        .filter(rule => rule?.secrecy === 'secret')
        .map(rule => `${entry.id}: ${rule?.id}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are addresses where an address is meant: https, and parsed', () => {
    const wrong = responses.flatMap(entry =>
      pagesOf(entry)
        .filter(address => !address.startsWith('https://') || !URL.canParse(address) || !isWebAddress(address))
        .map(address => `${entry.id}: ${address}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('commands', () => {
  const IN_ARGV =
    /(?:^|\s)(?:-p|--pass(?:word|phrase)?|--token|--secret|--value|--api-key|--auth-token|-H|--header|--from-literal)(?:[= ]\S|$)|(?:^|\s)(?:-u|--user)[= ]\S*:|pass(?:word|wd)?=|token=|secret=|\becho\b|\$\(|:\/\/[^/\s]*:[^/\s]*@/i;

  it.each([
    { command: 'mysql -p hunter', isWrong: true },
    { command: 'tool --password=NEW', isWrong: true },
    { command: 'kubectl create secret generic NAME --from-literal=KEY=VALUE', isWrong: true },
    { command: 'curl -H "Authorization: Bearer TOKEN" https://api.acme.dev', isWrong: true },
    { command: 'psql postgres://app:new@host/db', isWrong: true },
    { command: 'curl -u app:new https://api.acme.dev', isWrong: true },
    { command: 'aws iam delete-access-key --user-name USER --access-key-id ID', isWrong: false },
    { command: 'openssl rand -base64 32', isWrong: false },
  ])('$command would show a secret: $isWrong', ({ command, isWrong }) => {
    expect(IN_ARGV.test(command)).toBe(isWrong);
  });

  it('take no secret as an argument', () => {
    expect(responses.flatMap(commandsOf).filter(command => IN_ARGV.test(command))).toEqual([]);
    const inSteps = responses
      .flatMap(({ rotate }) => rotate)
      .filter(step => /--(?:password|token|secret)\b[= ]/.test(step));
    expect(inSteps).toEqual([]);
  });

  it('ask for no value of their own: placeholders are ids, names and files', () => {
    const placeholders = responses
      .flatMap(commandsOf)
      .flatMap(command => command.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []);
    const values = placeholders.filter(word => /PASSWORD(?!_ID)|SECRET(?!_NAME)|TOKEN(?!_ID|_NAME)|VALUE/.test(word));
    expect(values).toEqual([]);
    expect(placeholders).toEqual(expect.arrayContaining(['ACCESS_KEY_ID', 'USER_NAME']));
  });

  it('are one line each', () => {
    expect(responses.flatMap(commandsOf).filter(command => /[\r\n;&]/.test(command.replace(/"[^"]*"/g, '')))).toEqual(
      [],
    );
  });
});

describe('rules', () => {
  const answers = rules.map(rule => ({
    rule,
    answer: findResponse(responses, { ruleId: rule.id, provider: rule.provider, variable: null, scheme: null }),
  }));

  it('each lead to an entry', () => {
    expect(answers.filter(({ answer }) => answer.response.rotate.length === 0)).toEqual([]);
    const own = answers.filter(({ answer }) => answer.by === 'rule').length;
    expect(own).toBeGreaterThan(rules.length / 3);
  });

  it('for public values do not lead to advice to revoke', () => {
    const wrong = answers.filter(
      ({ rule, answer }) =>
        rule.secrecy === 'publishable' &&
        !['publishable-identifier', 'encrypted-value', 'sentry-dsn'].includes(answer.response.id),
    );
    expect(wrong.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('of a technology do not lead to advice about a vendor that nobody knows', () => {
    const wrong = answers.filter(({ rule, answer }) => rule.generic && answer.response.id === 'vendor-api-key');
    expect(wrong.map(({ rule }) => rule.id)).toEqual([]);
  });
});

// What five guides for the handling of secrets name, and the entry that must answer.
const NAMED = [
  { variable: 'JWT_SECRET', id: 'jwt-signing-key' },
  { variable: 'SECRET_KEY', id: 'django-secret-key' },
  { variable: 'ENCRYPTION_KEY', id: 'fernet-key' },
  { variable: 'SECRETS_ENCRYPTION_KEY', id: 'fernet-key' },
  { variable: 'DATABASE_URL', id: 'postgres-password' },
  { variable: 'DB_URL', id: 'postgres-password' },
  { variable: 'REDIS_URL', id: 'redis-password' },
  { variable: 'MASTER_OWNER_PASSWORD', id: 'own-admin-password' },
  { variable: 'MONITOR_EMPLOYEE_PASSWORD', id: 'own-admin-password' },
  { variable: 'BREVO_API_KEY', id: 'brevo-api-key' },
  { variable: 'INFOBIP_API_KEY', id: 'infobip-api-key' },
  { variable: 'STRIPE_API_KEY', id: 'stripe-api-key' },
  { variable: 'STRIPE_SECRET_KEY', id: 'stripe-api-key' },
  { variable: 'STRIPE_WEBHOOK_SECRET', id: 'stripe-webhook-secret' },
  { variable: 'SPACES_KEY', id: 'digitalocean-spaces-key' },
  { variable: 'SPACES_SECRET', id: 'digitalocean-spaces-key' },
  { variable: 'DO_API_TOKEN', id: 'digitalocean-token' },
  { variable: 'VERCEL_TOKEN', id: 'vercel-token' },
  { variable: 'SENTRY_DSN', id: 'sentry-dsn' },
  { variable: 'NEXT_PUBLIC_SENTRY_DSN', id: 'sentry-dsn' },
  { variable: 'VITE_SENTRY_DSN', id: 'sentry-dsn' },
  { variable: 'DATADOG_API_KEY', id: 'datadog-key' },
  { variable: 'MAILGUN_API_KEY', id: 'mailgun-api-key' },
  { variable: 'MAILGUN_WEBHOOK_SIGNING_KEY', id: 'mailgun-webhook-signing-key' },
  { variable: 'BANDWIDTH_API_TOKEN', id: 'bandwidth-api-credentials' },
  { variable: 'BANDWIDTH_API_SECRET', id: 'bandwidth-api-credentials' },
  { variable: 'TWILIO_AUTH_TOKEN', id: 'twilio-auth-token' },
  { variable: 'CLOUDINARY_API_SECRET', id: 'cloudinary-api-secret' },
  { variable: 'CLOUDFLARE_API_TOKEN', id: 'cloudflare-api-token' },
  { variable: 'AWS_SES_ACCESS_KEY', id: 'aws-ses-key' },
  { variable: 'AWS_SES_SECRET_KEY', id: 'aws-ses-key' },
  { variable: 'AWS_SECRET_ACCESS_KEY', id: 'aws-access-key' },
  { variable: 'SUPABASE_SERVICE_ROLE_KEY', id: 'supabase-secret-key' },
  { variable: 'OPENAI_API_KEY', id: 'openai-api-key' },
  { variable: 'RETELL_API_KEY', id: 'retell-api-key' },
  { variable: 'RETELL_WEBHOOK_SECRET', id: 'retell-api-key' },
  { variable: 'TELNYX_API_KEY', id: 'telnyx-api-key' },
  { variable: 'TELNYX_WEBHOOK_SECRET', id: 'telnyx-api-key' },
  { variable: 'RESEND_API_KEY', id: 'resend-api-key' },
  { variable: 'SLACK_WEBHOOK_URL', id: 'slack-webhook' },
  { variable: 'GOOGLE_CLIENT_SECRET', id: 'google-oauth-client-secret' },
  { variable: 'CLERK_SECRET_KEY', id: 'clerk-secret-key' },
  { variable: 'CLEARBIT_API_KEY', id: 'clearbit-secret-key' },
  { variable: 'RAILWAY_TOKEN', id: 'railway-token' },
  { variable: 'RENDER_API_KEY', id: 'render-api-key' },
  { variable: 'HEROKU_API_KEY', id: 'heroku-api-key' },
  { variable: 'GITHUB_TOKEN', id: 'github-token' },
  { variable: 'VAULT_TOKEN', id: 'vault-token' },
  { variable: 'VOIP_ACME_SECRET', id: 'voip-credentials' },
] as const;

describe('what guides for the handling of secrets name', () => {
  it.each(NAMED)('$variable → $id', ({ variable, id }) => {
    const answer = findResponse(responses, { ruleId: 'generic-secret', provider: 'Generic', variable, scheme: null });
    expect(answer.response.id).toBe(id);
  });
});

// Kinds of credentials for which facts were collected, and the entry that holds them.
const COLLECTED: Readonly<Record<string, string>> = {
  'AWS IAM access key': 'aws-access-key',
  'AWS STS session token': 'aws-session-token',
  'AWS SES': 'aws-ses-key',
  'AWS S3': 'aws-s3-key',
  'Google Cloud service account key': 'gcp-service-account-key',
  'Google API key': 'google-api-key',
  'Google OAuth client secret': 'google-oauth-client-secret',
  'Google OAuth token': 'google-oauth-token',
  Firebase: 'firebase',
  'Azure Entra app secret': 'azure-entra-client-secret',
  'Azure Storage account key': 'azure-storage-key',
  'Azure DevOps PAT': 'azure-devops-pat',
  'GitHub token': 'github-token',
  'GitHub App installation token': 'github-app-credential',
  'GitHub deploy / SSH key': 'github-deploy-key',
  'GitLab token': 'gitlab-token',
  Bitbucket: 'bitbucket',
  'Atlassian Cloud API token': 'atlassian-api-token',
  'Jira Data Center PAT': 'atlassian-datacenter-pat',
  npm: 'npm-token',
  PyPI: 'pypi-token',
  '(the Rust registry host)': 'crates-io-token',
  'Docker Hub': 'docker-hub-token',
  'Hugging Face': 'hugging-face-token',
  OpenAI: 'openai-api-key',
  Anthropic: 'anthropic-api-key',
  'Retell AI': 'retell-api-key',
  Telnyx: 'telnyx-api-key',
  Resend: 'resend-api-key',
  Brevo: 'brevo-api-key',
  Infobip: 'infobip-api-key',
  SendGrid: 'sendgrid-api-key',
  'Mailgun API key': 'mailgun-api-key',
  'Mailgun webhook signing key': 'mailgun-webhook-signing-key',
  Mailchimp: 'mailchimp-api-key',
  'Twilio auth token': 'twilio-auth-token',
  'Twilio API key': 'twilio-api-key',
  Bandwidth: 'bandwidth-api-credentials',
  Vonage: 'vonage-api-secret',
  'Slack token': 'slack-token',
  'Slack webhook': 'slack-webhook',
  'Microsoft Teams webhook': 'microsoft-teams-webhook',
  'Discord bot token': 'discord-bot-token',
  'Discord webhook': 'discord-webhook',
  'Telegram bot': 'telegram-bot-token',
  'Stripe API key': 'stripe-api-key',
  'Stripe webhook secret': 'stripe-webhook-secret',
  Square: 'square-access-token',
  PayPal: 'paypal-client-secret',
  Plaid: 'plaid-secret',
  Shopify: 'shopify-token',
  'DigitalOcean API': 'digitalocean-token',
  'DigitalOcean Spaces': 'digitalocean-spaces-key',
  Vercel: 'vercel-token',
  Netlify: 'netlify-token',
  Render: 'render-api-key',
  Railway: 'railway-token',
  'Fly.io': 'fly-token',
  Heroku: 'heroku-api-key',
  Cloudflare: 'cloudflare-api-token',
  Supabase: 'supabase-secret-key',
  Neon: 'neon-api-key',
  PlanetScale: 'planetscale-credential',
  Upstash: 'upstash-token',
  'MongoDB Atlas': 'mongodb-atlas-api-key',
  'PostgreSQL URL': 'postgres-password',
  'MySQL URL': 'mysql-password',
  'Redis URL': 'redis-password',
  'MongoDB URL (self-hosted)': 'mongodb-password',
  Snowflake: 'snowflake-credential',
  Databricks: 'databricks-token',
  Confluent: 'confluent-api-secret',
  Sentry: 'sentry-auth-token',
  'Sentry DSN': 'sentry-dsn',
  Datadog: 'datadog-key',
  'New Relic': 'new-relic-key',
  PagerDuty: 'pagerduty-api-key',
  Grafana: 'grafana-token',
  Clerk: 'clerk-secret-key',
  Clearbit: 'clearbit-secret-key',
  Auth0: 'auth0-secret',
  Okta: 'okta-api-token',
  'JWT signing secret': 'jwt-signing-key',
  'Django SECRET_KEY': 'django-secret-key',
  'Fernet key': 'fernet-key',
  'SSH private key': 'ssh-private-key',
  'TLS / PEM private key': 'tls-private-key',
  'Kubernetes Secret': 'kubernetes-credential',
  Algolia: 'algolia-admin-key',
  Cloudinary: 'cloudinary-api-secret',
  Figma: 'figma-token',
  Notion: 'notion-token',
  Linear: 'linear-api-key',
  'Terraform Cloud (HCP)': 'terraform-token',
  'HashiCorp Vault': 'vault-token',
  'Pulumi Cloud': 'pulumi-access-token',
  CircleCI: 'circleci-token',
  Buildkite: 'buildkite-token',
  Doppler: 'doppler-token',
  LaunchDarkly: 'launchdarkly-api-key',
  Tailscale: 'tailscale-key',
  'Generic password / unknown token': 'unknown-secret',
};

describe('help of SARIF rules', () => {
  const helps = rules.map(rule => {
    const { response } = findResponse(responses, {
      ruleId: rule.id,
      provider: rule.provider,
      variable: null,
      scheme: null,
    });
    const found = finding({ ruleId: rule.id, title: rule.title, provider: rule.provider, severity: rule.severity });
    return { id: rule.id, response, sarif: toSarifRule(found, { rule, response, due: dueHours }) };
  });

  it('holds the steps of the first hour for every rule, and stays short enough to be read', () => {
    expect(
      helps.filter(({ sarif }) => !sarif.help.markdown.includes('### In the first hour')).map(({ id }) => id),
    ).toEqual([]);
    expect(Math.max(...helps.map(({ sarif }) => sarif.help.markdown.length))).toBeLessThan(8000);
  });

  it("links to the provider's own page where one is known", () => {
    const wrong = helps.filter(({ response, sarif }) => response.docs !== null && sarif.helpUri !== response.docs);
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(helps.filter(({ sarif }) => sarif.helpUri === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('holds no HTML, and no link that its text does not show', () => {
    const wrong = helps.filter(({ sarif }) =>
      /<(?!https:\/\/)(?<!\\<)|\]\(/.test(sarif.help.markdown.replace(/`[^`]*`/g, '')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('collected facts', () => {
  const ids = new Set(responses.map(({ id }) => id));

  it('each have their entry', () => {
    expect(Object.values(COLLECTED).filter(id => !ids.has(id))).toEqual([]);
    expect(twice(Object.values(COLLECTED))).toEqual([]);
  });

  it.skipIf(!existsSync(FACTS))(`are those of ${FACTS} (skipped where that file is not beside the project)`, () => {
    const facts: { provider: string; autoRevoked: boolean | null }[] = JSON.parse(readFileSync(FACTS, 'utf8'));
    expect(facts.length).toBeGreaterThanOrEqual(90);
    expect(facts.map(({ provider }) => provider).filter(provider => !(provider in COLLECTED))).toEqual([]);
  });
});
