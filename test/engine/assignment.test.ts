// What is assigned to a name, in the syntax of many languages, and what each of the three generic rules makes of it.

import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { readAssignment } from '../../src/engine/assignment.js';
import { compileRules } from '../../src/engine/compile-rules.js';
import { scanBytes } from '../../src/engine/scan-bytes.js';
import { sample, sampleUuid } from '../../src/sample.js';

const VALUE = sample('base62', 32, 6);

function read(text: string, keyword: string) {
  const start = text.indexOf(keyword);
  const found = readAssignment(text, { start, length: keyword.length });
  if (!found) return null;
  expect(text.slice(found.span.start, found.span.end)).toBe(found.value);
  return { name: found.name, operator: found.operator, value: found.value, quote: found.quote };
}

describe('readAssignment', () => {
  it.each([
    { language: 'shell', text: 'API_TOKEN=abc123', name: 'API_TOKEN', operator: '=', value: 'abc123', quote: '' },
    {
      language: 'shell with quotes',
      text: "export API_TOKEN='abc123'",
      name: 'API_TOKEN',
      operator: '=',
      value: 'abc123',
      quote: "'",
    },
    {
      language: 'JavaScript',
      text: 'const apiToken = "abc123";',
      name: 'apiToken',
      operator: '=',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'a template literal',
      text: 'token = `abc\n123`',
      name: 'token',
      operator: '=',
      value: 'abc\n123',
      quote: '`',
    },
    {
      language: 'TypeScript with a type',
      text: 'let token: string = "abc123"',
      name: 'token',
      operator: '=',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'JSON',
      text: '{"api_token": "abc123"}',
      name: 'api_token',
      operator: ':',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'JSON in a string',
      text: '{\\"api_token\\": \\"abc123\\"}',
      name: 'api_token',
      operator: ':',
      value: 'abc123',
      quote: '"',
    },
    { language: 'YAML', text: 'api-token: abc123\n', name: 'api-token', operator: ':', value: 'abc123', quote: '' },
    { language: 'Go', text: 'token := "abc123"', name: 'token', operator: ':=', value: 'abc123', quote: '"' },
    {
      language: 'Ruby and PHP',
      text: "'token' => 'abc123',",
      name: 'token',
      operator: '=>',
      value: 'abc123',
      quote: "'",
    },
    { language: 'Python bytes', text: "token = b'abc123'", name: 'token', operator: '=', value: 'abc123', quote: "'" },
    {
      language: 'Python in three quotes',
      text: 'token = """abc123"""',
      name: 'token',
      operator: '=',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'an index',
      text: 'config["token"] = "abc123"',
      name: 'token',
      operator: '=',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'a comparison',
      text: 'if (token === "abc123")',
      name: 'token',
      operator: '===',
      value: 'abc123',
      quote: '"',
    },
    {
      language: 'a setter',
      text: 'setDefault("token", "abc123")',
      name: 'token',
      operator: ',',
      value: 'abc123',
      quote: '"',
    },
    { language: 'a call', text: 'withToken("abc123")', name: 'withToken', operator: '(', value: 'abc123', quote: '"' },
    {
      language: 'a constructor around it',
      text: 'token = new String("abc123")',
      name: 'token',
      operator: '=',
      value: 'abc123',
      quote: '"',
    },
    { language: 'XML', text: '<token>abc123</token>', name: 'token', operator: '>', value: 'abc123', quote: '' },
    { language: 'a flag', text: 'run --token abc123', name: '--token', operator: ' ', value: 'abc123', quote: '' },
    { language: 'Terraform', text: 'token  =  "abc123"', name: 'token', operator: '=', value: 'abc123', quote: '"' },
    { language: 'a fallback', text: 'token ||= "abc123"', name: 'token', operator: '||=', value: 'abc123', quote: '"' },
    {
      language: 'a dotted property',
      text: 'acme.auth.token=abc123',
      name: 'acme.auth.token',
      operator: '=',
      value: 'abc123',
      quote: '',
    },
    {
      language: 'an escaped quote inside',
      text: 'token = "abc\\"123"',
      name: 'token',
      operator: '=',
      value: 'abc\\"123',
      quote: '"',
    },
  ])('reads $language', ({ text, name, operator, value, quote }) => {
    const keyword = /token/i.exec(text)?.[0] ?? '';
    expect(read(text, keyword)).toEqual({ name, operator, value, quote });
  });

  it.each([
    { name: 'nothing behind the name', text: 'the token.' },
    { name: 'the end of the text', text: 'token' },
    { name: 'an operator without a value', text: 'token =' },
    { name: 'a quote that the line does not close', text: 'token = "abc\n123"' },
    { name: 'a first argument', text: 'verify(token, "abc123")' },
    { name: 'a number as the second argument', text: '"token", 123456' },
    { name: 'a user in front of a host', text: 'https://token>abc@acme.dev' },
    { name: 'a quoted value that never ends', text: `token = "${'a'.repeat(2000)}` },
  ])('reads nothing from $name', ({ text }) => {
    expect(read(text, 'token')).toBeNull();
  });

  it('cuts a bare value at what closes the code around it', () => {
    expect(read('f({token: abc123})', 'token')?.value).toBe('abc123');
    expect(read('token=abc123\\n"', 'token')?.value).toBe('abc123');
  });

  it('looks back to the start of the line, and no further than 200 bytes', () => {
    const lineStart = (text: string) => readAssignment(text, { start: text.indexOf('token'), length: 5 })?.lineStart;
    expect(lineStart('first\n  export token=abc123')).toBe('  export ');
    expect(lineStart('token=abc123')).toBe('');
    expect(lineStart(`${'a'.repeat(500)} token=abc123`)).toHaveLength(200);
  });
});

