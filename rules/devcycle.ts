// DevCycle: SDK keys of servers, which are secret, and of clients, which are not.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.devcycle.com';

export const devcycleServerKey = defineRule({
  id: 'devcycle-server-key',
  title: 'DevCycle server SDK key',
  provider: 'DevCycle',
  severity: 'medium',
  keywords: ['dvc_server_'],
  pattern: /(?<![A-Za-z0-9])dvc_server_(?=[A-Za-z_]{0,24}[0-9])\w{16,64}(?![\w-])/,
  minEntropy: 2.9,
  references: [DOCS],
  match: [
    `DEVCYCLE_SERVER_SDK_KEY=«dvc_server_${sample('base62', 32)}_${sample('base62', 6)}»`,
    `initializeDevCycle('«dvc_server_${sample('base62', 28, 2)}»')`,
  ],
  noMatch: [`dvc_server_${'x'.repeat(32)}`, `dvc_server_${sample('base62', 7)}`, 'dvc_server_key_of_the_environment'],
});

export const devcycleClientKey = defineRule({
  id: 'devcycle-client-key',
  title: 'DevCycle client SDK key',
  provider: 'DevCycle',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['dvc_client_', 'dvc_mobile_'],
  pattern: /(?<![A-Za-z0-9])(?:dvc_client_|dvc_mobile_)(?=[A-Za-z_]{0,24}[0-9])\w{16,64}(?![\w-])/,
  minEntropy: 2.9,
  references: [DOCS],
  match: [
    `DEVCYCLE_CLIENT_SDK_KEY=«dvc_client_${sample('base62', 32)}_${sample('base62', 6)}»`,
    `initializeDevCycle('«dvc_mobile_${sample('base62', 28, 2)}»')`,
  ],
  noMatch: [`dvc_client_${'x'.repeat(32)}`, `dvc_mobile_${sample('base62', 7)}`, 'dvc_client_key_of_the_environment'],
});

export const devcycleServerKeyResponse = defineResponse({
  id: 'devcycle-server-key',
  title: 'DevCycle server SDK key',
  rules: ['devcycle-server-key'],
  names: ['DEVCYCLE_SERVER_SDK_KEY', 'DEVCYCLE_*'],
  rotate: ['Settings of the environment: create a new server key, deploy it, then delete the leaked one.'],
  reach: 'The whole configuration of one environment: targeting rules, and features that are not released.',
  breaks: 'Servers with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.devcycle.com/best-practices/security/compromised-keys',
  sources: ['https://docs.devcycle.com/best-practices/security/compromised-keys'],
});
