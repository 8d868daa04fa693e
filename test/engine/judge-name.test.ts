// Names of secrets and names that only hold the word, in the spellings of many languages.

import { describe, expect, it } from 'vitest';
import { judgeName } from '../../src/engine/judge-name.js';

describe('judgeName', () => {
  it.each([
    'secret',
    'clientSecret',
    'CLIENT_SECRET',
    'api-key',
    'apiKey',
    'APIKey',
    'API_KEY',
    'stripe.api_key',
    'accessToken',
    'AWS_SECRET_ACCESS_KEY',
    'githubToken',
    'config.auth.token.value',
    'signing_key_prod',
    'webhook',
    'spring.datasource.credentials',
    'token2',
  ])('%s says secret', name => {
    expect(judgeName(name)).toMatchObject({ isSecret: true, kind: 'secret' });
  });

  it.each([
    'password',
    'DB_PASSWORD',
    'dbPassword',
    'spring.datasource.password',
    'root_pwd',
    'passphrase',
    'userPass',
    'senha',
    'kennwort',
    'password1',
    'password_prod',
  ])('%s says password', name => {
    expect(judgeName(name)).toMatchObject({ isSecret: true, kind: 'password' });
  });

  it.each([
    'token_url',
    'tokenUrl',
    'secret_name',
    'secretNames',
    'key_id',
    'keyIds',
    'AWS_ACCESS_KEY_ID',
    'token_identifier',
    'token_expires',
    'tokenExpire',
    'passwordLength',
    'password.min.length',
    'secretRef',
    'token_type',
    'apiKeyHeader',
    'password-hash',
    'keyboard',
    'has_password',
    'isSecret',
    'public_key',
    'publishableKey',
    'sort_key',
    'primaryKey',
    'cache_key',
    'next_page_token',
    'i18n_key',
    'monkey',
    'author',
    'compass',
    'answer',
    'csrfToken',
    'authenticity_token',
    'Sec-WebSocket-Key',
    'renderFirstPass',
    '',
    '...',
  ])('%j is no name of a secret', name => {
    expect(judgeName(name)).toMatchObject({ isSecret: false });
  });

  it.each(['password_field', 'credentials_file', 'get_token', 'reset_password', 'idToken', 'site_key'])(
    '%s is left to the model, which sees its words and the value together',
    name => {
      expect(judgeName(name)).toMatchObject({
        isSecret: true,
        words: name
          .replace(/([A-Z])/g, '_$1')
          .toLowerCase()
          .split('_'),
      });
    },
  );

  it('says why', () => {
    expect(judgeName('token_url').reason).toBe('a name that ends in "url" is about a secret, not one');
    expect(judgeName('isSecret').reason).toBe('a name that begins with "is" is a question or an action');
  });
});
