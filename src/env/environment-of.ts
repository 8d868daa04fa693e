// An env file's name → the environment that it is for. Pure.

export type Environment = 'production' | 'staging' | 'development' | 'test' | 'template' | 'unknown';

const BY_WORD: readonly (readonly [RegExp, Environment])[] = [
  [/^(?:example|sample|template|tpl|dist|defaults?|schema|tmpl)$/, 'template'],
  [/^(?:production|prod|prd|live)$/, 'production'],
  [/^(?:staging|stage|stg|preprod|preview|uat|qa|preproduction)$/, 'staging'],
  [/^(?:development|develop|dev|local)$/, 'development'],
  [/^(?:test|tests|testing|ci|e2e)$/, 'test'],
];

/** Any word of the name that says template wins: `.env.production.template` is one. Else the first word that says something. */
export function environmentOf(path: string): Environment {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split(/[._-]+/);
  for (const [pattern, environment] of BY_WORD) {
    if (words.some(word => pattern.test(word))) return environment;
  }
  return 'unknown';
}
