// AWS: access key ids (base32), secret access keys, session tokens, and the keys of MWS, AppSync and Bedrock.

import { defineRule } from '../src/rule.js';
import { sample, sampleUuid } from '../src/sample.js';

const IDS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids';
const BEDROCK = 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html';

export const awsAccessKeyId = defineRule({
  id: 'aws-access-key-id',
  title: 'AWS access key id',
  provider: 'AWS',
  severity: 'high',
  keywords: ['AKIA'],
  pattern: /(?<![A-Za-z0-9+])AKIA(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+])/,
  distinctive: true,
  check: 'aws-key-id',
  minEntropy: 2.6,
  publicValues: ['AKIA' + 'IOSFODNN7EXAMPLE', 'AKIA' + 'I44QH8DHBEXAMPLE'],
  references: [IDS],
  match: [
    `AWS_ACCESS_KEY_ID=«AKIA${sample('base32', 16)}»`,
    `{"accessKeyId": "«AKIA${sample('base32', 16, 2)}»"}`,
    `s3://«AKIA${sample('base32', 16, 3)}»@assets/img`,
  ],
  noMatch: [`AKIA${sample('base32', 15)}`, `AKIA${sample('base32', 9)}EXAMPLE`, `AKIA${'A'.repeat(16)}`],
});

export const awsTemporaryAccessKeyId = defineRule({
  id: 'aws-temporary-access-key-id',
  title: 'AWS temporary (STS) access key id',
  provider: 'AWS',
  severity: 'medium',
  keywords: ['ASIA'],
  pattern: /(?<![A-Za-z0-9+])ASIA(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+])/,
  distinctive: true,
  check: 'aws-key-id',
  minEntropy: 2.6,
  publicValues: ['ASIA' + 'IOSFODNN7EXAMPLE'],
  references: [IDS],
  match: [
    `aws_access_key_id = «ASIA${sample('base32', 16)}»`,
    `X-Amz-Credential=«ASIA${sample('base32', 16, 2)}»/20240611/eu-west-1/s3`,
  ],
  noMatch: [`ASIA${sample('base32', 17)}`, `ASIA${sample('base32', 9)}EXAMPLE`],
});

export const awsOtherUniqueId = defineRule({
  id: 'aws-other-unique-id',
  title: 'AWS bearer token, context credential or legacy key id',
  provider: 'AWS',
  severity: 'medium',
  keywords: ['ABIA', 'ACCA', 'A3T'],
  pattern:
    /(?<![A-Za-z0-9+/])(?:ABIA|ACCA|A3T[A-Z0-9])(?=[A-Z]{0,15}[2-7])(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+/=])/,
  minEntropy: 2.6,
  references: [IDS],
  match: [
    `bearer: «ABIA${sample('base32', 16)}»`,
    `'context' => '«ACCA${sample('base32', 16, 2)}»'`,
    `key_id=«A3TX${sample('base32', 16, 3)}»`,
  ],
  noMatch: [`ABIA${sample('base32', 18)}`, `ACCA${sample('letters', 16).toUpperCase()}`],
});

export const awsSessionToken = defineRule({
  id: 'aws-session-token',
  title: 'AWS session token',
  provider: 'AWS',
  severity: 'medium',
  keywords: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
  pattern: /(?<![A-Za-z0-9+/])(?:IQoJb3JpZ2lu|F[Qw]oGZXIvYXdz)[A-Za-z0-9+/%]{100,2000}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html'],
  match: [
    `AWS_SESSION_TOKEN=«IQoJb3JpZ2lu${sample('base64', 240)}==»`,
    `{"SessionToken": "«FwoGZXIvYXdz${sample('base64', 200, 2)}»"}`,
  ],
  noMatch: [`IQoJb3JpZ2lu${sample('base64', 40)}`, `FwoGZXIvYXdz${'A'.repeat(120)}`],
});

export const awsMwsAuthToken = defineRule({
  id: 'aws-mws-auth-token',
  title: 'Amazon MWS auth token',
  provider: 'AWS',
  severity: 'high',
  keywords: ['amzn.mws.'],
  pattern: /(?<![A-Za-z0-9])amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: ['https://docs.developer.amazonservices.com'],
  match: [
    `MWS_AUTH_TOKEN=«amzn.mws.${sampleUuid()}»`,
    `<add key="MWSAuthToken" value="«amzn.mws.${sampleUuid(2)}»" />`,
  ],
  noMatch: [`amzn.mws.${sampleUuid().slice(0, 35)}`, `amzn.mws.${'x'.repeat(36)}`],
});

export const awsAppsyncApiKey = defineRule({
  id: 'aws-appsync-api-key',
  title: 'AWS AppSync GraphQL API key',
  provider: 'AWS',
  severity: 'medium',
  keywords: ['da2-'],
  pattern: /(?<![A-Za-z0-9-])da2-[a-z0-9]{26}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  match: [
    `x-api-key: «da2-${sample('lowerAlnum', 26)}»`,
    `aws_appsync_apiKey: '«da2-${sample('lowerAlnum', 26, 2)}»',`,
  ],
  noMatch: [`da2-${sample('lowerAlnum', 27)}`, `da2-${'x'.repeat(26)}`],
});

