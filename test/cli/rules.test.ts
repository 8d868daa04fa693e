// `leakgate rules`: what is looked for, why, and the proof of it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { temporaryFolder } from '../helpers/repository.js';
import { leakgate } from '../helpers/run.js';

describe('leakgate rules list', () => {
  it('prints every rule once, by id, and how many there are', async () => {
    const { code, stdout } = await leakgate(['rules', 'list']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.slice(0, -2).map(line => line.split(' ')[0])).toEqual(rules.map(rule => rule.id).sort());
    expect(lines.at(-1)).toBe(`${rules.length} rules`);
  });

  it('prints them as JSON', async () => {
    const { stdout } = await leakgate(['rules', 'list', '--json']);
    const listed = JSON.parse(stdout) as { id: string }[];
    expect(listed.map(rule => rule.id)).toEqual(rules.map(rule => rule.id).sort());
    expect(Object.keys(listed[0] ?? {})).toEqual([
      'id',
      'title',
      'provider',
      'severity',
      'confidence',
      'secrecy',
      'keywords',
    ]);
  });
});

describe('leakgate rules show', () => {
  it('prints what a rule looks for and where that is documented', async () => {
    const { code, stdout } = await leakgate(['rules', 'show', 'github-pat-classic']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id {8}github-pat-classic$/m);
    expect(stdout).toMatch(/^keywords {2}ghp_$/m);
    expect(stdout).toMatch(/^check {5}crc32-base62-30 \(a failure drops the match\)$/m);
    expect(stdout).toMatch(/^see {7}https:\/\/docs\.github\.com\//m);
  });

  it('prints what to do when a secret of that kind leaked, and where that is known from', async () => {
    const { stdout } = await leakgate(['rules', 'show', 'stripe-secret-key-live']);
    expect(stdout).toContain(
      '\nWhen it leaked: Stripe API key (stripe-api-key: the rule stripe-secret-key-live is about it)\n',
    );
    expect(stdout).toMatch(
      /\nIn the first hour:\n {2}1\. Pushed, or not known: revoke the credential at its issuer \(Stripe\)/,
    );
    expect(stdout).toContain('\nWhere to revoke it:\n  https://dashboard.stripe.com/apikeys\n');
    expect(stdout).toMatch(/\nSources:\n {2}https:\/\/docs\.stripe\.com\//);
  });

  it('admits that it knows no facts about a vendor', async () => {
    const { stdout } = await leakgate(['rules', 'show', 'ably-api-key']);
    expect(stdout).toContain('(vendor-api-key: no response is known for Ably)');
    expect(stdout).not.toContain('Where to revoke it');
  });

  it('prints a rule with its response as JSON', async () => {
    const { code, stdout } = await leakgate(['rules', 'show', 'stripe-webhook-secret', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'stripe-webhook-secret',
      provider: 'Stripe',
      response: { id: 'stripe-webhook-secret', by: 'rule', rotationDays: { days: 60 }, vendorRevokes: null },
    });
  });

  it('prints a rule of the env checks', async () => {
    const { code, stdout } = await leakgate(['rules', 'show', 'env-file-tracked']);
    expect(code).toBe(0);
    expect(stdout).toContain('title     Env file is under version control\n');
  });

  it('prints every rule that is listed', async () => {
    const { code, stdout } = await leakgate(['rules', 'show', 'generic-secret']);
    expect(code).toBe(0);
    expect(stdout).toContain('name, operator and value of an assignment');
  });
});

describe('leakgate rules check', () => {
  it('runs every example of every rule', async () => {
    const { code, stdout, stderr } = await leakgate(['rules', 'check']);
    const examples = rules.reduce((sum, rule) => sum + rule.match.length + rule.noMatch.length, 0);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${rules.length} rules, ${examples} examples, 0 problems\n`,
      stderr: '',
    });
  });

  it('refuses a config with a rule that does not hold', async () => {
    const cwd = temporaryFolder();
    const rule = {
      id: 'acme-key',
      title: 'Acme key',
      keywords: ['acme_'],
      pattern: 'acme_[a-z]{9}',
      match: ['acme_1'],
      noMatch: ['acme'],
    };
    writeFileSync(join(cwd, 'c.json'), JSON.stringify({ rules: { custom: [rule] } }));
    const { code, stderr } = await leakgate(['rules', 'check', '--config', 'c.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'leakgate: c.json: rule acme-key: match example 1 matches nothing; does a keyword stand at its beginning, and do all filters let it pass?.\n',
    );
  });

  it('checks the rules of a config together with the built-in ones', async () => {
    const cwd = temporaryFolder();
    const rule = {
      id: 'acme-key',
      title: 'Acme key',
      keywords: ['acme_'],
      pattern: 'acme_[a-z]{9}',
      match: ['acme_qwmzkvbnx'],
      noMatch: ['acme'],
    };
    writeFileSync(join(cwd, '.leakgate.json'), JSON.stringify({ rules: { custom: [rule] } }));
    const { code, stdout } = await leakgate(['rules', 'check'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`${rules.length + 1} rules`);
  });
});

describe('the advice of the reports', () => {
  it('names only commands that exist', async () => {
    const { stdout } = await leakgate(['--help']);
    const advice = readFileSync('src/report/text-advice.ts', 'utf8');
    const named = [...advice.matchAll(/\bleakgate ([a-z]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});
