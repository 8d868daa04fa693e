// HashiCorp Terraform: HCP tokens by their infix, password literals of well-known arguments, and what a state file holds in the open.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const terraformCloudToken = defineRule({
  id: 'terraform-cloud-token',
  title: 'HCP Terraform API token',
  provider: 'HashiCorp Terraform',
  severity: 'critical',
  keywords: ['.atlasv1.'],
  pattern: /(?<![A-Za-z0-9_.-])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,70}(?![A-Za-z0-9_-])/,
  before: 14,
  minEntropy: 4.4,
  references: ['https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
  match: [
    `TFE_TOKEN=«${sample('base62', 14)}.atlasv1.${sample('base64url', 67)}»`,
    `credentials "app.terraform.io" {\n  token = "«${sample('base62', 14, 2)}.atlasv1.${sample('base64url', 67, 2)}»"\n}`,
  ],
  noMatch: [`${sample('base62', 14)}.atlasv1.${sample('base64url', 30)}`, '.atlasv1.'],
});

export const terraformTfvarsPassword = defineRule({
  id: 'terraform-tfvars-password',
  title: 'Terraform password literal',
  provider: 'HashiCorp Terraform',
  severity: 'medium',
  confidence: 'medium',
  keywords: [
    'administrator_login_password',
    'administrator_password',
    'admin_password',
    'master_password',
    'master_user_password',
  ],
  pattern:
    /(?<![A-Za-z0-9])(?:administrator_login_password|administrator_password|admin_password|master_password|master_user_password)[ \t]{0,24}=[ \t]{0,8}"(?=[A-Za-z_-]{0,30}[^A-Za-z_"\r\n-])(?<secret>[^"\r\n$%{}<> ]{8,100})"/,
  minEntropy: 2.5,
  references: ['https://developer.hashicorp.com/terraform/language/values/variables'],
  match: [
    `administrator_login_password = "«${sample('base62', 16)}»"`,
    `  master_password        = "«${sample('base62', 20)}!»"`,
  ],
  noMatch: ['admin_password = "${var.admin_password}"', 'administrator_login_password = var.password'],
});

const STATE = 'https://developer.hashicorp.com/terraform/language/state/sensitive-data';

export const terraformStateOutput = defineRule({
  id: 'terraform-state-output',
  title: 'Sensitive output in a Terraform state',
  provider: 'HashiCorp Terraform',
  severity: 'high',
  confidence: 'medium',
  keywords: ['"sensitive": true', '"sensitive":true'],
  before: 480,
  pattern:
    /"value":[ \t]{0,4}"(?<secret>[^"\r\n]{4,400})",\s{0,40}"type":[ \t]{0,4}"string",\s{0,40}"sensitive":[ \t]{0,4}true/,
  check: 'password',
  references: [STATE],
  match: [
    `"outputs": {\n    "db_password": {\n      "value": "«${sample('base62', 20)}»",\n      "type": "string",\n      "sensitive": true\n    }`,
    `{"api":{"value":"«${sample('base64url', 40, 2)}»","type":"string","sensitive":true}}`,
  ],
  noMatch: [
    '"db_host": { "value": "db.acme.dev", "type": "string" }',
    '"empty": { "value": "", "type": "string", "sensitive": true }',
  ],
});

export const terraformStateRandomPassword = defineRule({
  id: 'terraform-state-random-password',
  title: 'Generated password in a Terraform state',
  provider: 'HashiCorp Terraform',
  severity: 'high',
  confidence: 'medium',
  keywords: ['"result": "', '"result":"'],
  check: 'password',
  pattern: /"result":[ \t]{0,4}"(?<secret>[^"\r\n]{6,256})"/,
  near: { words: ['"override_special"', '"bcrypt_hash"', 'random_password'], before: 1500, after: 600 },
  minEntropy: 2.5,
  references: ['https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password'],
  match: [
    `"bcrypt_hash": null,\n            "length": 24,\n            "override_special": null,\n            "result": "«${sample('base62', 24)}»",`,
    `{"type":"random_password","name":"db","instances":[{"attributes":{"id":"none","result":"«${sample('base62', 20, 3)}»"}}]}`,
  ],
  noMatch: ['{"result": "completed-successfully"}', '"override_special": "_%", "result": ""'],
});
