// Rails: the master key of encrypted credentials, and secret_key_base.

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
