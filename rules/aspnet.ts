// ASP.NET: the keys of <machineKey>.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const aspnetMachineKey = defineRule({
  id: 'aspnet-machine-key',
  title: 'ASP.NET machine key',
  provider: 'ASP.NET',
  severity: 'critical',
  keywords: ['validationKey', 'decryptionKey'],
  pattern: /(?:validation|decryption)Key["']{0,1}[ \t]{0,4}[:=][ \t]{0,4}["'](?<secret>[0-9a-f]{32,128})(?![\w,-])/i,
  minEntropy: 2.5,
  references: ['https://learn.microsoft.com/previous-versions/aspnet/w8h3skw9(v=vs.100)'],
  match: [
    `<machineKey validationKey="«${sample('upperHex', 128)}»" validation="HMACSHA256" />`,
    `<machineKey decryption="AES" decryptionKey="«${sample('upperHex', 48, 2)}»" />`,
  ],
  noMatch: ['validationKey="AutoGenerate,IsolateApps"', 'decryptionKey="AutoGenerate"'],
});
