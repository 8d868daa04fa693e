// NuGet: API keys of nuget.org, and clear-text feed passwords in nuget.config.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const nugetApiKey = defineRule({
  id: 'nuget-api-key',
  title: 'NuGet API key',
  provider: 'NuGet',
  severity: 'critical',
  keywords: ['oy2'],
  pattern: /(?<![A-Za-z0-9])oy2[a-z2-7]{43}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://learn.microsoft.com/nuget/nuget-org/publish-a-package'],
  match: [
    `NUGET_API_KEY=«oy2${sample('lowerBase32', 43)}»`,
    `dotnet nuget push acme.nupkg --api-key «oy2${sample('lowerBase32', 43, 2)}»`,
    `<add key="https://www.nuget.org" value="«oy2${sample('lowerBase32', 43, 3)}»" />`,
  ],
  noMatch: [`oy2${sample('lowerBase32', 42)}`, `oy2${sample('base62', 43)}`, `oy2${'x'.repeat(43)}`],
});

export const nugetConfigPassword = defineRule({
  id: 'nuget-config-password',
  title: 'NuGet feed password in clear text',
  provider: 'NuGet',
  severity: 'high',
  keywords: ['ClearTextPassword'],
  pattern:
    /[Cc]lear[Tt]ext[Pp]assword["'][ \t\r\n]{1,16}value[ \t]{0,2}=[ \t]{0,2}["'](?<secret>(?![%$])[!#-&(-;=?-~]{8,200})["']/,
  minEntropy: 2,
  publicValues: ['33f!!lloppa', 'hal+9ooo_da!sY'],
  references: ['https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials'],
  match: [
    `<add key="ClearTextPassword" value="«${sample('base62', 24)}»" />`,
    `<packageSourceCredentials><acme><add key='ClearTextPassword' value='«${sample('lowerBase32', 52)}»'/></acme>`,
  ],
  noMatch: [
    '<add key="ClearTextPassword" value="%NUGET_FEED_PASSWORD%" />',
    '<add key="ClearTextPassword" value="33f!!lloppa" />',
    '<add key="ClearTextPassword" value="" />',
  ],
});
