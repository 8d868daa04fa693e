// Dropbox: short-lived tokens (sl.), and the long-lived token and app secret, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developers.dropbox.com/oauth-guide';

export const dropboxShortLivedToken = defineRule({
  id: 'dropbox-short-lived-token',
  title: 'Dropbox access token',
  provider: 'Dropbox',
  severity: 'high',
  keywords: ['sl.'],
  pattern: /(?<![A-Za-z0-9_.-])sl\.(?:u\.)?[\w-]{130,1200}(?![\w-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [DOCS],
  match: [
    `DROPBOX_ACCESS_TOKEN=«sl.u.${sample('base64url', 160)}»`,
    `Authorization: Bearer «sl.B${sample('base64url', 140)}»`,
  ],
  noMatch: [`sl.${'x'.repeat(140)}`, `sl.${sample('base64url', 60)}`],
});

export const dropboxLongLivedToken = defineRule({
  id: 'dropbox-long-lived-token',
  title: 'Dropbox long-lived access token',
  provider: 'Dropbox',
  severity: 'high',
  confidence: 'medium',
  keywords: ['dropbox'],
  pattern:
    /(?:dropbox|Dropbox|DROPBOX)[\w.-]{0,40}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9]{11}AAAAAAAAAA[\w-]{43})(?![\w-])/,
  minEntropy: 3.9,
  references: [DOCS],
  match: [
    `DROPBOX_TOKEN=«${sample('base62', 11)}${'A'.repeat(10)}${sample('base64url', 43)}»`,
    `const dbx = new Dropbox('«${sample('base62', 11, 2)}${'A'.repeat(10)}${sample('base64url', 43, 2)}»');`,
  ],
  noMatch: [
    `DROPBOX_TOKEN=${'x'.repeat(64)}`,
    `dropbox ${sample('base62', 11)}${'A'.repeat(10)}${sample('base64url', 43)}`,
  ],
});

export const dropboxAppSecret = defineRule({
  id: 'dropbox-app-secret',
  title: 'Dropbox app secret',
  provider: 'Dropbox',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['dropbox'],
  pattern:
    /dropbox[\w.-]{0,32}secret[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[a-z0-9]{15})(?![\w-])/i,
  minEntropy: 2.4,
  references: ['https://developers.dropbox.com'],
  match: [
    `DROPBOX_APP_SECRET=«${sample('lowerAlnum', 15)}»`,
    `dropbox_client_secret: «${sample('lowerAlnum', 15, 2)}»`,
  ],
  noMatch: [`DROPBOX_APP_SECRET=${'x'.repeat(15)}`, `dropbox_path: ${sample('lowerAlnum', 15)}`],
});
