// LINE: long-lived channel access token, known by its full name and its length.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const lineChannelToken = defineRule({
  id: 'line-channel-token',
  title: 'LINE channel access token',
  provider: 'LINE',
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'channel_access_token',
    'channelaccesstoken',
    'channel_token',
    'line_access_token',
    'line_token',
    'line_bot',
  ],
  pattern:
    /(?:channel_?(?:access_?)?token|line_(?:access_)?token|line_bot_[\w.-]{0,24}?token)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Za-z0-9+/]{170,171}[A-Za-z0-9+/=])(?![A-Za-z0-9+/=])/i,
  minEntropy: 4,
  references: ['https://developers.line.biz/en/docs/messaging-api/channel-access-tokens/'],
  match: [
    `LINE_CHANNEL_ACCESS_TOKEN=«${sample('base64', 171)}=»`,
    `const client = new Client({ channelAccessToken: '«${sample('base64', 172, 2)}»' });`,
  ],
  noMatch: [`line ${sample('base64', 172)}`, 'LINE_CHANNEL_ACCESS_TOKEN=${LINE_CHANNEL_ACCESS_TOKEN}'],
});
