// Windows: NTLM authenticate messages (type 3), which hold the response that a password is guessed from.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ntlmMessage = defineRule({
  id: 'ntlm-message',
  title: 'NTLM authenticate message',
  provider: 'Windows',
  severity: 'medium',
  keywords: ['TlRMTVNTUAADAAAA'],
  pattern: /(?<![A-Za-z0-9+/])TlRMTVNTUAADAAAA[A-Za-z0-9+/]{40,2000}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  references: ['https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/'],
  match: [
    `Authorization: NTLM «TlRMTVNTUAADAAAAGAAYAHgA${sample('base64', 160)}»`,
    `Proxy-Authorization: Negotiate «TlRMTVNTUAADAAAAGAAYAHgA${sample('base64', 120)}=»`,
  ],
  noMatch: [`TlRMTVNTUAACAAAA${sample('base64', 60)}`, `TlRMTVNTUAADAAAA${sample('base64', 20)}`],
});