export const awsBedrockApiKeyLong = defineRule({
  id: 'aws-bedrock-api-key-long',
  title: 'AWS Bedrock API key (long-term)',
  provider: 'AWS',
  severity: 'high',
  keywords: ['ABSKQmVkcm9ja0FQSUtleS'],
  pattern: /(?<![A-Za-z0-9+/])ABSKQmVkcm9ja0FQSUtleS[0-3][A-Za-z0-9+/]{90,250}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  check: 'bedrock-key',
  references: [BEDROCK],
  match: [`AWS_BEARER_TOKEN_BEDROCK=«${bedrockKey(1)}»`, `Authorization: Bearer «${bedrockKey(2)}»`],
  noMatch: [`ABSKQmVkcm9ja0FQSUtleS${sample('base64', 30)}`, `ABSK${sample('base64', 120)}`],
});

export const awsBedrockApiKeyShort = defineRule({
  id: 'aws-bedrock-api-key-short',
  title: 'AWS Bedrock API key (short-term)',
  provider: 'AWS',
  severity: 'medium',
  keywords: ['bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t'],
  pattern: /(?<![A-Za-z0-9])bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{40,2000}={0,2}(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [BEDROCK],
  match: [
    `export AWS_BEARER_TOKEN_BEDROCK=«bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${sample('base64', 300)}»`,
    `api_key: '«bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${sample('base64', 120, 2)}=»'`,
  ],
  noMatch: [
    `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t${sample('base64', 20)}`,
    `bedrock-api-key-${sample('base64', 60)}`,
  ],
});

export const awsIamEntityId = defineRule({
  id: 'aws-iam-entity-id',
  title: 'AWS IAM entity id',
  provider: 'AWS',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['AGPA', 'AIDA', 'AROA', 'AIPA', 'ANPA', 'ANVA', 'ASCA', 'APKA'],
  pattern:
    /(?<![A-Za-z0-9+/])A(?:GP|ID|RO|IP|NP|NV|SC|PK)A(?=[A-Z]{0,15}[2-7])(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16,17}(?![A-Za-z0-9+/=])/,
  minEntropy: 2.6,
  references: [IDS],
  match: [`{"UserId": "«AIDA${sample('base32', 16)}»"}`, `aws:userid: «AROA${sample('base32', 17, 2)}»`],
  noMatch: [`AIDA${sample('base32', 14)}`, `AROA${sample('base32', 9)}EXAMPLE`],
});

export const awsSecretAccessKey = defineRule({
  id: 'aws-secret-access-key',
  title: 'AWS secret access key',
  provider: 'AWS',
  severity: 'critical',
  keywords: [
    'aws_',
    'aws-',
    'aws.',
    'awss',
    'amazon',
    's3_sec',
    's3-sec',
    's3.sec',
    's3sec',
    'secret_access_key',
    'secret-access-key',
    'secretaccesskey',
    'AKIA',
    'ASIA',
  ],
  // A named value, or what follows an access key id. 40 hex digits are a commit id: the entropy of hex ends at 4.
  pattern:
    /(?:(?:(?:aws|amazon|(?<![a-z0-9])s3)[\w.-]{0,20}secret[\w.-]{0,24}|(?<![\w.-])secret[_-]{0,1}access[_-]{0,1}key)(?:["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}|[ \t]{1,4})|A[KS]IA[A-Z0-9]{16}["'\x60]{0,1}[ \t]{0,4}[,:;|]{0,1}[ \t\r\n]{0,24}["'\x60]{0,1}(?:[a-z_-]{2,32}["']{0,1}[ \t]{0,8}[:=][ \t]{0,8}["'\x60]{0,1}){0,1}(?<![A-Za-z0-9/+]))(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  minEntropy: 4.05,
  publicValues: [
    'wJalr' + 'XUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'wJalr' + 'XUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    'je7Mt' + 'GbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
  ],
  pairsWith: ['aws-access-key-id', 'aws-temporary-access-key-id'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  match: [
    `AWS_SECRET_ACCESS_KEY=«${sample('base64', 40)}»`,
    `{"SecretAccessKey": "«${sample('base64', 40, 2)}»"}`,
    `awsSecretKey: '«${sample('base64', 40, 3)}»'`,
    `ENV AWS_SECRET_ACCESS_KEY «${sample('base64', 40, 6)}»`,
    `AKIA${sample('upperAlnum', 15, 4)}0,«${sample('base64', 40, 4)}»`,
    `id = "AKIA${sample('upperAlnum', 15, 5)}1"\n  secret_key = "«${sample('base64', 40, 5)}»"`,
  ],
  noMatch: ['aws_secret_access_key = <secret>', `sha1-${sample('base64', 40)}`, `AKIA${sample('base32', 57)}`],
});

function bedrockKey(seed: number): string {
  const user = `${sample('lowerAlnum', 4, seed)}-at-${sample('digits', 12, seed)}`;
  const text = `BedrockAPIKey-${user}:${sample('base64', 60, seed)}`;
  return `ABSK${Buffer.from(text).toString('base64')}`;
}
