// What people write where a secret will be; a real one never reads as that.

import { describe, expect, it } from 'vitest';
import { isEnvPlaceholder } from '../../src/env/env-placeholder.js';
import { type Alphabet, sample, sampleUuid } from '../../src/sample.js';

const at = (user: string, password: string, host: string) => `postgresql://${user}:${password}@${host}/app`;

describe('a placeholder', () => {
  it.each([
    ['JWT_SECRET', 'dev_jwt_secret_change_me'],
    ['JWT_SECRET', 'dev_secret'],
    ['BREVO_API_KEY', 'dev_brevo_key'],
    ['SPACES_KEY', 'DEV_SPACES_KEY'],
    ['STRIPE_API_KEY', 'sk_test_xxx'],
    ['STRIPE_SECRET_KEY', 'sk_test_xxxx'],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_xxx'],
    ['TWILIO_ACCOUNT_SID', 'ACxxxxxxxx'],
    ['TWILIO_AUTH_TOKEN', 'xxxxxxxxxx'],
    ['AWS_SES_ACCESS_KEY', '...'],
    ['SENTRY_DSN', ''],
    ['MAILGUN_API_KEY', 'your-sandbox-key'],
    ['SECRET_KEY', 'your-secret-key'],
    ['AWS_ACCESS_KEY_ID', 'your-aws-key'],
    ['SECRET_KEY', '<strong-64-char-hex>'],
    ['MAILGUN_API_KEY', '<production-api-key>'],
    ['DATABASE_URL', at('user', '<32-char-password>', 'postgres:5432')],
    ['TOKEN', '${{ secrets.TOKEN }}'],
    ['SECRET_KEY', 'dev-secret-key-not-for-production'],
    ['PASSWORD', 'new-strong-password'],
    ['DATABASE_URL', at('postgres', 'postgres', 'localhost:5432')],
    ['DATABASE_URL', at('postgres', 'password', 'localhost:5432')],
    ['DATABASE_URL', at('crm', 'dev_password', 'localhost:5432')],
    ['DATABASE_URL', at('app', 'app', 'db:5432')],
    ['DATABASE_URL', at('app', 'T7qk9Wzx2L', 'db.example.com')],
    ['DATABASE_URL', at('app', '${DB_PASSWORD}', 'db.acme.dev')],
    ['API_KEY', 'changeme'],
    ['API_KEY', 'TODO'],
    ['API_KEY', 'api_key'],
    ['API_KEY', '<your key>'],
    ['API_KEY', '$OTHER_KEY'],
    ['API_KEY', '$(pass show key)'],
    ['API_KEY', 'put your key here'],
    ['API_KEY', 'generate with: openssl rand -hex 32'],
    ['API_KEY', 'my-super-secret-api-key'],
    ['API_KEY', 'op://vault/item/field'],
    ['API_KEY', 'encrypted:B' + sample('base64', 120)],
    ['API_KEY', '********'],
    ['API_KEY', 'null'],
  ])('%s=%s', (name, value) => {
    expect(isEnvPlaceholder(name, value)).toBe(true);
  });
});

describe('no placeholder', () => {
  it.each([
    ['DATABASE_URL', at('app', sample('base62', 16), 'db.acme.dev')],
    ['DATABASE_URL', at('app', sample('base62', 16), 'localhost:5432')],
    ['DATABASE_URL', at('app', sample('base62', 16), '${DB_HOST}')],
    ['DATABASE_URL', at('postgres', 'postgres', 'db.acme.dev')],
    ['ADMIN_PASSWORD', 'Winter2024'],
    ['ADMIN_PASSWORD', 'correct-horse-battery'],
    ['SPACES_REGION', 'fra1'],
    ['API_ID', sampleUuid()],
  ])('%s=%s', (name, value) => {
    expect(isEnvPlaceholder(name, value)).toBe(false);
  });

  it.each<Alphabet>(['hex', 'base32', 'lowerAlnum', 'base62', 'base64', 'base64url'])('is a token of %s', alphabet => {
    const texts = Array.from({ length: 500 }, (_, seed) => sample(alphabet, 32, seed + 1));
    expect(texts.filter(text => isEnvPlaceholder('API_KEY', text))).toEqual([]);
  });
});
