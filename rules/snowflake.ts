// Snowflake: programmatic access tokens and passwords, both known only by the name in front.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

export const snowflakePat = defineRule({
  id: 'snowflake-pat',
  title: 'Snowflake programmatic access token',
  provider: 'Snowflake',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['snowflake', 'sf_token', 'programmatic_access_token'],
  pattern:
    /(?:snowflake|sf_token|programmatic_access_token)[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>eyJ[\w-]{10,200}\.eyJ[\w-]{16,600}\.[\w-]{43,400})(?![\w-])/i,
  minEntropy: 3.7,
  references: ['https://docs.snowflake.com/en/user-guide/programmatic-access-tokens'],
  match: [
    `SNOWFLAKE_TOKEN=«${sampleJwt({ p: sample('digits', 15), iss: 'SF:1049', exp: 1798761600 })}»`,
    `programmatic_access_token: "«${sampleJwt({ p: sample('digits', 15, 2), iss: 'SF:2002', exp: 1798761600 })}»"`,
  ],
  noMatch: [`SNOWFLAKE_TOKEN=${'x'.repeat(120)}`, `snowflake eyJ${sample('base64url', 30)}`],
});

export const snowflakePassword = defineRule({
  id: 'snowflake-password',
  title: 'Snowflake password',
  provider: 'Snowflake',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['snowflake'],
  pattern:
    /snowflake[\w.-]{0,16}(?:password|passwd|pwd|pass)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?=[A-Za-z!@#%^&*_+=~?:./-]{0,28}[0-9])(?<secret>[A-Za-z0-9!@#%^&*_+=~?:./-]{8,100})(?![A-Za-z0-9!@#%^&*_+=~?:./()[\]{}$-])/i,
  minEntropy: 2.5,
  references: ['https://docs.snowflake.com'],
  match: [`SNOWFLAKE_PASSWORD=«${sample('base62', 16)}»`, `snowflake_password: '«${sample('base62', 12)}!»'`],
  noMatch: [
    `SNOWFLAKE_PASSWORD=${'${'}SNOWFLAKE_PASSWORD}`,
    `SNOWFLAKE_PASSWORD=${'x'.repeat(12)}`,
    'snowflake_password = os.environ["SNOWFLAKE_PASSWORD"]',
  ],
});

export const snowflakeCredentialResponse = defineResponse({
  id: 'snowflake-credential',
  title: 'Snowflake access token or password',
  rules: ['snowflake-pat', 'snowflake-password'],
  names: ['SNOWFLAKE_PASSWORD', 'SNOWFLAKE_TOKEN', 'SNOWFLAKE_PRIVATE_KEY', 'SNOWFLAKE_*'],
  schemes: ['snowflake'],
  revoke: {
    page: 'https://app.snowflake.com',
    command: 'snow sql --query "ALTER USER APP_USER REMOVE PROGRAMMATIC ACCESS TOKEN TOKEN_NAME"',
    api: null,
  },
  rotate: [
    'Remove the token, or rotate it with EXPIRE_ROTATED_TOKEN_AFTER_HOURS = 0: without that the old one lives for 24 hours.',
    'Do so in a session that was not opened with a token of the same user.',
    'Restrict the new one to one role, and the user to a network policy. Password: change it, and give the user multi-factor authentication or a key pair.',
  ],
  invalidation: 'Sessions that are open go on: abort the queries of the user.',
  reach: 'The role that the token is restricted to, or all roles of the user.',
  breaks: 'Clients with the old one.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.snowflake.com/en/sql-reference/sql/alter-user-rotate-programmatic-access-token',
  sources: [
    'https://docs.snowflake.com/en/sql-reference/sql/alter-user-rotate-programmatic-access-token',
    PARTNER.source,
  ],
});
