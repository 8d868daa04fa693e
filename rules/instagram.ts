// Instagram: Graph API token.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const instagramToken = defineRule({
  id: 'instagram-token',
  title: 'Instagram Graph API token',
  provider: 'Instagram',
  severity: 'medium',
  keywords: ['IGQVJ', 'IGQWR', 'IGAA'],
  pattern: /(?<![A-Za-z0-9+/_-])IG(?:QVJ|QWR|AA)[A-Za-z0-9_-]{100,400}(?![A-Za-z0-9+/_-])/,
  minEntropy: 3.5,
  references: ['https://developers.facebook.com/docs/instagram-platform'],
  match: [
    `INSTAGRAM_TOKEN=«${'IGQVJ'}${sample('base64url', 140)}»`,
    `https://graph.instagram.com/me/media?fields=id&access_token=«${'IGAA'}${sample('base64url', 170)}»`,
  ],
  noMatch: [`IGQVJ${sample('base64url', 60)}`, `IGAA${sample('base64url', 60)}/${sample('base64url', 60)}`],
});
