// Twitch: client secrets, OAuth tokens (IRC form `oauth:…`) and stream keys.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const twitchClientSecret = defineRule({
  id: 'twitch-client-secret',
  title: 'Twitch client secret or OAuth token',
  provider: 'Twitch',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['twitch', 'oauth:'],
  pattern:
    /(?:(?:twitch|TWITCH|Twitch)[\w.-]{0,24}(?:secret|SECRET|Secret|token|TOKEN|Token|pass|PASS|Pass|oauth|OAUTH)[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}|(?<![\w-])oauth:)(?<secret>[a-z0-9]{30})(?![\w-])/,
  minEntropy: 3.3,
  references: ['https://dev.twitch.tv/docs/authentication/'],
  match: [
    `TWITCH_CLIENT_SECRET=«${sample('lowerAlnum', 30)}»`,
    `twitchAccessToken: '«${sample('lowerAlnum', 30, 2)}»'`,
    `PASS oauth:«${sample('lowerAlnum', 30, 3)}»`,
  ],
  noMatch: [`oauth ${sample('lowerAlnum', 30)}`, `oauth:${'x'.repeat(30)}`],
});

export const twitchStreamKey = defineRule({
  id: 'twitch-stream-key',
  title: 'Twitch stream key',
  provider: 'Twitch',
  severity: 'medium',
  keywords: ['live_'],
  pattern: /(?<![A-Za-z0-9_])live_[0-9]{8,12}_[A-Za-z0-9]{30,36}(?![A-Za-z0-9_])/,
  minEntropy: 3.5,
  references: ['https://help.twitch.tv'],
  match: [
    `STREAM_KEY=«live_${sample('digits', 9)}_${sample('base62', 30)}»`,
    `rtmp://live.twitch.tv/app/«live_${sample('digits', 10)}_${sample('base62', 30, 2)}»`,
  ],
  noMatch: [`live_${sample('digits', 9)}_${sample('base62', 29)}`, `live_${sample('base62', 40)}`],
});
