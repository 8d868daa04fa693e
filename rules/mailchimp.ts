// Mailchimp: API keys that end in the data centre.

import { defineResponse, INTERVALS, PARTNER, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mailchimpApiKey = defineRule({
  id: 'mailchimp-api-key',
  title: 'Mailchimp API key',
  provider: 'Mailchimp',
  severity: 'high',
  keywords: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'],
  before: 32,
  pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us[1-9][0-9]?(?![A-Za-z0-9_.-])/,
  minEntropy: 2.8,
  publicValues: ['0123456789abcdef' + '0123456789abcdef-us1'],
  references: ['https://mailchimp.com/developer/marketing/guides/quick-start/'],
  match: [
    `MAILCHIMP_API_KEY=«${sample('hex', 32)}-us21»`,
    `mailchimp.setConfig({ apiKey: '«${sample('hex', 32, 2)}-us6»' })`,
    `mailchimp:\n  key: «${sample('hex', 32, 3)}-us14»`,
  ],
  noMatch: [`${sample('hex', 31)}-us21`, `${sample('hex', 32)}-us213`, '0123456789abcdef0123456789abcdef-us1'],
});

export const mailchimpApiKeyResponse = defineResponse({
  id: 'mailchimp-api-key',
  title: 'Mailchimp API key',
  rules: ['mailchimp-api-key', 'mandrill-api-key'],
  names: ['MAILCHIMP_API_KEY', 'MANDRILL_API_KEY', 'MAILCHIMP_*', 'MANDRILL_*'],
  revoke: { page: 'https://admin.mailchimp.com/account/api/', command: null, api: null },
  rotate: [...REPLACE, 'A key of transactional mail (Mandrill) is renewed at https://mandrillapp.com/settings .'],
  reach: 'Audiences, which are personal data, campaigns and sending.',
  breaks: 'Integrations with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://mailchimp.com/help/about-api-keys/',
  sources: ['https://mailchimp.com/help/about-api-keys/', PARTNER.source],
});
