// PyPI: upload tokens are base64url of a macaroon; .pypirc may hold a plain password.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

export const pypiApiToken = defineRule({
  id: 'pypi-api-token',
  title: 'PyPI API token',
  provider: 'PyPI',
  severity: 'critical',
  keywords: ['pypi-AgEIcHlwaS5vcmc'],
  pattern: /(?<![A-Za-z0-9])pypi-AgEIcHlwaS5vcmc[\w-]{85,1000}(?![\w-])/,
  distinctive: true,
  check: 'pypi-macaroon',
  minEntropy: 3,
  references: ['https://pypi.org/help/#apitoken'],
  match: [`TWINE_PASSWORD=«${macaroon(1)}»`, `[pypi]\nusername = __token__\npassword = «${macaroon(2)}»`],
  noMatch: [`pypi-AgEIcHlwaS5vcmc${sample('base62', 40)}`, `pypi-${sample('base62', 120)}`],
});

export const pypircPassword = defineRule({
  id: 'pypirc-password',
  title: 'Password in .pypirc',
  provider: 'PyPI',
  severity: 'high',
  confidence: 'medium',
  keywords: ['[pypi]', '[testpypi]'],
  // A pypi- token there belongs to the rule above.
  pattern:
    /\[(?:test){0,1}pypi\]\r{0,1}\n(?:[a-z_]{2,24}[ \t]{0,4}[:=][^\r\n]{0,120}\r{0,1}\n){0,4}password[ \t]{0,4}[:=][ \t]{0,4}(?<secret>(?!pypi-Ag|[$%{<])[^\x00-\x20"']{6,200})/,
  references: ['https://packaging.python.org/en/latest/specifications/pypirc/'],
  match: [
    `[pypi]\nusername = maintainer\npassword = «${sample('base62', 14)}»`,
    `[testpypi]\nrepository: https://upload.pypi.org/legacy/\nusername: ci\npassword: «${sample('base62', 20, 2)}»`,
  ],
  noMatch: [`[pypi]\nusername = __token__\npassword = ${'${PYPI_TOKEN}'}`, `[pypi]\nusername = ci`],
});

function macaroon(seed: number): string {
  const id = sampleUuid(seed);
  const caveat = `[3,"${sampleUuid(seed + 1)}"]`;
  const field = (type: number, data: string | Buffer) =>
    Buffer.concat([Buffer.from([type, data.length]), Buffer.from(data)]);
  const end = Buffer.from([0]);
  const signature = field(6, Buffer.from(sample('hex', 64, seed), 'hex'));
  const parts = [Buffer.from([2]), field(1, 'pypi.org'), field(2, id), end, field(2, caveat), end, end, signature];
  return `pypi-${Buffer.concat(parts).toString('base64url')}`;
}

export const pypiTokenResponse = defineResponse({
  id: 'pypi-token',
  title: 'PyPI API token',
  rules: ['pypi-api-token', 'pypirc-password', 'testpypi-api-token'],
  names: ['PYPI_TOKEN', 'PYPI_API_TOKEN', 'TWINE_PASSWORD', 'POETRY_PYPI_TOKEN_PYPI', 'PYPI_*'],
  revoke: { page: 'https://pypi.org/manage/account/', command: null, api: null },
  rotate: [
    'Account settings, API tokens: remove it. A token for TestPyPI stands at https://test.pypi.org/manage/account/ .',
    'Look at all releases of the projects it could reach.',
    'Publish through trusted publishing without a token, or create one for a single project.',
  ],
  invalidation: 'At once.',
  audit: 'Security history of the account and of each project on PyPI.',
  detectUse: 'Releases, files and collaborators that nobody of yours made.',
  reach: 'Uploads to every project in its scope.',
  breaks: 'Uploads with that token.',
  vendorRevokes: true,
  vendorNote: 'PyPI revokes tokens that GitHub finds in public repositories, and mails the owner.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://pypi.org/help/#apitoken',
  sources: [
    'https://pypi.org/help/#apitoken',
    'https://blog.pypi.org/posts/2023-08-17-github-token-scanning-for-public-repos/',
  ],
});
