// What to do when a token of HCP Terraform leaked. The rules stand in hashicorp-terraform.ts.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';

export const terraformTokenResponse = defineResponse({
  id: 'terraform-token',
  title: 'HCP Terraform token',
  rules: ['terraform-cloud-token'],
  names: ['TF_API_TOKEN', 'TFE_TOKEN', 'TF_TOKEN_APP_TERRAFORM_IO', 'TERRAFORM_CLOUD_TOKEN', 'TFE_*', 'TF_TOKEN_*'],
  revoke: {
    page: 'https://app.terraform.io/app/settings/tokens',
    command: null,
    api: 'DELETE https://app.terraform.io/api/v2/authentication-tokens/TOKEN_ID',
  },
  rotate: [
    'Delete it, create another with an expiry. Tokens of teams and organizations: their settings.',
    'Treat states that it could read as leaked: they hold secrets in clear text. Renew those, and sensitive variables that a run could print.',
  ],
  invalidation: 'At once.',
  audit: 'Audit trail of the organization, where the plan has one; history of runs.',
  detectUse: 'Last use of the token; runs and state downloads that nobody started.',
  reach: 'States with their secrets, and runs with the credentials of the clouds, of its user, team or organization.',
  breaks: 'Runs and tools with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  sources: [
    'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.58/',
    PARTNER.source,
  ],
});
