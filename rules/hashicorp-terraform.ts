// HashiCorp Terraform: HCP tokens by their infix, and password literals of well-known arguments.

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
