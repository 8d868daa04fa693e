// CircleCI: personal and project tokens with a prefix, and the older 40 hex digits by name.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://circleci.com/docs/managing-api-tokens/';

export const circleciPersonalToken = defineRule({
  id: 'circleci-personal-token',
  title: 'CircleCI personal API token',
  provider: 'CircleCI',
  severity: 'critical',
  keywords: ['CCIPAT_'],
  pattern: /(?<![A-Za-z0-9])CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `CIRCLE_TOKEN=«${'CCIPAT_'}${sample('base62', 22)}_${sample('hex', 40)}»`,
    `Circle-Token: «${'CCIPAT_'}${sample('base62', 22, 2)}_${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`CCIPAT_${sample('base62', 22)}_${sample('hex', 39)}`, `CCIPAT_${'x'.repeat(22)}_${'0'.repeat(40)}`],
});

export const circleciProjectToken = defineRule({
  id: 'circleci-project-token',
  title: 'CircleCI project API token',
  provider: 'CircleCI',
  severity: 'high',
  keywords: ['CCIPRJ_'],
  pattern: /(?<![A-Za-z0-9])CCIPRJ_[A-Za-z0-9]{22}_[0-9a-f]{40}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `CIRCLE_TOKEN=«${'CCIPRJ_'}${sample('base62', 22)}_${sample('hex', 40)}»`,
    `Circle-Token: «${'CCIPRJ_'}${sample('base62', 22, 2)}_${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`CCIPRJ_${sample('base62', 20)}_${sample('hex', 40)}`, `CCIPRJ_${'x'.repeat(22)}_${'0'.repeat(40)}`],
});

export const circleciTokenLegacy = defineRule({
  id: 'circleci-token-legacy',
  title: 'CircleCI API token (40 hex)',
  provider: 'CircleCI',
  severity: 'high',
  confidence: 'medium',
  keywords: ['circleci', 'circle_', 'circle-', 'circletoken'],
  pattern:
    /(?<![A-Za-z0-9])circle(?:[_-]?ci)?[\w.-]{0,24}?(?:token|key|secret)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{40})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `CIRCLE_TOKEN=«${sample('hex', 40)}»`,
    `https://circleci.com/api/v1.1/me?circle-token=«${sample('hex', 40, 2)}»`,
    `"circleciToken": "«${sample('hex', 40, 3)}»"`,
  ],
  noMatch: [`circleci ${sample('hex', 40)}`, 'CIRCLE_TOKEN=${CIRCLE_TOKEN}'],
});

export const circleciTokenResponse = defineResponse({
  id: 'circleci-token',
  title: 'CircleCI API token',
  rules: ['circleci-personal-token', 'circleci-project-token', 'circleci-token-legacy'],
  names: ['CIRCLECI_TOKEN', 'CIRCLE_TOKEN', 'CIRCLECI_API_TOKEN', 'CIRCLECI_*', 'CIRCLE_*'],
  revoke: { page: 'https://app.circleci.com/settings/user/tokens', command: null, api: null },
  rotate: [
    'Remove it, create another with an expiry; a token cannot be changed. Token of a project: settings of the project, API Permissions.',
    'A full token reached contexts, variables and SSH keys of projects: renew those too.',
  ],
  audit: 'Audit log of the organization; last use in the list of tokens.',
  detectUse: 'Last use of the token; pipelines that nobody started.',
  reach: 'Personal: everything of its user. Of a project: that project, within its scope.',
  breaks: 'Tools with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://circleci.com/docs/managing-api-tokens/',
  sources: ['https://circleci.com/docs/managing-api-tokens/', PARTNER.source],
});
