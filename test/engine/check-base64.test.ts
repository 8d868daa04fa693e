// Base64 is judged by what it says: placeholders and defaults are none the less so for being encoded.

import { describe, expect, it } from 'vitest';
import { checkBase64Userinfo, checkBase64Value } from '../../src/engine/check-base64.js';
import { sample } from '../../src/sample.js';

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

describe('checkBase64Value', () => {
  it.each([
    { name: 'a random password', value: base64(sample('base62', 18)), verdict: 'unknown' },
    { name: 'a passphrase with a line end', value: base64('correct horse battery\n'), verdict: 'unknown' },
    { name: 'bytes that are no text', value: base64(Buffer.from(sample('hex', 64), 'hex')), verdict: 'unknown' },
    { name: 'plain text that is no base64', value: 'not-base64!', verdict: 'unknown' },
    { name: 'a placeholder', value: base64('<your password>'), verdict: 'invalid' },
    { name: 'an unfilled variable', value: base64('${DB_PASSWORD}'), verdict: 'invalid' },
    { name: 'a default', value: base64('password123'), verdict: 'invalid' },
    { name: 'a default with a line end', value: base64('changeme\n'), verdict: 'invalid' },
  ])('calls $name $verdict', ({ value, verdict }) => {
    expect(checkBase64Value(value)).toBe(verdict);
  });
});

describe('checkBase64Userinfo', () => {
  it.each([
    { name: 'a user with a random password', text: `deploy:${sample('base62', 20)}`, verdict: 'valid' },
    {
      name: 'a password with colons',
      text: `deploy:${sample('base62', 9)}:${sample('base62', 9, 2)}`,
      verdict: 'valid',
    },
    { name: 'a user with a word', text: 'deploy:falcon', verdict: 'unknown' },
    { name: 'an empty password', text: 'deploy:', verdict: 'invalid' },
    { name: 'no password at all', text: 'deploy', verdict: 'invalid' },
    { name: 'a password that is its user', text: 'deploy:deploy', verdict: 'invalid' },
    { name: 'a default', text: 'admin:secret', verdict: 'invalid' },
    { name: 'a placeholder', text: 'deploy:your-token-here', verdict: 'invalid' },
  ])('calls $name $verdict', ({ text, verdict }) => {
    expect(checkBase64Userinfo(base64(text))).toBe(verdict);
  });
});
