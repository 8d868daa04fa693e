// An earlier report, in either format, as a set of fingerprints; everything else is refused, never half read.

import { describe, expect, it } from 'vitest';
import { parseBaseline } from '../../src/config/baseline.js';
import { LeakgateError } from '../../src/errors.js';

const A = 'a1'.repeat(12);
const B = 'b2'.repeat(12);
const json = (value: unknown) => JSON.stringify(value);
const sarif = (...runs: unknown[]) => json({ version: '2.1.0', runs });
const result = (fingerprint: unknown) => ({ ruleId: 'x', partialFingerprints: { 'leakgateSecret/v1': fingerprint } });

describe('parseBaseline', () => {
  it.each([
    { name: 'a JSON report', text: json({ findings: [{ fingerprint: A }, { fingerprint: B }] }), expected: [A, B] },
    { name: 'a JSON report without findings', text: json({ findings: [] }), expected: [] },
    {
      name: 'a JSON report with a byte order mark',
      text: `\uFEFF${json({ findings: [{ fingerprint: A }] })}`,
      expected: [A],
    },
    {
      name: 'the same secret twice',
      text: json({ findings: [{ fingerprint: A }, { fingerprint: A }] }),
      expected: [A],
    },
    { name: 'a SARIF report', text: sarif({ results: [result(A), result(B)] }), expected: [A, B] },
    {
      name: 'a SARIF report of several runs',
      text: sarif({ results: [result(A)] }, { results: [result(B)] }),
      expected: [A, B],
    },
    { name: 'a SARIF run without results', text: sarif({}), expected: [] },
  ])('reads $name', ({ text, expected }) => {
    expect([...parseBaseline(text, 'old.json')]).toEqual(expected);
  });

  it.each([
    { name: 'no JSON', text: 'findings: []', problem: 'it is not JSON' },
    { name: 'an empty file', text: '', problem: 'it is not JSON' },
    { name: 'a cut report', text: json({ findings: [{ fingerprint: A }] }).slice(0, -3), problem: 'it is not JSON' },
    { name: 'a list', text: json([{ fingerprint: A }]), problem: 'it has neither findings nor runs' },
    { name: 'null', text: 'null', problem: 'it has neither findings nor runs' },
    { name: 'another object', text: json({ name: 'acme' }), problem: 'it has neither findings nor runs' },
    {
      name: 'findings that are no list',
      text: json({ findings: { 0: A } }),
      problem: 'it has neither findings nor runs',
    },
    {
      name: 'a finding without a fingerprint',
      text: json({ findings: [{ fingerprint: A }, {}] }),
      problem: 'its result 2 has no leakgate fingerprint',
    },
    {
      name: 'the SARIF of another tool',
      text: sarif({ results: [{ ruleId: 'x', partialFingerprints: { primaryLocationLineHash: 'ff' } }] }),
      problem: 'its result 1 has no leakgate fingerprint',
    },
    {
      name: 'a SARIF result without fingerprints',
      text: sarif({ results: [{ ruleId: 'x' }] }),
      problem: 'its result 1 has no leakgate fingerprint',
    },
    {
      name: 'a fingerprint that is none',
      text: sarif({ results: [result('../etc')] }),
      problem: 'its result 1 has no leakgate fingerprint',
    },
    {
      name: 'a fingerprint that is a number',
      text: json({ findings: [{ fingerprint: 7 }] }),
      problem: 'its result 1 has no leakgate fingerprint',
    },
    {
      name: 'a finding that is a text',
      text: json({ findings: [A] }),
      problem: 'its result 1 has no leakgate fingerprint',
    },
  ])('refuses $name', ({ text, problem }) => {
    let caught: unknown;
    try {
      parseBaseline(text, 'old.json');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(LeakgateError);
    expect(caught).toMatchObject({ code: 'BASELINE_INVALID', data: { file: 'old.json', problem } });
  });
});