const engine = compileRules(rules.filter(rule => rule.matcher === 'assignment'));

function judge(text: string): string[] {
  return scanBytes(engine, Buffer.from(text)).matches.map(match => `${match.ruleId}: ${match.secret.reveal()}`);
}

describe('generic rules', () => {
  it.each([
    { text: `const apiKey = '${VALUE}';`, expected: [`generic-secret: ${VALUE}`] },
    { text: `API_KEY=${VALUE}`, expected: [`generic-secret: ${VALUE}`] },
    { text: `session_secret: "${sampleUuid(3)}"`, expected: [`generic-secret: ${sampleUuid(3)}`] },
    { text: `DB_PASSWORD=${VALUE}`, expected: [`generic-password: ${VALUE}`] },
    { text: `password: "${'Sunflower' + '42!'}"`, expected: [`generic-password: ${'Sunflower' + '42!'}`] },
    { text: `MYSQL_ROOT_PASSWORD: ${'admin' + '123'}`, expected: [`generic-weak-password: ${'admin' + '123'}`] },
  ])('$text', ({ text, expected }) => {
    expect(judge(text)).toEqual(expected);
  });

  it.each([
    { name: 'code', text: 'apiKey = process.env.API_KEY' },
    { name: 'a call', text: 'password = getpass()' },
    { name: 'an unfilled variable', text: 'password: "${DB_PASSWORD}"' },
    { name: 'a path', text: 'token = "/run/secrets/token1"' },
    { name: 'a URL', text: 'secret = "https://acme.dev/x1y2z3a4b5c6"' },
    { name: 'a reference to a vault', text: 'password: vault:secret/data/db#pw1' },
    { name: 'an encrypted value', text: 'password: ENC[AES256_GCM,data:q83jAb1=]' },
    { name: 'a dotted name', text: 'token = auth.current_token' },
    { name: 'a constant', text: 'token = "ACCESS_TOKEN"' },
    { name: 'a version', text: 'token = "1.22.333"' },
    { name: 'an integrity hash', text: `secret = "sha256-${sample('base64', 43)}="` },
    { name: 'a regular expression', text: 'password = "^[a-z0-9]{8,32}$"' },
    { name: 'the name once more', text: 'api_key = "api-key-1"' },
    { name: 'prose', text: 'the token expires soon, the secret 1234abcd5678efgh is not assigned' },
    { name: 'too short a value', text: 'api_key = "a1b2c3"' },
    { name: 'words', text: 'secret = "purple monkey dishwasher"' },
    { name: 'a placeholder', text: 'api_key = "your-api-key-goes-here-1"' },
    { name: 'an empty password', text: 'password = ""' },
    { name: 'a long password-like text', text: `password = "${'long text '.repeat(20)}"` },
  ])('find nothing in $name', ({ text }) => {
    expect(judge(text)).toEqual([]);
  });

  it('are as fast on one long line as on many short ones', () => {
    const line = 'x_token: y; '.repeat(40_000);
    const start = process.cpuUsage();
    scanBytes(engine, Buffer.from(line));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000); // quadratic if every hit read back to the line's start
  });
});
