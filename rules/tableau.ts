// Tableau: personal access tokens, base64 and a key joined by a colon; the name must stand nearby.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const tableauPat = defineRule({
  id: 'tableau-pat',
  title: 'Tableau personal access token',
  provider: 'Tableau',
  severity: 'high',
  keywords: ['==:'],
  before: 22,
  pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}(?![A-Za-z0-9_])/,
  near: { words: ['tableau', 'personalaccesstoken'], before: 200, after: 200 },
  minEntropy: 4.2,
  references: ['https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm'],
  match: [
    `TABLEAU_PAT: «${sample('base62', 22)}==:${sample('base62', 32)}»`,
    `TSC.PersonalAccessTokenAuth('ci', '«${sample('base64', 22)}==:${sample('base62', 32, 2)}»') # tableau`,
  ],
  noMatch: [
    `${sample('base62', 22)}==:${sample('base62', 32)}`,
    `tableau ${sample('base62', 21)}==:${sample('base62', 32)}`,
  ],
});
