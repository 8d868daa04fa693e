// .NET: passwords written into NetworkCredential and DirectoryEntry calls.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dotnetNetworkCredential = defineRule({
  id: 'dotnet-network-credential',
  title: '.NET credential literal',
  provider: '.NET',
  severity: 'high',
  confidence: 'medium',
  keywords: ['NetworkCredential(', 'DirectoryEntry('],
  pattern:
    /(?:NetworkCredential\([ \t]{0,4}|DirectoryEntry\([ \t]{0,4}(?:@?"[^"\r\n]{0,120}"|[\w.]{1,48}),[ \t]{0,4})(?:@?"[^"\r\n]{0,100}"|[\w.]{1,48}),[ \t]{0,4}@?"(?!(?:your|user|pass|pwd|domain|secret|my)[\w-]{0,20}")(?<secret>[^"\r\n<>{}]{3,100})"/i,
  minEntropy: 1.5,
  references: ['https://learn.microsoft.com/dotnet/api/system.net.networkcredential'],
  match: [
    `client.Credentials = new NetworkCredential("svc", "«${sample('base62', 14)}»");`,
    `new DirectoryEntry("LDAP://dc1", @"ACME\\svc", "«${sample('base62', 16)}»")`,
  ],
  noMatch: [
    'new NetworkCredential(user, password)',
    'new NetworkCredential("user", "password")',
    'new DirectoryEntry("LDAP://dc1")',
  ],
});
