import { describe, expect, it } from 'vitest';
import { adviceLines } from '../../src/report/text-advice.js';
import { styleOf } from '../../src/report/text-style.js';
import {
  bytes,
  finding,
  goneFinding,
  messageFinding,
  response,
  responses,
  result,
  stagedPlace,
  suppressedFinding,
} from './sample-result.js';

const advice = (mode: 'staged' | 'history', ...findings: ReturnType<typeof finding>[]) =>
  adviceLines({ result: result({ mode, findings }), responses }, styleOf(false)).join('\n');

describe('at a commit', () => {
  const staged = finding({ occurrences: [stagedPlace()] });

  it('gives three ways out, ready to paste', () => {
    const printed = advice('staged', staged);
    expect(printed).toContain('Move it to the environment');
    expect(printed).toContain('leakgate:allow <reason>');
    expect(printed).toContain('0123456789abcdef01234567 <reason>');
    expect(printed).toContain('leakgate explain src/config.ts:12');
  });

  it('names no single finding when there are several', () => {
    const printed = advice('staged', staged, finding({ fingerprint: 'other' }));
    expect(printed).toContain('<fingerprint> <reason>');
    expect(printed).toContain('leakgate explain FILE:LINE');
  });

  it('does not advertise the way around the hook', () => {
    expect(advice('staged', staged)).not.toContain('no-verify');
  });

  it.each([
    { name: 'a path with spaces is quoted', path: 'my app/a.ts', expected: "explain 'my app/a.ts:12'" },
    { name: 'letters of any script need no quotes', path: bytes('ключ.ts'), expected: 'explain ключ.ts:12' },
    { name: 'a path that runs a command is not offered', path: '$(touch x)', expected: 'explain FILE:LINE' },
    { name: 'a path with a quote is not offered', path: "a';id;'", expected: 'explain FILE:LINE' },
    { name: 'a path that looks like an option is not offered', path: '--config', expected: 'explain FILE:LINE' },
    { name: 'a path with an invisible letter is not offered', path: bytes('a\u3164b'), expected: 'explain FILE:LINE' },
  ])('$name', ({ path, expected }) => {
    expect(advice('staged', finding({ occurrences: [stagedPlace({ path })] }))).toContain(expected);
  });
});

describe('later', () => {
  it('begins with rotation and ends with the history', () => {
    const printed = advice('history', finding());
    expect(printed).toMatch(/1\. Rotate first[\s\S]*4\. Rewrite the history last/);
    expect(printed).toContain('leakgate rules show gitlab-personal-access-token');
  });

  it('names the pages where to revoke, each once, none for what is suppressed or not known', () => {
    const known = advice('history', finding(), finding(), goneFinding(), messageFinding());
    expect(known).toContain(
      'known:\n       https://gitlab.com/-/user_settings/personal_access_tokens\n       https://console.aws.amazon.com/iam/\n  2. Read',
    );
    expect(advice('history', messageFinding(), suppressedFinding())).not.toContain('https:');
    expect(advice('staged', finding())).not.toContain('https:');
  });

  it('names no more than five pages', () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map(n => finding({ ruleId: `r${n}` }));
    const pages = new Map(
      many.map(({ ruleId }) => [
        ruleId,
        response({ revoke: { page: `https://acme.dev/${ruleId}`, command: null, api: null } }),
      ]),
    );
    const printed = adviceLines({ result: result({ findings: many }), responses: pages }, styleOf(false)).join('\n');
    expect(printed).toContain('       https://acme.dev/r5\n       and 2 more\n');
  });
});
