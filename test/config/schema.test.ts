// What a config may say, and that what is wrong in it is named with its place and the nearest right word.

import { describe, expect, it } from 'vitest';
import { defaultConfig, markerNames } from '../../src/config/defaults.js';
import { configJsonSchema, validateConfig } from '../../src/config/schema.js';

const custom = {
  id: 'acme-key',
  title: 'Acme key',
  keywords: ['acme_'],
  pattern: 'acme_[a-z0-9]{12}',
  match: ['x'],
  noMatch: ['y'],
};

function problemOf(value: unknown): string {
  const checked = validateConfig(value);
  return 'problem' in checked ? checked.problem : 'no problem';
}

describe('validateConfig', () => {
  it('of nothing gives the defaults that are in force without a file', () => {
    expect(validateConfig({})).toEqual({ config: defaultConfig });
  });

  it('takes everything that there is to say', () => {
    const value = {
      $schema: './schema.json',
      rules: { disable: ['jwt'], severity: { 'github-pat-classic': 'low' }, custom: [custom] },
      allow: { paths: ['docs/**'], markers: ['leakgate:allow'] },
      exclude: ['dist/**'],
      minConfidence: 'high',
      publishable: true,
      ignoreFile: 'allowed.txt',
    };
    expect(validateConfig(value)).toMatchObject({
      config: {
        ...value,
        rules: { ...value.rules, custom: [{ ...custom, severity: 'high', ignoreCase: false, before: 0 }] },
      },
    });
  });

  it.each([
    { value: { exclued: [] }, problem: 'unknown key "exclued"; did you mean "exclude"?' },
    { value: { rule: {} }, problem: 'unknown key "rule"; did you mean "rules"?' },
    { value: { rules: { disabled: [] } }, problem: 'unknown key "rules.disabled"; did you mean "disable"?' },
    { value: { allow: { path: [] } }, problem: 'unknown key "allow.path"; did you mean "paths"?' },
    {
      value: { rules: { custom: [{ ...custom, patern: 'x' }] } },
      problem: 'unknown key "rules.custom[0].patern"; did you mean "pattern"?',
    },
    { value: { allow: { everything: true } }, problem: 'unknown key "allow.everything"; known here: paths, markers.' },
  ])('$problem', ({ value, problem }) => {
    expect(problemOf(value)).toBe(problem);
  });

  it.each([
    { value: [], place: 'the top level' },
    { value: 'rules', place: 'the top level' },
    { value: null, place: 'the top level' },
    { value: { exclude: 'dist' }, place: 'exclude' },
    { value: { exclude: [''] }, place: 'exclude[0]' },
    { value: { publishable: 'yes' }, place: 'publishable' },
    { value: { minConfidence: 'sure' }, place: 'minConfidence' },
    { value: { rules: [] }, place: 'rules' },
    { value: { rules: { disable: [1] } }, place: 'rules.disable[0]' },
    { value: { rules: { severity: { jwt: 'bad' } } }, place: 'rules.severity.jwt' },
    { value: { allow: { markers: ['gitleaks'] } }, place: 'allow.markers[0]' },
    { value: { rules: { custom: [{ ...custom, id: 'Acme' }] } }, place: 'rules.custom[0].id' },
    { value: { rules: { custom: [{ ...custom, keywords: [] }] } }, place: 'rules.custom[0].keywords' },
    { value: { rules: { custom: [{ ...custom, keywords: ['ab'] }] } }, place: 'rules.custom[0].keywords[0]' },
    { value: { rules: { custom: [custom, { ...custom, minEntropy: 9 }] } }, place: 'rules.custom[1].minEntropy' },
    { value: { rules: { custom: [{ ...custom, before: 1.5 }] } }, place: 'rules.custom[0].before' },
    { value: { rules: { custom: [{ ...custom, match: [] }] } }, place: 'rules.custom[0].match' },
    { value: { rules: { custom: [{ ...custom, noMatch: undefined }] } }, place: 'rules.custom[0].noMatch' },
    { value: { rules: { custom: [{ ...custom, references: ['acme.dev'] }] } }, place: 'rules.custom[0].references[0]' },
  ])('names the place $place', ({ value, place }) => {
    expect(problemOf(value)).toMatch(new RegExp(`^${place.replace(/[[\].]/g, '\\$&')} .+\\.$`));
  });

  it('does not take a name of every object for a key', () => {
    expect(problemOf(JSON.parse('{"__proto__": {"exclude": []}, "constructor": 1}'))).toContain('unknown key');
  });
});

describe('configJsonSchema', () => {
  it('knows every key, for editors', () => {
    const schema = configJsonSchema() as { properties: Record<string, unknown>; additionalProperties: boolean };
    expect(Object.keys(schema.properties)).toEqual([
      '$schema',
      'rules',
      'allow',
      'exclude',
      'minConfidence',
      'publishable',
      'ignoreFile',
      'incident',
      'rotation',
    ]);
    expect(schema.additionalProperties).toBe(false);
  });

  it('lists the inline comments by name', () => {
    for (const name of markerNames) expect(JSON.stringify(configJsonSchema())).toContain(JSON.stringify(name));
  });
});
