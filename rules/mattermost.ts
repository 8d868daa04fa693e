// Mattermost: personal access tokens, by their name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mattermostToken = defineRule({
  id: 'mattermost-token',
  title: 'Mattermost access token',
  provider: 'Mattermost',
  severity: 'high',
  confidence: 'medium',
  keywords: ['mattermost'],
  pattern:
    /mattermost[\w.-]{0,24}(?:token|secret|key)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[ybndrfg8ejkmcpqxot1uwisza345h769]{26})(?![\w-])/i,
  minEntropy: 3.2,
  references: ['https://developers.mattermost.com/integrate/reference/personal-access-token/'],
  match: [
    `MATTERMOST_TOKEN=«${token(1)}»`,
    `mattermost_bot_token: "«${token(2)}»"`,
    `"mattermostAccessToken": "«${token(3)}»"`,
  ],
  noMatch: [`mattermost ${token(1)}`, `MATTERMOST_TOKEN=${'x'.repeat(26)}`],
});

function token(seed: number): string {
  return sample('ybndrfg8ejkmcpqxot1uwisza345h769', 26, seed);
}
