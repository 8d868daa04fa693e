// What to do when a key of a single service of AWS leaked. The rules stand in aws.ts.

import { defineResponse, INTERVALS } from '../src/response.js';

export const awsBedrockApiKeyResponse = defineResponse({
  id: 'aws-bedrock-api-key',
  title: 'Amazon Bedrock API key',
  rules: ['aws-bedrock-api-key-long', 'aws-bedrock-api-key-short'],
  names: ['AWS_BEARER_TOKEN_BEDROCK', 'BEDROCK_API_KEY', 'BEDROCK_*'],
  revoke: {
    page: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
    command:
      'aws iam update-service-specific-credential --user-name USER_NAME --service-specific-credential-id CREDENTIAL_ID --status Inactive',
    api: 'IAM UpdateServiceSpecificCredential with Status=Inactive, then DeleteServiceSpecificCredential',
  },
  rotate: [
    'A long-term key belongs to an IAM user: set it to Inactive, create another with an expiry, deploy it, delete the leaked one.',
    'A short-term key ends within 12 hours, or with the session that made it: revoke the sessions of that role.',
    'Better for programs: a role and short-term keys.',
  ],
  audit: 'CloudTrail.',
  detectUse: 'Invocations of models that nobody made, in CloudTrail and in the bill.',
  reach: 'Models of Bedrock and what else the user or session may do there, and the bill.',
  breaks: 'Calls with the key.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  sources: ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html'],
});

export const awsAppsyncApiKeyResponse = defineResponse({
  id: 'aws-appsync-api-key',
  title: 'AWS AppSync API key',
  rules: ['aws-appsync-api-key'],
  names: ['APPSYNC_API_KEY', 'APPSYNC_*'],
  revoke: { page: 'https://console.aws.amazon.com/appsync/home', command: null, api: null },
  rotate: [
    'In the settings of the API: create another key, deploy it, delete the leaked one.',
    'Such a key is often shipped to browsers and apps: what it opens must be fit for everybody. For more, use Cognito, OIDC or IAM.',
  ],
  reach: 'The operations of one GraphQL API that are open to keys.',
  breaks: 'Clients with the key.',
  rotationDays: { days: 365, source: 'AWS AppSync: a key lives for 365 days at most' },
  docs: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  sources: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
});
