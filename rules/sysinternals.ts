// PsExec: password argument.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const psexecPassword = defineRule({
  id: 'psexec-password',
  title: 'Password in a PsExec command',
  provider: 'Sysinternals',
  severity: 'high',
  confidence: 'medium',
  keywords: ['psexec'],
  pattern:
    /(?<![A-Za-z0-9])psexec(?:64)?(?:\.exe)?["']?[ \t][^\r\n|]{0,200}?[ \t][/-]p[ \t]{1,4}["']?(?<secret>(?![$%<{[])[^ \t\r\n"'\x60|<>]{3,128})(?![^ \t\r\n"'\x60|<>])/i,
  references: ['https://learn.microsoft.com/sysinternals/downloads/psexec'],
  match: [
    `psexec \\\\srv01 -u CORP\\deploy -p «${sample('base62', 14)}» cmd /c ver`,
    `PsExec64.exe /accepteula \\\\10.0.0.5 -u admin -p "«${sample('base62', 16, 2)}»" ipconfig`,
  ],
  noMatch: ['psexec \\\\srv01 -u CORP\\deploy -p %PASSWORD% cmd', 'psexec \\\\srv01 -s cmd'],
});
