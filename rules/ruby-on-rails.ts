// Rails: the master key of encrypted credentials, and secret_key_base.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://guides.rubyonrails.org/security.html#custom-credentials';

export const railsMasterKey = defineRule({
  id: 'rails-master-key',
  title: 'Rails master key',
  provider: 'Ruby on Rails',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['rails_master_key', 'config/master.key'],
  pattern:
    /(?:rails_master_key|config\/master\.key)[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.5,
  references: [DOCS],
  match: [`RAILS_MASTER_KEY=«${sample('hex', 32)}»`, `  RAILS_MASTER_KEY: "«${sample('hex', 32, 2)}»"`],
  noMatch: [`config/master.key ${sample('hex', 32)}`, 'RAILS_MASTER_KEY=$(cat config/master.key)'],
});

export const railsSecretKeyBase = defineRule({
  id: 'rails-secret-key-base',
  title: 'Rails secret_key_base',
  provider: 'Ruby on Rails',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['secret_key_base', 'secretkeybase'],
  pattern:
    /secret_?key_?base[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{64,128})(?![A-Za-z0-9_-])/i,
  minEntropy: 2.8,
  references: [DOCS],
  match: [`SECRET_KEY_BASE=«${sample('hex', 128)}»`, `  secret_key_base: «${sample('hex', 128, 2)}»`],
  noMatch: [`secret_key_base ${sample('hex', 128)}`, '  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>'],
});

export const railsKeyResponse = defineResponse({
  id: 'rails-key',
  title: 'Rails master key or secret_key_base',
  rules: ['rails-master-key', 'rails-secret-key-base'],
  names: ['RAILS_MASTER_KEY', 'SECRET_KEY_BASE', 'RAILS_*'],
  rotate: [
    'Master key: it opens the encrypted credentials, which stand in the repository. Treat everything in them as leaked, and renew it first.',
    'Then make a new master key and encrypt the credentials again: remove both files and edit the credentials anew.',
    'secret_key_base: generate a new one, deploy it, and list no leaked one among the rotations of cookies.',
  ],
  generate: 'bin/rails secret',
  invalidation: 'Older commits can still be opened with the old master key: what they held must be dead.',
  audit: 'Request and sign-in log of the application.',
  reach: 'The master key: every secret in the credentials. secret_key_base: forged sessions and signed data.',
  breaks: 'Everybody is signed out; signed links stop working.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.signingKey,
  docs: 'https://guides.rubyonrails.org/security.html#custom-credentials',
  sources: ['https://guides.rubyonrails.org/security.html#custom-credentials'],
});
