import { describe, expect, it } from 'vitest';
import { firstHour } from '../../src/report/first-hour.js';
import { dueHours, response } from './sample-result.js';

const titles = (changes: Parameters<typeof response>[0] = {}) =>
  firstHour(response(changes), 'Acme', dueHours).map(({ title }) => title);
const linesOf = (title: string, changes: Parameters<typeof response>[0] = {}) =>
  firstHour(response(changes), 'Acme', dueHours)
    .find(section => section.title === title)
    ?.lines.map(({ kind, text }) => `${kind}: ${text}`) ?? [];

describe('firstHour', () => {
  it('ends with the clocks of the config', () => {
    const due = { contain: 1, audit: 12, rca: 72, followUp: 24 };
    const [deadline] = firstHour(response(), 'Acme', due).at(-1)?.lines ?? [];
    expect(deadline?.text).toBe(
      'Revoked and replaced within 1 hour, sessions ended and logs read within 12 hours, cause found within 3 days, prevention in place within 24 hours of detection.',
    );
  });

  it('begins with what to do and ends with the time', () => {
    expect(titles()).toEqual([
      'In the first hour',
      'Where to revoke it',
      'What it opens',
      'What stops working once it is revoked',
      'When it ends, and what outlives it',
      'Where to look for use by others',
      'What the vendor does by itself',
      'By when',
    ]);
  });

  it('leaves out what is not known', () => {
    const unknown = {
      revoke: { page: null, command: null, api: null },
      reach: null,
      breaks: null,
      invalidation: null,
      audit: null,
      detectUse: null,
      vendorRevokes: null,
      vendorNote: null,
    };
    expect(titles(unknown)).toEqual(['In the first hour', 'By when']);
  });

  it('puts revocation first, then the steps in their order, the history last', () => {
    const lines = linesOf('In the first hour', { generate: 'openssl rand -hex 32' });
    expect(lines[0]).toMatch(/^prose: Pushed, or not known: revoke the credential at its issuer \(Acme\) first\./);
    expect(lines.slice(1, 4)).toEqual([
      'prose: Create a new token with the scopes it needs.',
      'prose: Deploy it, then revoke the old one.',
      'command: openssl rand -hex 32',
    ]);
    expect(lines.at(-1)).toMatch(/Rewrite the history last/);
  });

  it('names no issuer where none is known', () => {
    expect(linesOf('In the first hour', { isFallback: true })[0]).toContain('at whoever issued it first');
  });

  it('names the vendor of a rule without facts of its own', () => {
    expect(linesOf('In the first hour', { isFallback: true, rules: [] })[0]).toContain('at its issuer (Acme) first');
  });

  it('says nothing of a vendor where there is none', () => {
    expect(titles({ vendorRevokes: false, vendorNote: null })).not.toContain('What the vendor does by itself');
  });

  it('tells page, command and API apart', () => {
    const revoke = { page: 'https://acme.dev/keys', command: 'acme keys delete KEY_ID', api: 'DELETE /keys/KEY_ID' };
    expect(linesOf('Where to revoke it', { revoke })).toEqual([
      'page: https://acme.dev/keys',
      'command: acme keys delete KEY_ID',
      'api: DELETE /keys/KEY_ID',
    ]);
  });

  it.each([
    {
      name: 'does',
      vendorRevokes: true,
      expected: 'prose: Revokes what it is told of, under conditions. Do not wait for it.',
    },
    { name: 'does not', vendorRevokes: false, expected: 'prose: Does not revoke leaked ones.' },
    { name: 'may', vendorRevokes: null, expected: 'prose: In public projects on the Ultimate tier.' },
  ])('says that a vendor $name revoke by itself', ({ vendorRevokes, expected }) => {
    expect(linesOf('What the vendor does by itself', { vendorRevokes })[0]).toBe(expected);
  });

  it('gives the interval with its source, and none for what is not renewed', () => {
    expect(linesOf('By when')).toContain('prose: Without a leak: a new one every 90 days (a policy).');
    expect(linesOf('By when', { rotationDays: { days: 0, source: 'expires' } })).toHaveLength(1);
    expect(linesOf('By when', { rotationDays: null })).toHaveLength(1);
  });
});
