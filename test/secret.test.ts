// A secret must not reach any text by accident, whichever way somebody prints it.

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sample } from '../src/sample.js';
import { Secret, SecretPool } from '../src/secret.js';

const VALUE = sample('base62', 24, 11);
const secret = new Secret(VALUE);

describe('Secret', () => {
  it.each([
    { name: 'a template', text: `${secret}` },
    { name: 'String()', text: String(secret) },
    { name: 'concatenation', text: 'value ' + secret },
    { name: 'JSON', text: JSON.stringify({ secret, list: [secret] }) },
    { name: 'util.inspect', text: inspect(secret) },
    {
      name: 'util.inspect of everything hidden',
      text: inspect({ secret }, { showHidden: true, depth: 9, getters: true }),
    },
    { name: 'its keys and values', text: JSON.stringify([Object.keys(secret), Object.values(secret)]) },
    { name: 'a copy', text: JSON.stringify({ ...secret }) + inspect({ ...secret }) },
    { name: 'the message of an error', text: new Error(`bad ${secret}`).message },
    { name: 'a key of a sorted list', text: [secret, new Secret('x')].sort().join() },
  ])('is not in $name', ({ text }) => {
    for (let at = 0; at + 6 <= VALUE.length; at++) expect(text).not.toContain(VALUE.slice(at, at + 6));
  });

  it('is lost, not shown, in a structured clone', () => {
    expect(inspect(structuredClone(secret), { showHidden: true })).not.toContain(VALUE);
  });

  it('is revealed to those who ask for it', () => {
    expect(secret.reveal()).toBe(VALUE);
  });
});

describe('SecretPool', () => {
  it('gives one object for one value', () => {
    const pool = new SecretPool();
    expect(pool.intern('a1b2c3')).toBe(pool.intern('a1b2' + 'c3'));
  });

  it('gives two objects for two values, also when they differ in case alone', () => {
    const pool = new SecretPool();
    expect(pool.intern('a1b2c3')).not.toBe(pool.intern('A1b2c3'));
  });
});
