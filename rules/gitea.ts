// Gitea and Forgejo: access tokens, 40 hex digits near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const giteaToken = defineRule({
  id: 'gitea-token',
  title: 'Gitea or Forgejo access token',
  provider: 'Gitea',
  severity: 'high',
  confidence: 'medium',
  keywords: ['gitea', 'forgejo'],
  pattern:
    /(?:gitea|forgejo)[\w .-]{0,20}(?:token|key|secret|auth|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://docs.gitea.com/development/api-usage'],
  match: [`GITEA_TOKEN=«${sample('hex', 40)}»`, `forgejo_access_token: '«${sample('hex', 40, 2)}»'`],
  noMatch: [`gitea ${sample('hex', 40)}`, `GITEA_TOKEN=${'x'.repeat(40)}`],
});
