import { describe, expect, it } from 'vitest';
import { levelOf, toSarifRule } from '../../src/report/sarif-rules.js';
import type { Response } from '../../src/response.js';
import { dueHours, finding, response, rule } from './sample-result.js';

const of = (changes: Parameters<typeof rule>[0], answer: Response | null = null) =>
  toSarifRule(finding({ ruleId: changes?.id ?? 'gitlab-personal-access-token' }), {
    rule: rule(changes),
    response: answer,
    due: dueHours,
  });

describe('levelOf', () => {
  it.each([
    { severity: 'critical', confidence: 'high', expected: 'error' },
    { severity: 'high', confidence: 'medium', expected: 'error' },
    { severity: 'medium', confidence: 'high', expected: 'warning' },
    { severity: 'low', confidence: 'high', expected: 'note' },
    { severity: 'critical', confidence: 'low', expected: 'note' },
  ] as const)(
    'is $expected for $severity severity and $confidence confidence',
    ({ severity, confidence, expected }) => {
      expect(levelOf(severity, confidence)).toBe(expected);
    },
  );
});

describe('toSarifRule', () => {
  it('names the rule in PascalCase', () => {
    expect(of({ id: '42-intra-api_token' }).name).toBe('42IntraApiToken');
  });

  it('never names a rule like its id', () => {
    expect(of({ id: 'token' }).name).toBe('TokenRule');
  });

  it.each([
    { severity: 'critical', expected: '9.5' },
    { severity: 'high', expected: '8.0' },
    { severity: 'medium', expected: '5.5' },
    { severity: 'low', expected: '2.0' },
  ] as const)('gives $severity a score of $expected, as text', ({ severity, expected }) => {
    expect(of({ severity }).properties['security-severity']).toBe(expected);
  });

  it.each([
    { id: 'gitlab-token', check: null, expected: 'external/cwe/cwe-798' },
    { id: 'aiven-service-password', check: null, expected: 'external/cwe/cwe-259' },
    { id: 'private-key-pem', check: 'private-key', expected: 'external/cwe/cwe-321' },
    { id: 'age-secret-key', check: 'private-key', expected: 'external/cwe/cwe-321' },
    { id: 'password-hash-crypt', check: null, expected: 'external/cwe/cwe-259' },
  ] as const)('files $id under $expected', ({ id, check, expected }) => {
    expect(of({ id, check }).properties.tags).toEqual(['security', 'secret', expected]);
  });

  it('helps in the right order without a response too, with links to the references', () => {
    const { help, helpUri } = of({ references: ['https://example.org/a', 'javascript:alert(1)'] });
    expect(help.text).toMatch(/1\. Pushed, or not known: revoke[\s\S]*Rewrite the history last/);
    expect(help.markdown).toContain('- <https://example.org/a>');
    expect(help.markdown).not.toContain('javascript');
    expect(helpUri).toBe('https://example.org/a');
  });

  it("links to the provider's own page first", () => {
    const { help, helpUri } = of({ references: ['https://example.org/a'] }, response());
    expect(helpUri).toBe('https://docs.gitlab.com/user/profile/personal_access_tokens/');
    expect(help.markdown.split('### References\n\n')[1]).toBe(
      '- <https://docs.gitlab.com/user/profile/personal_access_tokens/>\n- <https://docs.gitlab.com/security/responding_to_security_incidents/>\n- <https://example.org/a>\n',
    );
  });

  it('links to the page for revoking where there is no documentation', () => {
    expect(of({}, response({ docs: null })).helpUri).toBe('https://gitlab.com/-/user_settings/personal_access_tokens');
  });

  it.each([
    { name: 'the page for revoking', expected: '- <https://gitlab.com/-/user_settings/personal_access_tokens>' },
    { name: 'the API, as code', expected: '- `DELETE /api/v4/personal_access_tokens/self`' },
    { name: 'the steps, numbered', expected: '2. Create a new token with the scopes it needs.' },
    { name: 'what breaks', expected: '### What stops working once it is revoked\n\n- Pipelines that use it.' },
    { name: 'what outlives it', expected: '### When it ends, and what outlives it\n\n- Deploy tokens live on.' },
    { name: 'where to look for use', expected: '- Users, tokens and pipelines that nobody made.\n- Audit events' },
    { name: 'by when', expected: '- Revoked and replaced within 1 hour' },
  ])('tells $name', ({ expected }) => {
    expect(of({}, response()).help.markdown).toContain(expected);
  });

  it('keeps addresses in prose whole, and everything else text', () => {
    const { help } = of(
      {},
      response({ rotate: ['See https://a.dev/x_y_z, then *stop* <b>.'], generate: 'echo `date` _x_' }),
    );
    expect(help.markdown).toContain('2. See <https://a.dev/x_y_z>, then \\*stop\\* \\<b\\>.');
    expect(help.markdown).toContain('3. `` echo `date` _x_ ``');
  });

  it('has no helpUri without a usable reference', () => {
    expect(of({ references: ['see the wiki'] })).not.toHaveProperty('helpUri');
  });

  it('cuts descriptions at what code scanning takes', () => {
    const { shortDescription, fullDescription } = of({ title: 'x'.repeat(3000) });
    expect([shortDescription.text.length, fullDescription.text.length]).toEqual([1024, 1024]);
  });

  it('lets a title of somebody\u2019s config be text, not markup', () => {
    const { help, shortDescription } = of({ title: '[a](http://x) <b>\x1b[1m' });
    expect(help.markdown).toContain('## \\[a\\](http://x) \\<b\\>\\\\x1b\\[1m');
    expect(shortDescription.text).toBe('[a](http://x) <b>\\x1b[1m');
  });
});
