// HashiCorp Consul and Nomad: ACL tokens, UUIDs by their name.

import { defineRule } from '../src/rule.js';
import { sampleUuid } from '../src/sample.js';

export const consulToken = defineRule({
  id: 'consul-token',
  title: 'Consul or Nomad ACL token',
  provider: 'HashiCorp Consul / Nomad',
  severity: 'high',
  confidence: 'medium',
  keywords: ['consul', 'nomad'],
  pattern:
    /(?:consul|nomad)[\w.-]{0,24}(?:token|secret)(?:[_-]?id)?[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://developer.hashicorp.com/consul/docs/security/acl/tokens'],
  match: [
    `CONSUL_HTTP_TOKEN=«${sampleUuid()}»`,
    `X-Consul-Token: «${sampleUuid(2)}»`,
    `NOMAD_TOKEN="«${sampleUuid(3)}»"`,
  ],
  noMatch: [`consul ${sampleUuid()}`, `CONSUL_NODE_ID=${sampleUuid(2)}`],
});
