// Gitalk: the OAuth client secret that the comment widget carries in the page.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const gitalkOauthSecret = defineRule({
  id: 'gitalk-oauth-secret',
  title: 'Gitalk OAuth client secret',
  provider: 'Gitalk',
  severity: 'low',
  confidence: 'medium',
  keywords: ['new Gitalk'],
  // Distinctive, so that it wins over the generic client secret.
  pattern:
    /new gitalk\([ \t\r\n]{0,8}\{[^}]{0,400}?clientSecret["']?[ \t]{0,4}:[ \t]{0,4}["'](?<secret>[0-9a-f]{40})(?![\w-])/i,
  distinctive: true,
  minEntropy: 2.9,
  references: ['https://github.com/gitalk/gitalk'],
  match: [
    `const gitalk = new Gitalk({\n  clientID: '${sample('hex', 20)}',\n  clientSecret: '«${sample('hex', 40)}»',\n})`,
    `new Gitalk({ "clientSecret": "«${sample('hex', 40, 2)}»", repo: 'blog' })`,
  ],
  noMatch: ['new Gitalk({ clientID: id })', `new Gitalk({ clientSecret: '${sample('hex', 8)}' })`],
});
