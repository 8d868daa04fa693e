// PowerShell: a password in plain text, turned into a secure string on the spot.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const powershellSecurestring = defineRule({
  id: 'powershell-securestring',
  title: 'Plain text password in ConvertTo-SecureString',
  provider: 'PowerShell',
  severity: 'high',
  confidence: 'medium',
  keywords: ['ConvertTo-SecureString'],
  // Longer literals are secure strings that are already encrypted.
  pattern:
    /ConvertTo-SecureString(?:[ \t]{1,4}-(?:AsPlainText|Force|String)){0,3}[ \t]{1,4}["'](?<secret>(?![$%<{])[^"'\r\n]{3,128})["']/i,
  minEntropy: 2,
  references: ['https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring'],
  match: [
    `$pw = ConvertTo-SecureString "«${sample('base62', 16)}»" -AsPlainText -Force`,
    `ConvertTo-SecureString -AsPlainText -Force -String '«${sample('base62', 18, 2)}»'`,
  ],
  noMatch: [
    'ConvertTo-SecureString $env:DB_PASSWORD -AsPlainText -Force',
    'ConvertTo-SecureString "$password" -AsPlainText',
  ],
});
