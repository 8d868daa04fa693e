// Ansible: vault data; encrypted, so reported low. The header and the first line are enough to point at it.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ansibleVault = defineRule({
  id: 'ansible-vault',
  title: 'Ansible vault data (encrypted)',
  provider: 'Ansible',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['$ANSIBLE_VAULT;1.'],
  pattern:
    /\$ANSIBLE_VAULT;1\.[0-9];AES256?(?:;[A-Za-z0-9_.-]{1,64})?[ \t]{0,4}\r?\n[ \t]{0,40}(?<secret>[0-9a-f]{80})(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 0.8,
  references: ['https://docs.ansible.com/ansible/latest/vault_guide/'],
  match: [
    `$ANSIBLE_VAULT;1.1;AES256\n«${sample('3456789abcdef', 80)}»\n`,
    `db_pass: !vault |\n  $ANSIBLE_VAULT;1.2;AES256;prod\n  «${sample('hex', 80, 2)}»\n`,
  ],
  noMatch: ['$ANSIBLE_VAULT;1.1;AES256\n', `$ANSIBLE_VAULT;1.1;AES256\n${sample('hex', 20)}\n`],
});
