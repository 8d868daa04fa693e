// Contentful: personal access tokens (CFPAT-), delivery and preview tokens.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const contentfulPat = defineRule({
  id: 'contentful-pat',
  title: 'Contentful personal access token',
  provider: 'Contentful',
  severity: 'high',
  keywords: ['CFPAT-'],
  pattern: /(?<![A-Za-z0-9])CFPAT-[\w-]{43}(?![\w-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://www.contentful.com/help/token-management/personal-access-tokens/'],
  match: [
    `CONTENTFUL_MANAGEMENT_TOKEN=«CFPAT-${sample('base64url', 43)}»`,
    `accessToken: '«CFPAT-${sample('base64url', 43, 2)}»'`,
  ],
  noMatch: [`CFPAT-${sample('base64url', 40)}`, `CFPAT-${'x'.repeat(43)}`],
});

export const contentfulDeliveryToken = defineRule({
  id: 'contentful-delivery-token',
  title: 'Contentful delivery or preview token',
  provider: 'Contentful',
  severity: 'low',
  confidence: 'medium',
  keywords: ['contentful'],
  pattern:
    /contentful[\w .-]{0,24}(?:token|key|secret)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?!CFPAT-)(?=[A-Za-z_-]{0,30}\d)[\w-]{43})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://www.contentful.com/developers/docs/references/authentication/'],
  match: [
    `CONTENTFUL_ACCESS_TOKEN=«${sample('base64url', 43)}»`,
    `contentfulDeliveryToken: '«${sample('base64url', 43, 2)}»'`,
  ],
  noMatch: [`contentful ${sample('base64url', 43)}`, `CONTENTFUL_ACCESS_TOKEN=${'x'.repeat(43)}`],
});

export const contentfulTokenResponse = defineResponse({
  id: 'contentful-token',
  title: 'Contentful token',
  rules: ['contentful-pat', 'contentful-delivery-token'],
  names: ['CONTENTFUL_MANAGEMENT_TOKEN', 'CONTENTFUL_ACCESS_TOKEN', 'CONTENTFUL_*'],
  revoke: { page: 'https://app.contentful.com/account/profile/user', command: null, api: null },
  rotate: [
    'Personal access token: profile, CMA tokens: revoke it, create another, deploy it.',
    'Delivery token: settings of the space, API keys: delete the key and create another; its preview token ends with it.',
  ],
  reach:
    'Personal: everything of its user, to read and to change. Delivery: reading of published content, which sites often show anyway.',
  breaks: 'Sites and tools with that token.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.contentful.com/developers/docs/references/authentication/',
  sources: [
    'https://www.contentful.com/developers/docs/references/authentication/',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.134/',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.23/',
  ],
});
