// VMware PowerCLI: a password on the command line of Connect-VIServer.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const vmwareViCredentials = defineRule({
  id: 'vmware-vi-credentials',
  title: 'Password for Connect-VIServer',
  provider: 'VMware',
  severity: 'high',
  confidence: 'medium',
  keywords: ['connect-viserver'],
  pattern:
    /connect-viserver[^\r\n|;]{0,200}?[ \t]-password[ \t:]{1,4}["']?(?<secret>(?![$(@])[!#-&(-:<-_a-{}~]{3,64})(?![!#-&(-:<-_a-{}~])/i,
  minEntropy: 2,
  references: ['https://developer.broadcom.com/powercli'],
  match: [
    `Connect-VIServer -Server vc.acme.dev -User admin -Password «${sample('base62', 14)}»`,
    `Connect-VIServer vc01 -User 'svc' -Password '«${sample('base62', 16, 2)}»' -Force`,
  ],
  noMatch: [
    'Connect-VIServer -Server vc.acme.dev -User admin -Password $password',
    'Connect-VIServer -Server vc.acme.dev -Credential $cred',
  ],
});
