// What is made of a value under a secret's name: what it plainly is instead, guessable passwords, and the model's odds with reasons.

import { describe, expect, it } from 'vitest';
import { readAssignment } from '../../src/engine/assignment.js';
import { judgeName } from '../../src/engine/judge-name.js';
import { judgeValue } from '../../src/engine/judge-value.js';
import { sample, sampleUuid } from '../../src/sample.js';

function judge(text: string) {
  const hit = /passw|pass|secret|token|key|basic/i.exec(text);
  const assignment = readAssignment(text, { start: hit?.index ?? 0, length: hit?.[0].length ?? 0 });
  const name = judgeName(assignment?.name ?? '');
  if (!assignment || !name.isSecret) throw new Error(`no secret's name in: ${text}`);
  return judgeValue(assignment, name);
}

describe('judgeValue', () => {
  it.each([
    { name: 'a random token', text: `api_token = "${sample('base62', 40)}"`, kind: 'secret' },
    { name: 'a random password', text: `DB_PASSWORD=${sample('base62', 16, 3)}`, kind: 'password' },
    { name: 'a password that a person made up', text: `password: "${'Kestrel' + '#2291x'}"`, kind: 'password' },
  ])('reports $name', ({ text, kind }) => {
    expect(judge(text)).toMatchObject({ kind, confidence: expect.stringMatching(/^(?:high|medium)$/) });
  });

  it.each([
    { name: 'a default', text: `password = "${'letme' + 'in2024'}"` },
    { name: 'a default with digits for letters', text: `password: "${'p4ssw' + '0rd'}"` },
    { name: 'a word and a year', text: `password: "${'winter' + '2019'}"` },
    { name: "a server's own name", text: `POSTGRES_PASSWORD=${'post' + 'gres'}` },
  ])('tells $name as guessable', ({ text }) => {
    expect(judge(text)).toMatchObject({ kind: 'weak', confidence: 'low' });
  });

  it.each([
    {
      name: 'a guessable password that is only compared',
      text: `if (password == "${'letme' + 'in2024'}")`,
      reason: /nothing is set/,
    },
    { name: 'a look-up by name', text: 'secret = secrets.MustGetField("ACME_V2_LIVE")', reason: /look-up/ },
    { name: 'a package and its version', text: "token = 'token-core:0.11.2'", reason: /package/ },
    { name: 'a password hash', text: `password = "$2b$12$${sample('base62', 53)}"`, reason: /password hash/ },
    { name: 'a public key', text: `ssh_key = "AAAAB3NzaC1yc2E${sample('base62', 60)}"`, reason: /public key/ },
    { name: 'what dotenvx encrypted', text: `API_KEY="encrypted:B${sample('base64', 120)}="`, reason: /encrypted/ },
    { name: 'a short number', text: 'token = "89005924"', reason: /short number/ },
    {
      name: 'words in base64',
      text: `token: ${Buffer.from('alice:secret-password').toString('base64')}`,
      reason: /base64/,
    },
    { name: 'the name of a type', text: `"AWS::KMS::Key": "${sample('hex', 16)}"`, reason: /name of a type/ },
    { name: 'an identifier', text: 'secret: "kubernetes-service-account"', reason: /odds/ },
  ])('leaves $name alone', ({ text, reason }) => {
    expect(judge(text)).toMatchObject({ kind: 'none', reason: expect.stringMatching(reason) });
  });

  it('never has more than low confidence in a UUID', () => {
    expect(judge(`api_secret = "${sampleUuid(3)}"`)).not.toMatchObject({
      confidence: expect.stringMatching(/high|medium/),
    });
  });

  it('says which numbers about the candidate moved the odds', () => {
    const verdict = judge(`client_secret = "${sample('base62', 32)}"`);
    if (verdict.kind === 'none') throw new Error(verdict.reason);
    expect(verdict.reasons).toEqual([
      'the name says secret',
      expect.stringMatching(/^the model's odds are \d+%: .+ \(-?[\d.]+\) [+-]\d\.\d, /),
    ]);
  });
});
