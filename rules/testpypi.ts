// TestPyPI: API tokens, macaroons like those of PyPI, whose first field names the host of the test index.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const token = (seed: number) => {
  const caveat = Buffer.from(`[3,"${sampleUuid(seed + 1)}"]`);
  const parts = [
    Buffer.from('\x02\x01\x0dtest.pypi.org\x02\x24', 'latin1'),
    Buffer.from(sampleUuid(seed)),
    Buffer.from([0, 2, caveat.length]),
    caveat,
    Buffer.from([0, 0, 6, 32]),
    Buffer.from(sample('base64url', 43, seed), 'base64url'),
  ];
  return `pypi-${Buffer.concat(parts).toString('base64url')}`;
};

export const testpypiApiToken = defineRule({
  id: 'testpypi-api-token',
  title: 'TestPyPI API token',
  provider: 'TestPyPI',
  severity: 'medium',
  keywords: ['pypi-AgENdGVzdC5weXBpLm9yZw'],
  pattern: /(?<![A-Za-z0-9])pypi-AgENdGVzdC5weXBpLm9yZw[\w-]{48,978}(?![\w-])/,
  distinctive: true,
  check: 'pypi-macaroon',
  minEntropy: 3.7,
  references: ['https://test.pypi.org/help/#apitoken'],
  match: [`TWINE_PASSWORD=«${token(1)}»`, `twine upload -u __token__ -p «${token(2)}»`],
  noMatch: [`pypi-${'AgENdGVzdC5weXBpLm9yZw'}`, `pypi-AgENdGVzdC5weXBpLm9yZw${'x'.repeat(80)}`],
});
