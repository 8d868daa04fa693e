import { describe, expect, it } from 'vitest';
import { findResponse, type ResponseQuery } from '../../src/incident/find-response.js';
import { defineResponse, type ResponseInput } from '../../src/response.js';

const entry = (id: string, changes: Partial<ResponseInput> = {}) =>
  defineResponse({ id, title: id, rules: [], sources: ['https://example.org'], ...changes });

const responses = [
  entry('acme-key', { rules: ['acme-key'], names: ['ACME_KEY', 'ACME_*'] }),
  entry('acme-webhook', { names: ['ACME_WEBHOOK_SECRET', 'ACME_WEBHOOK_*'] }),
  entry('postgres', { rules: ['postgres-url'], names: ['DATABASE_URL'], schemes: ['postgres', 'postgresql'] }),
  entry('mongo', { schemes: ['mongodb', 'mongodb+srv'] }),
  entry('url', { rules: ['url-credentials'], isFallback: true }),
  entry('vendor-api-key', { isFallback: true }),
  entry('unknown-secret', { rules: ['generic-secret'], isFallback: true }),
];
const nothing: ResponseQuery = { ruleId: null, provider: null, variable: null, scheme: null };
const find = (query: Partial<ResponseQuery>) => {
  const { response, by, reason } = findResponse(responses, { ...nothing, ...query });
  return { id: response.id, by, reason };
};

describe('findResponse', () => {
  it.each([
    {
      name: 'the rule comes first',
      query: { ruleId: 'acme-key', variable: 'DATABASE_URL' },
      id: 'acme-key',
      by: 'rule',
    },
    {
      name: 'a rule for anything gives way to the variable',
      query: { ruleId: 'generic-secret', variable: 'DATABASE_URL' },
      id: 'postgres',
      by: 'variable',
    },
    {
      name: 'and to the scheme',
      query: { ruleId: 'url-credentials', variable: 'PROXY', scheme: 'postgresql' },
      id: 'postgres',
      by: 'scheme',
    },
    {
      name: 'or else answers itself',
      query: { ruleId: 'url-credentials', scheme: 'https' },
      id: 'url',
      by: 'fallback',
    },
    { name: 'an exact name beats a beginning', query: { variable: 'ACME_KEY' }, id: 'acme-key', by: 'variable' },
    { name: 'the longest beginning wins', query: { variable: 'ACME_WEBHOOK_KEY' }, id: 'acme-webhook', by: 'prefix' },
    { name: 'a shorter beginning will do', query: { variable: 'ACME_PASSWORD' }, id: 'acme-key', by: 'prefix' },
    {
      name: 'a name in camel case is read',
      query: { variable: 'acmeWebhookSecret' },
      id: 'acme-webhook',
      by: 'variable',
    },
    { name: 'a name with dots and dashes is read', query: { variable: 'acme.web-key' }, id: 'acme-key', by: 'prefix' },
    { name: 'a public prefix is cut off', query: { variable: 'NEXT_PUBLIC_ACME_KEY' }, id: 'acme-key', by: 'variable' },
    { name: 'a stage in front is cut off', query: { variable: 'PROD_DATABASE_URL' }, id: 'postgres', by: 'variable' },
    { name: 'a stage behind is cut off', query: { variable: 'DATABASE_URL_STAGING' }, id: 'postgres', by: 'variable' },
    { name: 'both are cut off', query: { variable: 'VITE_TEST_ACME_KEY_2' }, id: 'acme-key', by: 'variable' },
    {
      name: 'a driver behind the scheme does not count',
      query: { scheme: 'postgresql+asyncpg' },
      id: 'postgres',
      by: 'scheme',
    },
    {
      name: 'a scheme with a plus of its own counts whole',
      query: { scheme: 'mongodb+srv' },
      id: 'mongo',
      by: 'scheme',
    },
    { name: 'case of a scheme does not count', query: { scheme: 'Postgres' }, id: 'postgres', by: 'scheme' },
    {
      name: 'a rule of the user for a known vendor finds the vendor',
      query: { ruleId: 'our-acme', provider: 'Acme' },
      id: 'acme-key',
      by: 'provider',
    },
    {
      name: 'an unknown vendor gets what is true of all',
      query: { ruleId: 'foo-key', provider: 'Foo' },
      id: 'vendor-api-key',
      by: 'fallback',
    },
    { name: 'nothing known at all', query: {}, id: 'unknown-secret', by: 'fallback' },
    { name: 'a name of separators only is no name', query: { variable: '__' }, id: 'unknown-secret', by: 'fallback' },
  ])('$name', ({ query, id, by }) => {
    expect(find(query)).toMatchObject({ id, by });
  });

  it.each([
    { query: { ruleId: 'acme-key' }, reason: 'the rule acme-key is about it' },
    { query: { variable: 'acmeKey' }, reason: 'the variable is named ACME_KEY' },
    { query: { variable: 'ACME_PIN' }, reason: "the variable's name begins with ACME_" },
    { query: { scheme: 'postgres' }, reason: "the URL's scheme is postgres" },
    { query: { provider: 'ACME' }, reason: 'the provider is ACME' },
    { query: { provider: 'Foo' }, reason: 'no response is known for Foo' },
    { query: {}, reason: 'its issuer is not known' },
  ])('says why: $reason', ({ query, reason }) => {
    expect(find(query).reason).toBe(reason);
  });

  it('is a bug in the caller without the general entries', () => {
    expect(() => findResponse([], nothing)).toThrow(RangeError);
  });
});
