// Particle: access tokens, by their full name (particle is a word).

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const particleToken = defineRule({
  id: 'particle-token',
  title: 'Particle access token',
  provider: 'Particle',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['particle'],
  pattern:
    /(?<![a-z])particle[_.-]?(?:access|api|auth|cloud|device|io)?[_.-]?(?:token|key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://docs.particle.io/reference/cloud-apis/api/'],
  match: [`PARTICLE_ACCESS_TOKEN=«${sample('hex', 40)}»`, `particleToken: '«${sample('hex', 40, 2)}»'`],
  noMatch: [`particle ${sample('hex', 40)}`, `particle_system_hash=${sample('hex', 12)}`],
});
